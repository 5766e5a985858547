"""Edits of a generator: some channels of a layer multiplied by a gain, everywhere or in a region. numpy only.

As text an edit reads ``TARGET:CHANNELS=GAIN[@REGION]``:

=================  =========================================================================
``TARGET``         a block (``block2``: what it hands on) or a layer (``block2.conv``)
``CHANNELS``       numbers and ranges (``3,5-9``), ``*`` for all, ``*-3,5-9`` for all but those
``GAIN``           0 mutes, 1 changes nothing
``REGION``         ``X0,Y0,X1,Y1`` as parts of width and height, or 64 hexadecimal digits: the
                   painted cells of a 16 x 16 field, row by row, the first one in the highest bit
=================  =========================================================================
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError
from gan.layers.catalogue import Layer, find_layer, layers_of
from gan.model.architecture import Architecture
from gan.words import tr

Weights = npt.NDArray[np.float32]
Cells = npt.NDArray[np.bool_]

LARGEST_GAIN = 100.0
LAST_CHANNEL = 9_999
LONGEST_TEXT = 20_000
"""Characters of one edit, enough for the numbers of all channels of the widest layer."""
CELLS = 16
_HEX_DIGITS = CELLS * CELLS // 4
_EXAMPLE = "write it like block2:17=0, block2:3,5-9=1.5 or block2:*=0@0,0,0.5,1"
_PART = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?")


@dataclass(frozen=True)
class Rectangle:
    """From (x0, y0) to (x1, y1) in parts of the map: (0, 0) is its upper left corner, (1, 1) its lower right."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (0 <= self.x0 < self.x1 <= 1 and 0 <= self.y0 < self.y1 <= 1):
            raise UsageError(tr("the region {region} needs 0 <= X0 < X1 <= 1 and 0 <= Y0 < Y1 <= 1", region=self))

    def __str__(self) -> str:
        return ",".join(f"{number:.6g}" for number in (self.x0, self.y0, self.x1, self.y1))

    def weights(self, height: int, width: int) -> Weights:
        """Which share of each cell of a (height, width) map lies inside, in [0, 1]."""
        rows, columns = _shares(self.y0, self.y1, height), _shares(self.x0, self.x1, width)
        return np.outer(rows, columns).astype(np.float32)


