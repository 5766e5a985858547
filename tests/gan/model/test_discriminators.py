import pytest
import torch
from torch import nn

from gan.model.config import ModelConfig
from gan.model.d_layouts import D_LAYOUTS
from gan.model.discriminators import Discriminator
from gan.model.networks import telling

KINDS = [(d_layout, d_norm) for d_layout in D_LAYOUTS for d_norm in ("batch", "spectral", "none")]


def made(config: ModelConfig, seed: int = 0) -> Discriminator:
    torch.manual_seed(seed)
    return Discriminator(config)


def test_the_discriminator_has_the_papers_layers() -> None:
    stages = list(Discriminator(ModelConfig(64, 3, ndf=4)).body.children())
    kinds = [[type(layer) for layer in stage.children()] for stage in stages]
    assert kinds[0] == [nn.Conv2d, nn.LeakyReLU]
    assert kinds[1:] == 3 * [[nn.Conv2d, nn.BatchNorm2d, nn.LeakyReLU]]
    assert {list(stage.children())[-1].negative_slope for stage in stages} == {0.2}


@pytest.mark.parametrize("size", [28, 32, 48, 64, 128])
@pytest.mark.parametrize(("d_layout", "d_norm"), KINDS)
def test_one_logit_a_picture_at_every_size(d_layout: str, d_norm: str, size: int) -> None:
    config = ModelConfig(size, 3, ndf=4, d_layout=d_layout, d_norm=d_norm)
    with torch.no_grad():
        logits = made(config)(torch.randn(2, 3, size, size))
    assert logits.shape == (2,)


@pytest.mark.parametrize(("d_layout", "d_norm"), KINDS)
def test_each_layer_gives_what_its_block_says(d_layout: str, d_norm: str) -> None:
    config = ModelConfig(28, 1, ndf=4, d_layout=d_layout, d_norm=d_norm)
    network, maps = made(config), torch.randn(2, 1, 28, 28)
    network.eval()
    score = network(maps)
    for block in config.discriminator.blocks:
        for name, shape in zip(block.layer_names, block.shapes, strict=True):
            maps = network.layer(name)(maps)
            assert maps.shape[1:] == shape
    assert torch.allclose(maps.flatten(), score)


def test_the_weights_of_a_seed_stay_what_they_were() -> None:
    """So that a run of an older version, begun again by its seed, is the same run."""
    network = made(ModelConfig(28, 1, ndf=4))
    first, head = network.state_dict()["body.0.0.weight"], network.state_dict()["head.weight"]
    assert first.flatten()[:2].tolist() == pytest.approx([0.0373068, -0.0107733], rel=1e-4)
    assert head.flatten()[:2].tolist() == pytest.approx([0.0005635, -0.0054054], rel=1e-4)


@pytest.mark.parametrize("d_layout", D_LAYOUTS)
def test_without_any_norm_maps_keep_their_spread_from_layer_to_layer(d_layout: str) -> None:
    network = made(ModelConfig(64, 3, ndf=16, d_layout=d_layout, d_norm="none"))
    maps = torch.randn(16, 3, 64, 64)
    for block in network.body:
        maps = block(maps)
        assert 0.5 < maps.square().mean().sqrt() < 2
    for convolution in network.operations():
        assert convolution.bias is not None and not convolution.bias.any()


def test_spectral_norm_holds_every_convolution() -> None:
    network = made(ModelConfig(28, 1, ndf=8, d_layout="sndcgan", d_norm="spectral"))
    images = torch.randn(2, 1, 28, 28)
    for _ in range(50):  # each pass refines the estimate
        network(images)
    assert len(network.operations()) == 6
    for convolution in network.operations():
        largest = torch.linalg.matrix_norm(convolution.weight.flatten(1), 2)
        assert largest.item() == pytest.approx(1, abs=0.05)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in network.modules())


@pytest.mark.parametrize(("d_layout", "d_norm"), KINDS)
def test_a_class_adds_the_product_of_its_row_and_the_last_maps(d_layout: str, d_norm: str) -> None:
    config = ModelConfig(28, 1, ndf=4, d_layout=d_layout, d_norm=d_norm, class_names=("a", "b", "c"))
    network, images = made(config).eval(), torch.randn(3, 1, 28, 28)
    assert network.label is not None
    maps, table = network.body(images), network.label.weight
    plain = network.head(maps).flatten()
    with telling(torch.tensor([2, 0, 2]), network):
        of_each = network(images)
    assert torch.allclose(of_each, plain + (table[[2, 0, 2]] * maps.flatten(1)).sum(dim=1), atol=1e-6)
    assert torch.allclose(network(images), plain + maps.flatten(1) @ table[0], atol=1e-6)


def test_only_rows_of_classes_that_were_seen_learn() -> None:
    network = made(ModelConfig(28, 1, ndf=4, class_names=("a", "b", "c")))
    with telling(torch.tensor([0, 2]), network):
        network(torch.randn(2, 1, 28, 28)).sum().backward()
    assert network.label is not None and network.label.weight.grad is not None
    assert [bool(row.any()) for row in network.label.weight.grad] == [True, False, True]


def test_all_weights_of_a_discriminator_with_classes_are_normalised() -> None:
    network = made(ModelConfig(28, 1, ndf=4, d_norm="spectral", class_names=("a", "b")))
    for _ in range(50):
        network(torch.randn(2, 1, 28, 28))
    network.eval()
    assert network.label is not None
    assert torch.linalg.matrix_norm(network.label.weight, ord=2).item() == pytest.approx(1, rel=1e-2)
