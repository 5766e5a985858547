from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from gan.data.pictures import PictureFormat, read_picture
from tests.gan.data.writing import swapped_profile

COLOUR = PictureFormat(16, 3)
RED = (200, 30, 60)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def read(path: Path, image: Image.Image, form: PictureFormat = COLOUR, **options: object) -> np.ndarray:
    image.save(path, **options)  # type: ignore[arg-type]
    return read_picture(str(path), form).astype(int)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.webp"])
def test_the_profile_says_what_a_number_means(tmp_path: Path, name: str) -> None:
    pixels = read(tmp_path / name, Image.new("RGB", (40, 30), RED), icc_profile=swapped_profile())
    assert np.abs(pixels[:, 8, 8] - (30, 200, 60)).max() < 8


def test_transparency_stays(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 30), (*RED, 0))
    image.paste((*RED, 255), (0, 0, 20, 30))
    pixels = read(tmp_path / "a.png", image, PictureFormat(16, 3, (10, 20, 30)), icc_profile=swapped_profile())
    assert np.abs(pixels[:, 8, 2] - (30, 200, 60)).max() < 8
    assert pixels[:, 8, 13].tolist() == [10, 20, 30], "the background is sRGB already"


def test_a_picture_on_its_side_is_turned_all_the_same(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 40), RED)
    image.paste((0, 0, 0), (0, 0, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = read(tmp_path / "a.png", image, icc_profile=swapped_profile(), exif=exif)
    assert pixels[:, 2, 8].max() < 5
    assert np.abs(pixels[:, 13, 8] - (30, 200, 60)).max() < 8


def test_grey_by_the_profile_of_a_colour_picture(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 30), (0, 255, 0))
    pixels = read(tmp_path / "a.jpg", image, PictureFormat(16, 1), icc_profile=swapped_profile(), quality=95)
    assert abs(pixels.mean() - 0.299 * 255) < 8, "what was green is red"


@pytest.mark.parametrize("profile", [SRGB, b"no profile at all", swapped_profile()[:300]])
def test_srgb_and_damaged_profiles_change_nothing(tmp_path: Path, profile: bytes) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (16, 16, 3), np.uint8)
    pixels = read(tmp_path / "a.png", Image.fromarray(noise), icc_profile=profile)
    assert np.array_equal(pixels, noise.transpose(2, 0, 1))


def test_a_profile_for_another_kind_of_picture_is_left_alone(tmp_path: Path) -> None:
    pixels = read(tmp_path / "a.png", Image.new("L", (40, 30), 77), icc_profile=swapped_profile())
    assert (pixels == 77).all()
