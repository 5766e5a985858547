"""Discriminators that others built are worked out from their shapes."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from gan.errors import LatentariumError
from gan.importing.beside import discriminators_beside
from gan.importing.discriminators import FoundDiscriminator, looks_like_discriminator, work_out
from gan.importing.reading import Contents
from gan.importing.skeleton import ShapeError
from gan.importing.state_dicts import StateDict, find_state_dicts
from gan.layers.catalogue import discriminator_layers_of
from gan.layers.judging import judge
from gan.model.architecture import PixelRange
from gan.model.checkpoint import (
    CheckpointError,
    discriminator_config,
    load_discriminator,
    read_checkpoint,
    save_discriminator,
)
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.discriminators import ChainDiscriminator
from gan.model.part_specs import Shape
from tests.gan.foreign import SIDE, discriminator

PICTURE: Shape = (1, SIDE, SIDE)


def state_dict(network: nn.Module) -> StateDict:
    tree = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    (found,) = find_state_dicts(Contents(tree, "PyTorch zip", ""))
    return found


def built(found: FoundDiscriminator) -> ChainDiscriminator:
    network = ChainDiscriminator(found.layout)
    network.load_state_dict(dict(found.weights))
    return network.eval()


def pictures(shape: Shape = PICTURE) -> Tensor:
    return torch.rand(4, *shape) * 2 - 1


def of_kernels(*kernels: tuple[int, int, int], channels: int = 1) -> list[nn.Module]:
    """Convolutions of those kernels, strides and paddings, the last to one number."""
    modules: list[nn.Module] = []
    for number, (kernel, stride, padding) in enumerate(kernels, 1):
        width = 1 if number == len(kernels) else 8
        modules += [nn.Conv2d(channels, width, kernel, stride, padding), nn.LeakyReLU(0.2)]
        channels = width
    return modules[:-1]


def perceptron() -> nn.Sequential:
    return nn.Sequential(nn.Flatten(), nn.Linear(256, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))


class Shuffled(nn.Module):
    """Its layers are not made in the order in which they are used."""

    def __init__(self) -> None:
        super().__init__()
        self.last = nn.Conv2d(8, 1, 4)
        self.widen = nn.Conv2d(4, 8, 4, 2, 1)
        self.begin = nn.Conv2d(1, 4, 4, 2, 1)

    def forward(self, x: Tensor) -> Tensor:
        for layer in (self.begin, self.widen):
            x = nn.functional.leaky_relu(layer(x), 0.2)
        return self.last(x)


KNOWN: dict[str, tuple[Callable[[], nn.Module], Shape]] = {
    "strides of two": (discriminator, PICTURE),
    "ends linear": (lambda: discriminator(linear=True), PICTURE),
    "colour": (lambda: discriminator(channels=3), (3, SIDE, SIDE)),
    "kernels of three": (lambda: nn.Sequential(*of_kernels((3, 2, 1), (3, 2, 1), (4, 1, 0))), (1, 16, 16)),
    "kernels of five": (lambda: nn.Sequential(*of_kernels((5, 2, 2), (5, 2, 2), (7, 1, 0))), (1, 28, 28)),
    "begins without a stride": (lambda: nn.Sequential(*of_kernels((3, 1, 1), (4, 2, 1), (8, 1, 0))), (1, 16, 16)),
    "keeps and halves in turn": (
        lambda: nn.Sequential(*of_kernels((3, 1, 1), (4, 2, 1), (3, 1, 1), (4, 2, 1), (3, 1, 1), (4, 1, 0))),
        (1, 16, 16),
    ),
    "no padding": (lambda: nn.Sequential(*of_kernels((4, 2, 0), (4, 2, 0), (4, 2, 0))), (1, 28, 28)),
    "no convolutions": (perceptron, (1, 16, 16)),
    "shuffled": (Shuffled, (1, 16, 16)),
    "slopes of its own": (
        lambda: nn.Sequential(nn.Conv2d(1, 8, 4, 2, 1), nn.PReLU(8), nn.Flatten(), nn.Linear(512, 1)),
        (1, 16, 16),
    ),
    "spectral norm": (
        lambda: nn.Sequential(
            nn.utils.spectral_norm(nn.Conv2d(1, 8, 4, 2, 1)), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(512, 1)
        ).eval(),
        (1, 16, 16),
    ),
}


@torch.no_grad()
@pytest.mark.parametrize("name", KNOWN)
def test_it_scores_as_the_original_does(name: str) -> None:
    make, shape = KNOWN[name]
    network = make()
    found = work_out(state_dict(network), shape)
    ends_in_sigmoid = any(isinstance(module, nn.Sigmoid) for module in network.modules())
    batch = pictures(shape)
    scores, wanted = built(found)(batch), network(batch).flatten()
    assert torch.allclose(scores.sigmoid() if ends_in_sigmoid else scores, wanted, atol=1e-5)
    assert found.layout.picture_shape == shape
    assert found.is_assumed is (name != "slopes of its own")


UNKNOWN: dict[str, tuple[Callable[[], nn.Module], Shape, str]] = {
    "classes": (lambda: discriminator(channels=3), PICTURE, "more than the picture, such as a class"),
    "other colours": (discriminator, (3, SIDE, SIDE), "takes other colours"),
    "another size": (discriminator, (1, 64, 64), "no usual strides"),
    "two numbers": (
        lambda: nn.Sequential(nn.Conv2d(1, 8, 4, 2, 1), nn.Flatten(), nn.Linear(512, 2)),
        (1, 16, 16),
        "gives 2 numbers, not one",
    ),
    "pooled": (
        lambda: nn.Sequential(nn.Conv2d(1, 8, 5), nn.Conv2d(8, 8, 5), nn.Linear(128, 1)),
        (1, 28, 28),
        "no usual strides",
    ),
    "several ways": (
        lambda: nn.Sequential(*(nn.Conv2d(1, 1, 3) for _ in range(3)), nn.Linear(64, 1)),
        (1, 16, 16),
        "as likely",
    ),
    "another norm": (
        lambda: nn.Sequential(nn.Conv2d(1, 8, 4, 2, 1), nn.GroupNorm(2, 8), nn.Conv2d(8, 1, 8)),
        (1, 16, 16),
        "normalises in a way",
    ),
    "one layer": (lambda: nn.Sequential(nn.Linear(256, 1), nn.PReLU()), (1, 16, 16), "too few"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_certain_is_refused(name: str) -> None:
    make, shape, reason = UNKNOWN[name]
    with pytest.raises(ShapeError, match=reason):
        work_out(state_dict(make()), shape)


def test_kernels_without_end_take_no_time() -> None:
    layers = [nn.Conv2d(1, 1, kernel) for kernel in range(2, 24, 2)]
    with pytest.raises(ShapeError, match="no usual strides"):
        work_out(state_dict(nn.Sequential(*layers)), (1, 512, 512))


def test_it_is_told_from_generators() -> None:
    backwards = nn.Sequential(nn.ConvTranspose2d(8, 8, 4), nn.ConvTranspose2d(8, 1, 4, 2, 1))
    assert looks_like_discriminator(state_dict(discriminator()))
    assert not looks_like_discriminator(state_dict(backwards))
    assert not looks_like_discriminator(state_dict(nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 3, 3))))


class TestKept:
    """As a file of ours."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        found = work_out(state_dict(discriminator()), PICTURE)
        save_discriminator(tmp_path / "d.safetensors", found.weights, found.layout, {"step": 3})
        return tmp_path / "d.safetensors"

    def test_it_comes_back(self, path: Path) -> None:
        found = work_out(state_dict(discriminator()), PICTURE)
        assert discriminator_config(path) == found.layout
        assert isinstance(load_discriminator(path), ChainDiscriminator)
        assert DiscriminatorLayout.from_dict(found.layout.to_dict()) == found.layout

    def test_it_is_no_generator(self, path: Path) -> None:
        with pytest.raises(CheckpointError, match="not a generator"):
            read_checkpoint(path)

    @pytest.mark.parametrize("changed", [{"blocks": []}, {"picture": [2, 32, 32]}, {"pixels": {"scale": [0.0]}}, {}])
    def test_a_config_that_is_none(self, changed: dict[str, object]) -> None:
        values = work_out(state_dict(discriminator()), PICTURE).layout.to_dict() | changed
        with pytest.raises(LatentariumError):
            DiscriminatorLayout.from_dict(values if changed else {})

    def test_every_layer_can_be_looked_at(self, path: Path) -> None:
        network = load_discriminator(path)
        layers = discriminator_layers_of(network.config)
        opinion = judge(network, pictures()[0], [layer.name for layer in layers])
        assert [layer.name for layer in layers][:3] == ["block1.conv", "block1.act", "block2.conv"]
        assert layers[-1].name == "score.conv"
        assert {layer.name: layer.shape for layer in layers} == {n: maps.shape for n, maps in opinion.maps.items()}
        assert opinion.gradient.shape == opinion.guided.shape == PICTURE and opinion.guided.any()


