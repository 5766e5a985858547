"""Generators of one's own code: the example of the guide, and what can be wrong."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from gan.errors import UsageError
from gan.explore.discovery import find_directions
from gan.explore.inversion import find_z
from gan.explore.jacobian import sensitivity
from gan.explore.latent import sample_z
from gan.images import to_uint8
from gan.layers.catalogue import layers_of
from gan.layers.edits import parse_edit
from gan.layers.effects import channel_effects
from gan.layers.transposed import Convolution, NotTransposed
from gan.model import register as door
from gan.model.checkpoint import load_generator, read_checkpoint
from gan.model.networks import Generator
from gan.model.register import RegistrationError, register, registered_generator, save_registered
from gan.model.registered import Registered
from gan.onnx_file import save_onnx
from gan.places import generators_folder
from gan.render import Renderer
from gan.request import BatchStatistics, Probe, RenderRequest
from tests.gan.tiny import fail, succeed

Capture = pytest.CaptureFixture[str]
GUIDE = Path(__file__).parents[3] / "docs" / "others.md"
EXAMPLE = next(block for block in re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.S) if "\nregister(" in block)
Z = sample_z(2, 64, 1)


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test registers is gone after it."""
    monkeypatch.setattr(door, "_registrations", {})
    monkeypatch.setattr(door, "_run", set())
    yield


@pytest.fixture
def example() -> Path:
    """The file of the guide, where it says."""
    path = generators_folder() / "example.py"
    path.parent.mkdir(parents=True)
    path.write_text(EXAMPLE)
    return path


@pytest.fixture
def network(example: Path) -> nn.Module:
    torch.manual_seed(3)
    network = registered_generator("skipping").network
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(2)
        network(torch.randn(64, 64))
    return network.eval()


@pytest.fixture
def model(network: nn.Module, tmp_path: Path) -> Path:
    save_registered(tmp_path / "skipping.safetensors", "skipping", network.state_dict(), {"step": 9})
    return tmp_path / "skipping.safetensors"


@pytest.fixture
def generator(model: Path) -> Generator:
    return load_generator(model)


def test_a_file_gives_back_the_pictures_of_the_module(model: Path, network: nn.Module) -> None:
    checkpoint = read_checkpoint(model)
    assert isinstance(checkpoint.config, Registered) and checkpoint.config.picture_shape == (3, 16, 16)
    assert checkpoint.provenance == {"step": 9}
    assert checkpoint.parameters == sum(parameter.numel() for parameter in network.parameters())
    with torch.inference_mode():
        expected = to_uint8(network(torch.from_numpy(Z)))
    renderer = Renderer("cpu")
    assert np.abs(renderer.render(RenderRequest(model, Z)).images.astype(int) - expected).max() <= 1


def test_layers_are_the_modules_in_the_order_of_their_calls(generator: Generator, model: Path) -> None:
    layers = layers_of(generator.config)
    assert [(layer.name, layer.explanation) for layer in layers] == [
        ("block1.conv", "ConvTranspose2d at grow.0"),
        ("block1.norm", "BatchNorm2d at grow.1"),
        ("block1.act", "ReLU at grow.2"),
        ("block2.conv", "ConvTranspose2d at detail.0"),
        ("block2.act", "ReLU at detail.1"),
        ("block3.conv", "Conv2d at draw: the picture"),
    ]
    result = Renderer("cpu").render(RenderRequest(model, Z, tuple(layer.name for layer in layers)))
    assert {name: maps.shape[1:] for name, maps in result.maps.items()} == {each.name: each.shape for each in layers}
    assert [layer.signed for layer in layers] == [True, True, False, True, False, True]


def test_views_that_make_sense_work(model: Path, generator: Generator) -> None:
    renderer = Renderer("cpu")
    plain = renderer.render(RenderRequest(model, Z)).images
    edited = renderer.render(RenderRequest(model, Z, ("block1.act",), edits=(parse_edit("block1:0=0"),)))
    assert not edited.maps["block1.act"][:, 0].any() and not np.array_equal(edited.images, plain)
    assert not np.array_equal(renderer.render(RenderRequest(model, Z, batch=BatchStatistics(4))).images, plain)
    convolution = renderer.render(RenderRequest(model, Z, probe=Probe("block2", thorough=True))).convolution
    assert isinstance(convolution, Convolution) and max(convolution.differences.values()) < 1e-4
    assert isinstance(renderer.render(RenderRequest(model, Z, probe=Probe("block3"))).convolution, NotTransposed)
    assert sensitivity(generator, Z[0]).shape == (64,)
    assert find_directions(generator, "pca", 3).vectors.shape == (3, 64)


def test_effects_are_those_of_muted_channels(model: Path, generator: Generator) -> None:
    points = torch.from_numpy(Z)
    effects = channel_effects(generator, "block1.act", points)
    with torch.inference_mode():
        plain = generator(points)
        hook = generator.get_submodule("grow.2").register_forward_hook(_muting)
        muted = generator(points)
        hook.remove()
    assert effects[5] == pytest.approx(float((muted - plain).square().mean().sqrt()), abs=1e-6) and effects[5] > 0


