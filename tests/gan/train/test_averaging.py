"""The decay of the running average, by hand."""

import pytest
import torch

from gan.model.config import ModelConfig
from gan.model.networks import Generator
from gan.train.averaging import Average
from gan.train.config import TrainConfig

MODEL = ModelConfig(16, 1, z_dim=4, ngf=4)


def average(config: TrainConfig) -> Average:
    return Average(Generator(MODEL), config)


def test_half_of_it_is_left_after_the_half_life_whatever_the_batch() -> None:
    for batch_size in (10, 50):
        kept = average(TrainConfig(ema_pictures=1000)).decay(10**6, batch_size)
        assert kept ** (1000 / batch_size) == pytest.approx(0.5)


def test_a_half_life_is_never_longer_than_a_share_of_what_was_seen() -> None:
    young = average(TrainConfig(ema_pictures=1000)).decay(10, 64)
    assert young == pytest.approx(0.5 ** (64 / (0.05 * 640)))


def test_without_a_half_life_the_decay_counts() -> None:
    plain = average(TrainConfig(ema_decay=0.99))
    assert plain.decay(10**6, 64) == 0.99
    assert plain.decay(1, 64) == pytest.approx(2 / 11)


def test_it_goes_some_of_the_way() -> None:
    torch.manual_seed(0)
    generator = Generator(MODEL)
    following = Average(generator, TrainConfig(ema_pictures=100))
    name = "block1.conv.weight"
    before = following.network.get_parameter(name).clone()
    with torch.no_grad():
        generator.get_parameter(name).add_(1)
    following.follow(10**6, 100)
    assert torch.allclose(following.network.get_parameter(name), before + 0.5, atol=1e-6)
