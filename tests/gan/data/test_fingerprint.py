"""Folders of pictures are known again by what is in them, wherever they lie."""

import os
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from gan.data.fingerprint import Fingerprint, Likeness, fingerprint
from gan.errors import UsageError


def fill(folder: Path, numbers: range, size: int = 100) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.png").write_bytes(bytes(size + number))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "pictures", range(20))


def test_it_survives_json(folder: Path) -> None:
    taken = fingerprint(folder)
    assert Fingerprint.from_dict(taken.to_dict()) == taken and taken.count == 20


def test_a_copy_of_another_time_is_the_same(folder: Path, tmp_path: Path) -> None:
    taken = fingerprint(folder)
    shutil.copytree(folder, tmp_path / "copy")
    os.utime(tmp_path / "copy" / "3.png", (0, 0))
    assert taken.likeness(tmp_path / "copy") is Likeness.SAME


@pytest.mark.parametrize("count", [20, 700])
def test_more_pictures(count: int, tmp_path: Path) -> None:
    taken = fingerprint(fill(tmp_path / "pictures", range(count)))
    fill(tmp_path / "pictures", range(count, count + 50))
    assert taken.likeness(tmp_path / "pictures") is Likeness.GROWN


def test_some_other_pictures(folder: Path) -> None:
    taken = fingerprint(folder)
    (folder / "3.png").unlink()
    assert taken.likeness(folder) is Likeness.CHANGED


def test_another_folder_with_the_same_names(folder: Path, tmp_path: Path) -> None:
    other = fill(tmp_path / "other", range(20), size=500)
    assert fingerprint(folder).likeness(other) is Likeness.OTHER


def test_pictures_in_one_file(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for name, write in (("a.npy", _write_array), ("a.zip", _write_zip)):
        few, others = random.integers(0, 256, (2, 20, 16, 16), np.uint8)
        path = tmp_path / name
        write(path, few)
        taken = fingerprint(path)
        assert taken.count == 20
        write(path, np.concatenate([few, others]))
        assert taken.likeness(path) is Likeness.GROWN
        write(path, others)
        assert taken.likeness(path) is Likeness.OTHER
        write(tmp_path / f"moved-{name}", few)
        assert taken.likeness(tmp_path / f"moved-{name}") is Likeness.SAME


def _write_array(path: Path, pictures: np.ndarray) -> None:
    np.save(path, pictures)


def _write_zip(path: Path, pictures: np.ndarray) -> None:
    with zipfile.ZipFile(path, "w") as file:
        for number, picture in enumerate(pictures):
            file.writestr(f"{number}.png", picture.tobytes())


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no pictures"):
        fingerprint(tmp_path)
