import pytest
import torch
from torch import nn

from gan.errors import UsageError
from gan.layers.catalogue import Upsampling, layers_of
from gan.layers.features import capture, upsample
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from gan.sizes import Size
from tests.gan.generators import drawing_generator


@pytest.fixture
def generator(tiny_config: ModelConfig) -> Generator:
    return drawing_generator(tiny_config)


def hooks_on(generator: nn.Module) -> int:
    return sum(len(module._forward_hooks) for module in generator.modules())


def test_the_last_map_is_the_picture(generator: Generator) -> None:
    with torch.inference_mode(), capture(generator, ["block3.act"]) as maps:
        images = generator(torch.randn(2, 8))
    assert torch.equal(maps["block3.act"], images)


def test_layers_follow_from_each_other(generator: Generator) -> None:
    names = [layer.name for layer in layers_of(generator.config)]
    with torch.inference_mode(), capture(generator, names) as maps:
        generator(torch.randn(2, 8))
        assert torch.equal(maps["block1.act"], maps["block1.norm"].relu())
        assert torch.equal(maps["block2.conv"], generator.get_submodule("block2.conv")(maps["block1.act"]))
        assert torch.equal(maps["block3.act"], maps["block3.conv"].tanh())
    assert list(maps) == names


def test_a_relu_leaves_what_was_captured_before_it(generator: Generator) -> None:
    with torch.inference_mode(), capture(generator, ["block1.norm"]) as maps:
        generator(torch.randn(2, 8))
    assert (maps["block1.norm"] < 0).any()


def test_maps_are_copies(generator: Generator) -> None:
    with torch.inference_mode(), capture(generator, ["block3.act"]) as maps:
        generator(torch.randn(2, 8)).zero_()
    assert maps["block3.act"].any()


def test_capturing_changes_no_picture(generator: Generator) -> None:
    z = torch.randn(2, 8)
    with torch.inference_mode():
        plain = generator(z)
        with capture(generator, ["block1.conv", "block2.act"]):
            assert torch.equal(generator(z), plain)


def test_hooks_sit_on_the_named_layers_only_and_leave(generator: Generator) -> None:
    with capture(generator, ["block1.act", "block2.act"]):
        assert hooks_on(generator) == 2
    assert hooks_on(generator) == 0


def test_hooks_leave_after_an_error(generator: Generator) -> None:
    with pytest.raises(RuntimeError), capture(generator, ["block1.act"]):
        generator(torch.randn(2, 5))
    assert hooks_on(generator) == 0


def test_an_unknown_name_leaves_no_hook(generator: Generator) -> None:
    with pytest.raises(UsageError, match=r"block7\.act"), capture(generator, ["block1.act", "block7.act"]):
        pass
    assert hooks_on(generator) == 0


def test_native_maps_stay_as_they_are() -> None:
    maps = torch.randn(1, 2, 4, 4)
    assert upsample(maps, Size(8, 8), Upsampling.NATIVE) is maps
    assert upsample(maps, Size(4, 4), Upsampling.BILINEAR) is maps


def test_nearest_repeats_values() -> None:
    maps = torch.tensor([[[[1.0, 2.0]]]]).expand(1, 1, 2, 2)
    assert upsample(maps, Size(4, 4), Upsampling.NEAREST)[0, 0, 3].tolist() == [1, 1, 2, 2]


def test_bilinear_goes_evenly_between_centres() -> None:
    maps = torch.tensor([[[[0.0, 4.0]]]]).expand(1, 1, 2, 2)
    assert upsample(maps, Size(4, 4), Upsampling.BILINEAR)[0, 0, 0].tolist() == [0, 1, 3, 4]
