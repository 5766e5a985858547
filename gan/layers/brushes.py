"""What one number of a hidden layer paints, or looks for, as a small picture; numpy only.

A linear layer has a weight for every number that goes in and every pixel that comes out, so each number paints with a
brush as large as the picture, and moves no other pixel along. A convolution has one small kernel, which it uses at
every place: what it paints depends on its neighbourhood, not on where that is.
"""

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.part_specs import Convolution, Linear, Shape, TransposedConvolution
from gan.sizes import Size

Weights = npt.NDArray[np.float32]


class Reach(Enum):
    """How far a stroke goes."""

    PICTURE = "picture"
    """Over all of it: a weight for every pixel, used once."""
    KERNEL = "kernel"
    """Over a few cells: the same weights at every place."""


@dataclass(frozen=True, eq=False)
class Brushes:
    """The weights of one layer between numbers or maps and pictures: ``strokes`` (N, C, h, w), one for each of them.

    ``places`` says how often each weight is used for one picture.
    """

    reach: Reach
    strokes: Weights
    places: int

    @property
    def weights(self) -> int:
        """How many there are."""
        return self.strokes.size

    @property
    def maps(self) -> Weights:
        """(N, h, w), the mean over colours."""
        return self.strokes.mean(axis=1)

    @property
    def order(self) -> npt.NDArray[np.intp]:
        """Their places from the strongest to the weakest, by the sum of squares."""
        return np.argsort(-np.square(self.strokes, dtype=np.float64).sum((1, 2, 3)), kind="stable")

    def order_at(self, row: int, column: int) -> npt.NDArray[np.intp]:
        """The same by what they weigh for one pixel alone; strokes of kernels reach all pixels alike."""
        if self.reach is Reach.KERNEL:
            return self.order
        return np.argsort(-np.abs(self.strokes[:, :, row, column]).sum(1), kind="stable")


def painting_block(config: Architecture) -> BlockSpec | None:
    """The block whose weights paint the picture: the last one, if its layer is linear or a convolution; else None."""
    last = config.blocks[-1]
    return last if isinstance(last.operation, Linear | TransposedConvolution | Convolution) else None


def painting(block: BlockSpec, weight: Weights) -> Brushes:
    """What goes into ``block`` paints so; ``weight`` as torch lays it out."""
    match block.operation:
        case Linear():
            return Brushes(Reach.PICTURE, weight.T.reshape(-1, *block.operation_shape), 1)
        case TransposedConvolution():
            return Brushes(Reach.KERNEL, weight, math.prod(block.operation_input[1:]))
        case _:
            return Brushes(Reach.KERNEL, weight.swapaxes(0, 1), math.prod(block.operation_shape[1:]))


def seeing(block: BlockSpec, weight: Weights, picture: Shape) -> Brushes:
    """What each number that comes out of ``block``, the first one behind a ``picture`` (C, H, W), looks for."""
    if isinstance(block.operation, Linear):
        return Brushes(Reach.PICTURE, weight.reshape(-1, *picture), 1)
    return Brushes(Reach.KERNEL, weight, math.prod(block.operation_shape[1:]))


def as_large(maps: Weights, picture: Size) -> Weights:
    """(N, h, w), as large as fits into ``picture``: every weight a block of pixels, to be seen beside pictures."""
    _, height, width = maps.shape
    large = Size(width, height).within(picture)
    rows, columns = np.arange(large.height) * height // large.height, np.arange(large.width) * width // large.width
    return maps[:, rows][:, :, columns]
