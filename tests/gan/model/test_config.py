import json
from dataclasses import replace
from itertools import pairwise

import pytest

from gan.errors import UsageError
from gan.model.config import RELU, TANH, ModelConfig
from gan.model.d_layouts import D_LAYOUTS, WIDEST_MULTIPLE
from gan.model.doublings import OFFERED_SIZES
from gan.model.part_specs import Convolution, Linear, Norm, NormKind, TransposedConvolution
from gan.sizes import Sides


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


def test_an_oblong_map_is_made_and_judged_by_a_linear_layer() -> None:
    """A kernel is square; a linear layer has the same weights as one that covers the map."""
    config = ModelConfig("48x64", 3, ngf=8, ndf=8)
    assert config.blocks[0].parts == (Linear(100, (32, 8, 6), bias=False), Norm(NormKind.BATCH, 32), RELU)
    assert [block.shape for block in config.blocks] == [(32, 8, 6), (16, 16, 12), (8, 32, 24), (3, 64, 48)]
    assert config.discriminator.blocks[-1].parts == (Linear(32 * 8 * 6, (1, 1, 1)),)


def test_a_square_is_kept_as_one_number_and_other_sizes_as_text() -> None:
    """So the files of square pictures stay as they were."""
    for written, kept in (("64x64", 64), ("64", 64), (64.0, 64), ("48 × 64", "48x64"), (" 48X64 ", "48x64")):
        values = json.loads(json.dumps(ModelConfig.from_dict({"image_size": written}).to_dict()))
        assert values["image_size"] == kept
        assert ModelConfig.from_dict(values) == ModelConfig(image_size=kept)


@pytest.mark.parametrize("size", OFFERED_SIZES)
def test_blocks_fit_together_and_never_grow_too_wide(size: Sides) -> None:
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
