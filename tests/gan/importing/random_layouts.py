"""Generators of random parts in plausible order, with random weights and statistics that fit them."""

from collections.abc import Callable, Iterator
from random import Random

import torch
from torch import nn

from gan.explore.latent import sample_z
from gan.model.architecture import Distribution
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
from tests.gan.layouts import TANH, drawing_layout

BATCH, BATCHES = 64, 8
_ACTIVATIONS = (
    Activation(ActivationKind.RELU),
    Activation(ActivationKind.LEAKY, 0.2),
    Activation(ActivationKind.LEAKY, 0.1),
    Activation(ActivationKind.ELU),
)
_DOUBLING = ((4, 2, 1, 0), (3, 2, 1, 1), (5, 2, 2, 1), (2, 2, 0, 0), (6, 2, 2, 0))
"""Kernel, stride, padding and output padding of transposed convolutions that double the side of maps."""
Operations = Callable[[Shape, int], tuple[Part, ...]]
"""What makes maps of so many channels from those of a shape."""


def random_layout(random: Random) -> Layout:
    """Pictures of 16 to 32 pixels from a z of normal or uniform numbers; one style for all layers."""
    z_dim, channels = random.choice((16, 24, 32)), random.choice((1, 3))
    enlarge, activation = _enlarging(random), random.choice(_ACTIVATIONS)
    activates_first, eps = random.random() < 0.2, random.choice((1e-5, 1e-5, 0.8))

    def tail(count: int) -> tuple[Part, ...]:
        parts: tuple[Part, ...] = (Norm(NormKind.BATCH, count, eps), activation)
        return parts[::-1] if activates_first else parts

    side = random.choice((4, 7))
    widths = [random.choice((24, 32, 40)), *random.sample(range(12, 24), 2 if side == 4 else 1)]
    blocks: list[tuple[Part, ...]] = [(_first(random, z_dim, (widths[0], side, side)), *tail(widths[0]))]
    shape = (widths[0], side, side)
    for count in widths[1:]:
        blocks.append((*enlarge(shape, count), *tail(count)))
        shape = (count, 2 * shape[1], 2 * shape[1])
        if random.random() < 0.2:
            blocks.append((Convolution(count, count, 3, 1, 1), *tail(count)))
    blocks.append((*enlarge(shape, channels), TANH))
    return Layout.of(z_dim, blocks, distribution=random.choice(list(Distribution)))


def _first(random: Random, z_dim: int, shape: Shape) -> Part:
    if random.random() < 0.5:
        return Linear(z_dim, shape)
    return TransposedConvolution(z_dim, shape[0], shape[1], bias=random.random() < 0.5)


def _enlarging(random: Random) -> Operations:
    how = random.choice((None, None, *Enlarging))
    if how is None or how is Enlarging.BICUBIC:
        kernel, stride, padding, more = random.choice(_DOUBLING)
        return lambda shape, count: (TransposedConvolution(shape[0], count, kernel, stride, padding, more),)
    kernel = random.choice((3, 5))
    return lambda shape, count: (
        Enlargement(2 * shape[1], how),
        Convolution(shape[0], count, kernel, 1, kernel // 2),
    )


@torch.no_grad()
def remembering(layout: Layout, seed: int) -> Generator:
    """A generator of that layout in eval mode whose norms scale and shift, and remember what random z make of it."""
    with torch.random.fork_rng(devices=[]):
        generator = drawing_layout(layout, seed).train()
        torch.manual_seed(seed)
        norms = list(_batch_norms(generator))
        for norm in norms:
            norm.weight.uniform_(0.5, 1.5)
            norm.bias.normal_(0.0, 0.3)
            norm.reset_running_stats()
        for number in range(BATCHES):
            generator(torch.from_numpy(sample_z(BATCH, layout.z_dim, number, layout.distribution)))
    return generator.eval()


def _batch_norms(generator: Generator) -> Iterator[nn.BatchNorm2d]:
    return (module for module in generator.modules() if isinstance(module, nn.BatchNorm2d))
