"""Layers that nobody has thought of together are told apart by what their norms remember."""

from random import Random

import pytest
import torch

from gan.importing.opening import Assumptions, Reading
from gan.model.layout import Layout
from tests.gan.importing.random_layouts import random_layout, remembering

SEEDS = range(4)
MOST_WRONG = 1
"""On any processor; sums in another order change the statistics by a millionth."""


@pytest.mark.slow
def test_most_random_layouts_are_found() -> None:
    wrong = [seed for seed in SEEDS if not is_found(seed)]
    assert len(wrong) <= MOST_WRONG, wrong


def is_found(seed: int) -> bool:
    """Whether the likeliest reading has the layers, up to the last that statistics follow, of the truth."""
    layout = random_layout(Random(seed))
    return seen_layers(first_reading(layout, seed).layout) == seen_layers(layout)


def first_reading(layout: Layout, seed: int) -> Reading:
    """What the weights of a generator of ``layout`` are taken for."""
    from gan.importing.candidates import readings_of

    state = remembering(layout, seed).state_dict()
    arrays = {name: tensor.numpy() for name, tensor in state.items() if tensor.is_floating_point()}
    return readings_of(arrays, {}, Assumptions())[0]


def seen_layers(layout: Layout) -> object:
    """All that the statistics tell of."""
    return layout.z_dim, layout.distribution, [block.parts for block in layout.blocks[:-1]]


def test_statistics_fit() -> None:
    generator = remembering(random_layout(Random(0)), 0)
    assert all(torch.isfinite(tensor).all() for tensor in generator.state_dict().values())
