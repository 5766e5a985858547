import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gan.data import conversion
from gan.data.conversion import converted, grey, resized
from gan.sizes import Size


def random_images(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def test_nothing_to_do_gives_the_same_array() -> None:
    images = random_images(3, 1, 28, 28)
    assert converted(images, Size(28, 28), 1) is images


def test_grey_becomes_colour_by_repeating() -> None:
    images = random_images(3, 1, 28, 28)
    assert np.array_equal(converted(images, Size(28, 28), 3), np.repeat(images, 3, axis=1))


def test_luma_agrees_with_pillow() -> None:
    images = random_images(4, 3, 20, 20)
    expected = [np.asarray(Image.fromarray(image.transpose(1, 2, 0)).convert("L")) for image in images]
    assert np.abs(grey(images)[:, 0].astype(int) - np.array(expected)).max() <= 1


@pytest.mark.parametrize("new", [8, 14, 27, 32, 64])
def test_resizing_agrees_with_pillow(new: int) -> None:
    images = random_images(3, 3, 28, 28)
    ours = resized(images, Size(new, new)).astype(int)
    for plane, result in zip(images.reshape(-1, 28, 28), ours.reshape(-1, new, new), strict=True):
        picture = Image.fromarray(plane.astype(np.float32)).resize((new, new), Image.Resampling.BICUBIC)
        assert np.abs(result - np.asarray(picture).clip(0, 255)).max() <= 0.51


@given(old=st.integers(1, 40), new=st.integers(1, 40), value=st.integers(0, 255))
def test_an_even_picture_stays_even(old: int, new: int, value: int) -> None:
    result = resized(np.full((2, 1, old, old), value, np.uint8), Size(new, new))
    assert result.shape == (2, 1, new, new)
    assert (result == value).all()


def test_chunks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    images = random_images(11, 3, 16, 16)
    at_once = converted(images, Size(20, 20), 1)
    monkeypatch.setattr(conversion, "CHUNK_VALUES", 2000)
    assert np.array_equal(converted(images, Size(20, 20), 1), at_once)


def test_no_pictures_are_no_problem() -> None:
    assert converted(np.zeros((0, 3, 28, 28), np.uint8), Size(32, 32), 1).shape == (0, 1, 32, 32)


@pytest.mark.parametrize(("size", "rows", "columns"), [((21, 28), (0, 28), (3, 24)), ((28, 14), (7, 21), (0, 28))])
def test_other_proportions_take_the_middle(
    size: tuple[int, int], rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    images = random_images(2, 1, 28, 28)
    middle = images[:, :, slice(*rows), slice(*columns)]
    assert np.array_equal(converted(images, Size(*size), 1), middle)
    twice = Size(*size).times(2)
    assert np.array_equal(converted(images, twice, 1), resized(middle, twice))
