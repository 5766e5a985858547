import errno
import json
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gan.errors import UsageError
from gan.files import FileError, write_whole
from gan.train import events
from gan.train.config import Parent, TrainConfig
from gan.train.events import TrainEvent, to_json
from gan.train.requests import Action
from gan.train.run import Run, RunError, RunState, SavedState, is_run
from tests.gan.train.marks import mark_trainer

STARTED = events.Started(0, "cpu", 10, 2, 6, None)
LOGGED = events.StepLogged(1, 0.5, 0.1, 1.4, 0.7, 0.5, 0.5, 0.4, 80.0)


def test_a_new_run_keeps_its_config(tmp_path: Path, config: TrainConfig) -> None:
    run = Run.create(tmp_path / "a" / "run", config)
    assert Run.open(run.folder).config == config
    assert is_run(run.folder)
    assert (run.events(), run.snapshots(), run.requests()) == ([], (), ())


def test_an_empty_folder_can_become_a_run(tmp_path: Path, config: TrainConfig) -> None:
    (tmp_path / "run").mkdir()
    assert Run.create(tmp_path / "run", config).config == config


def test_a_run_is_not_overwritten(run: Run, config: TrainConfig) -> None:
    with pytest.raises(RunError, match="holds a run already; continue it with --resume"):
        Run.create(run.folder, config)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, config: TrainConfig) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    for folder in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(RunError, match="is not an empty folder"):
            Run.create(folder, config)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "contents",
    [None, "", "{", "[]", "7", '{"wings": 2}', '{"steps": "six"}', '{"model": 3}', '{"seed": 1e999}'],
)
def test_a_folder_that_is_no_run(tmp_path: Path, contents: str | None) -> None:
    if contents is not None:
        (tmp_path / "config.json").write_text(contents)
    with pytest.raises(RunError, match=r"is not a run folder with a readable config\.json"):
        Run.open(tmp_path)


def test_a_run_can_have_other_limits(run: Run, config: TrainConfig) -> None:
    longer = run.with_config(replace(config, steps=99))
    assert longer.config.steps == 99
    assert Run.open(run.folder).config.steps == 99


def test_a_run_that_has_not_begun_can_be_resumed_without_a_state(run: Run) -> None:
    assert not run.has_begun and run.can_resume
    run.require_state()
    write_whole(run.snapshot_path(10), b"")
    assert run.has_begun and not run.can_resume, "its log was lost, but it is no new run"


def test_a_branch_has_not_begun_but_has_a_state(run: Run) -> None:
    write_whole(run.state_path, b"")
    assert not run.has_begun and run.can_resume


def test_resuming_needs_a_state_once_a_run_has_begun(run: Run) -> None:
    run.append(STARTED)
    with pytest.raises(UsageError, match="has no saved state to resume from"):
        run.require_state()
    run.state_path.parent.mkdir()
    run.state_path.write_bytes(b"")
    run.require_state()


def test_snapshots_are_in_order_of_steps(run: Run) -> None:
    steps = [30, 4, 12345678, 200]
    for step in steps:
        path = run.snapshot_path(step)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    (run.folder / "snapshots" / ".step-0000050.safetensors.x1").write_bytes(b"half written")
    found = run.snapshots()
    assert [snapshot.step for snapshot in found] == sorted(steps)
    assert run.relative(found[0].path) == "snapshots/step-0000004.safetensors"


def test_events_are_appended(run: Run) -> None:
    run.append(STARTED)
    run.append(LOGGED)
    assert run.events() == [STARTED, LOGGED]
    lines = run.events_path.read_text().splitlines()
    assert abs(json.loads(lines[1])["time"] - time.time()) < 60


def test_an_event_after_a_line_that_was_cut_off_is_not_lost(run: Run) -> None:
    run.append(STARTED)
    with run.events_path.open("a") as file:
        file.write(to_json(LOGGED, 1.0)[:20])
    run.append(events.Failed("the disk was full"))
    assert run.events() == [STARTED, events.Failed("the disk was full")]


def test_a_log_that_cannot_be_written(run: Run) -> None:
    run.events_path.mkdir()
    with pytest.raises(FileError, match=r"cannot write .*events\.jsonl"):
        run.append(STARTED)


def test_a_branch_goes_on_from_a_kept_state(run: Run, tmp_path: Path) -> None:
    for step in (200, 30):
        run.kept_state_path(step).parent.mkdir(exist_ok=True)
        run.kept_state_path(step).write_bytes(b"state %d" % step)
    assert [state.step for state in run.states()] == [30, 200]
    branch = run.branch(tmp_path / "branch", run.states()[0])
    assert branch.config == replace(run.config, parent=Parent(str(run.folder), 30))
    assert Run.open(branch.folder).config == branch.config
    assert branch.state_path.read_bytes() == b"state 30"
    with pytest.raises(RunError, match="holds a run already"):
        run.branch(branch.folder, run.states()[0])
    assert [state.step for state in branch.states()] == [30]


