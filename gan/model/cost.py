"""What a network costs: its weights, and its multiplications for one picture; no torch in here."""

import math
from collections.abc import Iterable

from gan.model.blocks import BlockSpec
from gan.model.part_specs import Convolution, Linear, TransposedConvolution
from gan.model.weights import block_weight_shapes

_STATISTICS = ("running_mean", "running_var", "num_batches_tracked")


def parameter_count(blocks: Iterable[BlockSpec]) -> int:
    """How many numbers are learned: all that the parts keep but the statistics of BatchNorm."""
    shapes = block_weight_shapes(blocks)
    return sum(math.prod(shape) for name, shape in shapes.items() if not name.endswith(_STATISTICS))


def multiply_adds(blocks: Iterable[BlockSpec]) -> int:
    """How many products are added up for one picture on the way forward, by the layers with weights.

    A layer that only its own code describes counts nothing.
    """
    return sum(_products(block) for block in blocks)


def _products(block: BlockSpec) -> int:
    match block.operation:
        case Linear(in_features=count):
            return count * math.prod(block.operation_shape)
        case TransposedConvolution(before, after, kernel):
            _, height, width = block.operation_input
            return before * after * kernel**2 * height * width
        case Convolution(before, after, kernel):
            _, height, width = block.operation_shape
            return before * after * kernel**2 * height * width
        case _:
            return 0
