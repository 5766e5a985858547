"""The timeline below the picture: by mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.comparison.comparison_panel import EMPTY, ComparisonPanel
from app.explore.timeline.timeline_panel import TimelinePanel
from app.session.session import Session
from gan.places import runs_folder
from gan.train.run import Run
from tests.app.trainers import watched_trainers
from tests.gan.tiny import make_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


@pytest.fixture
def session(empty_session: Session, run: Run) -> Session:
    empty_session.open_run(run.folder)
    return empty_session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> TimelinePanel:
    panel = TimelinePanel(session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_it_opens_at_the_end(panel: TimelinePanel) -> None:
    assert (panel.bar.slider.value(), panel.bar.caption.text()) == (2, "step 120 · 3 of 3")


def test_keys_move_through_the_training(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_Home)
    assert session.timeline.index == 0 and panel.bar.caption.text() == "step 10 · 1 of 3"
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_Right)
    assert session.timeline.index == 1


def test_play_is_stopped_by_a_hand_on_the_slider(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.bar.play_button, Qt.MouseButton.LeftButton)
    assert session.timeline.playing and panel.bar.play_button.isChecked()
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_End)
    assert not session.timeline.playing and not panel.bar.play_button.isChecked()


def test_a_file_alone_has_no_timeline(panel: TimelinePanel, session: Session, tiny_model: Path) -> None:
    session.open_path(str(tiny_model))
    assert panel.bar.caption.text() == "no run, no timeline"
    assert not any(widget.isEnabled() for widget in (panel.bar.slider, panel.bar.play_button, panel.film_button))
    assert panel.compare_button.isEnabled()


def test_a_film_is_written_beside_the_window(
    panel: TimelinePanel, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "film.gif"), ""))
    qtbot.mouseClick(panel.film_button, Qt.MouseButton.LeftButton)
    assert panel.job_bar.isVisible() and not panel.film_button.isEnabled()
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert (tmp_path / "film.gif").read_bytes().startswith(b"GIF89a")
    assert panel.job_bar.isHidden() and panel.film_button.isEnabled()


def test_a_film_without_an_end_in_its_name_is_an_mp4(panel: TimelinePanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.save_film(tmp_path / "my.film")
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert [path.name for path in tmp_path.glob("my*")] == ["my.film.mp4"]


def test_a_cancelled_film_leaves_nothing(panel: TimelinePanel, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    panel.save_film(folder / "film.mp4")
    qtbot.mouseClick(panel.job_bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert list(folder.iterdir()) == []


def test_a_film_that_cannot_be_written_is_told_of(
    panel: TimelinePanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    failures: list[str] = []
    session.failed.connect(failures.append)
    panel.save_film(tmp_path / "file" / "film.gif")
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert "cannot write" in failures[0]


def keep_state(run: Run, step: int) -> None:
    run.kept_state_path(step).parent.mkdir(exist_ok=True)
    run.kept_state_path(step).write_bytes(b"state of %d" % step)


def test_without_a_kept_state_training_cannot_go_on_from_here(panel: TimelinePanel) -> None:
    assert not panel.branch_button.isEnabled()
    assert "No full state" in panel.branch_button.toolTip()


def test_a_branch_goes_on_from_the_nearest_state(
    panel: TimelinePanel, session: Session, run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in (12, 110):
        keep_state(run, step)
    panel.bar.slider.setValue(0)
    assert "step 12, the nearest" in panel.branch_button.toolTip()
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        with qtbot.waitSignal(session.training.launched, timeout=10_000):
            qtbot.mouseClick(panel.branch_button, Qt.MouseButton.LeftButton)
        branch = session.training.run
        assert branch is not None and branch.folder == runs_folder() / "run-from-12"
        assert trainers.commands == [["train", "--run", str(branch.folder), "--resume"]]
        assert branch.state_path.read_bytes() == b"state of 12"
        assert Run.open(branch.folder).config.parent is not None
        assert session.training.is_busy and not panel.branch_button.isEnabled()


def test_a_branch_that_cannot_be_made_is_told_of(
    panel: TimelinePanel, session: Session, run: Run, qtbot: QtBot
) -> None:
    keep_state(run, 12)
    panel.bar.slider.setValue(0)
    run.kept_state_path(12).unlink()
    run.kept_state_path(12).mkdir()
    with qtbot.waitSignal(session.failed, timeout=10_000) as failure:
        qtbot.mouseClick(panel.branch_button, Qt.MouseButton.LeftButton)
    assert "cannot read" in failure.args[0]


def test_the_menu_offers_the_runs_of_the_library(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    make_run(runs_folder() / "earlier", snapshots=(10, 70))
    compared = ComparisonPanel(session)
    qtbot.addWidget(compared)
    panel.menu.aboutToShow.emit()
    entries = {action.text(): action for action in panel.menu.actions()}
    assert "mnist" in entries and "Compare no longer" not in entries
    entries["earlier"].trigger()
    assert compared.title.text() == "earlier" and not compared.view.image.isNull()
    compared.bar.slider.setValue(0)
    assert compared.bar.caption.text() == "step 10 · 1 of 2"
    qtbot.mouseClick(compared.close_button, Qt.MouseButton.LeftButton)
    assert compared.view.image.isNull() and compared.view._placeholder == EMPTY


def test_the_compared_run_follows_the_step_on_request(panel: TimelinePanel, session: Session, qtbot: QtBot) -> None:
    make_run(runs_folder() / "earlier", snapshots=(10, 70))
    compared = ComparisonPanel(session)
    qtbot.addWidget(compared)
    session.compare_with(str(runs_folder() / "earlier"))
    compared.link_box.click()
    assert not compared.bar.isEnabled()
    panel.bar.slider.setValue(0)
    assert compared.bar.caption.text() == "step 10 · 1 of 2"
    compared.link_box.click()
    panel.bar.slider.setValue(2)
    assert compared.bar.isEnabled() and compared.bar.caption.text() == "step 10 · 1 of 2"


def test_what_cannot_be_compared_is_told_of(panel: TimelinePanel, session: Session) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    panel.menu.aboutToShow.emit()
    next(action for action in panel.menu.actions() if action.text() == "mnist").trigger()
    assert "only generators with a z of the same size" in failures[0]
