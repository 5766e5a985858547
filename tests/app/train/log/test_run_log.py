"""The lines of a run, whether a panel shows them or not."""

from pathlib import Path

import pytest

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.log.run_log import MOST_LINES, RunLog
from gan.train import events
from tests.gan.tiny import make_run, step_logged


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def log(controller: RunController) -> RunLog:
    return RunLog(controller)


def test_a_replayed_run(log: RunLog, controller: RunController, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    controller.attach(run)
    assert list(log.lines) == [
        str(run.folder),
        "training on cpu (1 thread) with 256 pictures, 100 steps an epoch, from step 0, until 120 steps",
        "epoch 1 ended at step 100 after 0:10",
        "finished at step 120 after 0:12",
    ]


def test_a_run_that_is_forgotten_leaves_nothing(log: RunLog, controller: RunController, tmp_path: Path) -> None:
    controller.attach(make_run(tmp_path / "run"))
    controller.forget()
    assert list(log.lines) == []


def test_curves_and_pictures_make_no_lines(log: RunLog, controller: RunController) -> None:
    log.added.connect(lambda _: pytest.fail("nothing was said"))
    controller.arrived.emit(
        [step_logged(1), events.SamplesReady(1, "samples/a.png"), events.SnapshotSaved(1, "snapshots/b")]
    )
    assert list(log.lines) == []


def test_a_failure_is_told_once(log: RunLog, controller: RunController) -> None:
    controller.arrived.emit([events.Failed("the disk is full")])
    controller.failed.emit("training failed: the disk is full")
    controller.failed.emit("training did not start: no such folder")
    assert len(log.lines) == 2 and "the disk is full" in log.lines[0]
    assert log.lines[1] == "training did not start: no such folder"


def test_a_long_log_keeps_its_end(log: RunLog, controller: RunController) -> None:
    controller.arrived.emit([events.EpochEnded(epoch, epoch, 1.0) for epoch in range(MOST_LINES + 10)])
    assert len(log.lines) == MOST_LINES
    assert f"epoch {MOST_LINES + 9} ended" in log.lines[-1]
