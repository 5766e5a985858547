"""A glance at a set before training."""

from pathlib import Path

import numpy as np
import pytest

from gan.data.base import DataError
from gan.data.imagesets import load_imageset
from gan.data.packing import packed_folder
from gan.data.pictures import PictureFormat
from gan.data.preview import preview
from gan.errors import UsageError
from gan.places import datasets_folder
from tests.gan.data.writing import write_digits, write_pictures


def test_a_folder_is_sampled_from_all_its_parts(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 100)
    shown = preview(str(tmp_path / "own"), PictureFormat(16, 3), 5)
    packed = load_imageset(str(tmp_path / "own"), PictureFormat(16, 3))
    assert shown.total == 100 and np.array_equal(shown.images, packed.images[[0, 25, 50, 74, 99]])


def test_nothing_is_packed_for_it(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 3)
    assert len(preview(str(tmp_path / "own"), PictureFormat(16, 1), 10).images) == 3
    assert not packed_folder().exists()


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 2)
    (tmp_path / "own" / "00000b.png").write_bytes(b"no picture")
    shown = preview(str(tmp_path / "own"), PictureFormat(16, 3), 10)
    assert len(shown.images) == 2 and [entry.path for entry in shown.unreadable] == ["00000b.png"]


def test_the_built_in_set() -> None:
    assert preview("sprites", PictureFormat(32, 3), 4).images.shape == (4, 3, 32, 32)


def test_a_set_that_is_here() -> None:
    images, _ = write_digits(datasets_folder() / "mnist")
    assert np.array_equal(preview("mnist", PictureFormat(28, 1), 4).images[:, 0], images[:4])


def test_a_set_that_is_not_here_is_not_downloaded(asked_for: list[str]) -> None:
    with pytest.raises(DataError, match="MNIST is not on this computer yet; it is downloaded when a run starts"):
        preview("mnist", PictureFormat(28, 1), 4)
    assert asked_for == []


def test_no_such_set() -> None:
    with pytest.raises(UsageError, match="neither a data set nor a folder"):
        preview("nothing of the kind", PictureFormat(28, 1), 4)
