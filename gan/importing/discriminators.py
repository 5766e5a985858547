"""What a discriminator is, worked out from its shapes and those of the pictures that it judges.

Shapes say nothing of strides; but the sides must end at what the last layer takes. Only where a single chain of usual
convolutions does so is that chain taken. Activations leave no trace in shapes: see :mod:`gan.importing.slopes`.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations, product
from typing import Any

import numpy as np

from gan.errors import UsageError
from gan.importing.skeleton import FoundNorm, ShapeError, Slopes, Unit, _Found, _natural, _sorted_out
from gan.importing.state_dicts import StateDict
from gan.model.architecture import PixelRange
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.part_specs import Activation, ActivationKind, Convolution, Linear, Norm, NormKind, Operation, Part, Shape
from gan.words import tr

MOST_UNITS = 12
MOST_PERMUTED = 6
MOST_UNIFORM = 200
MOST_CHAINS = 2
"""Chains that end alike are not counted further."""
LEAKY = Activation(ActivationKind.LEAKY, 0.2)

_Choices = Callable[[int], Sequence[tuple[int, int]]]
"""Strides and paddings that a kernel may have."""


@dataclass(frozen=True, eq=False)
class FoundDiscriminator:
    """``weights`` are named after the layers of ``layout``; a last sigmoid is left out, so it gives logits."""

    layout: DiscriminatorLayout
    weights: Mapping[str, Any]
    is_common: bool = True
    """Whether its convolutions are such as most people choose, which speaks for the size of its pictures, too."""
    is_assumed: bool = False
    """Whether nothing says which leaky ReLU it has."""
    origin: str = ""
    """The file, or the place in the generator's file, that it comes from."""

    def seeing(self, pixels: PixelRange) -> "FoundDiscriminator":
        """The same for a generator of those ``pixels``."""
        return replace(self, layout=replace(self.layout, pixels=pixels))


def looks_like_discriminator(network: StateDict) -> bool:
    """Whether its layers, in the order of the file, lead from a picture to one number."""
    try:
        units = _sorted_out(network.arrays).units
    except ShapeError:
        return False
    takes_picture = len(units) > 1 and units[0].weight.ndim == 4 and units[0].weight.shape[1] in (1, 3, 4)
    return takes_picture and units[-1].weight.shape[0] == 1 and _is_chain(units)


def work_out(network: StateDict, picture: Shape) -> FoundDiscriminator:
    """``network`` as a discriminator of pictures of that shape. Raises :class:`ShapeError` with the reason why not."""
    found = _sorted_out(network.arrays)
    units = _ordered(found, picture)
    norms, slopes = _norms(units, found), _slopes(units, found)
    operations, is_common = _operations(units, picture)
    blocks = [
        (operation, *_tail(norms.get(unit.name), slopes.get(unit.name), is_last=unit is units[-1]))
        for unit, operation in zip(units, operations, strict=True)
    ]
    try:
        layout = DiscriminatorLayout.of(picture, blocks)
    except UsageError as error:
        raise ShapeError(error.words) from error
    return FoundDiscriminator(layout, _weights(layout, units, norms, slopes), is_common, not slopes)


def _ordered(found: _Found, picture: Shape) -> list[Unit]:
    """The layers as a chain from the picture to one number: as the file, their names, or at last their shapes say."""
    units = found.units
    if not 1 < len(units) <= MOST_UNITS or found.tables:
        more, many = tr("it is told more than the picture"), tr("it has too few or too many layers")
        raise ShapeError(more if found.tables else many)
    natural = sorted(units, key=lambda unit: _natural(unit.name))
    others = permutations(units) if len(units) <= MOST_PERMUTED else ()
    for order in (units, natural, *others):
        if _takes(order[0], picture) and order[-1].weight.shape[0] == 1 and _is_chain(order):
            return list(order)
    raise ShapeError(_why_no_chain(units, picture))


def _takes(unit: Unit, picture: Shape) -> bool:
    channels, height, width = picture
    return unit.weight.shape[1] == (channels if unit.weight.ndim == 4 else channels * height * width)


