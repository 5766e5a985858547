import pytest
import torch

from gan.errors import UsageError
from gan.layers.catalogue import Stage, find_layer, layers_of
from gan.layers.features import capture
from gan.model.config import ModelConfig
from tests.gan.generators import drawing_generator


def test_every_layer_in_order(tiny_config: ModelConfig) -> None:
    assert [layer.name for layer in layers_of(tiny_config)] == [
        *("block1.conv", "block1.norm", "block1.act"),
        *("block2.conv", "block2.norm", "block2.act"),
        *("block3.conv", "block3.act"),
    ]


@pytest.mark.parametrize("size", [28, 64])
def test_the_catalogue_is_true(size: int) -> None:
    """Each layer exists, gives the shape that it is said to, and goes below zero exactly if it is signed."""
    config = ModelConfig(size, 3, z_dim=8, ngf=4, ndf=4)
    generator, layers = drawing_generator(config), layers_of(config)
    with torch.no_grad(), capture(generator, [layer.name for layer in layers]) as maps:
        generator(torch.randn(4, 8))
    for layer in layers:
        assert maps[layer.name].shape == (4, *layer.shape)
        assert bool((maps[layer.name] < 0).any()) == layer.signed


def test_a_layer_knows_its_place(tiny_config: ModelConfig) -> None:
    layer = find_layer(tiny_config, "block2.conv")
    assert (layer.block, layer.stage, layer.shape) == ("block2", Stage.CONV, (4, 14, 14))
    assert layer.explanation == "transposed convolution, kernel 4, stride 2, padding 1"


@pytest.mark.parametrize("name", ["block3.norm", "block4.act", "block1", "", "head"])
def test_an_unknown_layer(tiny_config: ModelConfig, name: str) -> None:
    with pytest.raises(UsageError, match=f"there is no layer '{name}'; this generator has block1.conv, "):
        find_layer(tiny_config, name)