def _muting(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
    return torch.cat([output[:, :5], torch.zeros_like(output[:, 5:6]), output[:, 6:]], dim=1)


def test_an_own_picture_is_found_again(generator: Generator) -> None:
    with torch.inference_mode():
        picture = to_uint8(generator(torch.from_numpy(Z[:1])))[0]
    assert find_z(generator, picture).psnr > 30


def test_views_that_make_none_say_why(model: Path, generator: Generator) -> None:
    with pytest.raises(UsageError, match="a pixel is a sum of shares only where the layers are a chain"):
        Renderer("cpu").render(RenderRequest(model, Z, traced=(1, 1)))
    with pytest.raises(UsageError, match="take another method, pca"):
        find_directions(generator, "sefa", 2)


def test_onnx(generator: Generator, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    assert save_onnx(tmp_path / "a.onnx", generator) < 1e-4


def test_commands(model: Path, tmp_path: Path, capsys: Capture) -> None:
    text = succeed(capsys, "info", model)
    assert "ConvTranspose2d at grow.0" in text and "registered as skipping" in text and "9,6" not in text[:9]
    assert Registered.from_dict(json.loads(succeed(capsys, "info", model, "--json"))["config"]).name == "skipping"
    succeed(capsys, "generate", model, "--count", 2, "--edit", "block2:*=0", "--out", tmp_path / "a.png")
    succeed(capsys, "interpolate", model, "--seeds", "1,2", "--frames", 3, "--out", tmp_path / "a.gif")
    succeed(capsys, "layers", model, "--out", tmp_path / "layers")
    index = json.loads((tmp_path / "layers" / "layers.json").read_text())
    assert ["skipped" in entry for entry in index["convolutions"]] == [False, False, True]
    succeed(capsys, "directions", model, "--method", "pca", "--count", 2, "--out", tmp_path / "d.npz")


def test_another_file_is_drawn_by_the_same_network(model: Path, network: nn.Module, tmp_path: Path) -> None:
    renderer = Renderer("cpu")
    before = renderer.render(RenderRequest(model, Z)).images
    halved = {name: tensor / 2 if tensor.ndim == 4 else tensor for name, tensor in network.state_dict().items()}
    other = tmp_path / "other.safetensors"
    save_registered(other, "skipping", halved)
    assert not np.array_equal(renderer.render(RenderRequest(other, Z)).images, before)
    assert np.array_equal(renderer.render(RenderRequest(model, Z)).images, before)


def test_without_its_code(model: Path, example: Path, tmp_path: Path, capsys: Capture) -> None:
    example.unlink()
    door._registrations.clear()
    assert "registered as skipping" in succeed(capsys, "info", model)
    status, line = fail(capsys, tmp_path, "generate", model, "--out", tmp_path / "a.png")
    assert status == 1 and "no code registers a generator 'skipping'" in line and str(generators_folder()) in line


def test_another_place(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = example.rename(tmp_path / "moved.py")
    with pytest.raises(RegistrationError):
        registered_generator("skipping")
    monkeypatch.setenv("LATENTARIUM_GENERATORS", str(moved))
    assert registered_generator("skipping").config.z_dim == 64


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("def", "mine.py cannot be run: SyntaxError"),
        ("import nothing_at_all", "cannot be run: ModuleNotFoundError: No module named 'nothing_at_all'"),
        (EXAMPLE.replace("image_size=16", "image_size=32"), r"says it draws \(3, 32, 32\), but it draws \(3, 16, 16\)"),
        (EXAMPLE.replace("z[:, :, None, None]", "z.wings"), "the code of 'skipping' fails: AttributeError"),
        (
            EXAMPLE.replace("image_size=16", "image_size=16, channels=2"),
            "'skipping' cannot be shown: its pictures have 2",
        ),
        (EXAMPLE.replace("return torch.tanh(", "return len("), "'skipping' cannot be shown: it gives no pictures"),
    ],
)
def test_code_that_does_not_work(code: str, complaint: str) -> None:
    generators_folder().mkdir(parents=True)
    (generators_folder() / "mine.py").write_text(code)
    with pytest.raises(RegistrationError, match=complaint) as caught:
        registered_generator("skipping")
    assert "\n" not in str(caught.value)


def test_code_that_has_changed(model: Path, example: Path) -> None:
    example.write_text(EXAMPLE.replace("nn.ReLU()", "nn.LeakyReLU()"))
    door._registrations.clear()
    door._run.clear()
    with pytest.raises(RegistrationError, match="another generator than the one that was saved"):
        load_generator(model)


def test_weights_of_another_module(network: nn.Module, tmp_path: Path) -> None:
    with pytest.raises(RegistrationError, match=r"draw\.weight is missing"):
        save_registered(tmp_path / "a.safetensors", "skipping", without(network.state_dict(), "draw.weight"))
    assert not (tmp_path / "a.safetensors").exists()


def without(weights: dict[str, Tensor], name: str) -> dict[str, Tensor]:
    return {key: tensor for key, tensor in weights.items() if key != name}


def test_a_module_that_is_called_twice_is_no_layer() -> None:
    class Shared(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.first, self.second, self.relu = nn.Linear(4, 16), nn.Conv2d(1, 1, 3, padding=1), nn.ReLU()

        def forward(self, z: Tensor) -> Tensor:
            return self.relu(self.second(self.relu(self.first(z).reshape(-1, 1, 4, 4))))

    register("shared", Shared, z_dim=4, image_size=4, channels=1)
    assert [layer.name for layer in layers_of(registered_generator("shared").config)] == ["block1.conv"]


def test_buffers_of_any_kind_are_kept(tmp_path: Path) -> None:
    class Masked(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.draw = nn.ConvTranspose2d(4, 1, 4)
            self.register_buffer("mask", torch.eye(4, dtype=torch.bool))
            self.register_buffer("shift", torch.full((4, 4), 0.5), persistent=False)

        def forward(self, z: Tensor) -> Tensor:
            return (self.draw(z[:, :, None, None]) * self.mask + self.shift).clamp(-1, 1)

    register("masked", Masked, z_dim=4, image_size=4, channels=1)
    save_registered(tmp_path / "a.safetensors", "masked", Masked().state_dict())
    picture = load_generator(tmp_path / "a.safetensors")(torch.ones(1, 4))[0, 0]
    assert picture[0, 1] == 0.5 and picture[0, 0] != 0.5
