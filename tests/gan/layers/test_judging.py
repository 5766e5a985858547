import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from gan.errors import UsageError
from gan.layers.catalogue import discriminator_layers_of
from gan.layers.judging import guided_backpropagation, judge, score_gradient
from gan.layers.opinion import Opinion
from gan.model.config import ModelConfig
from gan.model.d_layouts import D_LAYOUTS
from gan.model.discriminators import Discriminator

CONFIGS = [ModelConfig(28, 1, 8, 4, 4), ModelConfig(64, 3, 8, 4, 4), ModelConfig(48, 3, 8, 4, 4)]
EVERY_KIND = [
    ModelConfig(28, 1, 8, 4, 4, d_layout=d_layout, d_norm=d_norm)
    for d_layout in D_LAYOUTS
    for d_norm in ("batch", "spectral", "none")
]


def made(config: ModelConfig) -> Discriminator:
    torch.manual_seed(0)
    network = Discriminator(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0.0, 0.2)
    return network.eval().requires_grad_(False)


def picture_for(config: ModelConfig) -> Tensor:
    return torch.rand(config.picture_shape, generator=torch.Generator().manual_seed(1)) * 2 - 1


@pytest.mark.parametrize("config", [*CONFIGS, *EVERY_KIND])
def test_every_layer_is_there_with_its_shape_and_sign(config: ModelConfig) -> None:
    names = [layer.name for layer in discriminator_layers_of(config)]
    opinion = judge(made(config), picture_for(config), names)
    assert list(opinion.maps) == names and "block1.norm" not in names
    for layer in discriminator_layers_of(config):
        assert opinion.maps[layer.name].shape == layer.shape
        assert layer.signed
    assert opinion.maps["score.conv"].item() == pytest.approx(opinion.logit)


def test_layers_follow_from_each_other() -> None:
    network, picture = made(CONFIGS[0]), picture_for(CONFIGS[0])
    maps = judge(network, picture, ("block2.conv", "block2.norm", "block2.act")).maps
    norm = torch.from_numpy(maps["block2.norm"])
    expected = network.layer("block2.norm")(torch.from_numpy(maps["block2.conv"])[None])[0]
    assert torch.allclose(norm, expected, atol=1e-6)
    assert np.allclose(maps["block2.act"], torch.nn.functional.leaky_relu(norm, 0.2), atol=1e-6)


def test_the_gradient_is_the_slope_of_the_score() -> None:
    network, picture = made(CONFIGS[0]).double(), picture_for(CONFIGS[0]).double()
    logit, gradient = score_gradient(network, picture)
    assert logit == pytest.approx(float(network(picture[None])))
    for pixel in [(0, 3, 4), (0, 14, 20)]:
        moved = picture.clone()
        moved[pixel] += 1e-6
        assert (float(network(moved[None])) - logit) / 1e-6 == pytest.approx(float(gradient[pixel]), rel=1e-3)


def test_guided_backpropagation_by_hand() -> None:
    """Through two layers: what is passed on at each unit is masked by its input and by the sign."""
    config = ModelConfig(16, 1, 8, 4, 4)
    network, picture = made(config), picture_for(config)
    conv1: Any
    norm2: Any
    conv2: Any
    conv1, act1 = network.body[0].children()
    conv2, norm2, _ = network.body[1].children()
    before1 = conv1(picture[None])
    before2 = norm2(conv2(act1(before1)))
    down = network.head.get_parameter("weight") * 1.0
    down = down.clamp_min(0) * (before2 > 0) * (norm2.weight / (norm2.running_var + norm2.eps).sqrt())[:, None, None]
    down = torch.nn.functional.conv_transpose2d(down, conv2.weight, stride=2, padding=1)
    down = down.clamp_min(0) * (before1 > 0)
    expected = torch.nn.functional.conv_transpose2d(down, conv1.weight, stride=2, padding=1)[0]
    guided = judge(network, picture).guided
    assert np.allclose(guided, expected, atol=1e-6) and np.abs(guided).max() > 1e-3


def test_nothing_stays_behind() -> None:
    network, picture = made(CONFIGS[0]), picture_for(CONFIGS[0])
    _, before = score_gradient(network, picture)
    with guided_backpropagation(network):
        _, guided = score_gradient(network, picture)
    _, after = score_gradient(network, picture)
    assert torch.equal(before, after) and not torch.equal(before, guided)
    assert not any(module._forward_hooks for module in network.modules())


def test_an_unknown_layer_says_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"no layer 'block1\.norm'; this discriminator has block1\.conv"):
        judge(made(CONFIGS[0]), picture_for(CONFIGS[0]), ("block1.norm",))


@pytest.mark.parametrize("logit", [-800.0, -2.0, 0.0, 2.0, 800.0])
def test_probability(logit: float) -> None:
    empty = np.zeros((1, 1, 1), np.float32)
    expected = 0.0 if logit < -700 else 1 / (1 + math.exp(-logit))
    assert Opinion(logit, empty, empty).probability == pytest.approx(expected)
