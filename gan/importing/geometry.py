"""What a layer with weights may do to the side of its maps, likelier choices first."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from gan.errors import UsageError
from gan.importing import priors
from gan.importing.skeleton import PICTURE_CHANNELS, Kind, Link, map_side
from gan.model.part_specs import Convolution, Enlargement, Enlarging, Linear, Operation, Shape, TransposedConvolution

LARGEST_STRIDE = 4
LARGEST_PADDING = 3
LARGEST_PICTURE = 512
DEAREST = 0.36
"""Choices that cost more are not tried where a layer may have any."""


Choices = Callable[[int, int, int, bool, int], "Iterator[Geometry]"]
"""What may be tried, by the channels given and made, the kernel, whether there is a bias, and the side of the maps."""


@dataclass(frozen=True)
class Geometry:
    """Enlarging, if any, then the operation; ``cost`` is how unusual that is."""

    up: Enlargement | None
    operation: Operation
    cost: float

    def output(self, shape: Shape) -> Shape:
        """(C, H, W) for maps of ``shape``."""
        return self.operation.output(shape if self.up is None else self.up.output(shape))


def geometries(link: Link, shape: Shape, after: Link | None) -> tuple[Geometry, ...]:
    """All that is tried for ``link``, given maps of ``shape``; ``after`` is the link that takes what it gives."""
    if link.kind is Kind.LINEAR:
        return tuple(_linear(link, after)) if math.prod(shape) == link.inputs else ()
    choices = _transposed if link.kind is Kind.TRANSPOSED else _convolutions
    return _possible(choices, link.inputs, link.outputs, link.unit.kernel, link.unit.bias is not None, shape)


@lru_cache(1024)
def _possible(
    choices: Choices, inputs: int, outputs: int, kernel: int, bias: bool, shape: Shape
) -> tuple[Geometry, ...]:
    """The cheapest of ``choices`` first; asked for again and again."""
    found = choices(inputs, outputs, kernel, bias, shape[-1])
    possible = (choice for choice in found if choice.cost <= DEAREST and is_possible(choice, shape))
    return tuple(sorted(possible, key=lambda choice: choice.cost))


def _linear(link: Link, after: Link | None) -> Iterator[Geometry]:
    bias = link.unit.bias is not None
    if after is None:
        for channels in PICTURE_CHANNELS:
            side = int((link.outputs / channels) ** 0.5)
            if channels * side * side == link.outputs:
                yield Geometry(None, Linear(link.inputs, (channels, side, side), bias), 0.3 * (channels == 4))
    elif after.kind is Kind.LINEAR:
        yield Geometry(None, Linear(link.inputs, (link.outputs, 1, 1), bias), 0.0)
    else:
        side = map_side(link, after) if link.outputs != after.inputs else 1
        yield Geometry(None, Linear(link.inputs, (after.inputs, side, side), bias), 0.0)


def _transposed(inputs: int, outputs: int, kernel: int, bias: bool, side: int) -> Iterator[Geometry]:
    for padding in range(min(LARGEST_PADDING, kernel - 1) + 1):
        for stride, output_padding in _strides(side):
            cost = priors.of_transposed(kernel, stride, padding, output_padding, side)
            part = TransposedConvolution(inputs, outputs, kernel, stride, padding, output_padding, bias)
            yield Geometry(None, part, cost)
            if stride == 1 and side > 1 and kernel == 2 * padding + 1:
                yield from (Geometry(up, part, cost + up_cost + 0.15) for up, up_cost in _enlargements(side))


def _strides(side: int) -> Iterator[tuple[int, int]]:
    """(stride, output padding); a map of one cell has no stride, but room for output padding needs one."""
    if side == 1:
        yield from ((1, 0), (2, 1))
        return
    for stride in range(1, LARGEST_STRIDE + 1):
        yield from product([stride], range(min(stride, 2)))


def _convolutions(inputs: int, outputs: int, kernel: int, bias: bool, side: int) -> Iterator[Geometry]:
    for padding, stride in product({(kernel - 1) // 2, kernel // 2, 0, 1}, (1, 2)):
        part = Convolution(inputs, outputs, kernel, stride, padding, bias)
        cost = priors.of_convolution(kernel, stride, padding)
        yield Geometry(None, part, cost)
        if stride == 1:
            more = cost + 0.15 * (kernel == 1)
            yield from (Geometry(up, part, more + up_cost) for up, up_cost in _enlargements(side))


def _enlargements(side: int) -> Iterator[tuple[Enlargement, float]]:
    for how in (Enlarging.NEAREST, Enlarging.BILINEAR):
        yield Enlargement(2 * side, how), priors.ENLARGED[how]
        yield Enlargement(4 * side, how), priors.ENLARGED[how] + 0.2
    yield Enlargement(2 * side, Enlarging.BILINEAR, True), priors.ENLARGED[Enlarging.BILINEAR] + priors.ALIGNED_CORNERS
    yield Enlargement(2 * side, Enlarging.BICUBIC), priors.ENLARGED[Enlarging.BICUBIC]


def is_possible(choice: Geometry, shape: Shape) -> bool:
    """Whether maps of ``shape`` can go through it, and become no larger than pictures are."""
    try:
        return choice.output(shape)[-1] <= LARGEST_PICTURE
    except UsageError:
        return False
