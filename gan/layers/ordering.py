"""In which order the channels of a layer are shown. numpy only."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from gan.layers.mosaic import Maps

Places = npt.NDArray[np.intp]
"""Channels in the order in which they are shown, shape (C,)."""


class Order(StrEnum):
    """What channels are sorted by: the index rises, everything else falls."""

    INDEX = "index"
    MEAN = "mean"
    VARIANCE = "variance"
    SPARSITY = "sparsity"
    EFFECT = "effect"


def sorted_channels(maps: Maps, order: Order, effects: npt.NDArray[np.float32] | None = None) -> Places:
    """The channels of (C, H, W) ``maps`` in ``order``; ``effects`` (C,) are needed for that order only.

    Equal channels, and those without a number, keep the order of their index; the latter come last.
    """
    if order is Order.INDEX or (order is Order.EFFECT and effects is None):
        return np.arange(len(maps))
    values = effects if order is Order.EFFECT else _values(maps, order)
    falling = -np.nan_to_num(np.asarray(values, np.float64), nan=-np.inf)
    return np.argsort(falling, kind="stable")


def _values(maps: Maps, order: Order) -> npt.NDArray[np.float64]:
    flat = maps.reshape(len(maps), -1)
    if order is Order.MEAN:
        return flat.mean(axis=1, dtype=np.float64)
    if order is Order.VARIANCE:
        return flat.var(axis=1, dtype=np.float64)
    return (flat == 0).mean(axis=1)
