"""The page's network draws what torch draws, layer by layer, for every kind of generator."""

from pathlib import Path

import numpy as np
import pytest

from gan.explore.latent import sample_z
from gan.html.numbers import FORMATS, Numbers, pack
from gan.html.page import Page
from gan.html.writing import save_page
from gan.layers.catalogue import layers_of
from gan.layers.edits import parse_edit
from gan.model.checkpoint import read_checkpoint
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.html.scripts import Scripts, scripts_of
from tests.gan.layouts import CONDITIONAL, LAYOUTS, save_layout

SMALL = [name for name in LAYOUTS if name != "64 pixels"]


def compare(request: RenderRequest, tmp_path: Path) -> None:
    """The picture within one step of brightness, maps within what rounded weights may do."""
    save_page(tmp_path / "page.html", Page(request, "strange"))
    scripts = scripts_of(tmp_path / "page.html")
    scripts.run(f"network.run(Float32Array.from(model.z), {request.chosen_class or 0})")
    expected = Renderer("cpu").render(request)
    height, width, channels = expected.images.shape[1:]
    pixels = np.array(list(scripts.value("network.pixels()")), int).reshape(height, width, 4)[..., :channels]
    assert np.abs(pixels - expected.images[0].astype(int)).max() <= 1
    maps = scripts.value("Object.fromEntries(network.layers.map(({ name, maps }) => [name, maps]))")
    for layer in layers_of(read_checkpoint(request.model).config):
        own = expected.maps[layer.name][0].transpose(1, 2, 0).ravel()
        assert np.abs(np.array(maps[layer.name]) - own).max() <= 0.02 * max(1, np.abs(own).max()), layer.name


def request_of(path: Path, *edits: str, chosen_class: int | None = None) -> RenderRequest:
    config = read_checkpoint(path).config
    z = sample_z(1, config.z_dim, 3, config.distribution)
    layers = tuple(layer.name for layer in layers_of(config))
    return RenderRequest(path, z, layers, edits=tuple(map(parse_edit, edits)), chosen_class=chosen_class)


@pytest.mark.parametrize("name", SMALL)
def test_every_layout(name: str, tmp_path: Path) -> None:
    compare(request_of(save_layout(tmp_path / "strange.safetensors", LAYOUTS[name])), tmp_path)


@pytest.mark.parametrize("name", CONDITIONAL)
def test_every_way_to_tell_a_class(name: str, tmp_path: Path) -> None:
    compare(request_of(save_layout(tmp_path / "strange.safetensors", LAYOUTS[name]), chosen_class=2), tmp_path)


def test_edits(tiny_model: Path, tmp_path: Path) -> None:
    compare(request_of(tiny_model, "block1:0=0", "block2:*=3@0,0,0.4,1", "block2.conv:1=-1"), tmp_path)


@pytest.mark.parametrize("numbers", FORMATS, ids=lambda numbers: numbers.name)
def test_numbers_come_back_as_they_were_stored(numbers: Numbers) -> None:
    sizes = np.array([1, 100, 1e-6, 0], np.float32)
    tensor = np.random.default_rng(0).standard_normal((3, 5, 4), np.float32) * sizes
    packed = pack({"a.bias": np.array([1.5], np.float32), "a.weight": tensor}, numbers)
    scripts = Scripts()
    scripts.set("model", {"tensors": packed.places})
    scripts.set("weights", packed.text)
    read = scripts.value("readTensors(model, weights)")
    assert read["a.bias"] == [1.5]
    assert np.array_equal(np.float32(read["a.weight"]), numbers.restored(tensor).ravel())
