"""``python -m gan invert``."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.explore.latent import sample_z
from gan.images import save_png
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.tiny import fail, save_tiny, succeed

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "tiny.safetensors")


def picture(model: Path, z: np.ndarray) -> np.ndarray:
    return Renderer("cpu").render(RenderRequest(model, z)).images[0]


@pytest.fixture
def target(model: Path, tmp_path: Path) -> Path:
    save_png(tmp_path / "target.png", picture(model, sample_z(1, 8, 21)))
    return tmp_path / "target.png"


def test_z_and_its_number(model: Path, target: Path, tmp_path: Path, capsys: Capture) -> None:
    out, compare = tmp_path / "z.npz", tmp_path / "compare.png"
    printed = succeed(capsys, "invert", model, target, "--out", out, "--compare", compare)
    with np.load(out, allow_pickle=False) as arrays:
        z, psnr = arrays["z"], float(arrays["psnr"])
    assert z.shape == (1, 8) and z.dtype == np.float32
    assert psnr > 30 and f"PSNR {psnr:.1f} dB" in printed
    sheet = np.asarray(Image.open(compare)).astype(int)
    wanted, found, difference = (sheet[:, column : column + 28] for column in (0, 30, 60))
    assert np.array_equal(wanted, np.asarray(Image.open(target)))
    assert np.array_equal(found, picture(model, z)[..., 0])
    assert np.array_equal(difference, np.abs(wanted - found))


def test_a_z_off_the_shell_is_told(model: Path, tmp_path: Path, capsys: Capture) -> None:
    points = 1.2 * np.sqrt(8) * np.eye(1, 8, dtype=np.float32), 3 * np.ones((1, 8), np.float32)
    told = []
    for z in points:
        save_png(tmp_path / "target.png", picture(model, z))
        told.append(succeed(capsys, "invert", model, tmp_path / "target.png", "--out", tmp_path / "z.npz"))
    assert ["far from all that the generator was trained on" in text for text in told] == [False, True]
    assert re.search(r"Its z has length \d+\.\d where random points have about 2\.8", told[1])


def test_same_bytes_again(model: Path, target: Path, tmp_path: Path, capsys: Capture) -> None:
    outs = [tmp_path / f"{name}.npz" for name in "ab"]
    for out in outs:
        succeed(capsys, "invert", model, target, "--out", out, "--starts", 1)
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_larger_picture_in_colour_is_brought_into_shape(model: Path, tmp_path: Path, capsys: Capture) -> None:
    Image.new("RGB", (90, 60), (200, 30, 30)).save(tmp_path / "photo.jpg")
    assert "PSNR" in succeed(
        capsys, "invert", model, tmp_path / "photo.jpg", "--out", tmp_path / "z.npz", "--starts", 1, "--steps", 2
    )


@pytest.mark.parametrize(
    ("contents", "words"), [(b"no picture", "cannot be read as a picture"), (None, "there is no file")]
)
def test_what_is_no_picture(model: Path, tmp_path: Path, capsys: Capture, contents: bytes | None, words: str) -> None:
    path = tmp_path / "broken.png"
    if contents is not None:
        path.write_bytes(contents)
    status, line = fail(capsys, tmp_path, "invert", model, path, "--out", tmp_path / "z.npz")
    assert status == 1 and words in line


def test_wrong_settings_are_usage_errors(model: Path, target: Path, tmp_path: Path, capsys: Capture) -> None:
    status, line = fail(capsys, tmp_path, "invert", model, target, "--out", tmp_path / "z.npz", "--starts", 0)
    assert status == 2 and "starts must be at least 1" in line