def test_it_is_shown_what_the_generator_gives() -> None:
    found = work_out(state_dict(discriminator()), PICTURE)
    from_zero = built(found.seeing(PixelRange((2.0,), (-1.0,))))
    numbers = torch.rand(4, *PICTURE)
    with torch.no_grad():
        assert torch.allclose(from_zero(numbers * 2 - 1), built(found)(numbers), atol=1e-5)


@pytest.mark.parametrize(
    ("generator", "beside", "belongs"),
    [
        ("netG.pth", "netD.pth", True),
        ("netG_epoch_20.pth", "netD_epoch_20.pth", True),
        ("netG_epoch_20.pth", "netD_epoch_19.pth", False),
        ("generator.pt", "discriminator.pt", True),
        ("generator.pt", "D.pth", True),
        ("weights.pth", "critic.pth", True),
        ("faces_G.pth", "cats_D.pth", False),
        ("generator.pt", "discriminator.png", False),
        ("generator.pt", "encoder.pt", False),
    ],
)
def test_which_files_belong_together(tmp_path: Path, generator: str, beside: str, belongs: bool) -> None:
    for name in (generator, beside):
        (tmp_path / name).write_bytes(b"")
    assert discriminators_beside(tmp_path / generator) == ([tmp_path / beside] if belongs else [])


def test_batch_norm_that_stands_apart() -> None:
    class Apart(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = nn.ModuleList([nn.Conv2d(1, 4, 4, 2, 1), nn.Conv2d(4, 8, 4, 2, 1), nn.Conv2d(8, 1, 4)])
            self.norm = nn.BatchNorm2d(8)

    layout = work_out(state_dict(Apart()), (1, 16, 16)).layout
    assert [block.part_names for block in layout.blocks] == [("conv", "act"), ("conv", "norm", "act"), ("conv",)]
