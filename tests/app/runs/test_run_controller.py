"""The controller of runs: trainers that only pretend, and the test writes what they would say."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.runs import run_controller
from app.runs.phase import Phase
from app.runs.run_controller import LIFE_EVERY, RunController
from app.runs.run_folders import new_run_folder
from app.runs.trainer_process import LaunchError, TrainerProcess, as_typed, train_arguments
from gan.errors import UsageError
from gan.places import runs_folder
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.requests import Action
from gan.train.run import Run, RunError
from tests.app.trainers import IDLE_PROGRAM, Trainers, refuse, watched_trainers
from tests.gan.tiny import FINISHED, make_run, step_logged
from tests.gan.train.marks import mark_trainer

CONFIG = TrainConfig(data="sprites", steps=120, epochs=None)
STARTED = events.Started(0, "cpu (1 thread)", 256, 16, 120, None)
STOPPED = events.Stopped(120, 12.0)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look ten times as often."""
    monkeypatch.setattr(run_controller, "POLL_MS", 10)
    monkeypatch.setattr(run_controller, "IDLE_POLL_MS", 20)


@pytest.fixture
def trainers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainers]:
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        yield trainers


class Heard:
    """All that a controller says, in order."""

    def __init__(self, controller: RunController) -> None:
        self.runs: list[Run] = []
        self.replayed: list[list[TrainEvent]] = []
        self.arrived: list[TrainEvent] = []
        self.phases: list[Phase] = []
        self.commands: list[str] = []
        self.messages: list[str] = []
        self.order: list[str] = []
        controller.run_changed.connect(self.runs.append)
        controller.replayed.connect(self.replayed.append)
        controller.arrived.connect(self.arrived.extend)
        controller.phase_changed.connect(self.phases.append)
        controller.launched.connect(self.commands.append)
        controller.failed.connect(self.messages.append)
        controller.recovered.connect(self.messages.append)
        for name in ("run_changed", "replayed", "phase_changed", "launched"):
            getattr(controller, name).connect(lambda _, name=name: self.order.append(name))


@pytest.fixture
def controller(qapp: Any, trainers: Trainers) -> Iterator[RunController]:
    controller = RunController()
    yield controller
    controller.detach()


@pytest.fixture
def heard(controller: RunController) -> Heard:
    return Heard(controller)


def begin(controller: RunController) -> Run:
    """Start a run."""
    controller.start(CONFIG)
    assert controller.run is not None
    return controller.run


def look_long(controller: RunController) -> None:
    """Look until a trainer's end would have been noticed twice."""
    for _ in range(2 * LIFE_EVERY):
        controller.look()


def wait_for(qtbot: QtBot, controller: RunController, phase: Phase) -> None:
    def check() -> None:
        assert controller.phase is phase

    qtbot.waitUntil(check, timeout=5000)


def train(controller: RunController, qtbot: QtBot) -> Run:
    """Start a run, and let it say that it trains."""
    run = begin(controller)
    run.append(STARTED)
    wait_for(qtbot, controller, Phase.TRAINING)
    return run


def asked(run: Run) -> list[Action]:
    return [request.action for request in run.requests()]


def save_state(run: Run) -> None:
    run.state_path.parent.mkdir()
    run.state_path.write_bytes(b"")


def test_without_a_run_there_is_nothing_to_do(controller: RunController, heard: Heard) -> None:
    assert (controller.run, controller.phase) == (None, Phase.NONE)
    for do in (controller.pause, controller.resume, controller.stop, controller.save_snapshot):
        do()
    assert not controller.is_busy and not controller.can_continue
    assert (heard.order, heard.messages) == ([], [])


