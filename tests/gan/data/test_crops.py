"""Pictures that are not square, by each way of making them square."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.data.imagesets import load_imageset
from gan.data.pictures import BACKGROUNDS, Crop, PictureFormat, read_picture
from gan.train.config import TrainConfig

LEFT, RIGHT = (200, 0, 0), (0, 0, 200)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """32 x 16: red on the left, blue on the right."""
    image = Image.new("RGB", (32, 16), LEFT)
    image.paste(RIGHT, (16, 0, 32, 16))
    image.save(tmp_path / "wide.png")
    return tmp_path / "wide.png"


def read(path: Path, crop: Crop, background: str = "white", channels: int = 3) -> np.ndarray:
    return read_picture(str(path), PictureFormat(16, channels, BACKGROUNDS[background], crop)).transpose(1, 2, 0)


def test_the_middle_loses_the_sides(wide: Path) -> None:
    picture = read(wide, Crop.MIDDLE)
    assert tuple(picture[8, 0]) == LEFT and tuple(picture[0, 15]) == RIGHT


@pytest.mark.parametrize("background", list(BACKGROUNDS))
def test_the_whole_has_margins(wide: Path, background: str) -> None:
    picture = read(wide, Crop.WHOLE, background)
    assert tuple(picture[0, 8]) == tuple(picture[15, 0]) == BACKGROUNDS[background]
    assert tuple(picture[8, 0]) == LEFT and tuple(picture[8, 15]) == RIGHT


def test_stretching_fills_the_square(wide: Path) -> None:
    picture = read(wide, Crop.STRETCH)
    for corner, colour in (((0, 0), LEFT), ((15, 0), LEFT), ((0, 15), RIGHT), ((15, 15), RIGHT)):
        assert tuple(picture[corner]) == colour


@pytest.mark.parametrize("crop", list(Crop))
def test_grey_pictures_too(tmp_path: Path, crop: Crop) -> None:
    Image.new("L", (10, 40), 90).save(tmp_path / "grey.png")
    picture = read(tmp_path / "grey.png", crop, "black", channels=1)
    assert picture.shape == (16, 16, 1) and abs(int(picture[8, 8, 0]) - 90) <= 2
    assert abs(int(picture[8, 0, 0]) - (0 if crop is Crop.WHOLE else 90)) <= 2


def test_a_set_of_each_kind_is_packed_apart(wide: Path) -> None:
    sets = [
        load_imageset(str(wide.parent), PictureFormat(16, 3, BACKGROUNDS[background], Crop(crop)))
        for crop, background in (("middle", "white"), ("whole", "white"), ("whole", "black"))
    ]
    assert len({images.images.tobytes() for images in sets}) == 3


def test_settings_offer_what_there_is() -> None:
    assert TrainConfig.info("crop").choices == tuple(map(str, Crop))
    assert TrainConfig.info("background").choices == tuple(BACKGROUNDS)
