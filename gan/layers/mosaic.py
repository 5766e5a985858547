"""Feature maps as pictures: a value range, a colour map, all channels side by side. numpy only."""

import math
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from gan.images import Picture, grid
from gan.sizes import Size

Maps = npt.NDArray[np.float32]

# Anchor colours, evenly spaced from the lowest value to the highest.
_ANCHORS = {
    "diverging": ("2166ac", "67a9cf", "f7f7f7", "ef8a62", "b2182b"),
    "viridis": ("440154", "3b528b", "21918c", "5ec962", "fde725"),
    "magma": ("000004", "3b0f70", "8c2981", "de4968", "fe9f6d", "fcfdbf"),
    "grey": ("000000", "ffffff"),
}
COLOUR_MAPS = tuple(_ANCHORS)


class Scaling(StrEnum):
    """What the ends of the colour map stand for."""

    LAYER = "layer"
    CHANNEL = "channel"
    FIXED = "fixed"


def colour_table(name: str) -> Picture:
    """256 colours from the lowest value to the highest, shape (256, 3)."""
    anchors = np.array([[int(code[i : i + 2], 16) for i in (0, 2, 4)] for code in _ANCHORS[name]])
    positions = np.linspace(0, len(anchors) - 1, 256)
    channels = [np.interp(positions, np.arange(len(anchors)), anchors[:, i]) for i in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


def value_range(maps: Maps, *, signed: bool) -> tuple[float, float]:
    """Lowest and highest finite value of ``maps`` (any shape), symmetric about 0 if ``signed``.

    Never empty: for equal values it reaches from them 1 upwards, and from -1 to 1 for signed zeros.
    """
    finite = maps[np.isfinite(maps)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if signed:
        high = max(abs(low), abs(high)) or 1.0
        low = -high
    return (low, high) if high > low else (low, low + 1.0)


def to_indices(maps: Maps, scaling: Scaling, *, signed: bool, fixed: tuple[float, float] = (-1.0, 1.0)) -> Picture:
    """(C, H, W) values -> (C, H, W) uint8 places in a colour table. Values out of range take its ends."""
    if scaling is Scaling.CHANNEL:
        ranges = np.array([value_range(channel, signed=signed) for channel in maps])
    else:
        ranges = np.array([fixed if scaling is Scaling.FIXED else value_range(maps, signed=signed)])
    low, high = ranges.T[:, :, None, None]
    with np.errstate(over="ignore"):  # what is too large for 32 bits has the last colour, too
        scaled = np.nan_to_num((maps - low.astype(np.float32)) * (255 / (high - low)).astype(np.float32))
    indices: Picture = np.clip(scaled + 0.5, 0, 255).astype(np.uint8)
    return indices


def map_size(maps: Maps) -> Size:
    """That of each of the maps (..., H, W)."""
    height, width = maps.shape[-2:]
    return Size(width, height)


def columns_for(count: int, aspect: float = 1.0) -> int:
    """How many columns make ``count`` equal squares fill a field of ``aspect`` = width / height best.

    Maps of other proportions fill a square as squares do a field of their height / width.
    """
    return max(1, min(count, math.ceil(math.sqrt(count * aspect))))


def mosaic(
    maps: Maps,
    colour_map: str,
    scaling: Scaling = Scaling.LAYER,
    *,
    signed: bool,
    columns: int | None = None,
    gap: int = 1,
    background: int = 255,
) -> Picture:
    """(C, H, W) -> one (rows * H + gaps, columns * W + gaps, 3) picture with all channels in order."""
    colours = colour_table(colour_map)[to_indices(maps, scaling, signed=signed)]
    count, height, width = maps.shape
    return grid(colours, columns or columns_for(count, height / width), gap, background)
