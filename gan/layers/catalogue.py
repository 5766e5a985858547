"""Which layers a generator has, by name; needs no torch and no weights."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

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
from gan.words import marked, tr

KEPT = 256
"""Networks whose layers are listed once."""


class Upsampling(StrEnum):
    """How feature maps are enlarged to the picture's size, if at all."""

    NATIVE = "native"
    NEAREST = "nearest"
    BILINEAR = "bilinear"


_HOW_ENLARGED = {
    Enlarging.NEAREST: marked("cells repeated"),
    Enlarging.BILINEAR: marked("bilinear"),
    Enlarging.BICUBIC: marked("bicubic"),
}
_NORM_TEXTS = {
    NormKind.BATCH: marked("batch normalisation"),
    NormKind.INSTANCE: marked("instance normalisation"),
    NormKind.PIXEL: marked("pixel normalisation"),
}
_ACTIVATION_TEXTS = {
    ActivationKind.RELU: "ReLU",
    ActivationKind.LEAKY: "leaky ReLU",
    ActivationKind.PRELU: marked("ReLU with learned slope"),
    ActivationKind.ELU: "ELU",
    ActivationKind.SELU: "SELU",
    ActivationKind.GELU: "GELU",
    ActivationKind.SILU: "SiLU",
    ActivationKind.TANH: "tanh",
    ActivationKind.SIGMOID: "sigmoid",
}


@dataclass(frozen=True)
class Layer:
    """One place to look into: ``block2.act``, with the (C, H, W) of what it gives; ``signed`` if that goes below 0.

    It is a ``part`` of its ``block``; ``endings`` say what else there is to know of it.
    """

    name: str
    block: str
    part: Part
    shape: tuple[int, int, int]
    signed: bool = True
    endings: tuple[str, ...] = ()

    @property
    def stage(self) -> Stage:
        """What it does within its block."""
        return self.part.stage

    @property
    def explanation(self) -> str:
        """For people: ``transposed convolution, kernel 4, stride 2, padding 1: the picture``."""
        return part_text(self.part) + "".join(map(tr, self.endings))


@lru_cache(KEPT)
def layers_of(config: Architecture) -> tuple[Layer, ...]:
    """Every layer in order."""
    return tuple(layer for block in config.blocks for layer in _layers_in(block))


def find_layer(config: Architecture, name: str) -> Layer:
    """The layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this generator has {', '.join(layers)}")
    return layers[name]


@lru_cache(KEPT)
def discriminator_layers_of(config: ModelConfig | DiscriminatorLayout) -> tuple[Layer, ...]:
    """Every layer of the discriminator in order, from the picture to the block ``score``.

    That trained beside a generator of a :class:`ModelConfig` ends in ``score.conv``.
    """
    told: tuple[str, ...] = (marked(": the score"),)
    layout = config
    if isinstance(layout, ModelConfig):
        told += (marked(", without what the class adds"),) if layout.class_names else ()
        layout = layout.discriminator
    *before, score = (layer for block in layout.blocks for layer in _layers_in(block))
    return (*before, replace(score, endings=(*score.endings, *told)))


def find_discriminator_layer(config: ModelConfig | DiscriminatorLayout, name: str) -> Layer:
    """The discriminator's layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in discriminator_layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this discriminator has {', '.join(layers)}")
    return layers[name]


def _layers_in(block: BlockSpec) -> list[Layer]:
    parts = zip(block.layer_names, block.parts, block.shapes, strict=True)
    return [Layer(name, block.name, part, shape, _signed(part), _endings(block, part)) for name, part, shape in parts]


def _endings(block: BlockSpec, part: Part) -> tuple[str, ...]:
    return (marked(": the picture"),) if block.is_last and part is block.parts[-1] else ()


def _signed(part: Part) -> bool:
    return not (isinstance(part, Activation | Custom) and part.is_positive)


def part_text(part: Part) -> str:
    """For people: ``transposed convolution, kernel 4, stride 2, padding 1``."""
    numbers = part_numbers(part)
    return tr("{kind}, {numbers}", kind=part_kind(part), numbers=numbers) if numbers else part_kind(part)


def part_kind(part: Part) -> str:
    """For people, without numbers: ``transposed convolution``."""
    match part:
        case Linear():
            return tr("linear layer")
        case TransposedConvolution():
            return tr("transposed convolution")
        case Convolution():
            return tr("convolution")
        case Enlargement():
            return tr("enlarged to {side} × {side}", side=part.side)
        case Norm():
            return tr(_NORM_TEXTS[part.kind])
        case Activation():
            return tr(_ACTIVATION_TEXTS[part.kind])
        case Custom():
            return tr("{kind} at {path}", kind=part.kind, path=part.path)


def part_numbers(part: Part) -> str:
    """What :func:`part_kind` leaves out: ``kernel 4, stride 2, padding 1``; nothing where there is no more to say."""
    match part:
        case Linear() if part.shape[1:] != (1, 1):
            return tr("laid out as {sides}", sides=" × ".join(map(str, part.shape)))
        case TransposedConvolution(output_padding=extra) if extra:
            return tr("{geometry}, output padding {extra}", geometry=_geometry(part), extra=extra)
        case TransposedConvolution() | Convolution():
            return _geometry(part)
        case Enlargement():
            return tr(_HOW_ENLARGED[part.how])
        case Activation(kind=ActivationKind.LEAKY):
            return tr("slope {slope:g}", slope=part.slope)
        case _:
            return ""


def _geometry(part: TransposedConvolution | Convolution) -> str:
    return tr(
        "kernel {kernel}, stride {stride}, padding {padding}",
        kernel=part.kernel,
        stride=part.stride,
        padding=part.padding,
    )
