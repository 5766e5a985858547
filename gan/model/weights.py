"""Which tensors a generator's file holds, by what its layers are; no torch in here."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Custom,
    Enlargement,
    Linear,
    Norm,
    NormKind,
    Part,
    TransposedConvolution,
)

if TYPE_CHECKING:
    from torch import Tensor

Shapes = Mapping[str, tuple[int, ...]]
"""Of tensors by name, as torch lays them out."""


def weight_shapes(config: Architecture) -> Shapes:
    """Of everything that a generator of ``config`` keeps: ``block1.conv.weight``, ``label.weight``."""
    condition = config.condition
    found: dict[str, tuple[int, ...]] = {}
    if condition is not None and condition.embedded:
        found["label.weight"] = condition.classes, condition.width
    return found | block_weight_shapes(config.blocks)


def block_weight_shapes(blocks: Iterable[BlockSpec]) -> dict[str, tuple[int, ...]]:
    """Of everything that the parts of ``blocks`` keep."""
    return {
        f"{layer}.{name}": shape
        for block in blocks
        for layer, part in zip(block.layer_names, block.parts, strict=True)
        for name, shape in _tensors(part).items()
    }


def shapes_of(tensors: "Mapping[str, Tensor]") -> Shapes:
    """Of tensors that are there."""
    return {name: tuple(tensor.shape) for name, tensor in tensors.items()}


def _tensors(part: Part) -> dict[str, tuple[int, ...]]:
    match part:
        case Linear(in_features, (channels, height, width)):
            return _with_bias((channels * height * width, in_features), channels * height * width, part.bias)
        case TransposedConvolution(before, after, kernel):
            return _with_bias((before, after, kernel, kernel), after, part.bias)
        case Convolution(before, after, kernel):
            return _with_bias((after, before, kernel, kernel), after, part.bias)
        case Norm():
            return _of_norm(part)
        case Activation(ActivationKind.PRELU):
            return {"weight": (part.slopes,)}
        case Activation() | Enlargement() | Custom():
            return {}


def _with_bias(weight: tuple[int, ...], count: int, bias: bool) -> dict[str, tuple[int, ...]]:
    return {"weight": weight, "bias": (count,)} if bias else {"weight": weight}


def _of_norm(part: Norm) -> dict[str, tuple[int, ...]]:
    if part.kind is NormKind.PIXEL:
        return {}
    scales = ("weight", "bias") if part.affine else ()
    if part.kind is NormKind.INSTANCE:
        return dict.fromkeys(scales, (part.count,))
    return dict.fromkeys((*scales, "running_mean", "running_var"), (part.count,)) | {"num_batches_tracked": ()}
