"""Networks without any convolution, as most introductions to GANs begin with; no torch in here.

Every number of a layer is a weighted sum of all numbers of the layer before, so that no pixel has neighbours.
"""

from itertools import pairwise

from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.part_specs import Activation, ActivationKind, Linear, Norm, NormKind, Part, Shape

GENERATOR_MULTIPLES = (4, 8, 16)
"""Widths of the hidden layers as multiples of ``ngf``: 256, 512 and 1024 for 64."""
DISCRIMINATOR_MULTIPLES = (8, 4)
"""The same of ``ndf``: 512 and 256 for 64."""
LEAKY = Activation(ActivationKind.LEAKY, 0.2)


def generator_parts(features: int, ngf: int, picture: Shape) -> list[tuple[Part, ...]]:
    """The parts of each block, from ``features`` numbers to ``picture`` (C, H, W)."""
    widths = (features, *(multiple * ngf for multiple in GENERATOR_MULTIPLES))
    hidden = [
        (Linear(before, (after, 1, 1), bias=False), Norm(NormKind.BATCH, after), LEAKY)
        for before, after in pairwise(widths)
    ]
    return [*hidden, (Linear(widths[-1], picture), Activation(ActivationKind.TANH))]


def discriminator_layout(picture: Shape, ndf: int, *, batch_norm: bool) -> DiscriminatorLayout:
    """From ``picture`` (C, H, W) to one number; the first layer and the last never have a BatchNorm."""
    channels, height, width = picture
    blocks: list[tuple[Part, ...]] = []
    features = channels * height * width
    for multiple in DISCRIMINATOR_MULTIPLES:
        after = multiple * ndf
        norms = (Norm(NormKind.BATCH, after),) if batch_norm and blocks else ()
        blocks.append((Linear(features, (after, 1, 1), bias=not norms), *norms, LEAKY))
        features = after
    return DiscriminatorLayout.of(picture, [*blocks, (Linear(features, (1, 1, 1)),)])
