"""Between a single cell and a map of several: the first step of a generator and the last of a discriminator; no torch.

Kernels are square, so an oblong map needs a linear layer, which is the same sum by another name: a convolution that
covers the whole map has one weight for each number of it.
"""

from gan.model.part_specs import Convolution, Linear, Shape, TransposedConvolution
from gan.sizes import Size


def from_one_cell(features: int, channels: int, size: Size) -> TransposedConvolution | Linear:
    """(features, 1, 1) -> (channels, height, width), without a bias."""
    if size.is_square:
        return TransposedConvolution(features, channels, size.width, bias=False)
    return Linear(features, (channels, size.height, size.width), bias=False)


def to_one_cell(maps: Shape) -> Convolution | Linear:
    """``maps`` (C, H, W) -> (1, 1, 1)."""
    channels, height, width = maps
    return Convolution(channels, 1, height) if height == width else Linear(channels * height * width, (1, 1, 1))
