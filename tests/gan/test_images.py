import io
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gan.files import FileError
from gan.images import PNG_COMMENT, Picture, enlarge, from_uint8, grid, png_bytes, save_png, to_uint8


def numbered(count: int, height: int = 3, width: int = 4, channels: int = 1) -> Picture:
    """Pictures whose every pixel is the picture's number, counted from 1."""
    values = np.arange(1, count + 1, dtype=np.uint8)
    return np.broadcast_to(values[:, None, None, None], (count, height, width, channels)).copy()


def test_every_value_survives_the_way_there_and_back() -> None:
    values = torch.arange(256, dtype=torch.uint8).reshape(1, 1, 16, 16)
    there = from_uint8(values)
    assert (there.dtype, there.min(), there.max()) == (torch.float32, -1, 1)
    assert np.array_equal(to_uint8(there)[0, :, :, 0], values[0, 0].numpy())


def test_channels_move_to_the_end() -> None:
    tensor = torch.zeros(2, 3, 4, 5)
    tensor[1, 2, 3, 4] = 1
    picture = to_uint8(tensor)
    assert (picture.shape, picture.dtype) == ((2, 4, 5, 3), np.uint8)
    assert picture.flags.c_contiguous
    assert picture[1, 3, 4, 2] == 255
    assert np.count_nonzero(picture == 255) == 1


def test_values_outside_are_clipped_and_nan_is_black() -> None:
    tensor = torch.tensor([-7.0, 7.0, torch.nan, torch.inf, -torch.inf, 0.0]).reshape(1, 1, 1, 6)
    assert to_uint8(tensor)[0, 0, :, 0].tolist() == [0, 255, 0, 255, 0, 128]


def test_lower_precision_and_gradients_are_no_obstacle() -> None:
    tensor = torch.ones(1, 1, 2, 2, dtype=torch.bfloat16, requires_grad=True)
    assert to_uint8(tensor).min() == 255


@given(
    count=st.integers(1, 13),
    columns=st.integers(1, 8),
    gap=st.integers(0, 3),
    channels=st.sampled_from([1, 3]),
)
def test_a_grid_holds_every_picture_in_its_cell(count: int, columns: int, gap: int, channels: int) -> None:
    height, width = 3, 4
    sheet = grid(numbered(count, height, width, channels), columns, gap, background=200)
    rows = -(-count // columns)
    assert sheet.shape == (rows * (height + gap) - gap, columns * (width + gap) - gap, channels)
    for index in range(count):
        top, left = index // columns * (height + gap), index % columns * (width + gap)
        assert (sheet[top : top + height, left : left + width] == index + 1).all()
    assert np.count_nonzero(sheet == 200) == sheet.size - count * height * width * channels


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (4, 2), (5, 3), (9, 3), (10, 4)])
def test_without_columns_a_grid_is_about_square(count: int, columns: int) -> None:
    assert grid(numbered(count), gap=0).shape[1] == columns * 4


def test_enlarged_pixels_are_squares() -> None:
    picture = np.array([[[1], [2]]], np.uint8)
    assert enlarge(picture, 2)[:, :, 0].tolist() == [[1, 1, 2, 2], [1, 1, 2, 2]]


@pytest.mark.parametrize("channels", [1, 3])
def test_png_round_trip(channels: int) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (5, 7, channels), np.uint8)
    contents = png_bytes(picture)
    assert contents == png_bytes(picture.copy())
    read = np.asarray(Image.open(io.BytesIO(contents)))
    assert np.array_equal(read.reshape(picture.shape), picture)


def test_save_png_makes_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "picture.png"
    save_png(path, numbered(1)[0])
    with Image.open(path) as picture:
        assert picture.size == (4, 3)


def test_save_png_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileError, match=r"cannot write .*picture\.png"):
        save_png(tmp_path / "a" / "picture.png", numbered(1)[0])


def test_a_comment_is_a_text_chunk() -> None:
    contents = png_bytes(numbered(1)[0], "generator mnist.safetensors, edit block2:17=0")
    with Image.open(io.BytesIO(contents)) as picture:
        assert picture.info == {PNG_COMMENT: "generator mnist.safetensors, edit block2:17=0"}
