import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.model.architecture import Convolution, Norm, NormKind, TransposedConvolution
from gan.model.config import (
    LARGEST_SIZE,
    OFFERED_SIZES,
    RELU,
    SMALLEST_SIZE,
    TANH,
    ModelConfig,
    stage_sizes,
)
from gan.model.d_layouts import D_LAYOUTS, WIDEST_MULTIPLE


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        (28, (7, 14, 28)),
        (32, (4, 8, 16, 32)),
        (48, (6, 12, 24, 48)),
        (64, (4, 8, 16, 32, 64)),
        (80, (5, 10, 20, 40, 80)),
        (96, (6, 12, 24, 48, 96)),
        (128, (4, 8, 16, 32, 64, 128)),
    ],
)
def test_maps_double(size: int, sizes: tuple[int, ...]) -> None:
    assert stage_sizes(size) == sizes


@given(st.integers(-4, 700))
def test_every_size_is_reached_by_doubling_or_refused(size: int) -> None:
    reachable = {base << doublings for base in (4, 5, 6, 7) for doublings in range(1, 10)}
    if size in reachable and SMALLEST_SIZE <= size <= LARGEST_SIZE:
        sizes = stage_sizes(size)
        assert 4 <= sizes[0] <= 7
        assert all(b == 2 * a for a, b in pairwise(sizes))
        assert sizes[-1] == size
    else:
        with pytest.raises(UsageError):
            stage_sizes(size)


@pytest.mark.parametrize("size", [17, 30, 36, 50, 100, 200])
def test_other_sizes_are_refused_with_those_there_are(size: int) -> None:
    with pytest.raises(UsageError) as caught:
        ModelConfig(image_size=size)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"image_size {size} cannot be reached")
    assert message.endswith("take one of 28, 32, 48, 64, 96, 128, 256")


@pytest.mark.parametrize("size", [8, 1024])
def test_sizes_beyond_the_limits(size: int) -> None:
    with pytest.raises(UsageError, match="image_size must be at"):
        ModelConfig(image_size=size)


@pytest.mark.parametrize("size", OFFERED_SIZES)
def test_offered_sizes_are_possible(size: int) -> None:
    assert ModelConfig(image_size=size).blocks[-1].size == size


def test_the_blocks_of_28_pixels() -> None:
    first, second, third = ModelConfig(28, 1).blocks
    assert first.parts == (TransposedConvolution(100, 128, 7, bias=False), Norm(NormKind.BATCH, 128), RELU)
    assert second.parts == (TransposedConvolution(128, 64, 4, 2, 1, bias=False), Norm(NormKind.BATCH, 64), RELU)
    assert third.parts == (TransposedConvolution(64, 1, 4, 2, 1), TANH)
    assert [block.in_shape for block in (first, second, third)] == [(100, 1, 1), (128, 7, 7), (64, 14, 14)]
    assert [block.shape for block in (first, second, third)] == [(128, 7, 7), (64, 14, 14), (1, 28, 28)]


def test_the_blocks_of_64_pixels_are_those_of_the_paper() -> None:
    """Figure 1 of Radford, Metz and Chintala (2016) with half its maps: 4x4x512 to 64x64x3."""
    shapes = [block.shape for block in ModelConfig(64, 3).blocks]
    assert shapes == [(512, 4, 4), (256, 8, 8), (128, 16, 16), (64, 32, 32), (3, 64, 64)]


@pytest.mark.parametrize("size", OFFERED_SIZES)
def test_blocks_fit_together_and_never_grow_too_wide(size: int) -> None:
    config = ModelConfig(size, ngf=4, ndf=8)
    blocks = config.blocks
    assert blocks[0].in_shape == (config.z_dim, 1, 1)
    for before, after in pairwise(blocks):
        assert after.in_shape == before.shape == before.operation_shape
        assert not before.is_last
    assert blocks[-1].is_last
    assert blocks[-1].shape == config.picture_shape
    assert max(block.shape[0] for block in blocks) <= WIDEST_MULTIPLE * 4


def d_shapes(config: ModelConfig) -> list[tuple[int, int, int]]:
    return [block.shape for block in config.discriminator.blocks]


def test_the_discriminator_mirrors_the_generator() -> None:
    assert d_shapes(ModelConfig(28, 1)) == [(64, 14, 14), (128, 7, 7), (1, 1, 1)]
    assert d_shapes(ModelConfig(64, ndf=16)) == [(16, 32, 32), (32, 16, 16), (64, 8, 8), (128, 4, 4), (1, 1, 1)]
    assert [width for width, *_ in d_shapes(ModelConfig(256, ndf=16))] == [16, 32, 64, 128, 128, 128, 1]


def test_the_deep_discriminator_looks_once_more_behind_the_last_halving() -> None:
    *plain, score = d_shapes(ModelConfig(28, 1))
    assert d_shapes(ModelConfig(28, 1, d_layout="deep")) == [*plain, (128, 7, 7), score]


def test_the_sndcgan_has_the_papers_seven_convolutions() -> None:
    """Miyato et al. (2018), table 3, for 32 pixels; more or fewer for other sizes."""
    blocks = ModelConfig(32, 3, d_layout="sndcgan", d_norm="spectral").discriminator.blocks[:-1]
    convolutions = [block.operation for block in blocks if isinstance(block.operation, Convolution)]
    found = [(part.kernel, part.stride, part.out_channels) for part in convolutions]
    assert found == [(3, 1, 64), (4, 2, 64), (3, 1, 128), (4, 2, 128), (3, 1, 256), (4, 2, 256), (3, 1, 512)]
    assert d_shapes(ModelConfig(28, 1, d_layout="sndcgan"))[-2] == (256, 7, 7)
    assert d_shapes(ModelConfig(128, 3, d_layout="sndcgan"))[-2] == (512, 4, 4)


@pytest.mark.parametrize("d_layout", D_LAYOUTS)
def test_only_batch_norm_adds_layers(d_layout: str) -> None:
    config = ModelConfig(28, 1, d_layout=d_layout)
    first, *middle, last = config.discriminator.blocks
    assert not first.first(Norm) and not last.first(Norm) and all(block.first(Norm) for block in middle)
    for d_norm in ("spectral", "none"):
        assert not any(block.first(Norm) for block in replace(config, d_norm=d_norm).discriminator.blocks)


def test_json_round_trip() -> None:
    config = ModelConfig(48, 1, z_dim=7, ngf=12, ndf=20)
    assert ModelConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


def test_looking_at_the_blocks_changes_nothing() -> None:
    looked_at, fresh = ModelConfig(28, 1), ModelConfig(28, 1)
    assert looked_at.blocks
    assert looked_at == fresh
    assert hash(looked_at) == hash(fresh)
    assert looked_at.to_dict() == fresh.to_dict()


@pytest.mark.parametrize(("name", "value"), [("channels", 2), ("z_dim", 0), ("z_dim", 1025), ("ngf", 3), ("ndf", 257)])
def test_limits(name: str, value: int) -> None:
    with pytest.raises(UsageError, match=name):
        ModelConfig.from_dict({name: value})
