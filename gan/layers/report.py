"""A layer's feature maps in numbers, and the colours that they are shown in when nobody chose any."""

from dataclasses import dataclass

import numpy as np

from gan.layers.catalogue import Layer
from gan.layers.mosaic import Maps

DIVERGING = "diverging"
SEQUENTIAL = "viridis"


@dataclass(frozen=True)
class MapStatistics:
    """Of a layer's finite values; None if it has none. ``sparsity`` is the share that is exactly 0."""

    min: float | None
    max: float | None
    mean: float | None
    std: float | None
    sparsity: float | None


def statistics(maps: Maps) -> MapStatistics:
    """``maps`` may have any shape; six significant digits are kept."""
    values = maps[np.isfinite(maps)].astype(np.float64)
    if not values.size:
        return MapStatistics(None, None, None, None, None)
    found = (values.min(), values.max(), values.mean(), values.std(), np.mean(values == 0))
    return MapStatistics(*(rounded(float(number)) for number in found))


def rounded(number: float) -> float:
    """Six significant digits."""
    return float(f"{number:.6g}")


def default_colour_map(layer: Layer) -> str:
    """One with 0 in its middle for layers that go below zero, one that is dark at 0 for a ReLU's."""
    return DIVERGING if layer.signed else SEQUENTIAL
