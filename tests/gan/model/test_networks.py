import pytest
import torch
from torch import nn

from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator, parameter_count

WIDE = ModelConfig(32, 3, ngf=32, ndf=32)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [28, 32, 48, 64, 96, 128])
def test_shapes(size: int, channels: int) -> None:
    config = ModelConfig(size, channels, z_dim=5, ngf=4, ndf=4)
    with torch.no_grad():
        images = Generator(config).eval()(torch.randn(2, 5))
        logits = Discriminator(config).eval()(images)
    assert images.shape == (2, channels, size, size)
    assert images.abs().max() <= 1
    assert logits.shape == (2,)


@pytest.mark.parametrize("count", [1, 3])
def test_one_logit_a_picture(count: int, tiny_config: ModelConfig) -> None:
    logits = Discriminator(tiny_config).eval()(torch.randn(count, 1, 28, 28))
    assert logits.shape == (count,)


def test_each_block_gives_what_its_spec_says() -> None:
    x = torch.randn(2, 100, 1, 1)
    for block in Generator(ModelConfig(28, 1)).blocks:
        x = block(x)
        assert x.shape[1:] == block.spec.shape


def test_blocks_are_named_in_order(tiny_config: ModelConfig) -> None:
    generator = Generator(tiny_config)
    assert [name for name, _ in generator.named_children()] == ["block1", "block2", "block3"]
    assert list(generator.blocks) == list(generator.children())


def test_convolutions_start_as_the_paper_says() -> None:
    """Radford et al., section 4: all weights from a normal distribution with standard deviation 0.02."""
    torch.manual_seed(0)
    for network in (Generator(WIDE), Discriminator(WIDE)):
        layers = [m for m in network.modules() if isinstance(m, nn.Conv2d | nn.ConvTranspose2d)]
        assert len(layers) == 4
        for layer in layers:
            count = layer.weight.numel()
            assert abs(layer.weight.mean()) < 5 * 0.02 / count**0.5
            assert layer.weight.std().item() == pytest.approx(0.02, rel=5 / (2 * count) ** 0.5)
            assert layer.bias is None or not layer.bias.any()


def test_batch_norms_start_as_the_paper_says() -> None:
    torch.manual_seed(0)
    for network in (Generator(WIDE), Discriminator(WIDE)):
        norms = [m for m in network.modules() if isinstance(m, nn.BatchNorm2d)]
        scales = torch.cat([norm.weight.detach() for norm in norms])
        assert scales.mean().item() == pytest.approx(1, abs=5 * 0.02 / len(scales) ** 0.5)
        assert scales.std().item() == pytest.approx(0.02, rel=5 / (2 * len(scales)) ** 0.5)
        assert not any(norm.bias.any() for norm in norms)


def test_the_generator_has_the_papers_layers(tiny_config: ModelConfig) -> None:
    *hidden, last = (dict(block.named_children()) for block in Generator(tiny_config).blocks)
    for parts in hidden:
        assert list(parts) == ["conv", "norm", "act"]
        assert isinstance(parts["conv"], nn.ConvTranspose2d) and parts["conv"].bias is None
        assert isinstance(parts["norm"], nn.BatchNorm2d)
        assert isinstance(parts["act"], nn.ReLU) and not parts["act"].inplace
    assert list(last) == ["conv", "act"]
    assert isinstance(last["conv"], nn.ConvTranspose2d) and last["conv"].bias is not None
    assert isinstance(last["act"], nn.Tanh)


def test_parameters_are_counted_by_hand() -> None:
    config = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)
    convolutions = 8 * 8 * 49 + 8 * 4 * 16 + 4 * 1 * 16 + 1
    assert parameter_count(Generator(config)) == convolutions + 2 * (8 + 4)
    convolutions = (1 * 4 * 16 + 4) + 4 * 8 * 16 + (8 * 49 + 1)
    assert parameter_count(Discriminator(config)) == convolutions + 2 * 8
    assert parameter_count(Generator(config).requires_grad_(False)) == 0


def test_in_eval_mode_a_picture_does_not_depend_on_its_batch(tiny_config: ModelConfig) -> None:
    generator = drawing_generator(tiny_config)
    z = torch.randn(5, 8)
    with torch.no_grad():
        together, alone = generator(z), generator(z[3:4])
    assert torch.allclose(together[3], alone[0], atol=1e-5)
    assert together.std(0).max() > 0.1
