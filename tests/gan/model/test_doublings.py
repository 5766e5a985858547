"""Every size that is accepted can be drawn and judged, and what is refused names sizes that can."""

from itertools import pairwise

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.model.d_layouts import D_LAYOUTS
from gan.model.discriminators import Discriminator
from gan.model.doublings import (
    LARGEST_SIDE,
    OFFERED_SIZES,
    SMALLEST_SIDE,
    checked_sides,
    map_sizes,
    nearest_sizes,
    possible_sizes,
)
from gan.model.kinds import KINDS
from gan.model.networks import Generator
from gan.sizes import Sides, Size, read_size

possible = st.sampled_from(possible_sizes())
small = possible.filter(lambda size: size.pixels <= 96 * 96)
sides = st.integers(1, 700)


@pytest.mark.parametrize(
    ("size", "first", "doublings"),
    [
        (28, (7, 7), 2),
        (32, (4, 4), 3),
        (48, (6, 6), 3),
        (64, (4, 4), 4),
        (80, (5, 5), 4),
        (128, (4, 4), 5),
        (512, (4, 4), 7),
        ("48x64", (6, 8), 3),
        ("64x96", (4, 6), 4),
        ("96x128", (6, 8), 4),
        ("512x256", (8, 4), 6),
        ("128x32", (16, 4), 3),
    ],
)
def test_maps_double_from_a_small_one(size: Sides, first: tuple[int, int], doublings: int) -> None:
    found = map_sizes(read_size(size))
    assert found[0] == first
    assert len(found) == doublings + 1


@given(st.builds(Size, sides, sides))
def test_every_size_is_reached_by_doubling_or_refused(size: Size) -> None:
    if size in possible_sizes():
        found = map_sizes(size)
        assert 4 <= min(found[0]) <= 8 and max(found[0]) <= 16
        assert all(after == before.times(2) for before, after in pairwise(found))
        assert found[-1] == size
        assert checked_sides(size.text) == size.sides
    else:
        with pytest.raises(UsageError):
            map_sizes(size)


@given(st.builds(Size, sides, sides))
def test_a_refusal_names_the_nearest_sizes_that_work(size: Size) -> None:
    try:
        map_sizes(size)
    except UsageError as error:
        message, near = str(error), nearest_sizes(size)
        assert "\n" not in message
        assert message.endswith(" and ".join(str(one.sides) for one in near))
        assert near and all(map_sizes(one) for one in near)
        assert [one.pixels for one in near] == sorted(one.pixels for one in near)


@pytest.mark.parametrize(
    ("size", "near"),
    [
        (17, "16 and 20"),
        (30, "28 and 32"),
        (36, "32 and 40"),
        (50, "48 and 56"),
        (100, "96 and 112"),
        ("100x75", "96x64 and 96x80"),
        ("178x218", "160x192 and 192x224"),
    ],
)
def test_the_nearest_sizes(size: Sides, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        ModelConfig(image_size=size)
    start = f"pictures of {size} cannot be made by doubling both sides of a small map"
    assert str(caught.value) == f"{start}; the nearest sizes that work are {near}"


@pytest.mark.parametrize(
    ("size", "near"),
    [(8, "that works is 16"), (1024, "that works is 512"), ("1920x1080", "sizes that work are 512x256 and 512x320")],
)
def test_sizes_beyond_the_limits(size: Sides, near: str) -> None:
    limits = f"pictures have {SMALLEST_SIDE} to {LARGEST_SIDE} pixels a side, not {size}; the nearest {near}"
    with pytest.raises(UsageError, match=limits):
        ModelConfig(image_size=size)


@pytest.mark.parametrize("size", OFFERED_SIZES)
def test_offered_sizes_are_possible(size: Sides) -> None:
    assert checked_sides(size) == size


@settings(max_examples=30, deadline=None)
@given(small, st.sampled_from([*KINDS]), st.sampled_from([*D_LAYOUTS]), st.data())
def test_whatever_is_accepted_is_drawn_and_judged(size: Size, kind: str, d_layout: str, data: st.DataObject) -> None:
    d_norm = data.draw(st.sampled_from(["batch", "spectral", "none"]))
    channels = data.draw(st.sampled_from([1, 3]))
    config = ModelConfig(size.sides, channels, z_dim=3, ngf=4, ndf=4, kind=kind, d_layout=d_layout, d_norm=d_norm)
    assert config.picture_size == size
    pictures = Generator(config)(torch.randn(2, 3))
    assert pictures.shape == (2, channels, size.height, size.width) == (2, *config.blocks[-1].shape)
    assert Discriminator(config)(pictures).shape == (2,)


@given(possible)
def test_the_layers_of_large_sizes_fit_each_other_and_stay_narrow(size: Size) -> None:
    config = ModelConfig(size.sides, ngf=8, ndf=8)
    assert config.blocks[-1].shape == config.discriminator.picture_shape == (3, size.height, size.width)
    assert max(block.shape[0] for block in (*config.blocks, *config.discriminator.blocks)) <= 64
