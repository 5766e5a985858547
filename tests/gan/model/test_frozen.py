"""A frozen generator draws what the generator itself draws."""

import pytest
import torch

from gan.model.config import ModelConfig
from gan.model.frozen import Frozen, can_freeze
from gan.model.kinds import FULLY_CONNECTED
from gan.model.networks import Generator
from gan.model.parts import is_batch_norm
from tests.gan.layouts import LAYOUTS


def lively(generator: Generator) -> Generator:
    """With statistics and scales as training leaves them, rather than those of the start."""
    torch.manual_seed(1)
    with torch.no_grad():
        for module in generator.modules():
            if isinstance(module, torch.nn.ConvTranspose2d):
                module.weight.mul_(8)
            if is_batch_norm(module) and module.running_mean is not None and module.running_var is not None:
                module.running_mean.normal_(0, 0.5)
                module.running_var.uniform_(0.5, 2)
    return generator.eval()


def differ(generator: Generator, seeds: int = 4) -> float:
    """By how much at most, in [-1, 1]."""
    z = torch.randn(seeds, generator.config.z_dim, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        frozen = Frozen(generator)
        drawn = torch.cat([frozen(row[None]) for row in z])
        return float((drawn - generator(z)).abs().max())


@pytest.mark.parametrize(
    "config",
    [
        ModelConfig(28, 1, z_dim=8, ngf=8, ndf=4),
        ModelConfig(64, 3, z_dim=8, ngf=4, ndf=4),
        ModelConfig("48x32", 3, z_dim=8, ngf=4, ndf=4),
        ModelConfig(28, 1, z_dim=8, ngf=8, ndf=4, class_names=("a", "b")),
    ],
)
def test_it_draws_the_same_picture(config: ModelConfig) -> None:
    generator = lively(Generator(config))
    generator.chosen_class = 1
    assert can_freeze(generator) and differ(generator) < 1e-5


def test_other_layers_stay_as_they_are() -> None:
    frozen = [layout for layout in LAYOUTS.values() if can_freeze(Generator(layout).eval())]
    assert frozen and all(differ(lively(Generator(layout))) < 1e-5 for layout in frozen)


def test_what_is_not_made_of_transposed_convolutions_is_not_frozen() -> None:
    assert not can_freeze(Generator(ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4, kind=FULLY_CONNECTED.name)))


def test_one_thread_draws_small_pictures() -> None:
    assert Frozen(Generator(ModelConfig(28, 1))).is_small and not Frozen(Generator(ModelConfig(64, 3))).is_small
