"""The list of runs: by mouse and keyboard, on real run folders."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from app.runs import run_library
from app.session.session import Session
from app.train.curves.curves_panel import CurvesPanel
from app.train.library.runs_model import Column
from app.train.library.runs_panel import RunsPanel
from gan.places import runs_folder
from gan.train import events
from gan.train.run import Run
from gan.train.summary import RunSummary
from tests.gan.tiny import make_run


@pytest.fixture
def runs() -> list[Run]:
    """Two runs of the library: ``cats``, stopped, and ``digits``, finished and newer."""
    return [
        make_run(runs_folder() / "cats", end=events.Stopped(120, 12.0), data="/home/me/cats"),
        make_run(runs_folder() / "digits"),
    ]


@pytest.fixture
def panel(empty_session: Session, runs: list[Run], qtbot: QtBot) -> RunsPanel:
    panel = RunsPanel(empty_session)
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    with qtbot.waitSignal(empty_session.run_library.refreshed, timeout=10_000):
        panel.show()
    return panel


@pytest.fixture
def failures(empty_session: Session) -> list[str]:
    seen: list[str] = []
    empty_session.failed.connect(seen.append)
    return seen


def texts(panel: RunsPanel) -> list[list[str]]:
    """Name, pictures, state and time of each row, as they are seen."""
    return [
        [panel.sorted.index(row, column).data() for column in list(Column)[: Column.TIME + 1]]
        for row in range(panel.sorted.rowCount())
    ]


def choose(panel: RunsPanel, name: str) -> None:
    panel.table.selectRow([row[0] for row in texts(panel)].index(name))


def refreshed(panel: RunsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel._library.refreshed, timeout=10_000):
        panel._library.refresh()


def test_every_run_has_a_row_the_newest_first(panel: RunsPanel) -> None:
    assert texts(panel) == [
        ["digits", "mnist, 28 px", "finished", "0:12"],
        ["cats", "cats, 28 px", "stopped", "0:12"],
    ]
    assert not panel.sorted.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_without_runs_it_says_what_to_do(empty_session: Session, qtbot: QtBot) -> None:
    panel = RunsPanel(empty_session)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(empty_session.run_library.refreshed, timeout=10_000):
        panel.show()
    assert panel.stack.currentIndex() == 0 and not panel.open_action.isEnabled()


def test_return_opens_a_run(panel: RunsPanel, empty_session: Session, runs: list[Run], qtbot: QtBot) -> None:
    choose(panel, "cats")
    panel.table.setFocus()
    panel.open_action.trigger()
    assert empty_session.training.run is not None and empty_session.training.run.folder == runs[0].folder
    assert empty_session.model is not None and empty_session.model.source.name == "cats"


def test_what_changes_is_read_again(panel: RunsPanel, runs: list[Run], qtbot: QtBot) -> None:
    runs[0].append(events.Failed("oops"))
    runs[1].folder.rename(runs[1].folder.with_name("figures"))
    refreshed(panel, qtbot)
    assert sorted(texts(panel)) == [
        ["cats", "cats, 28 px", "failed", "0:12"],
        ["figures", "mnist, 28 px", "finished", "0:12"],
    ]


def test_a_run_that_has_not_changed_is_not_read_again(
    panel: RunsPanel, runs: list[Run], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    original = run_library.summarise

    def summarise(folder: Path) -> RunSummary:
        read.append(folder)
        return original(folder)

    monkeypatch.setattr(run_library, "summarise", summarise)
    runs[0].append(events.Resumed(120))
    refreshed(panel, qtbot)
    assert read == [runs[0].folder]


def test_an_open_run_keeps_its_place_when_it_is_renamed(
    panel: RunsPanel, empty_session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("tigers", True))
    choose(panel, "cats")
    panel.open_action.trigger()
    with qtbot.waitSignal(empty_session.run_library.refreshed, timeout=10_000):
        panel.rename_action.trigger()
    assert "tigers" in [row[0] for row in texts(panel)] and "cats" not in [row[0] for row in texts(panel)]
    assert empty_session.training.run is not None and empty_session.training.run.folder.name == "tigers"
    assert empty_session.model is not None and empty_session.model.source.path.is_file()


@pytest.mark.parametrize(("name", "complaint"), [("digits", "there is a digits already"), ("a/b", "cannot be")])
def test_names_that_cannot_be(
    panel: RunsPanel, failures: list[str], monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (name, True))
    choose(panel, "cats")
    panel.rename_action.trigger()
    assert complaint in failures[0]
    assert (runs_folder() / "cats").is_dir()


def test_a_run_that_is_trained_stays(
    panel: RunsPanel, runs: list[Run], failures: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("tigers", True))
    monkeypatch.setattr(panel, "_is_sure", lambda _: True)
    choose(panel, "cats")
    with runs[0].training():
        panel.rename_action.trigger()
        panel.delete_action.trigger()
    assert failures == ["cats is being trained; stop it first"] * 2
    assert runs[0].folder.is_dir()


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for the system's trash."""
    folder = tmp_path / "trash"
    folder.mkdir()
    monkeypatch.setattr(run_library, "move_to_trash", lambda run: bool(run.rename(folder / run.name)))
    return folder


def test_a_deleted_run_goes_to_the_trash_and_is_closed(
    panel: RunsPanel, empty_session: Session, trash: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel, "_is_sure", lambda _: True)
    choose(panel, "cats")
    panel.open_action.trigger()
    with qtbot.waitSignal(empty_session.run_library.refreshed, timeout=10_000):
        panel.delete_action.trigger()
    assert [row[0] for row in texts(panel)] == ["digits"]
    assert (trash / "cats" / "config.json").is_file()
    assert empty_session.training.run is not None and empty_session.training.run.folder.name == "mnist"
    assert empty_session.model is not None and empty_session.model.source.name == "mnist"


def test_nothing_is_deleted_without_a_yes(panel: RunsPanel, trash: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "_is_sure", lambda _: False)
    choose(panel, "cats")
    panel.delete_action.trigger()
    assert list(trash.iterdir()) == [] and (runs_folder() / "cats").is_dir()


def test_without_a_trash_the_run_stays(panel: RunsPanel, failures: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "_is_sure", lambda _: True)
    monkeypatch.setattr(run_library, "move_to_trash", lambda _: False)
    choose(panel, "cats")
    panel.delete_action.trigger()
    assert "delete the folder by hand" in failures[0] and (runs_folder() / "cats").is_dir()


def test_curves_of_other_runs_lie_beside(panel: RunsPanel, empty_session: Session, qtbot: QtBot) -> None:
    curves = CurvesPanel(empty_session)
    qtbot.addWidget(curves)
    curves.show()
    choose(panel, "cats")
    panel.curves_action.trigger()
    qtbot.waitUntil(lambda: curves.compared_button.isVisible(), timeout=10_000)
    assert curves.compared_button.text() == "Compared with cats ✕"
    assert len(curves._plots._compared) == 4
    assert curves._plots._compared[0][2].getData()[1].size == 120
    qtbot.mouseClick(curves.compared_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: curves.compared_button.isHidden(), timeout=10_000)
    assert curves._plots._compared == []


def test_a_run_elsewhere_is_followed(
    panel: RunsPanel, empty_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failures: list[str]
) -> None:
    run = make_run(tmp_path / "elsewhere", end=None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(run.folder))
    with run.training():
        panel.elsewhere_button.click()
        assert empty_session.training.run is not None and empty_session.training.run.folder == run.folder
        assert empty_session.training.is_busy
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    panel.elsewhere_button.click()
    assert "is not a run folder" in failures[0]
