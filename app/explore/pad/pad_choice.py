"""Which two directions the pad goes along."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from msgspec import Meta
from PySide6.QtCore import QObject, Signal

from app.toolkit.saved_parts import Restore, unchanged
from gan.json_file import shaped


@dataclass(frozen=True)
class _Saved:
    """What a session holds."""

    directions: tuple[str, str]
    seed: Annotated[int, Meta(ge=0)]


class PadChoice(QObject):
    """The names of two directions, across and up, and the ``seed`` that the random ones are drawn from.

    A name that is not offered in the open latent space stands for nothing there, and the usual one is shown.
    """

    changed = Signal()
    """By whatever: other names, or another seed."""
    restored = Signal()
    """What holds now was read from a file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seed = 0
        self.names = ("", "")

    def choose(self, across: str, up: str) -> None:
        """Take the directions with these names."""
        self._take(self.seed, (across, up))

    def draw_others(self) -> None:
        """Take other random directions than before."""
        self._take(self.seed + 1, self.names)

    def to_json(self) -> dict[str, Any]:
        """Both names and the seed."""
        return {"pad": {"directions": list(self.names), "seed": self.seed}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without them leaves them as they are."""
        if "pad" not in values:
            return unchanged
        saved = shaped(values["pad"], _Saved)
        return partial(self._restore, saved.seed, saved.directions)

    def _restore(self, seed: int, names: tuple[str, str]) -> None:
        self._take(seed, names)
        self.restored.emit()

    def _take(self, seed: int, names: tuple[str, str]) -> None:
        if (seed, names) != (self.seed, self.names):
            self.seed, self.names = seed, names
            self.changed.emit()
