"""The list of runs: by mouse and keyboard, on real run folders."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.runs import run_library
from app.runs.phase import Phase
from app.runs.run_library import RunLibrary
from app.toolkit.workspace import Workspace
from app.train.library.runs_model import Column
from app.train.library.runs_panel import RunsPanel
from app.widgets.note_dialog import NoteDialog
from gan.places import runs_folder
from gan.train import events
from gan.train.best import Best, write_best
from gan.train.config import TrainConfig
from gan.train.run import Run
from tests.app.trash import pretend_trash
from tests.gan.tiny import GREY, make_run


@pytest.fixture
def saved() -> list[Run]:
    """Two runs of the library: ``cats``, stopped, and ``digits``, finished and newer."""
    return [
        make_run(runs_folder() / "cats", end=events.Stopped(120, 12.0), data="/home/me/cats"),
        make_run(runs_folder() / "digits"),
    ]


@pytest.fixture
def library(prompt_workspace: Workspace) -> RunLibrary:
    return prompt_workspace.runs.library


def show_panel(workspace: Workspace, qtbot: QtBot) -> RunsPanel:
    panel = RunsPanel(workspace.session, workspace.runs)
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def panel(prompt_workspace: Workspace, saved: list[Run], qtbot: QtBot) -> RunsPanel:
    return show_panel(prompt_workspace, qtbot)


@pytest.fixture
def failures(prompt_workspace: Workspace) -> list[str]:
    seen: list[str] = []
    prompt_workspace.session.failed.connect(seen.append)
    return seen


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return pretend_trash(monkeypatch, tmp_path / "trash")


def texts(panel: RunsPanel) -> list[list[str]]:
    """Name, pictures, state and time of each row, as they are seen."""
    return [
        [panel.sorted.index(row, column).data() for column in list(Column)[: Column.TIME + 1]]
        for row in range(panel.sorted.rowCount())
    ]


def names(panel: RunsPanel) -> set[str]:
    return {row[0] for row in texts(panel)}


def choose(panel: RunsPanel, name: str) -> None:
    panel.table.selectRow([row[0] for row in texts(panel)].index(name))


def rename(panel: RunsPanel, name: str) -> None:
    """Enter ``name`` for the chosen run."""
    panel.rename_action.trigger()
    dialog = panel.findChildren(QInputDialog)[-1]
    dialog.setTextValue(name)
    dialog.accept()


def test_every_run_has_a_row_the_newest_first(panel: RunsPanel) -> None:
    assert texts(panel) == [
        ["digits", "mnist, 28 px", "finished", "0:12"],
        ["cats", "cats, 28 px", "stopped", "0:12"],
    ]
    assert not panel.sorted.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_without_runs_it_says_what_to_do(prompt_workspace: Workspace, qtbot: QtBot) -> None:
    panel = show_panel(prompt_workspace, qtbot)
    assert panel.stack.currentIndex() == 0 and not panel.open_action.isEnabled()


def test_runs_that_were_found_before_are_shown(library: RunLibrary, prompt_workspace: Workspace, qtbot: QtBot) -> None:
    make_run(runs_folder() / "cats")
    library.refresh()
    assert names(show_panel(prompt_workspace, qtbot)) == {"cats"}


def test_a_run_that_never_began_is_listed(panel: RunsPanel, library: RunLibrary) -> None:
    Run.create(runs_folder() / "planned", TrainConfig(model=GREY))
    library.refresh()
    assert ["planned", "sprites, 28 px", "not started", "0:00"] in texts(panel)


def test_a_damaged_run_is_listed_and_can_be_deleted(
    panel: RunsPanel, library: RunLibrary, saved: list[Run], trash: Path, failures: list[str]
) -> None:
    (saved[0].folder / "config.json").write_text("{")
    library.refresh()
    name, data, _, time = next(row for row in texts(panel) if row[2] == "damaged")
    assert name.startswith("cats\ncannot be read: ") and (data, time) == ("", "")
    choose(panel, name)
    panel.open_action.trigger()
    assert len(failures) == 1 and "config.json" in failures[0]
    assert panel.folder_action.isEnabled() and panel.delete_action.isEnabled()
    library.delete(saved[0].folder)
    assert names(panel) == {"digits"} and not saved[0].folder.exists()


def test_a_run_that_is_mended_is_listed_again(panel: RunsPanel, library: RunLibrary, saved: list[Run]) -> None:
    config = saved[0].folder / "config.json"
    before = config.read_bytes()
    config.write_text("{")
    library.refresh()
    config.write_bytes(before)
    library.refresh()
    assert names(panel) == {"cats", "digits"}


def test_return_opens_a_run(panel: RunsPanel, prompt_workspace: Workspace, saved: list[Run], qtbot: QtBot) -> None:
    choose(panel, "cats")
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    run, model = prompt_workspace.runs.controller.run, prompt_workspace.session.model
    assert run is not None and run.folder == saved[0].folder
    assert model is not None and model.source.name == "cats"


def test_it_is_looked_through_only_while_it_is_seen(panel: RunsPanel, library: RunLibrary, saved: list[Run]) -> None:
    panel.hide()
    saved[0].folder.rename(saved[0].folder.with_name("tigers"))
    library.refreshed.connect(lambda: pytest.fail("looked through for nobody"))
    panel._runs.controller.phase_changed.emit(Phase.FINISHED)
    library.refreshed.disconnect()
    panel.show()
    assert names(panel) == {"tigers", "digits"}


@pytest.mark.parametrize(("name", "complaint"), [("digits", "there is a digits already"), ("a/b", "cannot be")])
def test_names_that_cannot_be(panel: RunsPanel, failures: list[str], name: str, complaint: str) -> None:
    choose(panel, "cats")
    rename(panel, name)
    assert complaint in failures[0]
    assert names(panel) == {"cats", "digits"}


def test_a_run_gets_another_name(panel: RunsPanel) -> None:
    choose(panel, "cats")
    rename(panel, "tigers")
    assert names(panel) == {"tigers", "digits"}


@pytest.mark.parametrize("sure", [False, True])
def test_runs_are_deleted_by_a_yes(panel: RunsPanel, trash: Path, monkeypatch: pytest.MonkeyPatch, sure: bool) -> None:
    monkeypatch.setattr(panel, "_is_sure", lambda *_: sure)
    panel.table.selectAll()
    panel.delete_action.trigger()
    gone = {"cats", "digits"} if sure else set()
    assert {folder.name for folder in trash.iterdir()} == gone
    assert names(panel) == {"cats", "digits"} - gone


@pytest.mark.parametrize("sure", [False, True])
def test_where_there_is_no_trash_they_can_be_deleted_for_good(
    panel: RunsPanel, saved: list[Run], monkeypatch: pytest.MonkeyPatch, failures: list[str], sure: bool
) -> None:
    asked: list[str] = []

    def answer(question: str, what_goes: str, _: str) -> bool:
        asked.append(f"{question} {what_goes}")
        return sure or "the trash?" in question

    monkeypatch.setattr(run_library, "move_to_trash", lambda _: False)
    monkeypatch.setattr(panel, "_is_sure", answer)
    panel.table.selectAll()
    panel.delete_action.trigger()
    assert len(asked) == 2 and "The trash does not take 2 runs" in asked[1]
    assert all(" kB, " in words for words in asked)
    assert [run.folder.exists() for run in saved] == [not sure, not sure] and failures == []


def test_a_note_is_kept_with_the_run(panel: RunsPanel, saved: list[Run]) -> None:
    choose(panel, "cats")
    shown: list[str] = []
    for _ in range(2):
        panel.note_action.trigger()
        dialog = panel.findChildren(NoteDialog)[-1]
        shown.append(dialog.field.toPlainText())
        dialog.field.setPlainText("blue ones,\nfar too few ")
        dialog.accept()
    assert shown == ["", "blue ones,\nfar too few"] and Run.open(saved[0].folder).note == shown[1]
    assert set(cells(panel, Column.NAME)) == {"cats\nblue ones, far too few", "digits"}


def test_the_size_of_a_run_is_shown(panel: RunsPanel) -> None:
    sizes = cells(panel, Column.SIZE)
    assert all(size.endswith(" kB") and int(size.split()[0]) > 20 for size in sizes.values())


def cells(panel: RunsPanel, column: Column) -> dict[str, str]:
    """What a column says of each run."""
    rows = range(panel.sorted.rowCount())
    return {panel.sorted.index(row, Column.NAME).data(): panel.sorted.index(row, column).data() for row in rows}


def test_curves_of_the_chosen_runs_are_compared(panel: RunsPanel, library: RunLibrary, saved: list[Run]) -> None:
    compared: list[object] = []
    library.compared_changed.connect(compared.append)
    choose(panel, "cats")
    panel.curves_action.trigger()
    assert compared == [(saved[0].folder,)]


def test_the_picture_of_a_run_is_compared(
    panel: RunsPanel, prompt_workspace: Workspace, failures: list[str], tiny_model: Path
) -> None:
    choose(panel, "cats")
    panel.pictures_action.trigger()
    assert "open a model" in failures[0]
    prompt_workspace.open(str(tiny_model))
    panel.pictures_action.trigger()
    assert prompt_workspace.runs.comparison.name == "cats"


def test_a_run_elsewhere_is_followed(
    panel: RunsPanel,
    prompt_workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failures: list[str],
) -> None:
    run, controller = make_run(tmp_path / "elsewhere", end=None), prompt_workspace.runs.controller
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(run.folder))
    with run.training():
        panel.elsewhere_button.click()
        assert controller.run is not None and controller.run.folder == run.folder
        assert controller.is_busy
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    panel.elsewhere_button.click()
    assert "is not a run folder" in failures[0]


def test_scores_of_one_kind_are_sorted_among_each_other(
    prompt_workspace: Workspace, saved: list[Run], qtbot: QtBot
) -> None:
    for name, space, value in (("a", "grey", 12.5), ("b", "grey", 3.25), ("c", "elsewhere", 1.0)):
        run = make_run(runs_folder() / name)
        write_best(run.folder, Best(20, "fid", space, 2000, value))
    saved[0].append(events.Measured(120, {"swd": 2.5}))
    panel = show_panel(prompt_workspace, qtbot)
    panel.sorted.sort(Column.SCORE)
    rows = [panel.sorted.index(row, Column.SCORE).data() for row in range(panel.sorted.rowCount())]
    assert rows == ["3.25 grey", "12.5 grey", "1.00 elsewhere", "2.50", ""]


def test_neither_menus_nor_questions_stay(panel: RunsPanel, qapp: QApplication) -> None:
    panel.table.selectRow(0)
    for _ in range(2):
        panel.table.customContextMenuRequested.emit(QPoint(9, 9))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        QTimer.singleShot(0, panel, lambda: panel.findChildren(QMessageBox)[0].reject())
        assert not panel._is_sure("Delete it?", "All of it goes.", "Delete")
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert panel.findChildren(QMenu) == panel.findChildren(QMessageBox) == []
