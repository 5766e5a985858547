"""Small generators of many kinds, as other people build them, with random weights."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import nn

from gan.model.architecture import (
    Activation,
    ActivationKind,
    Condition,
    Convolution,
    Distribution,
    Enlargement,
    Enlarging,
    Layout,
    Linear,
    Norm,
    NormKind,
    PixelRange,
    TransposedConvolution,
)
from gan.model.checkpoint import save_generator
from gan.model.networks import Generator
from gan.model.parts import is_batch_norm

RELU, LEAKY, PRELU = (Activation(kind) for kind in (ActivationKind.RELU, ActivationKind.LEAKY, ActivationKind.PRELU))
TANH, SIGMOID = Activation(ActivationKind.TANH), Activation(ActivationKind.SIGMOID)
_TO_14, _TO_28 = TransposedConvolution(16, 8, 4, 2, 1), TransposedConvolution(8, 1, 4, 2, 1)


def _batch(count: int) -> Norm:
    return Norm(NormKind.BATCH, count)


LAYOUTS: Mapping[str, Layout] = {
    "linear": Layout.of(20, [(Linear(20, (64, 1, 1)), LEAKY), (Linear(64, (1, 28, 28)), TANH)]),
    "enlarged_first": Layout.of(
        12,
        [
            (Linear(12, (16, 7, 7)), _batch(16), RELU),
            (Enlargement(14), Convolution(16, 8, 3, 1, 1), RELU, _batch(8)),
            (Enlargement(28), Convolution(8, 1, 3, 1, 1), SIGMOID),
        ],
        pixels=PixelRange((2.0,), (-1.0,)),
    ),
    "pixel_norm": Layout.of(
        10,
        [
            (TransposedConvolution(10, 16, 7), Norm(NormKind.PIXEL, 16), PRELU),
            (TransposedConvolution(16, 8, 3, 2, 1, 1), Norm(NormKind.PIXEL, 8), PRELU),
            (TransposedConvolution(8, 3, 3, 2, 1, 1), TANH),
        ],
    ),
    "classes": Layout.of(
        16,
        [
            (TransposedConvolution(24, 16, 7), _batch(16), RELU),
            (_TO_14, _batch(8), RELU),
            (_TO_28, TANH),
        ],
        condition=Condition(10, 8),
    ),
    "uniform": Layout.of(
        9,
        [(TransposedConvolution(9, 16, 7), _batch(16), RELU), (_TO_14, _batch(8), RELU), (_TO_28, TANH)],
        distribution=Distribution.UNIFORM,
    ),
    "opacity": Layout.of(
        14,
        [
            (TransposedConvolution(14, 16, 8), _batch(16), RELU),
            (TransposedConvolution(16, 8, 4, 2, 1), _batch(8), RELU),
            (TransposedConvolution(8, 4, 4, 2, 1), TANH),
        ],
    ),
    "plain": Layout.of(11, [(TransposedConvolution(11, 16, 7), LEAKY), (_TO_14, LEAKY), (_TO_28, TANH)]),
    "enlarged_last": Layout.of(
        13,
        [
            (Linear(13, (32, 1, 1)), RELU),
            (Linear(32, (16, 8, 8)), _batch(16), RELU),
            (Convolution(16, 3, 3, 1, 1), Enlargement(32, Enlarging.BILINEAR), TANH),
        ],
    ),
}
"""By what is special about them."""


def save_layout(folder: Path, kind: str, **provenance: Any) -> Path:
    """A file of one of :data:`LAYOUTS`; its pictures differ from each other."""
    path = folder / f"{kind}.safetensors"
    layout = LAYOUTS[kind]
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(0)
        generator = Generator(layout).train()
        for module in generator.modules():
            if isinstance(module, nn.ConvTranspose2d | nn.Conv2d | nn.Linear):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            elif is_batch_norm(module):
                module.momentum = None  # statistics are those of all batches so far
        for _ in range(4):
            generator(torch.randn(64, layout.z_dim))
    save_generator(path, generator.state_dict(), layout, provenance)
    return path
