"""``python -m gan directions``."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.data.imagesets import ImageSet, Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.explore.directions import load_directions
from gan.explore.latent import sample_z
from gan.measure import factors as reading
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.data.writing import write_picture
from tests.gan.tiny import COLOUR, call, fail, make_shaped_run, save_tiny, succeed

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "tiny.safetensors", COLOUR)


@pytest.mark.parametrize("method", ["pca", "sefa"])
def test_file_and_strip(model: Path, tmp_path: Path, capsys: Capture, method: str) -> None:
    out = tmp_path / "d.npz"
    printed = succeed(capsys, "directions", model, "--method", method, "--count", 3, "--out", out, "--seed", 4)
    assert f"3 directions of tiny ({method})" in printed
    directions = load_directions(out)
    assert directions.vectors.shape == (3, 8) and directions.method == method
    strip = np.asarray(Image.open(tmp_path / "d.png")).astype(int)
    assert strip.shape == (3 * 18 - 2, 7 * 18 - 2, 3)
    z = directions.moved(sample_z(1, 8, 4)[0], 1, 2.0)
    expected = Renderer("cpu").render(RenderRequest(model, z[None])).images[0]
    assert np.abs(strip[18:34, 5 * 18 : 5 * 18 + 16] - expected).max() <= 1


def test_scores_are_a_table(model: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "EPOCHS", 1)
    monkeypatch.setattr("gan.commands.directions.LABELS_READ", 500)
    printed = succeed(capsys, "directions", model, "--score", "--data", "sprites", "--count", 2)
    lines = printed.splitlines()
    assert lines[2].split() == ["factor", "read", "with", "direction", "correlation", "change"]
    names = [line.split()[0] for line in lines[3:-1]]
    assert names[:6] == ["hue", "scale", "rotation", "x", "y", "thickness"] and "star" in names
    assert "of 11 are followed" in lines[-1]


def test_scores_are_of_pictures_as_the_networks_saw_them(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[ImageSet] = []

    def load(data: str, form: PictureFormat, wanted: Wanted) -> ImageSet:
        read.append(load_imageset(data, form, wanted))
        return read[-1]

    monkeypatch.setattr("gan.commands.directions.load_imageset", load)
    write_picture(tmp_path / "tall" / "a.png", (200, 200, 200), (10, 40))
    run = make_shaped_run(tmp_path / "run", tmp_path / "tall")
    for words in ((), ("--data", tmp_path / "tall")):
        call(capsys, "directions", run.folder, "--score", *words)
    corners = [(images.images[0, 0, 14, 0], images.images[0, 0, 14, 14]) for images in read]
    assert corners == [(0, 200), (0, 200)]


def test_nothing_to_do_is_said(model: Path, tmp_path: Path, capsys: Capture) -> None:
    status, line = fail(capsys, tmp_path, "directions", model)
    assert status == 2 and "--out FILE.npz" in line