def _is_chain(units: Sequence[Unit]) -> bool:
    return all(_fit(before, after) for before, after in pairwise(units))


def _fit(before: Unit, after: Unit) -> bool:
    gives, takes = before.weight.shape[0], after.weight.shape[1]
    if after.weight.ndim == 4 or before.weight.ndim == 2:
        return bool(gives == takes and before.weight.ndim >= after.weight.ndim)
    return bool(takes % gives == 0)


def _why_no_chain(units: Sequence[Unit], picture: Shape) -> str:
    first, last = units[0].weight.shape, units[-1].weight.shape
    if len(first) == 4 and first[1] != picture[0]:
        more = "is given more than the picture, such as a class" if first[1] > picture[0] else "takes other colours"
        return f"it {more}"
    if last[0] != 1:
        return f"it gives {last[0]} numbers, not one"
    return "its layers form no chain from the picture to one number"


def _operations(units: Sequence[Unit], picture: Shape) -> tuple[tuple[Operation, ...], bool]:
    """And whether they are those that most people choose.

    Raises :class:`ShapeError` unless exactly one chain of usual choices ends right.
    """
    for chains, is_common in _attempts(units, picture):
        if len(chains) == 1:
            return chains[0], is_common
        if chains:
            raise ShapeError(tr("several strides and paddings of its convolutions are as likely"))
    raise ShapeError(tr("no usual strides and paddings of its convolutions fit the pictures"))


def _attempts(units: Sequence[Unit], picture: Shape) -> Iterator[tuple[list[tuple[Operation, ...]], bool]]:
    """Chains that end right, of more usual choices first, and whether these are common."""
    yield _ending_right(units, picture, _halving, whole=True), True
    yield _ending_right(units, picture, _halving_or_keeping, whole=True), True
    yield list(_uniform(units, picture)), False


