import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gan.data import imagesets
from gan.data.base import DataError
from gan.data.imagesets import NAMED_SETS, Wanted, describe, load_imageset, new_pictures
from gan.data.packing import PackingCancelledError
from gan.data.pictures import PictureFormat
from gan.errors import UsageError
from tests.gan.data.test_pictures import broken_files
from tests.gan.data.writing import write_digits, write_picture, write_pictures


def test_importing_it_does_not_import_torch() -> None:
    code = "import sys, gan.data.imagesets; sys.exit('torch' in sys.modules or 'torchvision' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


@pytest.mark.parametrize("name", NAMED_SETS)
def test_names_are_described(name: str) -> None:
    assert describe(name) is NAMED_SETS[name]


def test_folders_are_described_without_a_picture_being_opened(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"")
    info = describe(str(tmp_path))
    assert (info.name, info.image_size, info.channels) == (tmp_path.name, 64, 3)
    assert str(tmp_path) in info.explanation


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("fashon-mnist", "did you mean fashion-mnist?"),
        ("Cifar-10", "did you mean cifar10?"),
        ("photos", "sprites, mnist"),
    ],
)
def test_unknown_names(data: str, hint: str) -> None:
    for ask in (describe, load_imageset):
        with pytest.raises(UsageError) as caught:
            ask(data)
        message = str(caught.value)
        assert hint in message
        assert repr(data) in message
        assert all(name in message for name in NAMED_SETS)
        assert "\n" not in message


@pytest.mark.parametrize("data", ["", " "])
def test_nothing_is_not_the_current_folder(data: str) -> None:
    with pytest.raises(UsageError):
        describe(data)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png")
    with pytest.raises(UsageError, match="is a file; give the folder"):
        describe(str(tmp_path / "a.png"))


def test_a_name_goes_before_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_picture(tmp_path / "mnist" / "a.png")
    assert describe("mnist") is NAMED_SETS["mnist"]
    assert describe("./mnist").image_size == 64
    assert len(load_imageset("./mnist")) == 1


def test_natural_size_and_any_other(tmp_path: Path) -> None:
    images, _ = write_digits(tmp_path)
    assert np.array_equal(load_imageset("mnist", wanted=Wanted(tmp_path)).images[:, 0], images)
    other = load_imageset("mnist", PictureFormat(32, 3), Wanted(tmp_path, limit=5))
    assert (len(other), other.size, other.channels) == (5, (32, 32), 3)
    assert other.labels is not None
    assert len(other.labels) == 5


def test_a_folder_of_odd_and_broken_pictures(tmp_path: Path) -> None:
    write_pictures(tmp_path / "deep" / "er", 20)
    broken = broken_files(tmp_path)
    found = load_imageset(str(tmp_path))
    assert isinstance(found.images, np.memmap)
    assert (len(found), found.size, found.channels) == (20, (64, 64), 3)
    assert {entry.path for entry in found.unreadable} == set(broken) - {"missing.png"}
    assert found.name == tmp_path.name
    assert found.source == str(tmp_path)


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no pictures in"):
        load_imageset(str(tmp_path))


def test_packing_can_be_cancelled(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png")
    with pytest.raises(PackingCancelledError):
        load_imageset(str(tmp_path), wanted=Wanted(cancelled=lambda: True))


def test_progress_reaches_the_caller(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png")
    told: list[tuple[str, int, int]] = []
    wanted = Wanted(limit=3, progress=lambda *step: told.append(step))
    load_imageset(str(tmp_path), wanted=wanted)
    load_imageset("sprites", wanted=wanted)
    assert told[0] == ("packing pictures", 1, 1)
    assert told[-1] == ("drawing sprites", 3, 3)


def test_too_little_memory_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(imagesets, "load_named", fail)
    with pytest.raises(DataError, match="not enough memory for sprites"):
        load_imageset("sprites")


def test_class_folders_are_labels(tmp_path: Path) -> None:
    write_picture(tmp_path / "dog" / "b.png", (10, 0, 0))
    write_picture(tmp_path / "cat" / "c.png", (20, 0, 0))
    write_picture(tmp_path / "cat" / "a.png", (30, 0, 0))
    (tmp_path / "cat" / "b.png").write_bytes(b"no picture")
    found = load_imageset(str(tmp_path), PictureFormat(8, 3))
    assert found.labels is not None
    names = [found.label_names[label] for label in found.labels]
    by_colour = dict(zip(found.images[:, 0, 0, 0].tolist(), names, strict=True))
    assert by_colour == {10: "dog", 20: "cat", 30: "cat"}
    fewer = load_imageset(str(tmp_path), PictureFormat(8, 3), Wanted(limit=2))
    assert fewer.labels is not None and len(fewer.labels) == 2


def test_a_folder_without_classes_has_no_labels(tmp_path: Path) -> None:
    write_picture(tmp_path / "cat" / "a.png")
    write_picture(tmp_path / "b.png")
    assert load_imageset(str(tmp_path), PictureFormat(8, 3)).labels is None


def test_new_pictures_are_those_that_are_held_out_or_all_that_there_are(tmp_path: Path) -> None:
    form = PictureFormat(16, 3)
    wanted = Wanted(limit=4)
    new, trained = new_pictures("sprites", form, wanted), load_imageset("sprites", form, wanted)
    assert new.images.shape == trained.images.shape and not np.array_equal(new.images, trained.images)
    write_picture(tmp_path / "a.png", (10, 20, 30), (16, 16))
    assert np.array_equal(new_pictures(str(tmp_path), form).images, load_imageset(str(tmp_path), form).images)