def test_a_state_that_has_been_thinned_away_makes_no_branch(run: Run, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot read"):
        run.branch(tmp_path / "branch", SavedState(7, run.kept_state_path(7)))
    assert not (tmp_path / "branch").exists()


def test_kept_states_outlive_the_newest_and_are_thinned_out(run: Run) -> None:
    run.state_path.parent.mkdir()
    for step in range(10, 210, 10):
        write_whole(run.state_path, b"state %d" % step)
        run.keep_state(step, 4)
    steps = [state.step for state in run.states()]
    assert len(steps) == 4
    assert steps[-1] == 200
    assert [state.path.read_bytes() for state in run.states()] == [b"state %d" % step for step in steps]
    assert len(list(run.state_path.parent.iterdir())) == 5


def test_no_state_is_kept_if_none_is_wanted(run: Run) -> None:
    write_whole(run.state_path, b"state")
    run.keep_state(10, 0)
    assert run.states() == ()
    assert run.state_path.read_bytes() == b"state"


def test_a_disk_without_hard_links_gets_a_copy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    write_whole(run.state_path, b"first")
    run.keep_state(10, 4)
    write_whole(run.state_path, b"second")
    assert [state.path.read_bytes() for state in run.states()] == [b"first"]


def test_what_a_killed_trainer_left_half_written_is_removed(run: Run) -> None:
    half = run.folder / "state" / ".latest.safetensors.x1y2"
    write_whole(half, b"half")
    write_whole(run.state_path, b"whole")
    with run.training():
        assert sorted(run.state_path.parent.iterdir()) == [run.state_path]


def test_two_processes_cannot_train_one_run(run: Run) -> None:
    with run.training():
        run.request(Action.PAUSE)
        with pytest.raises(RunError, match="is being trained by another process"), run.training():
            pass
        assert run.is_alive()
        assert len(run.requests()) == 1


def test_training_begins_without_old_requests(run: Run) -> None:
    run.request(Action.STOP)
    with run.training():
        assert run.requests() == ()


@pytest.mark.parametrize(
    ("logged", "alive", "expected"),
    [
        ([], False, RunState.NEW),
        ([], True, RunState.RUNNING),
        ([STARTED], True, RunState.RUNNING),
        ([STARTED, LOGGED], False, RunState.LOST),
        ([STARTED, events.Paused(1)], True, RunState.PAUSED),
        ([STARTED, events.Paused(1), events.SnapshotSaved(1, "s")], True, RunState.PAUSED),
        ([STARTED, events.Paused(1)], False, RunState.LOST),
        ([STARTED, events.Paused(1), events.Resumed(1)], True, RunState.RUNNING),
        ([STARTED, events.Paused(1), STARTED], True, RunState.RUNNING),
        ([STARTED, LOGGED, events.Stopped(1, 0.1)], False, RunState.STOPPED),
        ([STARTED, events.Stopped(1, 0.1), STARTED], True, RunState.RUNNING),
        ([STARTED, events.Finished(1, 0.1)], False, RunState.FINISHED),
        ([STARTED, events.Failed("no memory")], False, RunState.FAILED),
        ([events.Failed("no pictures")], False, RunState.FAILED),
    ],
)
def test_states(run: Run, logged: list[TrainEvent], alive: bool, expected: RunState) -> None:
    for event in logged:
        run.append(event)
    if alive:
        mark_trainer(run, pid=os.getpid())
    assert run.state() is expected


@pytest.mark.parametrize(
    "entry", ['"x": ' + "[" * 200_000, '"lr_g": Infinity', '"model": 3', '"parent": {"run": 1, "step": "a"}']
)
def test_a_hostile_config_is_told_in_one_line(run: Run, entry: str) -> None:
    (run.folder / "config.json").write_text("{" + entry + "}")
    with pytest.raises(RunError, match="is not a run folder with a readable config") as told:
        Run.open(run.folder)
    assert "\n" not in str(told.value) and len(str(told.value)) < 1000


def test_reading_a_run_changes_nothing(run: Run) -> None:
    def entries() -> list[Any]:
        return sorted((path.name, path.stat().st_mtime_ns) for path in run.folder.iterdir())

    before = entries()
    for read in (run.events, run.requests, run.snapshots, run.is_alive, run.state):
        read()
    assert entries() == before
