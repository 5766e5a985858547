"""Which layers a generator has, by name; needs no torch and no weights."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from gan.errors import UsageError
from gan.model.config import BlockSpec, ModelConfig


class Stage(StrEnum):
    """The parts of a block, in order."""

    CONV = "conv"
    NORM = "norm"
    ACT = "act"


class Upsampling(StrEnum):
    """How feature maps are enlarged to the picture's size, if at all."""

    NATIVE = "native"
    NEAREST = "nearest"
    BILINEAR = "bilinear"


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
def layers_of(config: ModelConfig) -> tuple[Layer, ...]:
    """Every layer in order; the last block has no ``norm``."""
    return tuple(layer for block in config.blocks for layer in _layers_in(block))


def find_layer(config: ModelConfig, name: str) -> Layer:
    """The layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this generator has {', '.join(layers)}")
    return layers[name]


@cache
def discriminator_layers_of(config: ModelConfig) -> tuple[Layer, ...]:
    """Every layer of the discriminator in order, from the picture to ``score.conv``; ``block1`` has no ``norm``."""
    widths = config.discriminator_widths
    halved = (config.image_size // 2 ** (index + 1) for index in range(len(widths)))
    blocks = zip(widths, halved, strict=True)
    layers = [
        layer for index, (width, side) in enumerate(blocks) for layer in _halving_layers(index, (width, side, side))
    ]
    return (*layers, Layer("score.conv", "score", Stage.CONV, "convolution to one number, the score", (1, 1, 1)))


def find_discriminator_layer(config: ModelConfig, name: str) -> Layer:
    """The discriminator's layer called ``name``. Raises :class:`UsageError`, naming those there are."""
    layers = {layer.name: layer for layer in discriminator_layers_of(config)}
    if name not in layers:
        raise UsageError(f"there is no layer {name!r}; this discriminator has {', '.join(layers)}")
    return layers[name]


def _halving_layers(index: int, shape: tuple[int, int, int]) -> list[Layer]:
    explanations = {
        Stage.CONV: "convolution, kernel 4, stride 2, padding 1",
        Stage.NORM: "batch normalisation",
        Stage.ACT: "leaky ReLU",
    }
    if index == 0:
        del explanations[Stage.NORM]
    block = f"block{index + 1}"
    return [Layer(f"{block}.{stage}", block, stage, text, shape) for stage, text in explanations.items()]


def _layers_in(block: BlockSpec) -> list[Layer]:
    shape = f"kernel {block.kernel}, stride {block.stride}, padding {block.padding}"
    explanations = {
        Stage.CONV: f"transposed convolution, {shape}",
        Stage.NORM: "batch normalisation",
        Stage.ACT: "tanh: the picture" if block.is_last else "ReLU",
    }
    if block.is_last:
        del explanations[Stage.NORM]
    return [
        Layer(
            name=f"{block.name}.{stage}",
            block=block.name,
            stage=stage,
            explanation=text,
            shape=block.shape,
            signed=block.is_last or stage is not Stage.ACT,
        )
        for stage, text in explanations.items()
    ]
