"""Starting, measuring and holding a run by the buttons; trainers only pretend."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.runs.how_long import HowLongDialog
from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.toolkit.workspace import ShortMemory, Workspace
from app.train.training.training import ENTERED, Training
from app.train.training.training_panel import UNMEASURED, TrainingPanel
from gan.places import runs_folder
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.own_pictures import tell_of_change
from gan.train.requests import Action
from gan.train.run import Run
from tests.app.forecasts import pretend_forecast
from tests.app.trainers import Trainers, refuse, watched_trainers
from tests.gan.data.writing import write_pictures
from tests.gan.tiny import make_run, save_counters, step_logged

STARTED = events.Started(0, "cpu (1 thread)", 256, 16, 120, None)
ANSWER = 'echo \'{"pictures": 3000, "seconds_per_epoch": 12, "total_seconds": 120, "memory": 600000000}\''


@pytest.fixture
def trainers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainers]:
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        yield trainers


@pytest.fixture
def controller(empty_workspace: Workspace, trainers: Trainers) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def failures(empty_workspace: Workspace) -> list[str]:
    seen: list[str] = []
    empty_workspace.session.failed.connect(seen.append)
    return seen


@pytest.fixture
def panel(empty_workspace: Workspace, controller: RunController, qtbot: QtBot) -> TrainingPanel:
    workspace = empty_workspace
    panel = TrainingPanel(workspace.session, workspace.runs, workspace.background, Training(controller, ShortMemory()))
    qtbot.addWidget(panel)
    panel.resize(370, 800)
    panel.show()
    return panel


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def asked(run: Run) -> list[Action]:
    return [request.action for request in run.requests()]


class TestRunning:
    def test_a_start_is_shown(self, panel: TrainingPanel, controller: RunController, qtbot: QtBot) -> None:
        press(qtbot, panel.start_button)
        assert panel.start_button.text() == "Starting…" and panel.bar.maximum() == 0
        assert controller.run is not None
        controller.run.append(STARTED)
        controller.look()
        assert panel.start_button.text() == "Start &new run" and panel.bar.maximum() == 1000

    def test_a_finished_run_is_trained_longer(
        self,
        panel: TrainingPanel,
        controller: RunController,
        trainers: Trainers,
        qtbot: QtBot,
        tmp_path: Path,
    ) -> None:
        run = make_run(tmp_path / "run")
        save_counters(run.state_path, 120, 12.0)
        controller.attach(run)
        assert panel.pause_button.text() == "Train lon&ger…" and panel.pause_button.isEnabled()
        press(qtbot, panel.pause_button)
        panel.findChildren(HowLongDialog)[-1].reject()
        assert controller.phase is Phase.FINISHED
        panel.activateWindow()
        panel.pause_button.setFocus()
        press(qtbot, panel.pause_button)
        qtbot.waitUntil(lambda: not panel.pause_button.hasFocus())
        panel.findChildren(HowLongDialog)[-1].accept()
        assert Run.open(run.folder).config.steps == 240 and len(trainers.started) == 1
        run.append(STARTED)
        controller.look()
        assert panel.focusWidget() is panel.pause_button

    def test_a_finished_run_whose_state_is_cut_off(
        self, panel: TrainingPanel, controller: RunController, qtbot: QtBot, tmp_path: Path, failures: list[str]
    ) -> None:
        run = make_run(tmp_path / "run")
        save_counters(run.kept_state_path(60), 60, 6.0)
        run.state_path.write_bytes(b"cut off")
        controller.attach(run)
        press(qtbot, panel.pause_button)
        assert "the state of step 60 can be used" in failures[0]

    def test_pictures_that_were_moved_are_asked_for(
        self,
        panel: TrainingPanel,
        controller: RunController,
        trainers: Trainers,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        failures: list[str],
    ) -> None:
        own, others = tmp_path / "own", tmp_path / "others"
        write_pictures(own, 3)
        write_pictures(others, 2)
        (others / "more.png").write_bytes(b"another one")
        run = make_run(tmp_path / "run", end=events.Stopped(120, 12.0), data=str(own))
        list(tell_of_change(run))
        save_counters(run.state_path, 120, 12.0)
        own.rename(tmp_path / "moved")
        for picture in others.iterdir():
            picture.rename(picture.with_stem(f"other-{picture.stem}"))
        controller.attach(run)
        for chosen in ("", str(others)):
            monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, chosen=chosen: chosen)
            press(qtbot, panel.pause_button)
        assert len(failures) == 1 and "are not those that" in failures[0] and trainers.started == []
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "moved"))
        press(qtbot, panel.pause_button)
        assert Run.open(run.folder).config.data == str(tmp_path / "moved") and len(trainers.started) == 1

    def test_its_settings_go_into_the_form(
        self, panel: TrainingPanel, controller: RunController, qtbot: QtBot, tmp_path: Path
    ) -> None:
        assert panel.settings_button.isHidden()
        run = Run.create(tmp_path / "run", TrainConfig(data="mnist", epochs=7, lr_g=0.001))
        controller.attach(run)
        press(qtbot, panel.settings_button)
        assert panel.form.config() == run.config

    def test_start_pause_resume_and_stop(self, panel: TrainingPanel, controller: RunController, qtbot: QtBot) -> None:
        press(qtbot, panel.start_button)
        run = controller.run
        assert run is not None and run.config == panel.form.config()
        assert not panel.start_button.isEnabled() and not panel.pause_button.isEnabled()
        run.append(STARTED)
        controller.look()
        press(qtbot, panel.pause_button)
        run.append(events.Paused(7))
        controller.look()
        assert panel.pause_button.text() == "&Resume" and "Paused" in panel.phase_label.text()
        press(qtbot, panel.pause_button)
        run.append(events.Resumed(7))
        controller.look()
        press(qtbot, panel.stop_button)
        assert asked(run) == [Action.PAUSE, Action.RESUME, Action.STOP]
        assert not panel.stop_button.isEnabled()
        run.append(events.Stopped(9, 1.0))
        controller.look()
        assert panel.start_button.isEnabled() and "Stopped" in panel.phase_label.text()

    def test_the_keyboard_stays_with_the_buttons_of_the_run(
        self, panel: TrainingPanel, controller: RunController, qtbot: QtBot
    ) -> None:
        panel.activateWindow()
        panel.start_button.setFocus()
        qtbot.keyClick(panel.start_button, Qt.Key.Key_Space)
        run = controller.run
        assert run is not None and panel.hasFocus()
        run.append(STARTED)
        controller.look()
        assert panel.pause_button.hasFocus()
        panel.stop_button.setFocus()
        qtbot.keyClick(panel.stop_button, Qt.Key.Key_Space)
        run.append(events.Stopped(9, 1.0))
        controller.look()
        assert panel.start_button.hasFocus() or panel.pause_button.hasFocus()

    def test_a_run_that_never_began_can_be_started(
        self, panel: TrainingPanel, controller: RunController, trainers: Trainers, qtbot: QtBot, tmp_path: Path
    ) -> None:
        controller.attach(Run.create(tmp_path / "planned", TrainConfig()))
        assert panel.pause_button.text() == "&Resume" and panel.pause_button.isEnabled()
        press(qtbot, panel.pause_button)
        assert controller.phase is Phase.STARTING and len(trainers.started) == 1

    def test_a_trainer_that_cannot_be_launched_is_told_of(
        self,
        panel: TrainingPanel,
        controller: RunController,
        failures: list[str],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("app.runs.run_controller.launch", refuse)
        press(qtbot, panel.start_button)
        assert failures == ["cannot start a trainer: no more processes"]
        assert controller.run is None and list(runs_folder().iterdir()) == []

    def test_how_far_the_run_is(self, panel: TrainingPanel, controller: RunController, tmp_path: Path) -> None:
        assert not panel.folder_button.isVisible()
        controller.attach(make_run(tmp_path / "cats"))
        assert panel.bar.value() == 1000 and "trained for 0:12" in panel.detail_label.text()
        assert "cats" in panel.phase_label.text() and panel.folder_button.isVisible()

    def test_a_long_name_does_not_widen_the_panel(
        self, panel: TrainingPanel, controller: RunController, tmp_path: Path
    ) -> None:
        controller.attach(make_run(tmp_path / "cats"))
        width = panel.minimumSizeHint().width()
        controller.attach(make_run(tmp_path / "cats-of-the-neighbours-2026-11-25-155202-branch"))
        assert panel.minimumSizeHint().width() == width
        assert panel.phase_label.toolTip() == "cats-of-the-neighbours-2026-11-25-155202-branch"

    def test_a_panel_that_is_built_late_knows(
        self, empty_workspace: Workspace, controller: RunController, qtbot: QtBot, tmp_path: Path
    ) -> None:
        workspace, training = empty_workspace, Training(controller, ShortMemory())
        workspace.runs.follower.set_following(False)
        run = make_run(tmp_path / "cats", end=None)
        with run.training():
            controller.attach(run)
            controller.arrived.emit([step_logged(60)])
            panel = TrainingPanel(workspace.session, workspace.runs, workspace.background, training)
            qtbot.addWidget(panel)
        assert panel.bar.value() == 500 and "step 60" in panel.detail_label.text()
        assert panel.stop_button.isEnabled() and not panel.follow_box.isChecked()

    def test_following_is_chosen_here_and_elsewhere(self, panel: TrainingPanel, empty_workspace: Workspace) -> None:
        follower = empty_workspace.runs.follower
        panel.follow_box.click()
        assert not follower.following
        follower.set_following(True)
        assert panel.follow_box.isChecked()

    def test_its_folder_is_shown(
        self, panel: TrainingPanel, controller: RunController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
        run = make_run(tmp_path / "cats")
        controller.attach(run)
        panel.folder_button.click()
        assert opened == [str(run.folder)]


def test_a_form_with_an_error_says_so_beside_start(panel: TrainingPanel) -> None:
    assert panel.problem_label.isHidden()
    panel.form.limit_edit.setText("soon")
    assert panel.problem_label.text() == "'soon' is not a number of minutes"
    assert not panel.start_button.isEnabled() and not panel.forecast_button.isEnabled()


class TestForecast:
    def test_the_answer_stands_beside_start_until_the_form_changes(
        self, panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_forecast(monkeypatch, ANSWER)
        press(qtbot, panel.forecast_button)
        assert panel.forecast_label.text() == "Measuring…"
        qtbot.waitUntil(lambda: panel.forecast_label.text() != "Measuring…", timeout=10_000)
        assert panel.forecast_label.text() == "about 12 s an epoch, 2 min in all, 0.6 GB of memory"
        panel.form.limit_edit.setText("7")
        assert panel.forecast_label.text() == UNMEASURED

    def test_what_goes_wrong_is_said(self, panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        pretend_forecast(monkeypatch, "echo 'python -m gan: there is no cuda:7' >&2; exit 2")
        press(qtbot, panel.forecast_button)
        qtbot.waitUntil(lambda: panel.forecast_label.text() == "there is no cuda:7", timeout=10_000)

    def test_other_settings_end_a_measurement(
        self, panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_forecast(monkeypatch, "exec sleep 60")
        with qtbot.waitSignal(panel.forecast.started) as started:
            press(qtbot, panel.forecast_button)
        with qtbot.waitSignal(started.args[0].cancelled, timeout=10_000):
            panel.form.limit_edit.setText("7")
        assert panel.forecast_label.text() == UNMEASURED

    def test_so_does_the_start_of_a_run(
        self, panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_forecast(monkeypatch, "exec sleep 60")
        press(qtbot, panel.forecast_button)
        press(qtbot, panel.start_button)
        assert not panel.forecast.busy and panel.forecast_label.text() == UNMEASURED


class TestPreview:
    def test_it_follows_the_form(self, panel: TrainingPanel, qtbot: QtBot, tmp_path: Path) -> None:
        write_pictures(tmp_path / "own", 20)
        panel.form.set_data(str(tmp_path / "own"))
        panel.form.preview_button.click()
        qtbot.waitUntil(lambda: "20 of 20 files, 64×64" in panel.preview.caption.text(), timeout=10_000)
        panel.form._fields["image_size"].set_value(32)
        qtbot.waitUntil(lambda: "20 of 20 files, 32×32" in panel.preview.caption.text(), timeout=10_000)
        panel.preview.close()

    def test_settings_that_are_wrong_have_none(self, panel: TrainingPanel, failures: list[str]) -> None:
        panel.form.limit_edit.setText("soon")
        panel.form.preview_button.click()
        assert "'soon' is not a number" in failures[0] and not panel.preview.isVisible()


class TestWhatWasEntered:
    @pytest.fixture
    def memory(self) -> ShortMemory:
        return ShortMemory()

    @pytest.fixture
    def start(self, empty_workspace: Workspace, qtbot: QtBot, memory: ShortMemory) -> Callable[[], TrainingPanel]:
        panels = []

        def build() -> TrainingPanel:
            runs = empty_workspace.runs
            training = Training(runs.controller, memory)
            panel = TrainingPanel(empty_workspace.session, runs, empty_workspace.background, training)
            qtbot.addWidget(panel)
            panels.append(panel)
            return panel

        return build

    def test_is_there_at_the_next_start(self, start: Callable[[], TrainingPanel], tmp_path: Path) -> None:
        write_pictures(tmp_path / "cats", 12)
        panel = start()
        panel.form.set_data(str(tmp_path / "cats"))
        panel.form.limit_edit.setText("7")
        expected = panel.form.config()
        assert expected.data == str(tmp_path / "cats")
        panel.form.limit_edit.setText("soon")
        again = start()
        assert again.form.config() == expected
        box = again.form.preset_box
        box.setCurrentIndex(1)
        box.activated.emit(1)
        assert again.form.config().data == str(tmp_path / "cats")

    def test_is_nothing_before_anything_was(self, start: Callable[[], TrainingPanel], memory: ShortMemory) -> None:
        usual = start().form.config()
        assert memory.get(ENTERED) == ""
        assert start().form.config() == usual

    @pytest.mark.parametrize("text", ["{", "[]", '{"data": 3}', '{"of another version": 1}', "[" * 9000])
    def test_means_nothing_any_more(self, start: Callable[[], TrainingPanel], memory: ShortMemory, text: str) -> None:
        usual = start().form.config()
        memory.set(ENTERED, text)
        assert start().form.config() == usual
