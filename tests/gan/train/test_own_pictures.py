"""A run knows the folder of pictures that it was trained on, and says what has become of it."""

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.errors import UsageError
from gan.images import save_png
from gan.train import events
from gan.train.loop import train
from gan.train.own_pictures import placed
from gan.train.run import Run


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def fill(folder: Path, numbers: range) -> Path:
    for number in numbers:
        noise = np.random.default_rng(number).integers(0, 256, (16, 16, 1), np.uint8)
        save_png(folder / f"{number}.png", noise[: 16 - number % 5])
    return folder


def packed(folder: Path, kind: str) -> Path:
    """The pictures of ``folder`` in one file, ``pictures.zip`` or ``pictures.npy``, in place of what is there."""
    path = folder.with_suffix(kind)
    if kind == ".npy":
        files = sorted(folder.iterdir(), key=lambda file: int(file.stem))
        np.save(path, np.stack([np.asarray(Image.open(file).resize((16, 16))) for file in files]))
        return path
    with zipfile.ZipFile(path, "w") as archive:
        for each in folder.iterdir():
            archive.write(each, each.name)
    return path


@pytest.fixture
def own(run: Run, tmp_path: Path) -> Run:
    """A run that was trained for six steps on ten pictures of one's own."""
    own = run.with_config(replace(run.config, data=str(fill(tmp_path / "pictures", range(10)))))
    list(train(own))
    return own


def goes_on(run: Run) -> list[str]:
    """The warnings of two more steps."""
    longer = run.with_config(replace(run.config, steps=(run.config.steps or 0) + 2))
    seen = list(train(longer, resume=True))
    assert isinstance(seen[-1], events.Finished)
    return [event.message for event in seen if isinstance(event, events.Warned)]


def test_nothing_is_said_of_the_same_pictures(own: Run) -> None:
    assert goes_on(own) == []


def test_a_folder_that_has_grown_is_told_of_once(own: Run, tmp_path: Path) -> None:
    fill(tmp_path / "pictures", range(10, 13))
    assert ["has more pictures" in told and "13 pictures" in told for told in goes_on(own)] == [True]
    assert goes_on(own) == []


def test_other_pictures_in_the_same_place_are_refused(own: Run, tmp_path: Path) -> None:
    (tmp_path / "pictures").rename(tmp_path / "elsewhere")
    fill(tmp_path / "pictures", range(100, 110))
    with pytest.raises(UsageError, match=r"are not those that .* was trained on"):
        list(train(own, resume=True))


@pytest.mark.parametrize("kind", [".zip", ".npy"])
def test_one_file_of_pictures_is_known_as_a_folder_is(run: Run, tmp_path: Path, kind: str) -> None:
    path = packed(fill(tmp_path / "pictures", range(10)), kind)
    own = run.with_config(replace(run.config, data=str(path)))
    list(train(own))
    assert goes_on(own) == []
    packed(fill(tmp_path / "pictures", range(10, 13)), kind)
    assert ["has more pictures" in told and "13 pictures" in told for told in goes_on(own)] == [True]
    shutil.rmtree(tmp_path / "pictures")
    packed(fill(tmp_path / "pictures", range(100, 110)), kind)
    with pytest.raises(UsageError, match=r"are not those that .* was trained on"):
        list(train(own, resume=True))


def test_a_run_that_knows_none_learns_from_what_is_there(own: Run, tmp_path: Path) -> None:
    own.pictures_path.unlink()
    fill(tmp_path / "pictures", range(10, 13))
    assert goes_on(own) == []
    assert own.pictures_path.is_file()


def test_a_branch_knows_them_too_unless_it_has_others(own: Run, tmp_path: Path) -> None:
    branch = own.branch(tmp_path / "branch", own.states()[-1])
    assert branch.pictures_path.read_bytes() == own.pictures_path.read_bytes()
    other = own.branch(tmp_path / "other", own.states()[-1], replace(own.config, data="sprites"))
    assert not other.pictures_path.exists()


def test_a_place_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pictures").mkdir()
    for name in ("pictures.zip", "pictures.npy"):
        Path(name).touch()
    for name in ("pictures", "pictures.zip", "pictures.npy"):
        assert placed(name) == str(tmp_path / name)
    assert (placed("mnist"), placed("mnits"), placed("")) == ("mnist", "mnits", "")
