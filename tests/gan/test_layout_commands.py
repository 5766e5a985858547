"""Commands on generators that others have built."""

import json
from pathlib import Path
from typing import Any

import pytest

from gan.explore.directions import load_directions
from gan.explore.latent import load_z
from gan.layers.catalogue import layers_of
from gan.model.layout import Layout
from gan.model.part_specs import Linear, TransposedConvolution
from tests.gan.generators import parameter_count
from tests.gan.layouts import LAYOUTS, Z_DIM, drawing_layout, save_layout
from tests.gan.tiny import call, fail, succeed

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.parametrize("name", LAYOUTS)


@pytest.fixture
def model(tmp_path: Path, name: str) -> Path:
    return save_layout(tmp_path / "strange.safetensors", LAYOUTS[name])


def test_info(name: str, model: Path, capsys: Capture) -> None:
    layout = LAYOUTS[name]
    text = succeed(capsys, "info", model)
    assert "{} x {}".format(*layout.picture_size) in text and f"{layout.z_dim} latent dimensions" in text
    lines = text.splitlines()
    for layer in layers_of(layout):
        assert any(layer.name in line and layer.explanation in line for line in lines), layer.name
    assert ("-1 to 1" in text) == (name == "uniform")
    assert ("3 classes" in text) == (layout.condition is not None)
    assert ("times 2 plus -1" in text) == (name == "sigmoid")
    facts = json.loads(succeed(capsys, "info", model, "--json"))
    assert Layout.from_dict(facts["config"]) == layout
    assert facts["parameters"] == parameter_count(drawing_layout(layout))


def test_pictures_films_and_layers(name: str, model: Path, tmp_path: Path, capsys: Capture) -> None:
    layout = LAYOUTS[name]
    succeed(capsys, "generate", model, "--count", 3, "--out", tmp_path / "a.png")
    succeed(capsys, "interpolate", model, "--seeds", "1,2", "--frames", 3, "--out", tmp_path / "a.gif")
    succeed(capsys, "layers", model, "--out", tmp_path / "layers")
    index: dict[str, Any] = json.loads((tmp_path / "layers" / "layers.json").read_text())
    assert [entry["name"] for entry in index["layers"]] == [layer.name for layer in layers_of(layout)]
    assert all((tmp_path / "layers" / entry["file"]).is_file() for entry in index["layers"])
    explained = {entry["block"]: "skipped" not in entry for entry in index["convolutions"]}
    operations = {block.name: block.operation for block in layout.blocks}
    expected = {
        name: isinstance(operation, TransposedConvolution)
        for name, operation in operations.items()
        if not isinstance(operation, Linear)
    }
    assert explained == expected


def test_directions_and_inversion_by_command(name: str, model: Path, tmp_path: Path, capsys: Capture) -> None:
    succeed(capsys, "directions", model, "--count", 2, "--out", tmp_path / "d.npz")
    assert load_directions(tmp_path / "d.npz").z_dim == Z_DIM
    succeed(capsys, "generate", model, "--count", 1, "--seed", 3, "--out", tmp_path / "a.png")
    succeed(capsys, "invert", model, tmp_path / "a.png", "--out", tmp_path / "z.npz")
    assert load_z(tmp_path / "z.npz").shape == (1, Z_DIM)
    succeed(capsys, "export", model, "--out", tmp_path / "copy.safetensors")
    assert (tmp_path / "copy.safetensors").read_bytes() == model.read_bytes()


def test_nothing_trains_it(name: str, model: Path, tmp_path: Path, capsys: Capture) -> None:
    for words in (f"train --run {model} --resume", f"train --run {tmp_path}/new --from {model}", f"bundle {model}"):
        options = ["--out", str(tmp_path / "copy")] if words.startswith("bundle") else []
        status, line = fail(capsys, tmp_path, *words.split(), *options)
        assert status == 2 and str(model) in line
    outcome = call(capsys, "timeline", model, "--out", tmp_path / "a.gif")
    assert outcome.status == 2 and "belongs to no run" in outcome.err
