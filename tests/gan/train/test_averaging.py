"""The decay of the running average, by hand."""

import pytest
import torch

from gan.model.config import ModelConfig
from gan.model.networks import Generator
from gan.train.averaging import Average, estimate_statistics, statistics_count
from gan.train.config import TrainConfig
from tests.gan.train.comparing import assert_same

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


def test_statistics_are_those_of_all_pictures_together() -> None:
    generator = Generator(MODEL).train()
    z = torch.randn(512, 4)
    estimate_statistics(generator, z)
    assert not generator.training
    norm = generator.get_submodule("block1.norm")
    with torch.no_grad():
        maps = generator.get_submodule("block1.conv")(z[:, :, None, None])
    assert torch.allclose(norm.get_buffer("running_mean"), maps.mean((0, 2, 3)), atol=1e-6)
    assert torch.allclose(norm.get_buffer("running_var"), maps.var((0, 2, 3)), rtol=0.02)
    assert norm.momentum == 0.1


def test_what_is_kept_leaves_the_average_alone() -> None:
    following, z = average(TrainConfig()), torch.randn(300, 4)
    before = {name: tensor.clone() for name, tensor in following.network.state_dict().items()}
    assert_same(following.freshened(z), following.freshened(z))
    assert all(torch.equal(tensor, before[name]) for name, tensor in following.network.state_dict().items())
    mean = "block1.norm.running_mean"
    assert not torch.equal(following.freshened(z).get_buffer(mean), following.network.get_buffer(mean))


def test_statistics_are_those_of_the_classes_that_are_told() -> None:
    told = ModelConfig(16, 1, z_dim=4, ngf=4, class_names=("a", "b"))
    generator = Generator(told)
    torch.nn.init.normal_(generator.label.weight, std=10.0) if generator.label is not None else None
    z, mean = torch.randn(400, 4), "block1.norm.running_mean"
    found = []
    for classes in (torch.zeros(400, dtype=torch.int64), torch.arange(400) % 2):
        estimate_statistics(generator, z, classes)
        found.append(generator.get_buffer(mean).clone())
    assert not torch.allclose(found[0], found[1])


@pytest.mark.parametrize(("size", "count"), [(16, 256), (28, 256), (64, 128), (256, 64)])
def test_large_pictures_need_fewer(size: int, count: int) -> None:
    assert statistics_count(ModelConfig(size)) == count