class TestStarting:
    def test_a_trainer_is_started_in_a_folder_of_its_own(
        self, controller: RunController, heard: Heard, trainers: Trainers
    ) -> None:
        controller.start(CONFIG)
        (run,) = heard.runs
        assert run is controller.run and run.config == CONFIG
        assert run.folder.parent == runs_folder() and run.folder.name.startswith("sprites-")
        assert Run.open(run.folder).config == CONFIG and not run.has_begun
        assert trainers.commands == [train_arguments(run.folder)]
        assert heard.commands == [as_typed(trainers.commands[0])]
        assert (heard.replayed, heard.phases) == ([[]], [Phase.STARTING])
        assert heard.order == ["run_changed", "replayed", "phase_changed", "launched"]
        assert controller.is_busy and not controller.can_continue

    def test_what_it_says_arrives(self, controller: RunController, heard: Heard, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        for step in (1, 2):
            run.append(step_logged(step))
        qtbot.waitUntil(lambda: len(heard.arrived) == 3, timeout=5000)
        assert heard.arrived == [STARTED, step_logged(1), step_logged(2)]
        assert heard.phases == [Phase.STARTING, Phase.TRAINING]

    def test_a_trainer_that_cannot_be_launched_changes_nothing(
        self, controller: RunController, heard: Heard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run_controller, "launch", refuse)
        with pytest.raises(LaunchError):
            controller.start(CONFIG)
        assert controller.phase is Phase.NONE and heard.order == []
        assert list(runs_folder().iterdir()) == []

    def test_a_run_without_an_end_is_refused(self, controller: RunController, trainers: Trainers) -> None:
        with pytest.raises(UsageError, match="a run needs an end"):
            controller.start(TrainConfig(epochs=None))
        assert trainers.started == [] and controller.phase is Phase.NONE
        assert not runs_folder().exists()

    def test_a_trainer_that_dies_before_it_begins(
        self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot
    ) -> None:
        run = begin(controller)
        trainers.kill()
        wait_for(qtbot, controller, Phase.FAILED)
        assert heard.messages == ["training did not start: the trainer ended without a word"]
        assert controller.can_continue, "it can be tried again"
        controller.resume()
        assert trainers.commands == [train_arguments(run.folder)] * 2 and controller.phase is Phase.STARTING

    def test_folders_of_one_second_differ(self) -> None:
        first = new_run_folder(TrainConfig(data="/pictures/of cats"))
        first.mkdir(parents=True)
        second = new_run_folder(TrainConfig(data="/pictures/of cats"))
        assert first.name.startswith("of cats-") and first.parent == second.parent
        assert second != first and not second.exists()


def test_last_words_of_a_trainer_that_could_not_start(
    controller: RunController, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with watched_trainers(monkeypatch, pretend=False):
        controller.start(TrainConfig(data=str(tmp_path / "gone")))
        qtbot.waitUntil(lambda: not controller.is_busy, timeout=60_000)
    assert controller.phase is Phase.FAILED and controller.run is not None and not controller.run.has_begun
    assert len(heard.messages) == 1
    assert heard.messages[0].startswith(f"training did not start: '{tmp_path}/gone' is neither a data set nor a folder")


class TestSteering:
    def test_pause_and_resume(self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        controller.pause()
        assert controller.phase is Phase.TRAINING, "it is paused when the trainer says so"
        run.append(events.Paused(7))
        wait_for(qtbot, controller, Phase.PAUSED)
        controller.resume()
        run.append(events.Resumed(7))
        wait_for(qtbot, controller, Phase.TRAINING)
        assert asked(run) == [Action.PAUSE, Action.RESUME]
        assert len(trainers.started) == 1

    def test_a_snapshot(self, controller: RunController, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        controller.save_snapshot()
        assert asked(run) == [Action.SNAPSHOT]

    def test_stop(self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        controller.stop()
        assert asked(run) == [Action.STOP]
        assert controller.phase is Phase.STOPPING and controller.is_busy
        run.append(STOPPED)
        wait_for(qtbot, controller, Phase.STOPPED)
        assert trainers.started[0].is_alive(), "a trainer that trains is asked, not ended"
        assert heard.messages == []

    def test_what_is_said_while_stopping_does_not_undo_it(
        self, controller: RunController, heard: Heard, qtbot: QtBot
    ) -> None:
        run = train(controller, qtbot)
        controller.stop()
        for event in (events.Paused(7), events.Resumed(7), step_logged(8)):
            run.append(event)
        qtbot.waitUntil(lambda: len(heard.arrived) == 4, timeout=5000)
        assert controller.phase is Phase.STOPPING

    def test_a_request_that_cannot_be_written_is_told(
        self, controller: RunController, heard: Heard, qtbot: QtBot
    ) -> None:
        run = train(controller, qtbot)
        (run.folder / "control.json").mkdir()
        controller.stop()
        assert len(heard.messages) == 1 and "cannot write" in heard.messages[0]
        assert controller.phase is Phase.TRAINING


class TestStoppingBeforeItBegins:
    def test_the_trainer_is_ended(
        self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot
    ) -> None:
        run = begin(controller)
        controller.stop()
        assert controller.phase is Phase.STOPPING
        wait_for(qtbot, controller, Phase.STOPPED)
        assert not trainers.started[0].is_alive()
        assert heard.messages == [], "it is what was asked for"
        assert run.folder.is_dir() and controller.can_continue

    def test_what_was_asked_does_not_hold_for_the_next_trainer(
        self, controller: RunController, qtbot: QtBot, trainers: Trainers
    ) -> None:
        run = begin(controller)
        controller.stop()
        wait_for(qtbot, controller, Phase.STOPPED)
        controller.resume()
        with run.training():  # as the trainer does
            assert asked(run) == []
            run.append(STARTED)
            wait_for(qtbot, controller, Phase.TRAINING)

    def test_one_that_begins_all_the_same_is_asked_again(
        self, controller: RunController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(TrainerProcess, "end", lambda _: None)
        run = begin(controller)
        controller.stop()
        run.clear_requests()
        run.append(STARTED)
        qtbot.waitUntil(lambda: asked(run) == [Action.STOP], timeout=5000)
        assert controller.phase is Phase.STOPPING
        run.append(STOPPED)
        wait_for(qtbot, controller, Phase.STOPPED)

    def test_work_that_was_cut_short_is_no_failure(
        self, controller: RunController, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(TrainerProcess, "end", lambda _: None)
        run = begin(controller)
        controller.stop()
        run.append(events.Failed("packing the pictures was cancelled"))
        wait_for(qtbot, controller, Phase.STOPPED)
        assert heard.messages == []


class TestEnding:
    def test_finished(self, controller: RunController, heard: Heard, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        run.append(FINISHED)
        wait_for(qtbot, controller, Phase.FINISHED)
        assert not controller.is_busy and heard.messages == []

    def test_failed(self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot) -> None:
        run = train(controller, qtbot)
        run.append(events.Failed("the disk is full"))
        trainers.kill()
        wait_for(qtbot, controller, Phase.FAILED)
        look_long(controller)
        assert heard.messages == ["training failed: the disk is full"]

    @pytest.mark.parametrize("saved", [False, True])
    @pytest.mark.parametrize("paused", [False, True])
    def test_a_killed_trainer_is_missed_once(
        self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot, saved: bool, paused: bool
    ) -> None:
        run = train(controller, qtbot)
        if paused:
            run.append(events.Paused(7))
            wait_for(qtbot, controller, Phase.PAUSED)
        if saved:
            save_state(run)
        trainers.kill()
        wait_for(qtbot, controller, Phase.LOST)
        look_long(controller)
        assert controller.can_continue is saved
        what_now = "Its last saved state can be continued." if saved else "It had saved no state yet."
        assert heard.messages == [
            "the trainer ended without a word; it may have been killed or run out of memory. " + what_now
        ]

    def test_killed_while_it_saves(
        self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot
    ) -> None:
        train(controller, qtbot)
        controller.stop()
        trainers.kill()
        wait_for(qtbot, controller, Phase.LOST)
        assert len(heard.messages) == 1
        assert "the trainer was ended before it had saved everything" in heard.messages[0]

    def test_its_last_events_are_not_missed(
        self, controller: RunController, heard: Heard, trainers: Trainers, qtbot: QtBot
    ) -> None:
        run = train(controller, qtbot)
        run.append(FINISHED)
        trainers.kill()
        wait_for(qtbot, controller, Phase.FINISHED)
        assert heard.messages == []


class TestAttaching:
    @pytest.mark.parametrize(
        ("end", "phase"),
        [
            (FINISHED, Phase.FINISHED),
            (STOPPED, Phase.STOPPED),
            (events.Failed("no memory"), Phase.FAILED),
            (None, Phase.LOST),
        ],
    )
    def test_a_run_that_has_ended(
        self, controller: RunController, heard: Heard, tmp_path: Path, end: TrainEvent | None, phase: Phase
    ) -> None:
        run = make_run(tmp_path / "run", end=end)
        controller.attach(run)
        assert (heard.runs, heard.replayed, heard.phases) == ([run], [run.events()], [phase])
        assert len(heard.replayed[0]) > 120
        assert heard.messages == [] and not controller.is_busy

    def test_a_long_log_is_replayed_in_parts(
        self, controller: RunController, heard: Heard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run_controller, "REPLAYED_BYTES", 5000)
        run = make_run(tmp_path / "run")
        controller.attach(run)
        assert controller.phase is Phase.FINISHED and len(heard.replayed[0]) < 60
        qtbot.waitUntil(lambda: sum(map(len, heard.replayed)) == len(run.events()), timeout=5000)
        assert [event for part in heard.replayed for event in part] == run.events()
        assert controller.phase is Phase.FINISHED and heard.arrived == []

    def test_what_happens_during_a_replay_is_known_after_it(
        self, controller: RunController, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run_controller, "REPLAYED_BYTES", 5000)
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            controller.attach(run)
            assert controller.phase is Phase.TRAINING
            run.append(STOPPED)
            wait_for(qtbot, controller, Phase.STOPPED)

    def test_a_run_that_never_began(
        self, controller: RunController, trainers: Trainers, tmp_path: Path, qtbot: QtBot
    ) -> None:
        run = Run.create(tmp_path / "run", CONFIG)
        controller.attach(run)
        assert controller.phase is Phase.STOPPED and controller.can_continue
        controller.resume()
        assert trainers.commands == [train_arguments(run.folder)]
        run.append(STARTED)
        wait_for(qtbot, controller, Phase.TRAINING)

    @pytest.mark.parametrize(
        ("logged", "phase"),
        [([], Phase.TRAINING), ([STARTED], Phase.TRAINING), ([STARTED, events.Paused(0)], Phase.PAUSED)],
    )
    def test_a_run_that_another_process_trains(
        self, controller: RunController, qtbot: QtBot, tmp_path: Path, logged: list[TrainEvent], phase: Phase
    ) -> None:
        run = Run.create(tmp_path / "run", CONFIG)
        for event in logged:
            run.append(event)
        with run.training():
            controller.attach(run)
            assert controller.phase is phase and controller.is_busy
            controller.stop()
            assert asked(run) == [Action.STOP]
            run.append(STOPPED)
            wait_for(qtbot, controller, Phase.STOPPED)

    def test_its_later_events_arrive_once(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            controller.attach(run)
            run.append(step_logged(121))
            run.append(FINISHED)
            wait_for(qtbot, controller, Phase.FINISHED)
        assert heard.arrived == [step_logged(121), FINISHED]
        assert len(heard.replayed) == 1 and step_logged(121) not in heard.replayed[0]

    def test_a_trainer_that_leaves_without_a_word(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            controller.attach(run)
            look_long(controller)
            assert controller.phase is Phase.TRAINING
        wait_for(qtbot, controller, Phase.LOST)
        assert len(heard.messages) == 1 and "ended without a word" in heard.messages[0]

    @pytest.mark.skipif(sys.platform == "win32", reason="only its heartbeat tells there")
    def test_the_kill_of_a_trainer_that_others_started(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with subprocess.Popen([sys.executable, "-I", "-S", "-c", IDLE_PROGRAM]) as process:
            mark_trainer(run, pid=process.pid)
            controller.attach(run)
            assert controller.phase is Phase.TRAINING
            process.kill()
        wait_for(qtbot, controller, Phase.LOST)
        assert len(heard.messages) == 1

    def test_a_trainer_that_was_only_silent_is_found_again(
        self, controller: RunController, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            controller.attach(run)
        wait_for(qtbot, controller, Phase.LOST)
        with run.training():
            run.append(step_logged(121))
            wait_for(qtbot, controller, Phase.TRAINING)

    @pytest.mark.skipif(sys.platform == "win32", reason="only its heartbeat tells there")
    def test_a_team_whose_leader_is_killed_goes_on(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with subprocess.Popen([sys.executable, "-I", "-S", "-c", IDLE_PROGRAM]) as leader:
            mark_trainer(run, pid=leader.pid, minder=os.getpid())
            controller.attach(run)
            leader.kill()
        wait_for(qtbot, controller, Phase.RESTARTING)
        assert not controller.can_continue
        with run.training():
            run.append(events.Warned("torchrun has started this run again, 1 of at most 10 times"))
            run.append(replace(STARTED, step=100))
            wait_for(qtbot, controller, Phase.TRAINING)
            look_long(controller)
            assert controller.phase is Phase.TRAINING
        lost, goes_on = heard.messages
        assert "torchrun starts it again" in lost and goes_on == "the run goes on, from step 100"

    @pytest.mark.skipif(sys.platform == "win32", reason="only its heartbeat tells there")
    def test_a_team_that_nobody_starts_again_is_lost(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        command = [sys.executable, "-I", "-S", "-c", IDLE_PROGRAM]
        with subprocess.Popen(command) as leader, subprocess.Popen(command) as minder:
            mark_trainer(run, pid=leader.pid, minder=minder.pid)
            controller.attach(run)
            leader.kill()
            leader.wait()
            wait_for(qtbot, controller, Phase.RESTARTING)
            minder.kill()
        wait_for(qtbot, controller, Phase.LOST)
        assert len(heard.messages) == 2 and "ended without a word" in heard.messages[1]

    def test_a_team_that_loses_another_process_goes_on(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            controller.attach(run)
            run.append(events.Failed("another process of this run has ended"))
            wait_for(qtbot, controller, Phase.FAILED)
        with run.training():
            run.append(replace(STARTED, step=100))
            wait_for(qtbot, controller, Phase.TRAINING)
            look_long(controller)
            assert controller.phase is Phase.TRAINING
        assert heard.messages == [
            "training failed: another process of this run has ended",
            "the run goes on, from step 100",
        ]

    def test_a_run_that_is_continued_elsewhere(
        self, controller: RunController, heard: Heard, qtbot: QtBot, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run", end=STOPPED)
        controller.attach(run)
        with run.training():
            run.append(STARTED)
            wait_for(qtbot, controller, Phase.TRAINING)
        assert heard.arrived == [STARTED]

    def test_another_run_in_the_same_phase_is_told_of(
        self, controller: RunController, heard: Heard, tmp_path: Path
    ) -> None:
        for name in ("one", "two"):
            controller.attach(make_run(tmp_path / name))
        assert heard.phases == [Phase.FINISHED, Phase.FINISHED]
        assert [run.folder.name for run in heard.runs] == ["one", "two"]

    def test_the_phase_is_known_when_the_log_is_replayed(self, controller: RunController, tmp_path: Path) -> None:
        seen: list[Phase] = []
        controller.replayed.connect(lambda _: seen.append(controller.phase))
        controller.attach(make_run(tmp_path / "run"))
        assert seen == [Phase.FINISHED]


class TestContinuing:
    @pytest.mark.parametrize("end", [STOPPED, events.Failed("no memory"), None])
    def test_a_run_goes_on_from_its_state(
        self,
        controller: RunController,
        heard: Heard,
        trainers: Trainers,
        qtbot: QtBot,
        tmp_path: Path,
        end: TrainEvent | None,
    ) -> None:
        run = make_run(tmp_path / "run", end=end)
        save_state(run)
        controller.attach(run)
        assert controller.can_continue
        controller.resume()
        assert controller.phase is Phase.STARTING
        assert trainers.commands == [train_arguments(run.folder)]
        assert heard.commands == [as_typed(trainers.commands[0])]
        run.append(events.Started(120, "cpu", 256, 16, None, None))
        wait_for(qtbot, controller, Phase.TRAINING)
        assert heard.messages == [] and len(heard.runs) == 1

    @pytest.mark.parametrize("end", [STOPPED, FINISHED])
    def test_a_run_without_a_state_or_at_its_end_does_not(
        self, controller: RunController, trainers: Trainers, tmp_path: Path, end: TrainEvent
    ) -> None:
        run = make_run(tmp_path / "run", end=end)
        if end is FINISHED:
            save_state(run)
        controller.attach(run)
        controller.resume()
        assert not controller.can_continue and trainers.started == []

    def test_a_finished_run_is_trained_longer(
        self, controller: RunController, trainers: Trainers, tmp_path: Path
    ) -> None:
        run = make_run(tmp_path / "run")
        controller.attach(run)
        assert not controller.can_train_longer, "without a state it cannot"
        save_state(run)
        assert controller.can_train_longer
        controller.train_longer(replace(run.config, steps=240))
        assert Run.open(run.folder).config.steps == 240
        assert trainers.commands == [train_arguments(run.folder)] and controller.phase is Phase.STARTING

    def test_not_one_that_another_process_trains(self, controller: RunController, tmp_path: Path) -> None:
        run = make_run(tmp_path / "run")
        controller.attach(run)
        with run.training(), pytest.raises(RunError, match="is being trained"):
            controller.train_longer(replace(run.config, steps=240))
        assert Run.open(run.folder).config == run.config

    def test_a_trainer_that_cannot_be_launched(
        self, controller: RunController, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run = make_run(tmp_path / "run", end=STOPPED)
        save_state(run)
        controller.attach(run)
        monkeypatch.setattr(run_controller, "launch", refuse)
        controller.resume()
        assert heard.messages == ["cannot start a trainer: no more processes"]
        assert controller.phase is Phase.STOPPED


def test_a_detached_controller_looks_no_more(controller: RunController, heard: Heard, qtbot: QtBot) -> None:
    run = train(controller, qtbot)
    controller.detach()
    run.append(FINISHED)
    assert not any(timer.isActive() for timer in controller.findChildren(QTimer))
    assert controller.phase is Phase.TRAINING and heard.arrived == [STARTED]
