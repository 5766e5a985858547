"""Generators that are told what to draw."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.images import PNG_COMMENT, to_uint8
from gan.layers.altering import drawing_class
from gan.layers.edits import parse_edit
from gan.model.checkpoint import load_generator
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.layouts import CONDITIONAL, LAYOUTS, Z_DIM, save_layout
from tests.gan.tiny import fail, save_tiny, succeed

Capture = pytest.CaptureFixture[str]
Z = sample_z(2, Z_DIM, 4)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_layout(tmp_path / "digits.safetensors", LAYOUTS["classes behind"])


@pytest.mark.parametrize("name", CONDITIONAL)
def test_every_class_has_its_own_pictures(tmp_path: Path, name: str) -> None:
    model = save_layout(tmp_path / "g.safetensors", LAYOUTS[name])
    generator, renderer = load_generator(model), Renderer("cpu")
    seen = []
    for number in range(3):
        with torch.inference_mode(), drawing_class(generator, number):
            expected = to_uint8(generator(torch.from_numpy(Z)))
        images = renderer.render(RenderRequest(model, Z, chosen_class=number)).images
        assert np.abs(images.astype(int) - expected).max() <= 1
        seen.append(images)
    assert not any(np.array_equal(seen[i], seen[j]) for i, j in ((0, 1), (0, 2), (1, 2)))
    assert np.array_equal(renderer.render(RenderRequest(model, Z)).images, seen[0])


def test_the_class_is_forgotten_afterwards(model: Path) -> None:
    generator = load_generator(model)
    with pytest.raises(ZeroDivisionError), drawing_class(generator, 2):
        assert generator.chosen_class == 2
        _ = 1 / 0
    assert generator.chosen_class == 0


def test_what_goes_with_a_picture_is_of_its_class(model: Path) -> None:
    renderer = Renderer("cpu")
    request = RenderRequest(model, Z[:1], chosen_class=2, edits=(parse_edit("block1:0=0"),), compared=True)
    plain = renderer.render(RenderRequest(model, Z[:1], chosen_class=2)).images
    unedited = renderer.render(request).unedited
    assert unedited is not None and np.array_equal(unedited, plain)
    traced = [renderer.render(RenderRequest(model, Z[:1], chosen_class=k, traced=(5, 5))).trace for k in (0, 2)]
    assert traced[0] is not None and traced[1] is not None and traced[0].value != traced[1].value


@pytest.mark.parametrize(
    ("name", "number", "complaint"),
    [
        ("classes behind", 3, "this generator has classes 0 to 2, but not 3"),
        ("classes behind", -1, "this generator has classes 0 to 2, but not -1"),
        ("nearest", 0, "this generator has no classes to choose from"),
    ],
)
def test_classes_that_are_not_there(tmp_path: Path, name: str, number: int, complaint: str) -> None:
    model = save_layout(tmp_path / "g.safetensors", LAYOUTS[name])
    with pytest.raises(UsageError, match=complaint):
        Renderer("cpu").render(RenderRequest(model, Z, chosen_class=number))


def test_a_request_names_its_class() -> None:
    request = RenderRequest(Path("a.safetensors"), Z, chosen_class=2)
    assert request.network_text == "generator a.safetensors, class 2, unchanged"
    edited = RenderRequest(Path("a.safetensors"), Z, chosen_class=0, edits=(parse_edit("block1:0=0"),))
    assert edited.changes_text == "class 0, edit block1:0=0"


COMMANDS = {
    "generate": "generate MODEL --count 2 --out DIR/a.png",
    "interpolate": "interpolate MODEL --seeds 1,2 --frames 3 --out DIR/a.png",
    "layers": "layers MODEL --out DIR/layers",
    "directions": "directions MODEL --count 2 --out DIR/a.npz",
    "invert": "invert MODEL PICTURE --starts 1 --steps 2 --out DIR/a.npz",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_and_draws_the_class(model: Path, tmp_path: Path, capsys: Capture, command: str) -> None:
    picture = tmp_path / "picture.png"
    succeed(capsys, "generate", model, "--count", 1, "--out", picture)
    written = {}
    for number in (0, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        words = COMMANDS[command].replace("MODEL", str(model)).replace("DIR", str(folder))
        words = words.replace("PICTURE", str(picture))
        assert f", class {number}" in succeed(capsys, *words.split(), *(["--class", number] if number else []))
        written[number] = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    assert written[0] != written[2]


@pytest.mark.parametrize("command", [*COMMANDS, "export"])
def test_a_class_is_refused_where_there_are_none(tmp_path: Path, capsys: Capture, command: str) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors")
    succeed(capsys, "generate", model, "--count", 1, "--out", tmp_path / "picture.png")
    words = COMMANDS.get(command, "export MODEL --out DIR/a.onnx").replace("MODEL", str(model))
    words = words.replace("DIR", str(tmp_path)).replace("PICTURE", str(tmp_path / "picture.png"))
    status, line = fail(capsys, tmp_path, *words.split(), "--class", 0)
    assert status == 2 and "no classes" in line


def test_files_name_the_class(model: Path, tmp_path: Path, capsys: Capture) -> None:
    succeed(capsys, "generate", model, "--count", 1, "--class", 1, "--out", tmp_path / "a.png")
    assert Image.open(tmp_path / "a.png").info[PNG_COMMENT] == "generator digits.safetensors, class 1, unchanged"
    succeed(capsys, "layers", model, "--class", 1, "--layer", "block1.conv", "--out", tmp_path / "layers")
    assert json.loads((tmp_path / "layers" / "layers.json").read_text())["class"] == 1


def test_all_classes_in_turn(model: Path, tmp_path: Path, capsys: Capture) -> None:
    options = ("--count", 5, "--seed", 2, "--out")
    assert "5 pictures of digits, 3 classes in turn" in succeed(
        capsys, "generate", model, "--class", "all", *options, tmp_path / "all.npy"
    )
    of_class = []
    for number in range(3):
        succeed(capsys, "generate", model, "--class", number, *options, tmp_path / f"{number}.npy")
        of_class.append(np.load(tmp_path / f"{number}.npy"))
    expected = np.stack([of_class[place % 3][place] for place in range(5)])
    assert np.abs(np.load(tmp_path / "all.npy").astype(int) - expected).max() <= 1
    succeed(capsys, "generate", model, "--class", "all", *options, tmp_path / "all.png")
    with Image.open(tmp_path / "all.png") as sheet:
        assert sheet.size == (3 * 16 + 2 * 2, 2 * 16 + 2)
        assert sheet.info[PNG_COMMENT].endswith("3 classes in turn: 0, 1, 2")
    status, line = fail(capsys, tmp_path, "layers", model, "--class", "all", "--out", tmp_path / "layers")
    assert status == 2 and "no class 'all'; it has 0, 1, 2" in line
    plain = save_tiny(tmp_path / "tiny.safetensors")
    status, line = fail(capsys, tmp_path, "generate", plain, "--class", "all", "--out", tmp_path / "a.png")
    assert status == 2 and "no classes" in line


def test_a_copy_keeps_every_class(model: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "copy.safetensors"
    status, line = fail(capsys, tmp_path, "export", model, "--class", 1, "--out", out)
    assert status == 2 and "keeps every class" in line
    succeed(capsys, "export", model, "--out", out)
    assert out.read_bytes() == model.read_bytes()


def test_onnx_draws_one_class(model: Path, tmp_path: Path, capsys: Capture) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    out = tmp_path / "a.onnx"
    assert "drawing class 2" in succeed(capsys, "export", model, "--class", 2, "--out", out)
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    images = session.run(["images"], {"z": Z})[0]
    generator = load_generator(model)
    with torch.inference_mode(), drawing_class(generator, 2):
        assert np.abs(images - generator(torch.from_numpy(Z)).numpy()).max() < 1e-4
    assert json.loads(session.get_modelmeta().custom_metadata_map["about"])["class"] == 2