@dataclass(frozen=True)
class Painting:
    """Cells of a 16 x 16 field over the map; ``bits`` has 256 of them, the first cell in the highest."""

    bits: int

    def __post_init__(self) -> None:
        if not 0 < self.bits < 1 << CELLS * CELLS:
            raise UsageError(tr("a painted region needs at least one cell"))

    def __str__(self) -> str:
        return f"{self.bits:0{_HEX_DIGITS}x}"

    @classmethod
    def of(cls, cells: Cells) -> "Painting":
        """From (16, 16) booleans. Raises :class:`UsageError` if none is set."""
        return cls(int.from_bytes(np.packbits(cells.ravel()).tobytes(), "big"))

    @property
    def cells(self) -> Cells:
        """(16, 16) booleans."""
        raw = np.frombuffer(self.bits.to_bytes(CELLS * CELLS // 8, "big"), np.uint8)
        return np.unpackbits(raw).reshape(CELLS, CELLS).astype(bool)

    def weights(self, height: int, width: int) -> Weights:
        """Which share of each cell of a (height, width) map is painted, in [0, 1]."""
        rows, columns = ([_shares(i / CELLS, (i + 1) / CELLS, n) for i in range(CELLS)] for n in (height, width))
        weights: Weights = (np.array(rows).T @ self.cells @ np.array(columns)).astype(np.float32)
        return weights


Region = Rectangle | Painting


@dataclass(frozen=True)
class Edit:
    """``channels`` of ``target`` (a block or a layer), or all others if ``inverted``, times ``gain`` in ``region``.

    An empty inverted selection is every channel. No region is the whole map. At the border of a region,
    a cell that lies in it by a share ``w`` is multiplied by 1 + (gain - 1) w.
    """

    target: str
    channels: tuple[int, ...]
    gain: float = 0.0
    inverted: bool = False
    region: Region | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "channels", tuple(sorted(set(self.channels))))
        if not self.channels and not self.inverted:
            raise UsageError(tr("an edit of {target} needs at least one channel, or * for all", target=self.target))
        if not (math.isfinite(self.gain) and abs(self.gain) <= LARGEST_GAIN):
            raise UsageError(
                tr(
                    "a gain must lie between {lowest:g} and {highest:g}, not {gain:g}",
                    lowest=-LARGEST_GAIN,
                    highest=LARGEST_GAIN,
                    gain=self.gain,
                )
            )

    def __str__(self) -> str:
        return f"{self.target}:{self.channels_text}={self.gain:.6g}" + (f"@{self.region}" if self.region else "")

    @property
    def channels_text(self) -> str:
        """``3,5-9``, ``*``, ``*-17``."""
        listed = ",".join(_ranges(self.channels))
        return ("*-" + listed if listed else "*") if self.inverted else listed

    @property
    def is_solo(self) -> bool:
        """Whether it leaves only the channels that it names."""
        return self.inverted and bool(self.channels) and self.gain == 0

    def layer(self, config: Architecture) -> Layer:
        """The layer whose output is multiplied. Raises :class:`UsageError` if there is none."""
        name = self.target if "." in self.target else config.find_block(self.target).output_name
        return find_layer(config, name)

    def check(self, config: Architecture) -> None:
        """Raises :class:`UsageError` if a generator of ``config`` has no such layer or channel."""
        count = self.layer(config).shape[0]
        if self.channels and self.channels[-1] >= count:
            raise UsageError(
                tr(
                    "{target} has channels 0 to {last}, not {channel} (edit {edit})",
                    target=self.target,
                    last=count - 1,
                    channel=self.channels[-1],
                    edit=self,
                )
            )

    def fits(self, config: Architecture) -> bool:
        """Whether :meth:`check` finds nothing wrong."""
        layers = {layer.name: layer for layer in layers_of(config)}
        layers |= {block.name: layers[block.output_name] for block in config.blocks}
        layer = layers.get(self.target)
        return layer is not None and (not self.channels or self.channels[-1] < layer.shape[0])

    def with_gain(self, gain: float) -> "Edit":
        """The same with another gain."""
        return replace(self, gain=gain)

    def within(self, region: Region | None) -> "Edit":
        """The same in another region; None for the whole map."""
        return replace(self, region=region)

    def factors(self, shape: tuple[int, int, int]) -> Weights:
        """What a (C, H, W) map is multiplied by: (C, 1, 1) without a region, else (C, H, W)."""
        count, height, width = shape
        chosen = np.full(count, self.inverted)
        chosen[list(self.channels)] = not self.inverted
        weights = np.ones((1, 1), np.float32) if self.region is None else self.region.weights(height, width)
        return (1 + (self.gain - 1) * chosen[:, None, None] * weights).astype(np.float32)


def parse_edit(text: str) -> Edit:
    """The inverse of ``str(edit)``. Raises :class:`UsageError` for anything else."""
    if len(text) > LONGEST_TEXT:
        raise UsageError(
            tr("an edit of {length} characters is too long; {example}", length=len(text), example=_EXAMPLE)
        )
    match = re.fullmatch(r"\s*([\w.]+)\s*:([^=@]+)=([^@]+?)(?:@(.+))?\s*", text)
    if match is None:
        raise UsageError(tr("{text!r} is no edit; {example}", text=text, example=_EXAMPLE))
    target, channels, gain, region = match.groups()
    inverted, listed = _split_channels(channels.strip())
    return Edit(target, _parse_channels(listed, text), _parse_number(gain, text), inverted, _parse_region(region, text))


def factors_by_layer(edits: Iterable[Edit], config: Architecture) -> dict[str, Weights]:
    """For each edited layer what its output is multiplied by; several edits of one layer multiply.

    Raises :class:`UsageError` for an edit that does not fit.
    """
    factors: dict[str, Weights] = {}
    for edit in edits:
        edit.check(config)
        layer = edit.layer(config)
        factors[layer.name] = factors.get(layer.name, np.float32(1)) * edit.factors(layer.shape)
    return factors


def _shares(start: float, end: float, count: int) -> npt.NDArray[np.float64]:
    """How much of each of ``count`` equal cells of [0, 1] lies between ``start`` and ``end``."""
    edges = np.arange(count) / count
    inside = np.minimum(edges + 1 / count, end) - np.maximum(edges, start)
    return np.clip(inside * count, 0, 1)


def _ranges(channels: Sequence[int]) -> list[str]:
    runs: list[list[int]] = []
    for channel in channels:
        if runs and channel == runs[-1][1] + 1:
            runs[-1][1] = channel
        else:
            runs.append([channel, channel])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]


def _split_channels(text: str) -> tuple[bool, str]:
    """Whether all but the listed channels are meant, and the list."""
    if text == "*":
        return True, ""
    return (True, text[2:]) if text.startswith("*-") else (False, text)


def _parse_channels(listed: str, text: str) -> tuple[int, ...]:
    channels: list[int] = []
    for part in listed.split(",") if listed else ():
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise UsageError(
                tr("{part!r} in {text!r} is no channel; {example}", part=part.strip(), text=text, example=_EXAMPLE)
            )
        first = int(match[1])
        last = int(match[2] or first)
        if not first <= last <= LAST_CHANNEL:
            raise UsageError(
                tr(
                    "{part!r} in {text!r} is no range of channels; {example}",
                    part=part.strip(),
                    text=text,
                    example=_EXAMPLE,
                )
            )
        channels += range(first, last + 1)
    return tuple(channels)


def _parse_number(number: str, text: str) -> float:
    try:
        return float(number)
    except ValueError:
        raise UsageError(
            tr("{number!r} in {text!r} is no number; {example}", number=number.strip(), text=text, example=_EXAMPLE)
        ) from None


def _parse_region(region: str | None, text: str) -> Region | None:
    if region is None:
        return None
    if re.fullmatch(rf"[0-9a-fA-F]{{{_HEX_DIGITS}}}", region):
        return Painting(int(region, 16))
    corners = [_parse_number(number, text) for number in region.split(",")]
    if len(corners) != 4:
        raise UsageError(
            tr(
                "{region!r} in {text!r} is no region; give X0,Y0,X1,Y1 or {hex_digits} hexadecimal digits",
                region=region,
                text=text,
                hex_digits=_HEX_DIGITS,
            )
        )
    return Rectangle(*corners)
