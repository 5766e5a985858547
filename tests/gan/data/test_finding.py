"""Sets that are not here: what is said, and the folder that a person names in their stead."""

from pathlib import Path

import numpy as np
import pytest

from gan.data import finding
from gan.data.base import DataError, Wanted
from gan.data.finding import OFFLINE
from gan.data.missing import current_place, is_missing, look_in
from gan.data.named import load_named
from gan.data.named_set import SetFiles
from gan.data.pictures import PictureFormat
from gan.data.remembered import remember_folder, remembered_folder
from gan.errors import LatentariumError
from tests.gan.data.writing import write_digits, write_pictures

GREY = PictureFormat(28, 1)
RAW = (
    "Error downloading train-images-idx3-ubyte.gz: Tried https://example.org/mnist/, got: <urlopen error [Errno -3] "
    "Temporary failure in name resolution>"
)


def test_offline_is_said_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, files: SetFiles, folder: Path, wanted: Wanted) -> None:
        raise DataError(RAW)

    monkeypatch.setattr(finding, "download", refuse)
    with pytest.raises(DataError) as caught:
        load_named("mnist", GREY, Wanted())
    assert f"mnist is not on this computer and cannot be downloaded: {OFFLINE}." in str(caught.value)
    assert "Errno" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("below", ["", "mnist", "MNIST/raw"])
def test_a_folder_that_a_person_names_is_remembered(tmp_path: Path, below: str, asked_for: list[str]) -> None:
    images, _ = write_digits(tmp_path / "stick" / below)
    assert is_missing("mnist")
    look_in("mnist", tmp_path / "stick")
    assert not is_missing("mnist")
    assert np.array_equal(load_named("mnist", GREY, Wanted()).images[:, 0], images)
    assert asked_for == []


def test_a_folder_without_the_set_is_refused(tmp_path: Path) -> None:
    write_pictures(tmp_path / "pictures", 2)
    with pytest.raises(DataError, match=r"holds no train-images-idx3-ubyte\(.gz\); choose another one"):
        look_in("mnist", tmp_path / "pictures")
    write_digits(tmp_path / "KMNIST")
    with pytest.raises(DataError, match="is not the folder of mnist"):
        look_in("mnist", tmp_path / "KMNIST")
    assert remembered_folder("mnist") is None


def test_pictures_that_were_moved(tmp_path: Path) -> None:
    write_pictures(tmp_path / "new", 2)
    old = str(tmp_path / "old")
    assert is_missing(old) and current_place(old) == old
    look_in(old, tmp_path / "new")
    assert not is_missing(old) and current_place(old) == str(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    with pytest.raises(LatentariumError, match="no pictures"):
        look_in(old, tmp_path / "empty")


def test_what_is_here_is_not_missing(tmp_path: Path) -> None:
    assert not is_missing("sprites") and not is_missing(str(tmp_path))
    assert current_place("sprites") == "sprites" and current_place(str(tmp_path)) == str(tmp_path)


def test_a_remembered_folder_that_is_gone_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    remember_folder("mnist", tmp_path / "stick")
    assert remembered_folder("mnist") == tmp_path / "stick"
    (tmp_path / "stick").rmdir()
    assert remembered_folder("mnist") is None


def test_a_damaged_list_of_folders_is_no_list(tmp_path: Path, latentarium_home: Path) -> None:
    (latentarium_home / "data").mkdir(parents=True)
    (latentarium_home / "data" / "folders.json").write_text('["mnist"')
    assert remembered_folder("mnist") is None
    remember_folder("mnist", tmp_path)
    assert remembered_folder("mnist") == tmp_path
