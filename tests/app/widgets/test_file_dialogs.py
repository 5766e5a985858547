"""Where dialogs for files begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.widgets.file_dialogs import LAST, Kind, ask_for_folder, ask_to_open, ask_to_save, start_folder
from app.window.preferences import Preferences
from gan.places import runs_folder


@pytest.fixture(autouse=True)
def store() -> Iterator[Preferences]:
    """Nothing is remembered yet."""
    before, LAST.store = LAST.store, Preferences()
    yield LAST.store
    LAST.store = before


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where dialogs have begun; whatever is asked, the person chooses ``chosen/a.png``."""
    starts: list[str] = []

    def choose(parent: object, title: str, start: str, files: str = "") -> tuple[str, str]:
        starts.append(start)
        return str(tmp_path / "chosen" / "a.png"), ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, choose)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *words: choose(*words)[0])
    return starts


@pytest.mark.parametrize("kind", Kind)
def test_a_first_dialog_begins_in_a_folder_of_the_person(kind: Kind) -> None:
    begin = start_folder(kind)
    assert begin.is_dir() and begin != Path.cwd()
    assert begin in {Path(QStandardPaths.writableLocation(kind.value[1])), Path.home()}


def test_runs_are_looked_for_in_the_library() -> None:
    runs_folder().mkdir(parents=True)
    assert start_folder(Kind.RUN) == runs_folder()


def test_the_next_one_begins_where_the_last_one_ended(asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "chosen").mkdir()
    assert ask_to_save(Kind.EXPORT, None, "Save", "b.png", "*.png") == tmp_path / "chosen" / "a.png"
    assert ask_to_save(Kind.EXPORT, None, "Save", "b.png", "*.png") is not None
    assert asked[1] == str(tmp_path / "chosen" / "b.png") and asked[0] != asked[1]
    ask_to_open(Kind.MODEL, None, "Open", "*.png")
    assert asked[2] == str(start_folder(Kind.SESSION)), "each kind has its own"
    LAST.store = Preferences()
    ask_for_folder(Kind.EXPORT, None, "Open")
    assert asked[3] == str(tmp_path / "chosen")


def test_a_folder_that_is_gone_is_not_begun_in(asked: list[str], tmp_path: Path) -> None:
    ask_to_open(Kind.PICTURE, None, "Open", "*.png")
    assert start_folder(Kind.PICTURE).is_dir()


def test_whoever_changes_their_mind_chooses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_to_save(Kind.EXPORT, None, "Save", "b.png", "*.png") is None