def _halving(kernel: int) -> list[tuple[int, int]]:
    return [(1, 0)] if kernel == 1 else [(2, (kernel - 1) // 2)]


def _halving_or_keeping(kernel: int) -> list[tuple[int, int]]:
    return [*_halving(kernel), (1, kernel // 2)] if kernel % 2 and kernel > 1 else _halving(kernel)


def _uniform(units: Sequence[Unit], picture: Shape) -> Iterator[tuple[Operation, ...]]:
    """All convolutions of a kernel do the same. What odd kernels do without padding could as well be pooling."""
    kernels = sorted({unit.kernel for unit in units if unit.weight.ndim == 4})
    every = [_every(kernel) for kernel in kernels]
    if math.prod(map(len, every)) > MOST_UNIFORM:
        return
    for chosen in product(*every):
        choices = dict(zip(kernels, chosen, strict=True))
        yield from _ending_right(units, picture, lambda kernel, choices=choices: [choices[kernel]])  # type: ignore[misc]


def _every(kernel: int) -> list[tuple[int, int]]:
    if kernel % 2:
        return _halving_or_keeping(kernel)
    return [(stride, padding) for stride in (1, 2) for padding in range(kernel // 2 + 1)]


def _ending_right(
    units: Sequence[Unit], picture: Shape, choices: _Choices, *, whole: bool = False
) -> list[tuple[Operation, ...]]:
    """Chains of such convolutions that end in one number; at most :data:`MOST_CHAINS` for maps of the same shape.

    ``whole``: the last convolution has to see all of its maps at once.
    """
    chains: dict[Shape, list[tuple[Operation, ...]]] = {picture: [()]}
    for unit in units:
        longer: dict[Shape, list[tuple[Operation, ...]]] = {}
        for shape, before in chains.items():
            allowed = choices if unit is not units[-1] else _last(shape, choices, whole)
            for operation, after in _steps(unit, shape, allowed):
                known = longer.setdefault(after, [])
                known += [(*chain, operation) for chain in before][: MOST_CHAINS - len(known)]
        chains = longer
    return chains.get((1, 1, 1), [])


def _last(shape: Shape, choices: _Choices, whole: bool) -> _Choices:
    return lambda kernel: [(1, 0)] if kernel == shape[1] else [] if whole else choices(kernel)


def _steps(unit: Unit, shape: Shape, choices: _Choices) -> Iterator[tuple[Operation, Shape]]:
    for operation in _possible(unit, choices):
        try:
            yield operation, operation.output(shape)
        except UsageError:
            continue


def _possible(unit: Unit, choices: _Choices) -> Iterator[Operation]:
    bias = unit.bias is not None
    if unit.weight.ndim == 2:
        gives, takes = unit.weight.shape
        yield Linear(takes, (gives, 1, 1), bias)
        return
    gives, takes, kernel, _ = unit.weight.shape
    for stride, padding in choices(kernel):
        yield Convolution(takes, gives, kernel, stride, padding, bias)


def _norms(units: Sequence[Unit], found: _Found) -> dict[str, FoundNorm]:
    """Each norm by the layer that it follows: that before it in the file, or else the next of its width in order."""
    if any(not norm.has_statistics for norm in found.norms):
        raise ShapeError(tr("it normalises in a way that its weights do not tell"))
    owners = _owners_before(found)
    return owners if owners is not None else _owners_in_order(units, found.norms)


def _owners_before(found: _Found) -> dict[str, FoundNorm] | None:
    units = {unit.name: unit for unit in found.units}
    norms = {norm.name: norm for norm in found.norms}
    owners: dict[str, FoundNorm] = {}
    for before, name in pairwise(["", *found.order]):
        if name in norms:
            if before not in units or units[before].weight.shape[0] != norms[name].count:
                return None
            owners[before] = norms[name]
    return owners


def _owners_in_order(units: Sequence[Unit], norms: Sequence[FoundNorm]) -> dict[str, FoundNorm]:
    owners: dict[str, FoundNorm] = {}
    rest = list(norms)
    for unit in units:
        if rest and rest[0].count == unit.weight.shape[0]:
            owners[unit.name] = rest.pop(0)
    if rest:
        raise ShapeError(tr("{name} belongs to none of its layers", name=rest[0].name))
    return owners


def _slopes(units: Sequence[Unit], found: _Found) -> dict[str, Slopes]:
    """Learned slopes by the layer that they follow: one for each hidden layer, or one for all."""
    hidden = units[:-1]
    slopes = found.slopes * len(hidden) if len(found.slopes) == 1 else found.slopes
    if slopes and len(slopes) != len(hidden):
        raise ShapeError(tr("it has another number of learned slopes than of layers"))
    return {unit.name: own for unit, own in zip(hidden, slopes, strict=False)}


def _tail(norm: FoundNorm | None, slopes: Slopes | None, *, is_last: bool) -> Iterator[Part]:
    if norm is not None:
        yield Norm(NormKind.BATCH, norm.count, affine=norm.weight is not None)
    if slopes is not None:
        yield Activation(ActivationKind.PRELU, slopes=len(slopes.weight))
    elif not is_last:
        yield LEAKY


def _weights(
    layout: DiscriminatorLayout, units: Sequence[Unit], norms: Mapping[str, FoundNorm], slopes: Mapping[str, Slopes]
) -> dict[str, Any]:
    import torch

    weights: dict[str, Any] = {}
    for block, unit in zip(layout.blocks, units, strict=True):
        for layer, part in zip(block.layer_names, block.parts, strict=True):
            arrays = _arrays(part, unit, norms.get(unit.name), slopes.get(unit.name))
            weights |= {f"{layer}.{name}": array for name, array in arrays.items() if array is not None}
    return {name: torch.from_numpy(np.array(array)) for name, array in weights.items()}


def _arrays(part: Part, unit: Unit, norm: FoundNorm | None, slopes: Slopes | None) -> dict[str, Any]:
    match part:
        case Norm():
            assert norm is not None
            statistics = {"running_mean": norm.mean, "running_var": norm.variance}
            return {
                "weight": norm.weight,
                "bias": norm.bias,
                **statistics,
                "num_batches_tracked": np.zeros((), np.int64),
            }
        case Activation():
            return {} if slopes is None else {"weight": slopes.weight}
        case _:
            return {"weight": unit.weight, "bias": unit.bias}
