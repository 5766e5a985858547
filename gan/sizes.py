"""How large a picture is, and how people write that: 64 for a square, or 48x64 for any other."""

import re
from typing import Any, NamedTuple

from gan.errors import UsageError
from gan.words import tr

Sides = int | str
"""A size as settings, options and files have it: 64, or ``48x64``, which is width x height."""
_WRITTEN = re.compile(r"\s*(\d{1,6})\s*(?:[xX×]\s*(\d{1,6})\s*)?", re.ASCII)


class Size(NamedTuple):
    """In pixels of a picture, or cells of a map. Mind that arrays have their height first."""

    width: int
    height: int

    @property
    def sides(self) -> Sides:
        """As :data:`Sides`; squares are one number."""
        return self.width if self.is_square else f"{self.width}x{self.height}"

    @property
    def is_square(self) -> bool:
        """Whether both sides are the same."""
        return self.width == self.height

    @property
    def pixels(self) -> int:
        """How many there are."""
        return self.width * self.height

    @property
    def text(self) -> str:
        """For people: ``48 × 64``."""
        return f"{self.width} × {self.height}"

    def times(self, factor: int) -> "Size":
        """Every pixel ``factor`` pixels wide and high."""
        return Size(factor * self.width, factor * self.height)

    def within(self, room: "Size") -> "Size":
        """The largest size of these proportions that fits into ``room``, to the pixel."""
        return self._scaled(min(room.width * self.height, room.height * self.width))

    def around(self, content: "Size") -> "Size":
        """The smallest size of these proportions that ``content`` fits into, to the pixel."""
        return self._scaled(max(content.width * self.height, content.height * self.width))

    def _scaled(self, share: int) -> "Size":
        """By ``share`` / pixels, in whole numbers, so that one side stays what it was taken from."""
        return Size(max(1, round(share / self.height)), max(1, round(share / self.width)))


def read_size(value: Any) -> Size:
    """What ``value``, one of :data:`Sides` or its text, stands for. Raises :class:`UsageError` for anything else."""
    match = _WRITTEN.fullmatch(_as_text(value))
    width, height = (0, 0) if match is None else (int(match[1]), int(match[2] or match[1]))
    if not width or not height:
        raise UsageError(
            tr(
                "{value!r} is no picture size; write 64 for a square, or width x height in pixels, such as 96x64",
                value=str(value)[:40],
            )
        )
    return Size(width, height)


def _as_text(value: Any) -> str:
    """Nothing for what is neither a text nor a whole number."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.0f}" if is_number and value % 1 == 0 else ""
