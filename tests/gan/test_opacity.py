"""Pictures of four channels: colour with opacity."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from gan.data.imagesets import Wanted, load_imageset
from gan.data.pictures import PictureFormat, load_picture
from gan.errors import UsageError
from gan.explore.latent import load_z, sample_z
from gan.export import save_gif, save_mp4
from gan.images import Picture, enlarge, grid, on_white, save_png
from gan.measure.neighbours import NeighbourSearch, by_pixels
from gan.render import Renderer
from gan.request import RenderRequest
from gan.train.loading import seen_format
from tests.gan.layouts import LAYOUTS, Z_DIM, save_layout
from tests.gan.tiny import succeed

Capture = pytest.CaptureFixture[str]
RED, CLEAR = (255, 0, 0, 255), (10, 20, 30, 0)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_layout(tmp_path / "sprites.safetensors", LAYOUTS["opacity"])


def pictures(model: Path, count: int = 3) -> Picture:
    return Renderer("cpu").render(RenderRequest(model, sample_z(count, Z_DIM, 0))).images


def test_on_white() -> None:
    seen = on_white(np.array([[RED, CLEAR, (0, 0, 0, 51)]], np.uint8))
    assert seen.tolist() == [[[255, 0, 0], [255, 255, 255], [204, 204, 204]]]
    grey = np.zeros((2, 2, 1), np.uint8)
    assert on_white(grey) is grey


def test_a_png_keeps_every_number(model: Path, tmp_path: Path) -> None:
    picture = pictures(model)[0]
    save_png(tmp_path / "a.png", picture)
    assert Image.open(tmp_path / "a.png").mode == "RGBA"
    assert np.array_equal(load_picture(tmp_path / "a.png", PictureFormat(16, 4)), picture)


def test_a_picture_without_opacity_is_opaque(tmp_path: Path) -> None:
    save_png(tmp_path / "a.png", np.zeros((20, 16, 3), np.uint8))
    loaded = load_picture(tmp_path / "a.png", PictureFormat(16, 4))
    assert loaded.shape == (16, 16, 4) and (loaded[..., 3] == 255).all()


def test_grids_and_enlargement(model: Path) -> None:
    images = pictures(model, 2)
    sheet = grid(images, 2)
    assert sheet.shape == (16, 34, 4) and (sheet[:, 16:18] == 255).all()
    assert enlarge(images[0], 3).shape == enlarge(images[0], 3, smooth=True).shape == (48, 48, 4)
    clear = np.full((4, 4, 4), CLEAR, np.uint8)
    clear[:, :2] = RED
    edge = on_white(enlarge(clear, 4, smooth=True))
    assert edge[..., 0].min() > 245, "what cannot be seen does not colour what can"


def test_films_are_on_white(tmp_path: Path) -> None:
    frames = [np.full((32, 32, 4), colour, np.uint8) for colour in (RED, CLEAR)]
    save_gif(tmp_path / "a.gif", frames, 10)
    save_mp4(tmp_path / "a.mp4", frames, 10)
    with Image.open(tmp_path / "a.gif") as film:
        film.seek(1)
        assert film.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    with av.open(str(tmp_path / "a.mp4")) as container:
        shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert abs(int(shown[0][5, 5, 0]) - 255) < 6 and shown[0][5, 5, 1] < 12 and (shown[1] > 250).all()


def test_commands(model: Path, tmp_path: Path, capsys: Capture) -> None:
    succeed(capsys, "generate", model, "--count", 5, "--out", tmp_path / "a.npy")
    assert np.load(tmp_path / "a.npy").shape == (5, 16, 16, 4)
    succeed(capsys, "generate", model, "--count", 1, "--out", tmp_path / "a.png")
    for name in ("a.gif", "a.mp4", "strip.png"):
        succeed(capsys, "interpolate", model, "--seeds", "1,2", "--frames", 3, "--out", tmp_path / name)
    succeed(capsys, "directions", model, "--count", 2, "--out", tmp_path / "d.npz")
    assert "translucent colour" in succeed(capsys, "info", model)


def test_its_own_picture_is_found_again(model: Path, tmp_path: Path, capsys: Capture) -> None:
    succeed(capsys, "generate", model, "--count", 1, "--seed", 3, "--out", tmp_path / "a.png")
    options = ("--out", tmp_path / "z.npz", "--compare", tmp_path / "c.png")
    succeed(capsys, "invert", model, tmp_path / "a.png", *options)
    assert np.abs(load_z(tmp_path / "z.npz") - sample_z(1, Z_DIM, 3)).max() < 0.1
    assert Image.open(tmp_path / "c.png").mode == "RGB"


def test_comparisons_with_a_set_are_on_white(model: Path) -> None:
    form = seen_format(None, LAYOUTS["opacity"])
    images = load_imageset("sprites", form, Wanted(limit=100))
    assert images.channels == 3
    found = NeighbourSearch(images, by_pixels).nearest(pictures(model)[0], 2)
    assert found[0].picture.shape == (16, 16, 3)
    with pytest.raises(UsageError, match="without opacity"):
        load_imageset("sprites", PictureFormat(16, 4))
