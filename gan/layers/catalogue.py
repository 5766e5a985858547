"""Which layers a generator has, by name; needs no torch and no weights."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from gan.errors import UsageError
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.config import ModelConfig
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Custom,
    Enlargement,
    Enlarging,
    Linear,
    Norm,
    NormKind,
    Part,
    Stage,
    TransposedConvolution,
)


class Upsampling(StrEnum):
    """How feature maps are enlarged to the picture's size, if at all."""

    NATIVE = "native"
    NEAREST = "nearest"
    BILINEAR = "bilinear"


_HOW_ENLARGED = {
    Enlarging.NEAREST: "cells repeated",
    Enlarging.BILINEAR: "bilinear",
    Enlarging.BICUBIC: "bicubic",
}
_NORM_TEXTS = {
    NormKind.BATCH: "batch normalisation",
    NormKind.INSTANCE: "instance normalisation",
    NormKind.PIXEL: "pixel normalisation",
}
_ACTIVATION_TEXTS = {
    ActivationKind.RELU: "ReLU",
    ActivationKind.LEAKY: "leaky ReLU",
    ActivationKind.PRELU: "ReLU with learned slope",
    ActivationKind.ELU: "ELU",
    ActivationKind.SELU: "SELU",
    ActivationKind.GELU: "GELU",
    ActivationKind.SILU: "SiLU",
    ActivationKind.TANH: "tanh",
    ActivationKind.SIGMOID: "sigmoid",
}


@dataclass(frozen=True)
class Layer:
    """One place to look into: ``block2.act``, with the (C, H, W) of what it gives; ``signed`` if that goes below 0."""

    name: str
    block: str
    stage: Stage
    explanation: str
    shape: tuple[int, int, int]
    signed: bool = True


@cache
def layers_of(config: Architecture) -> tuple[Layer, ...]:
    """Every layer in order."""
    return tuple(layer for block in config.blocks for layer in _layers_in(block))


def find_layer(config: Architecture, name: str) -> Layer:
    """The layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this generator has {', '.join(layers)}")
    return layers[name]


@cache
def discriminator_layers_of(config: ModelConfig | DiscriminatorLayout) -> tuple[Layer, ...]:
    """Every layer of the discriminator in order, from the picture to the block ``score``.

    That trained beside a generator of a :class:`ModelConfig` ends in ``score.conv``.
    """
    told, layout = "", config
    if isinstance(layout, ModelConfig):
        told, layout = ", without what the class adds" if layout.class_names else "", layout.discriminator
    *before, score = (layer for block in layout.blocks for layer in _layers_in(block))
    return (*before, replace(score, explanation=f"{score.explanation}: the score{told}"))


def find_discriminator_layer(config: ModelConfig | DiscriminatorLayout, name: str) -> Layer:
    """The discriminator's layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in discriminator_layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this discriminator has {', '.join(layers)}")
    return layers[name]


def _layers_in(block: BlockSpec) -> list[Layer]:
    parts = zip(block.layer_names, block.parts, block.shapes, strict=True)
    return [
        Layer(name, block.name, part.stage, _explained(block, part), shape, _signed(part))
        for name, part, shape in parts
    ]


def _explained(block: BlockSpec, part: Part) -> str:
    makes_picture = block.is_last and part is block.parts[-1]
    return part_text(part) + (": the picture" if makes_picture else "")


def part_text(part: Part) -> str:
    """For people: ``transposed convolution, kernel 4, stride 2, padding 1``."""
    match part:
        case Linear():
            return "linear layer" if part.shape[1:] == (1, 1) else f"linear layer, laid out as {_sides(part.shape)}"
        case TransposedConvolution():
            more = f", output padding {part.output_padding}" if part.output_padding else ""
            return f"transposed convolution, {_geometry(part)}{more}"
        case Convolution():
            return f"convolution, {_geometry(part)}"
        case Enlargement():
            return f"enlarged to {part.side} × {part.side}, {_HOW_ENLARGED[part.how]}"
        case Norm():
            return _NORM_TEXTS[part.kind]
        case Activation():
            slope = f", slope {part.slope:g}" if part.kind is ActivationKind.LEAKY else ""
            return _ACTIVATION_TEXTS[part.kind] + slope
        case Custom():
            return f"{part.kind} at {part.path}"


def _geometry(part: TransposedConvolution | Convolution) -> str:
    return f"kernel {part.kernel}, stride {part.stride}, padding {part.padding}"


def _sides(shape: tuple[int, int, int]) -> str:
    return " × ".join(map(str, shape))


def _signed(part: Part) -> bool:
    return not (isinstance(part, Activation | Custom) and part.is_positive)
