"""Which generator of a run is under the sliders while it trains, and branches of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.runs.phase import Phase
from app.runs.runs import Runs
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.work.background import Job
from gan.places import runs_folder
from gan.train import events
from gan.train.best import Best, write_best
from gan.train.run import Run, SavedState
from tests.app.trainers import Trainers, refuse, watched_trainers
from tests.gan.tiny import make_run, save_tiny


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


@pytest.fixture
def workspace(prompt_workspace: Workspace, run: Run) -> Workspace:
    prompt_workspace.runs.open_run(run.folder)
    return prompt_workspace


@pytest.fixture
def failures(session: Session) -> list[str]:
    seen: list[str] = []
    session.failed.connect(seen.append)
    return seen


@pytest.fixture
def trainers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainers]:
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        yield trainers


def save(runs: Runs, run: Run, *steps: int) -> None:
    """Snapshots arrive at once."""
    for step in steps:
        save_tiny(run.snapshot_path(step), seed=step)
    runs.controller.arrived.emit([events.SnapshotSaved(step, run.relative(run.snapshot_path(step))) for step in steps])


def shown_step(session: Session) -> int:
    assert session.model is not None
    return int(session.model.source.path.stem.removeprefix("step-"))


def test_the_newest_snapshot_goes_under_the_sliders(session: Session, runs: Runs, run: Run) -> None:
    session.set_z(np.ones(8, np.float32))
    save(runs, run, 130, 140)
    assert shown_step(session) == 140 and runs.timeline.at_end
    assert np.array_equal(session.z, np.ones(8))


def test_at_the_end_the_best_goes_there(session: Session, runs: Runs, run: Run) -> None:
    save(runs, run, 140)
    write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
    runs.controller.arrived.emit([events.Evaluated(20, "fid", "grey", 2000, 12.5, True)])
    assert shown_step(session) == 140 and runs.timeline.best_index == 1
    runs.controller.arrived.emit([events.Finished(140, 14.0)])
    assert shown_step(session) == 20


def test_at_the_end_whoever_looks_at_something_else_is_left_there(session: Session, runs: Runs, run: Run) -> None:
    write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
    runs.follower.set_following(False)
    runs.controller.arrived.emit([events.Finished(140, 14.0)])
    assert shown_step(session) == 120


def test_it_does_not_while_following_is_off(session: Session, runs: Runs, run: Run) -> None:
    runs.follower.set_following(False)
    save(runs, run, 140)
    assert shown_step(session) == 120
    assert [snapshot.step for snapshot in runs.timeline.snapshots] == [10, 20, 120, 140]


def test_turning_it_on_shows_the_newest_at_once(session: Session, runs: Runs, run: Run) -> None:
    runs.follower.set_following(False)
    save(runs, run, 140)
    runs.follower.set_following(True)
    assert shown_step(session) == 140


def test_a_snapshot_that_is_gone_is_told_and_changes_nothing(
    session: Session, runs: Runs, run: Run, failures: list[str]
) -> None:
    runs.controller.arrived.emit([events.SnapshotSaved(140, run.relative(run.snapshot_path(140)))])
    assert len(failures) == 1 and "there is no file" in failures[0]
    assert shown_step(session) == 120


def test_who_goes_back_is_left_there(session: Session, runs: Runs, run: Run) -> None:
    run.append(events.Resumed(120))
    with run.training():
        runs.controller.attach(run)
        runs.timeline.move_to(1)
        save(runs, run, 140)
        assert shown_step(session) == 20 and not runs.follower.following
        assert (runs.timeline.index, len(runs.timeline.snapshots)) == (1, 4)
        runs.timeline.move_to(3)
        assert runs.follower.following and shown_step(session) == 140
        save(runs, run, 160)
        assert shown_step(session) == 160


def test_going_back_in_a_run_that_has_ended_follows_the_next_one(runs: Runs) -> None:
    runs.timeline.move_to(0)
    assert runs.follower.following


class TestBranching:
    @pytest.fixture
    def state(self, run: Run) -> SavedState:
        run.kept_state_path(20).parent.mkdir()
        run.kept_state_path(20).write_bytes(b"a state")
        return run.states()[0]

    def test_a_branch_is_started_and_followed(
        self, runs: Runs, run: Run, state: SavedState, trainers: Trainers
    ) -> None:
        runs.follower.set_following(False)
        runs.follower.continue_from(state)
        branch = runs.controller.run
        assert branch is not None and branch.folder == runs_folder() / "run-from-20"
        assert branch.state_path.read_bytes() == b"a state"
        assert branch.config.parent is not None and branch.config.parent.step == 20
        assert runs.controller.phase is Phase.STARTING and len(trainers.started) == 1
        assert runs.follower.following

    def test_not_beside_a_run_that_is_under_way(
        self, runs: Runs, run: Run, state: SavedState, trainers: Trainers, failures: list[str]
    ) -> None:
        run.append(events.Resumed(120))
        with run.training():
            runs.controller.attach(run)
            runs.follower.continue_from(state)
        assert "another run is under way" in failures[0] and trainers.started == []

    def test_it_is_starting_while_it_is_made(
        self, runs: Runs, run: Run, state: SavedState, trainers: Trainers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held: list[Job] = []
        monkeypatch.setattr(runs.follower._background, "start", held.append)
        runs.follower.continue_from(state)
        assert runs.controller.phase is Phase.STARTING and runs.controller.is_making
        runs.controller.stop()
        for _ in range(30):
            runs.controller.look()
        assert runs.controller.phase is Phase.STARTING and run.requests() == ()
        runs.follower.continue_from(state)
        assert len(held) == 1, "once is enough"
        held[0].run()
        assert not runs.controller.is_making and len(trainers.started) == 1

    def test_one_that_cannot_be_made_ends_that(self, runs: Runs, state: SavedState, failures: list[str]) -> None:
        phases: list[Phase] = []
        runs.controller.phase_changed.connect(phases.append)
        state.path.unlink()
        runs.follower.continue_from(state)
        assert phases == [Phase.STARTING, Phase.FINISHED] and "cannot read" in failures[0]

    def test_it_may_have_other_limits(self, runs: Runs, run: Run, state: SavedState, trainers: Trainers) -> None:
        runs.follower.continue_from(state, replace(run.config, steps=777))
        assert runs.controller.run is not None and runs.controller.run.config.steps == 777

    def test_one_that_cannot_be_launched_leaves_nothing(
        self, runs: Runs, run: Run, state: SavedState, failures: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.runs.run_controller.launch", refuse)
        runs.follower.continue_from(state)
        assert failures == ["cannot start a trainer: no more processes"]
        assert runs.controller.run is not None and runs.controller.run.folder == run.folder
        assert list(runs_folder().iterdir()) == [] and runs.controller.phase is Phase.FINISHED
