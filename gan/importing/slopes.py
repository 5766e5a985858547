"""Which leaky ReLU a discriminator has: the one with which its BatchNorm remembers what the generator's pictures give.

Half of what it was shown while it was trained were such pictures.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from gan.importing.discriminators import FoundDiscriminator
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.discriminators import ChainDiscriminator
from gan.model.layout import Layout
from gan.model.networks import Generator
from gan.model.part_specs import Activation, ActivationKind
from gan.model.parts import is_batch_norm

MOST, FEWEST, PIXELS = 64, 4, 2**18
"""How many pictures are drawn: fewer of large ones, so that they have about so many pixels in all."""
TOLERANCE = 0.05
"""Misfits that differ by less are alike; then the more usual function is taken."""
ACTIVATIONS = (
    Activation(ActivationKind.LEAKY, 0.2),
    Activation(ActivationKind.LEAKY, 0.01),
    Activation(ActivationKind.LEAKY, 0.1),
    Activation(ActivationKind.RELU),
)
"""The more usual ones are first."""


@torch.inference_mode()
def with_likeliest_slopes(
    found: FoundDiscriminator, layout: Layout, weights: Mapping[str, Any]
) -> tuple[FoundDiscriminator, float]:
    """``found`` with the activation that fits the pictures of the generator of ``layout`` and ``weights`` best.

    Also how far its BatchNorm is from remembering them, 0 being equal; also 0 where it has none, and nothing tells.
    """
    if not any(key.endswith("running_var") for key in found.weights):
        return found, 0.0
    pictures = _pictures(layout, weights)
    layouts = [_with(found.layout, activation) for activation in ACTIVATIONS] if found.is_assumed else [found.layout]
    misfits = [_misfit(candidate, found.weights, pictures) for candidate in layouts]
    chosen = next(place for place, misfit in enumerate(misfits) if not misfit > min(misfits) + TOLERANCE)
    return replace(found, layout=layouts[chosen], is_assumed=False), misfits[chosen]


def _pictures(layout: Layout, weights: Mapping[str, Any]) -> Tensor:
    generator = Generator(layout)
    generator.load_state_dict(dict(weights))
    count = max(FEWEST, min(MOST, PIXELS // layout.picture_size.pixels))
    z = torch.randn(count, layout.z_dim, generator=torch.Generator().manual_seed(0))
    pictures: Tensor = generator.eval()(z)
    return pictures


def _with(layout: DiscriminatorLayout, activation: Activation) -> DiscriminatorLayout:
    blocks = tuple(
        replace(block, parts=tuple(activation if isinstance(part, Activation) else part for part in block.parts))
        for block in layout.blocks
    )
    return replace(layout, blocks=blocks)


def _misfit(layout: DiscriminatorLayout, weights: Mapping[str, Any], pictures: Tensor) -> float:
    """How far mean and variance of what every BatchNorm is given are from those that it remembers; 0 is equal."""
    discriminator = ChainDiscriminator(layout)
    discriminator.load_state_dict(dict(weights))
    misfits: list[float] = []

    def compare(module: nn.Module, given: tuple[Tensor, ...], _: Tensor) -> None:
        assert is_batch_norm(module) and module.running_mean is not None and module.running_var is not None
        variance, mean = torch.var_mean(given[0], dim=(0, 2, 3))
        wanted = module.running_var + module.eps
        ratios = ((variance + module.eps) / wanted).log().abs().median()
        shifts = ((mean - module.running_mean) / wanted.sqrt()).abs().median()
        misfits.append(float(ratios + shifts))

    for module in filter(is_batch_norm, discriminator.modules()):
        module.register_forward_hook(compare)
    discriminator.eval()(pictures)
    return sum(misfits) / len(misfits)
