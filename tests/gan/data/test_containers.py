import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from gan.data import containers
from gan.data.imagesets import describe, load_imageset, picture_count
from gan.data.pictures import PictureFormat
from gan.errors import UsageError
from tests.gan.data.writing import write_picture, write_pictures, write_zip

COLOUR = PictureFormat(8, 3)
GREY = PictureFormat(8, 1)


def test_a_zip_is_a_folder(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 5)
    write_zip(tmp_path / "own.zip", tmp_path / "own")
    zipped, plain = (load_imageset(str(tmp_path / name), COLOUR) for name in ("own.zip", "own"))
    assert np.array_equal(zipped.images, plain.images)
    assert (zipped.name, picture_count(str(tmp_path / "own.zip"))) == ("own.zip", 5)


def test_a_zip_with_names_that_lead_out_of_it_writes_nothing(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png", (1, 2, 3))
    inner = tmp_path / "deep" / "inner"
    inner.mkdir(parents=True)
    with zipfile.ZipFile(inner / "bad.zip", "w") as archive:
        archive.write(tmp_path / "a.png", "../../escaped.png")
        archive.write(tmp_path / "a.png", "/escaped.png")
    assert len(load_imageset(str(inner / "bad.zip"), COLOUR)) == 1, "what leads upwards counts as hidden"
    assert not [*tmp_path.rglob("escaped.png")] and not Path("/escaped.png").exists()


def test_a_member_that_unpacks_to_too_much_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST_MEMBER", 2**20)
    write_picture(tmp_path / "a.png", (1, 2, 3))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "a.png", "a.png")
        archive.writestr("bomb.png", bytes(2**21))
    found = load_imageset(str(tmp_path / "bomb.zip"), COLOUR)
    assert [(entry.path, entry.reason) for entry in found.unreadable] == [("bomb.png", "too large: more than 1 MiB")]


def test_what_is_no_zip_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(UsageError, match=r"a\.zip cannot be read as a \.zip file .*; fetch or pack it again"):
        describe(str(tmp_path / "a.zip"))


def test_a_zip_that_was_written_anew(tmp_path: Path) -> None:
    for colour in ((10, 0, 0), (20, 0, 0)):
        write_picture(tmp_path / "own" / "a.png", colour)
        write_zip(tmp_path / "own.zip", tmp_path / "own")
        os.utime(tmp_path / "own.zip", ns=(colour[0], colour[0]))
        assert load_imageset(str(tmp_path / "own.zip"), COLOUR).images[0, 0, 0, 0] == colour[0]


@pytest.mark.parametrize("shape", [(6, 8, 8), (6, 8, 8, 1), (6, 8, 8, 3)])
def test_an_array_of_bytes_is_taken_as_it_is(tmp_path: Path, shape: tuple[int, ...]) -> None:
    values = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    np.save(tmp_path / "a.npy", values)
    channels = describe(str(tmp_path / "a.npy")).channels
    assert channels == (3 if shape[-1] == 3 else 1)
    images = load_imageset(str(tmp_path / "a.npy"), PictureFormat(8, channels)).images
    assert np.array_equal(images.transpose(0, 2, 3, 1).reshape(shape), values)


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.uint16, np.int64, bool])
def test_an_array_of_other_numbers_has_one_range(tmp_path: Path, kind: type) -> None:
    values: np.ndarray = np.zeros((20, 8, 8), kind)
    values[::2, :, 4:] = 3
    np.save(tmp_path / "a.npy", values)
    found = load_imageset(str(tmp_path / "a.npy"), GREY)
    assert np.array_equal(found.images[:, 0], np.where(values > 0, 255, 0))
    assert found.value_range == ("" if kind is bool else "0..3")


def test_transparent_pixels_of_an_array_show_the_background(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros((2, 8, 8, 4), np.uint8))
    assert (load_imageset(str(tmp_path / "a.npy"), COLOUR).images == 255).all()


@pytest.mark.parametrize(
    "values",
    [np.zeros((5, 100)), np.zeros((2, 8, 8, 5)), np.zeros((0, 8, 8)), np.zeros((2, 8, 8), complex), np.array([{}])],
    ids=["points", "channels", "none", "complex", "objects"],
)
def test_other_arrays_are_refused(tmp_path: Path, values: np.ndarray) -> None:
    np.save(tmp_path / "a.npy", values)
    with pytest.raises(UsageError, match=r"a\.npy (holds|cannot be read)"):
        describe(str(tmp_path / "a.npy"))
    assert not containers.holds_pictures(tmp_path / "a.npy")
