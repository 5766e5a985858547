import json
from pathlib import Path

import numpy as np
import pytest
import torch

from gan.explore.latent import sample_z
from gan.layers.tracing import trace_pixel
from gan.model.checkpoint import load_discriminator, load_generator, save_discriminator
from gan.model.config import ModelConfig
from gan.model.cost import multiply_adds, parameter_count
from gan.model.discriminators import Discriminator
from gan.model.kinds import FULLY_CONNECTED, KINDS
from gan.model.networks import Generator
from gan.model.part_specs import Linear
from tests.gan.generators import drawing_generator
from tests.gan.generators import parameter_count as counted
from tests.gan.tiny import save_tiny

KIND = FULLY_CONNECTED.name
SMALL = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4, kind=KIND)
NORMS = ("batch", "spectral", "none")
CONFIGS = [ModelConfig(28, 1, 8, 4, 4, kind=kind, d_norm=norm) for kind in KINDS for norm in NORMS]


def test_the_layers_are_those_of_the_usual_introduction() -> None:
    config = ModelConfig(28, 1, kind=KIND)
    assert [block.shape for block in config.blocks] == [(256, 1, 1), (512, 1, 1), (1024, 1, 1), (1, 28, 28)]
    assert [block.shape[0] for block in config.discriminator.blocks] == [512, 256, 1]
    assert all(isinstance(block.operation, Linear) for block in (*config.blocks, *config.discriminator.blocks))


@pytest.mark.parametrize("size", [28, 64])
@pytest.mark.parametrize("channels", [1, 3])
def test_pictures_of_every_shape_go_through_both(size: int, channels: int) -> None:
    config = ModelConfig(size, channels, z_dim=8, ngf=4, ndf=4, kind=KIND)
    pictures = drawing_generator(config)(torch.randn(2, 8))
    assert pictures.shape == (2, channels, size, size) and pictures.abs().max() <= 1
    assert Discriminator(config)(pictures).shape == (2,)


def test_every_pixel_sees_all_of_z() -> None:
    trace = trace_pixel(drawing_generator(SMALL), torch.tensor(sample_z(1, 8, 0)), (0, 27))
    assert np.count_nonzero(trace.layers[0].contributions) == 8


def test_a_file_keeps_its_kind_and_one_without_is_a_dcgan(tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "g.safetensors", SMALL)
    generator = load_generator(path)
    assert generator.config == SMALL
    z = torch.tensor(sample_z(4, 8, 0))
    assert torch.allclose(generator(z), drawing_generator(SMALL)(z), atol=2e-2)
    before = {name: value for name, value in SMALL.to_dict().items() if name != "kind"}
    assert ModelConfig.from_dict(json.loads(json.dumps(before))).kind == "convolutional"


def test_snapshots_take_half_of_the_space(tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "g.safetensors", ModelConfig(28, 1, kind=KIND))
    assert path.stat().st_size < 2.2 * counted(Generator(ModelConfig(28, 1, kind=KIND)))


@pytest.mark.parametrize("d_norm", NORMS)
def test_a_discriminator_comes_back_from_its_file(tmp_path: Path, d_norm: str) -> None:
    config = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4, kind=KIND, d_norm=d_norm)
    torch.manual_seed(0)
    network, pictures = Discriminator(config), torch.randn(4, 1, 28, 28)
    save_discriminator(tmp_path / "d.safetensors", network.state_dict(), config, {})
    with torch.no_grad():
        expected = network.eval()(pictures)
    assert torch.allclose(load_discriminator(tmp_path / "d.safetensors")(pictures), expected, atol=1e-2)


def test_without_any_norm_numbers_keep_their_spread_from_layer_to_layer() -> None:
    torch.manual_seed(0)
    numbers = torch.randn(64, 1, 28, 28)
    for block in Discriminator(ModelConfig(28, 1, kind=KIND, d_norm="none")).body:
        numbers = block(numbers)
        assert 0.5 < float(numbers.detach().square().mean()) < 2


@pytest.mark.parametrize("config", CONFIGS)
def test_costs_are_those_of_the_networks(config: ModelConfig) -> None:
    assert parameter_count(config.blocks) == counted(Generator(config))
    if config.d_norm != "spectral":
        assert parameter_count(config.discriminator.blocks) == counted(Discriminator(config))


def test_products_are_counted_by_hand() -> None:
    assert multiply_adds(SMALL.blocks) == 8 * 16 + 16 * 32 + 32 * 64 + 64 * 784
    dcgan = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)
    assert multiply_adds(dcgan.blocks) == 8 * 8 * 49 + 8 * 4 * 16 * 49 + 4 * 1 * 16 * 196
    assert multiply_adds(dcgan.discriminator.blocks) == 1 * 4 * 16 * 196 + 4 * 8 * 16 * 49 + 8 * 49
