import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from gan.errors import UsageError
from gan.layers.altering import edited
from gan.layers.edits import parse_edit
from gan.layers.features import capture
from gan.layers.probing import geometry_of, kept_inputs, look_into
from gan.layers.transposed import Convolution, Geometry, NotTransposed
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator


@pytest.fixture
def generator(tiny_config: ModelConfig) -> Generator:
    return drawing_generator(tiny_config)


def inputs_of(generator: Generator, block: str, z: torch.Tensor) -> torch.Tensor:
    with torch.inference_mode(), kept_inputs(generator, block) as inputs:
        generator(z)
    assert len(inputs) == 1
    return inputs[0]


def test_what_goes_in_is_what_the_block_before_hands_on(generator: Generator) -> None:
    z = torch.randn(2, 8)
    with torch.inference_mode(), edited(generator, (parse_edit("block1:2=0"),)):
        with capture(generator, ["block1.act"]) as maps:
            generator(z)
        assert torch.equal(inputs_of(generator, "block2", z), maps["block1.act"])
    assert not maps["block1.act"][:, 2].any()
    assert torch.equal(inputs_of(generator, "block1", z)[:, :, 0, 0], z)


def test_hooks_leave(generator: Generator) -> None:
    inputs_of(generator, "block2", torch.randn(1, 8))
    with pytest.raises(UsageError), kept_inputs(generator, "block4"):
        pass
    assert not any(module._forward_pre_hooks for module in generator.modules())


@pytest.mark.parametrize(("block", "channel"), [("block1", 3), ("block2", 1), ("block3", 0)])
def test_it_ends_at_the_number_in_the_map(generator: Generator, block: str, channel: int) -> None:
    z = torch.randn(1, 8)
    with torch.inference_mode(), capture(generator, [f"{block}.conv"]) as maps:
        generator(z)
    found = look_into(generator, block, channel, inputs_of(generator, block, z)[0])
    assert isinstance(found, Convolution)
    expected = maps[f"{block}.conv"][0, channel].numpy()
    assert found.output == pytest.approx(expected, abs=1e-6)
    assert max(found.differences.values()) < 1e-5
    pixel = (3, found.output.shape[1] - 1)
    assert found.at(pixel).total == pytest.approx(float(expected[pixel]), abs=1e-6)


def test_all_channels_are_compared_if_asked_for(generator: Generator) -> None:
    maps = torch.rand(8, 7, 7)
    one, thorough = (look_into(generator, "block2", 2, maps, thorough=thorough) for thorough in (False, True))
    assert isinstance(one, Convolution) and isinstance(thorough, Convolution)
    assert np.allclose(one.output, thorough.output, atol=1e-6) and np.array_equal(one.kernels, thorough.kernels)
    weight = generator.state_dict()["block2.conv.weight"]
    whole = F.conv_transpose2d(maps[None], weight, stride=2, padding=1)[0]
    assert np.allclose(one.output, whole[2], atol=1e-6)
    assert max(thorough.differences.values()) < 1e-5


def test_geometry(generator: Generator) -> None:
    found = [geometry_of(module) for module in generator.modules() if isinstance(module, nn.ConvTranspose2d)]
    assert found == [
        Geometry(7),
        Geometry(4, 2, 1),
        Geometry(4, 2, 1),
    ]


@pytest.mark.parametrize(
    ("block", "channel", "complaint"), [("block9", 0, "there is no block"), ("block2", 4, "0 to 3")]
)
def test_what_is_not_there(generator: Generator, block: str, channel: int, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        look_into(generator, block, channel, torch.zeros(8, 7, 7))


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        (nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(8, 4, 3)), "it enlarges its maps with Sequential"),
        (nn.ConvTranspose2d(8, 4, (3, 4)), "rows and columns are treated differently"),
        (nn.ConvTranspose2d(8, 4, 4, groups=2), "its channels are in 2 groups"),
    ],
)
def test_a_block_that_cannot_be_looked_into_says_why(generator: Generator, module: nn.Module, reason: str) -> None:
    generator.get_submodule("block2").conv = module
    found = look_into(generator, "block2", 0, torch.zeros(8, 7, 7))
    assert isinstance(found, NotTransposed)
    assert found.reason.startswith("block2 has no transposed convolution to look into: " + reason)
