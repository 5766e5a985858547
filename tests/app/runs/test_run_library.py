"""The library of runs, on real run folders."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.runs import run_library
from app.runs.run_library import MOST_COMPARED, ListedRun, RunLibrary
from app.toolkit.workspace import Workspace
from app.work.background import Background
from gan.errors import LatentariumError
from gan.places import runs_folder
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.run import Run, RunState
from tests.app.trash import pretend_trash
from tests.gan.tiny import make_run


@pytest.fixture
def saved() -> list[Run]:
    """``cats``, stopped, and ``digits``, finished and newer."""
    return [make_run(runs_folder() / "cats", end=events.Stopped(120, 12.0)), make_run(runs_folder() / "digits")]


@pytest.fixture
def library(prompt_workspace: Workspace, saved: list[Run]) -> RunLibrary:
    library = prompt_workspace.runs.library
    library.refresh()
    return library


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return pretend_trash(monkeypatch, tmp_path / "trash")


def states(library: RunLibrary) -> dict[str, RunState]:
    return {folder.name: run.summary.state for folder, run in library.runs.items()}


def test_a_folder_that_is_not_there_holds_no_runs(prompt_workspace: Workspace) -> None:
    library = prompt_workspace.runs.library
    library.refresh()
    assert library.runs == {}


def test_every_run_is_found_the_newest_first(library: RunLibrary) -> None:
    assert list(states(library).items()) == [("digits", RunState.FINISHED), ("cats", RunState.STOPPED)]
    assert all(not run.thumbnail.isNull() for run in library.runs.values())


def test_a_run_that_never_began_is_found(library: RunLibrary) -> None:
    Run.create(runs_folder() / "planned", TrainConfig())
    library.refresh()
    assert states(library)["planned"] is RunState.NEW
    assert library.runs[runs_folder() / "planned"].thumbnail.isNull()


def test_what_changes_is_read_again(library: RunLibrary, saved: list[Run]) -> None:
    saved[0].append(events.Failed("oops"))
    saved[1].folder.rename(saved[1].folder.with_name("figures"))
    gone: list[Path] = []
    library.gone.connect(gone.append)
    library.refresh()
    assert states(library) == {"cats": RunState.FAILED, "figures": RunState.FINISHED}
    assert gone == [saved[1].folder]


def test_a_run_that_has_not_changed_is_not_read_again(library: RunLibrary, saved: list[Run]) -> None:
    found: list[ListedRun] = []
    library.found.connect(found.append)
    saved[0].append(events.Resumed(120))
    library.refresh()
    assert [run.summary.folder for run in found] == [saved[0].folder]


def test_who_asks_while_it_looks_has_it_look_once_more(qapp: QObject, saved: list[Run], qtbot: QtBot) -> None:
    background = Background()
    library = RunLibrary(background)
    refreshed: list[int] = []
    library.refreshed.connect(lambda: refreshed.append(len(library.runs)))
    with qtbot.waitSignal(library.refreshed, timeout=10_000):
        library.refresh()
        make_run(runs_folder() / "late")
        library.refresh()
    assert refreshed == [3]
    background.shut_down()


def test_a_run_gets_another_name(library: RunLibrary, saved: list[Run]) -> None:
    moved: list[tuple[Path, Path | None]] = []
    library.moved.connect(lambda *how: moved.append(how))
    target = library.rename(saved[0].folder, " tigers ")
    assert target == runs_folder() / "tigers" and Run.open(target).config == saved[0].config
    assert moved == [(saved[0].folder, target)]
    assert set(states(library)) == {"tigers", "digits"}


def test_the_same_name_is_no_change(library: RunLibrary, saved: list[Run]) -> None:
    library.moved.connect(lambda *_: pytest.fail("it did not move"))
    assert library.rename(saved[0].folder, "cats") == saved[0].folder


@pytest.mark.parametrize("name", ["", " ", ".", "..", "a/b", "/a", "digits"])
def test_names_that_cannot_be(library: RunLibrary, saved: list[Run], name: str) -> None:
    with pytest.raises(LatentariumError, match=r"cannot be a folder's name|there is a digits already"):
        library.rename(saved[0].folder, name)
    assert set(states(library)) == {"cats", "digits"}


def test_a_run_that_is_trained_stays(library: RunLibrary, saved: list[Run], trash: Path) -> None:
    with saved[0].training():
        for act in (lambda: library.rename(saved[0].folder, "tigers"), lambda: library.delete(saved[0].folder)):
            with pytest.raises(LatentariumError, match="cats is being trained; stop it first"):
                act()
    assert saved[0].folder.is_dir() and list(trash.iterdir()) == []


def test_a_deleted_run_goes_to_the_trash(library: RunLibrary, saved: list[Run], trash: Path) -> None:
    moved: list[tuple[Path, Path | None]] = []
    library.moved.connect(lambda *how: moved.append(how))
    library.delete(saved[0].folder)
    assert (trash / "cats" / "config.json").is_file()
    assert moved == [(saved[0].folder, None)] and set(states(library)) == {"digits"}


def test_without_a_trash_the_run_stays(library: RunLibrary, saved: list[Run], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_library, "move_to_trash", lambda _: False)
    with pytest.raises(LatentariumError, match="delete the folder by hand"):
        library.delete(saved[0].folder)
    assert saved[0].folder.is_dir() and set(states(library)) == {"cats", "digits"}


def test_a_few_runs_can_be_compared(library: RunLibrary) -> None:
    compared: list[tuple[Path, ...]] = []
    library.compared_changed.connect(compared.append)
    library.compare_curves(Path(str(number)) for number in range(5))
    assert [len(folders) for folders in compared] == [MOST_COMPARED]


@pytest.mark.parametrize("name", ["config.json", "events.jsonl"])
@pytest.mark.parametrize(
    "contents",
    [
        "[" * 200_000,
        '{"event": "StepLogged", "step": "many", "elapsed": []}\n',
        '{"event": "SamplesReady", "step": {}, "path": 7}\n{"event": "Measured", "step": 1, "swd": "a"}\n',
        '{"seed": Infinity}',
    ],
)
def test_a_run_that_cannot_be_read_hides_no_other(library: RunLibrary, name: str, contents: str) -> None:
    bad = make_run(runs_folder() / "bad")
    (bad.folder / name).write_text(contents)
    make_run(runs_folder() / "a later one")
    library.refresh()
    assert {"cats", "digits", "a later one"} <= states(library).keys()
