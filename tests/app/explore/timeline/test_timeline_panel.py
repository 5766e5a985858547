"""The timeline below the picture: by mouse and keyboard."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.explore.timeline.timeline_panel import TimelinePanel
from app.runs.how_long import HowLongDialog
from app.runs.runs import Runs
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.work.film_dialog import FilmDialog
from gan.places import runs_folder
from gan.train.best import Best, write_best
from gan.train.run import Run
from tests.app.trainers import watched_trainers
from tests.gan.tiny import make_run, save_counters


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


@pytest.fixture
def workspace(empty_workspace: Workspace, run: Run) -> Workspace:
    """One on the newest snapshot of a run."""
    empty_workspace.open(str(run.folder))
    return empty_workspace


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> TimelinePanel:
    panel = TimelinePanel(workspace.session, workspace.runs, workspace.background)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_it_opens_at_the_end(panel: TimelinePanel) -> None:
    assert (panel.bar.slider.value(), panel.bar.caption.text()) == (2, "step 120 · 3 of 3")


def test_best_and_newest_can_be_chosen(panel: TimelinePanel, run: Run, runs: Runs, qtbot: QtBot) -> None:
    assert not panel.switch_button.isEnabled() and "not known" in panel.switch_button.toolTip()
    write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
    runs.timeline.refresh()
    assert "step 20: FID 12.5 (grey, 2,000 pictures)" in panel.switch_button.toolTip()
    qtbot.mouseClick(panel.switch_button, Qt.MouseButton.LeftButton)
    assert panel.bar.caption.text() == "step 20 · 2 of 3 · best" and panel.switch_button.text() == "&Newest"
    qtbot.mouseClick(panel.switch_button, Qt.MouseButton.LeftButton)
    assert panel.bar.caption.text() == "step 120 · 3 of 3" and panel.switch_button.text() == "&Best"


def test_a_right_click_offers_what_the_buttons_do(panel: TimelinePanel, run: Run, runs: Runs) -> None:
    write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
    runs.timeline.refresh()
    play, best, go_on, film, compare = panel.menu_here().actions()
    assert (play.text(), best.text(), film.text()) == ("Play", "&Best", "Save f&ilm…")
    assert [go_on.isEnabled(), film.isEnabled()] == [panel.branch_button.isEnabled(), True]
    best.trigger()
    assert runs.timeline.at_best
    others = compare.menu()
    assert isinstance(others, QMenu) and "mnist" in [entry.text() for entry in others.actions()]


def test_keys_move_through_the_training(panel: TimelinePanel, runs: Runs, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_Home)
    assert runs.timeline.index == 0 and panel.bar.caption.text() == "step 10 · 1 of 3"
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_Right)
    assert runs.timeline.index == 1


def test_play_is_stopped_by_a_hand_on_the_slider(panel: TimelinePanel, runs: Runs, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.bar.play_button, Qt.MouseButton.LeftButton)
    assert runs.timeline.playing and panel.bar.play_button.isChecked()
    qtbot.keyClick(panel.bar.slider, Qt.Key.Key_End)
    assert not runs.timeline.playing and not panel.bar.play_button.isChecked()


def test_a_file_alone_has_no_timeline(panel: TimelinePanel, workspace: Workspace, tiny_model: Path) -> None:
    workspace.open(str(tiny_model))
    assert panel.bar.caption.text() == "no run, no timeline"
    assert not any(widget.isEnabled() for widget in (panel.bar.slider, panel.bar.play_button, panel.film_button))
    assert panel.compare_button.isEnabled()


def answer(panel: TimelinePanel, scale: int, fps: int) -> None:
    """Fill in the dialog that asks for size and speed, and press Save."""
    dialog = panel.findChild(FilmDialog)
    assert dialog is not None and QApplication.activeModalWidget() is None
    dialog.scale_box.setValue(scale)
    dialog.fps_box.setValue(fps)
    assert f"{28 * scale} × {28 * scale} pixels" in dialog.words.text()
    dialog.accept()


def test_no_film_is_written_if_its_size_is_not_wanted(panel: TimelinePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.film_button, Qt.MouseButton.LeftButton)
    panel.findChildren(FilmDialog)[-1].reject()
    assert not panel.film_button.jobs.busy


def test_a_film_is_written_beside_the_window(
    panel: TimelinePanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "film.gif"), ""))
    qtbot.mouseClick(panel.film_button, Qt.MouseButton.LeftButton)
    answer(panel, scale=2, fps=10)
    assert panel.job_bar.isVisible() and not panel.film_button.isEnabled()
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    with Image.open(tmp_path / "film.gif") as film:
        assert (film.size, film.info["duration"]) == ((56, 56), 400)
    assert panel.job_bar.isHidden() and panel.film_button.isEnabled()


def test_without_a_model_there_is_nothing_to_do(empty_workspace: Workspace, qtbot: QtBot) -> None:
    panel = TimelinePanel(empty_workspace.session, empty_workspace.runs, empty_workspace.background)
    qtbot.addWidget(panel)
    assert not any(button.isEnabled() for button in (panel.film_button, panel.compare_button, panel.branch_button))


def test_a_film_without_an_end_in_its_name_is_an_mp4(panel: TimelinePanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.film_button.save(tmp_path / "my.film")
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert [path.name for path in tmp_path.glob("my*")] == ["my.film.mp4"]


def test_a_cancelled_film_leaves_nothing(panel: TimelinePanel, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    panel.film_button.save(folder / "film.mp4")
    qtbot.mouseClick(panel.job_bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert list(folder.iterdir()) == []


def test_a_film_that_cannot_be_written_is_told_of(
    panel: TimelinePanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    failures: list[str] = []
    session.failed.connect(failures.append)
    panel.film_button.save(tmp_path / "file" / "film.gif")
    qtbot.waitUntil(lambda: not panel.job_bar.busy, timeout=30_000)
    assert "cannot write" in failures[0]


def keep_state(run: Run, step: int) -> None:
    run.kept_state_path(step).parent.mkdir(exist_ok=True)
    run.kept_state_path(step).write_bytes(b"state of %d" % step)


def test_without_a_kept_state_training_cannot_go_on_from_here(panel: TimelinePanel) -> None:
    assert not panel.branch_button.isEnabled()
    assert "No full state" in panel.branch_button.toolTip()


def test_a_branch_goes_on_from_the_nearest_state(
    panel: TimelinePanel, runs: Runs, run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in (12, 110):
        keep_state(run, step)
    panel.bar.slider.setValue(0)
    assert "step 12, the nearest" in panel.branch_button.toolTip()
    assert panel.branch_button.text() == "Contin&ue from step 12"
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        with qtbot.waitSignal(runs.controller.launched, timeout=10_000):
            qtbot.mouseClick(panel.branch_button, Qt.MouseButton.LeftButton)
        branch = runs.controller.run
        assert branch is not None and branch.folder == runs_folder() / "run-from-12"
        assert trainers.commands == [["train", "--run", str(branch.folder), "--resume"]]
        assert branch.state_path.read_bytes() == b"state of 12"
        assert Run.open(branch.folder).config.parent is not None
        assert runs.controller.is_busy and not panel.branch_button.isEnabled()


def test_where_the_limits_are_used_up_it_is_asked_for_how_long(
    panel: TimelinePanel, runs: Runs, run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_counters(run.kept_state_path(120), 120, 12.0)
    panel.bar.slider.setValue(1)
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        qtbot.mouseClick(panel.branch_button, Qt.MouseButton.LeftButton)
        panel.findChildren(HowLongDialog)[-1].reject()
        assert not runs.controller.is_busy and trainers.started == []
        qtbot.mouseClick(panel.branch_button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(runs.controller.launched, timeout=10_000):
            panel.findChildren(HowLongDialog)[-1].accept()
            assert panel.branch_button.text() == "Starting…" and not panel.branch_button.isEnabled()
        branch = runs.controller.run
        assert branch is not None and branch.config.steps == 240


def test_here_means_the_snapshot_that_is_shown(panel: TimelinePanel, run: Run) -> None:
    keep_state(run, run.snapshots()[-1].step)
    panel.bar.slider.setValue(0)
    panel.bar.slider.setValue(2)
    assert panel.branch_button.text() == "Contin&ue from here"


def test_a_state_that_is_cut_off_is_passed_over(panel: TimelinePanel, run: Run) -> None:
    save_counters(run.kept_state_path(12), 12, 1.2)
    keep_state(run, 120)
    panel.bar.slider.setValue(1)
    assert "step 12, the nearest" in panel.branch_button.toolTip()


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


def test_the_menu_offers_the_runs_of_the_library(panel: TimelinePanel, runs: Runs) -> None:
    make_run(runs_folder() / "earlier & later", snapshots=(10, 70))
    panel.menu.aboutToShow.emit()
    entries = {action.text(): action for action in panel.menu.actions()}
    assert "mnist" in entries and "Compare no longer" not in entries
    entries["earlier && later"].trigger()
    assert runs.comparison.name == "earlier & later"
    panel.menu.aboutToShow.emit()
    next(action for action in panel.menu.actions() if action.text() == "Compare no longer").trigger()
    assert runs.comparison.checkpoint is None


def test_what_cannot_be_compared_is_told_of(panel: TimelinePanel, session: Session) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    panel.menu.aboutToShow.emit()
    next(action for action in panel.menu.actions() if action.text() == "mnist").trigger()
    assert "only generators with a z of the same size" in failures[0]
