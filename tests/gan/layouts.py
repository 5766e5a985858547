"""Small generators of every kind that people build, with random weights."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import torch
from torch import Tensor, nn

from gan.explore.latent import sample_z
from gan.model.architecture import Condition, Distribution, Join, PixelRange
from gan.model.checkpoint import save_generator
from gan.model.fully_connected import generator_parts
from gan.model.layout import Layout
from gan.model.networks import Generator
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Enlargement,
    Enlarging,
    Linear,
    Norm,
    NormKind,
    Part,
    Shape,
    TransposedConvolution,
)
from gan.model.parts import is_batch_norm

Z_DIM = 6
PROVENANCE = {"step": 7}
RELU, LEAKY = Activation(ActivationKind.RELU), Activation(ActivationKind.LEAKY)
TANH, SIGMOID = Activation(ActivationKind.TANH), Activation(ActivationKind.SIGMOID)
FROM_ZERO = PixelRange((2.0,), (-1.0,))


def _norm(count: int, kind: NormKind = NormKind.BATCH, *, flat: bool = False, affine: bool = True) -> Norm:
    return Norm(kind, count, flat=flat, affine=affine)


def _doubling(before: int, after: int) -> TransposedConvolution:
    return TransposedConvolution(before, after, 4, 2, 1, bias=False)


def _blocks(features: int = Z_DIM, channels: int = 1, last: Activation = TANH) -> list[tuple[Part, ...]]:
    """16 pixels by the usual way."""
    return [
        (TransposedConvolution(features, 8, 4, bias=False), _norm(8), RELU),
        (_doubling(8, 4), _norm(4), RELU),
        (_doubling(4, channels), last),
    ]


def _conditional(condition: Condition) -> Layout:
    return Layout.of(Z_DIM, _blocks(condition.features(Z_DIM)), condition=condition)


def _perceptron() -> Layout:
    return Layout.of(
        Z_DIM, [(Linear(Z_DIM, (16, 1, 1)), LEAKY), (Linear(16, (32, 1, 1)), LEAKY), (Linear(32, (1, 28, 28)), TANH)]
    )


def _flat_norm() -> Layout:
    first = (Linear(Z_DIM, (4, 7, 7)), _norm(4 * 49, flat=True), RELU)
    return Layout.of(Z_DIM, [first, (_doubling(4, 4), _norm(4), RELU), (_doubling(4, 1), TANH)])


def _linear_first() -> Layout:
    first = (Linear(Z_DIM, (8, 4, 4), bias=False), _norm(8), RELU)
    return Layout.of(Z_DIM, [first, (_doubling(8, 4), _norm(4), LEAKY), (_doubling(4, 3), TANH)])


def _oblong() -> Layout:
    """24 x 16 pixels."""
    first = (Linear(Z_DIM, (8, 4, 6), bias=False), _norm(8), RELU)
    return Layout.of(Z_DIM, [first, (_doubling(8, 4), _norm(4), RELU), (_doubling(4, 3), TANH)])


def _enlarging(how: Enlarging, *, align_corners: bool = False) -> Layout:
    def up(side: int) -> Enlargement:
        return Enlargement(side, how, align_corners)

    return Layout.of(
        Z_DIM,
        [
            (Linear(Z_DIM, (8, 4, 4)), RELU),
            (up(8), Convolution(8, 6, 3, 1, 1), _norm(6), RELU),
            (up(16), Convolution(6, 3, 3, 1, 1), TANH),
        ],
    )


def _activation_first() -> Layout:
    return Layout.of(
        Z_DIM,
        [
            (TransposedConvolution(Z_DIM, 8, 4), RELU, _norm(8)),
            (TransposedConvolution(8, 4, 4, 2, 1), LEAKY, _norm(4, affine=False)),
            (TransposedConvolution(4, 1, 4, 2, 1), TANH),
        ],
    )


def _instance_norm() -> Layout:
    return Layout.of(
        Z_DIM,
        [
            (TransposedConvolution(Z_DIM, 8, 4), _norm(8, NormKind.INSTANCE), RELU),
            (_doubling(8, 4), _norm(4, NormKind.INSTANCE, affine=False), Activation(ActivationKind.GELU)),
            (_doubling(4, 1), TANH),
        ],
    )


def _pixel_norm() -> Layout:
    slopes = Activation(ActivationKind.PRELU), Activation(ActivationKind.PRELU, slopes=4)
    return Layout.of(
        Z_DIM,
        [
            (TransposedConvolution(Z_DIM, 8, 4), slopes[0], _norm(8, NormKind.PIXEL)),
            (TransposedConvolution(8, 4, 4, 2, 1), slopes[1]),
            (TransposedConvolution(4, 3, 4, 2, 1),),
        ],
    )


def _odd_kernels() -> Layout:
    return Layout.of(
        Z_DIM,
        [
            (Linear(Z_DIM, (6, 4, 4)), RELU),
            (TransposedConvolution(6, 5, 3, 2, 1, 1, bias=False), _norm(5), RELU),
            (TransposedConvolution(5, 4, 5, 2, 2, 1), RELU),
            (TransposedConvolution(4, 1, 2, 2), TANH),
        ],
    )


def _convolutions_between() -> Layout:
    return Layout.of(
        Z_DIM,
        [
            (TransposedConvolution(Z_DIM, 8, 4), _norm(8), RELU),
            (TransposedConvolution(8, 6, 4, 2, 1), RELU),
            (Convolution(6, 6, 3, 1, 1), _norm(6), RELU),
            (TransposedConvolution(6, 4, 4, 2, 1), RELU),
            (Convolution(4, 3, 5, 1, 2), TANH),
        ],
    )


def _enlarged_last() -> Layout:
    last = (Convolution(4, 1, 3, 1, 1), TANH, Enlargement(32, Enlarging.BILINEAR))
    return Layout.of(Z_DIM, [(TransposedConvolution(Z_DIM, 8, 8), RELU), (_doubling(8, 4), _norm(4), RELU), last])


def _large() -> Layout:
    return Layout.of(
        Z_DIM,
        [
            (TransposedConvolution(Z_DIM, 8, 4), _norm(8), RELU),
            *((_doubling(8, 8), _norm(8), RELU) for _ in range(3)),
            (_doubling(8, 3), TANH),
        ],
    )


LAYOUTS: Mapping[str, Layout] = {
    "perceptron": _perceptron(),
    "perceptron with norms": Layout.of(Z_DIM, generator_parts(Z_DIM, 4, (1, 28, 28))),
    "flat norm": _flat_norm(),
    "linear first": _linear_first(),
    "oblong": _oblong(),
    "nearest": _enlarging(Enlarging.NEAREST),
    "bilinear": _enlarging(Enlarging.BILINEAR),
    "aligned": _enlarging(Enlarging.BILINEAR, align_corners=True),
    "activation first": _activation_first(),
    "instance norm": _instance_norm(),
    "pixel norm": _pixel_norm(),
    "odd kernels": _odd_kernels(),
    "convolutions between": _convolutions_between(),
    "enlarged last": _enlarged_last(),
    "sigmoid": Layout.of(Z_DIM, _blocks(last=SIGMOID), pixels=FROM_ZERO),
    "pixels by channel": Layout.of(Z_DIM, _blocks(channels=3), pixels=PixelRange((1.0, 0.5, 0.25), (0.0, 0.1, 0.2))),
    "uniform": Layout.of(Z_DIM, _blocks(), distribution=Distribution.UNIFORM),
    "opacity": Layout.of(Z_DIM, _blocks(channels=4)),
    "64 pixels": _large(),
    "classes behind": _conditional(Condition(3, 2)),
    "classes first": _conditional(Condition(3, 2, first=True)),
    "classes added": _conditional(Condition(3, Z_DIM, join=Join.ADDED)),
    "classes multiplied": _conditional(Condition(3, Z_DIM, join=Join.MULTIPLIED)),
    "classes one-hot": _conditional(Condition(3, 3, embedded=False)),
}
CONDITIONAL = tuple(name for name, layout in LAYOUTS.items() if layout.condition is not None)


def drawing_layout(layout: Layout, seed: int = 0) -> Generator:
    """A generator of that layout in eval mode: weights that keep the contrast, statistics of BatchNorm that fit."""
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        generator = Generator(layout).train()
        for block in generator.blocks:
            _spread(block.operation, block.spec.operation_input)
        for norm in filter(is_batch_norm, generator.modules()):
            norm.momentum = None  # statistics are those of all batches so far
        for number in range(4):
            generator(torch.tensor(sample_z(64, layout.z_dim, number, layout.distribution)))
    return generator.eval()


def save_layout(path: Path, layout: Layout, seed: int = 0) -> Path:
    """The same in a file."""
    save_generator(path, weights_of(layout, seed), layout, PROVENANCE)
    return path


@cache
def weights_of(layout: Layout, seed: int = 0) -> dict[str, Tensor]:
    """Those of :func:`drawing_layout`, which most tests only read."""
    return drawing_layout(layout, seed).state_dict()


def _spread(operation: nn.Module, given: Shape) -> None:
    """Weights with which numbers of about 1 give numbers of about 1, and small biases."""
    weight = operation.get_parameter("weight")
    reached = weight[0].numel() if not isinstance(operation, nn.ConvTranspose2d) else weight[:, 0].numel()
    if isinstance(operation, nn.ConvTranspose2d) and given[1] > 1:
        reached //= operation.stride[0] * operation.stride[1]
    elif isinstance(operation, nn.ConvTranspose2d):
        reached = weight.shape[0]
    nn.init.normal_(weight, 0.0, 1.6 / reached**0.5)
    if operation.bias is not None:
        nn.init.normal_(operation.get_parameter("bias"), 0.0, 0.1)
