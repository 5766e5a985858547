"""The grids of a run, whether a panel shows them or not."""

from pathlib import Path

import pytest

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.samples.sample_grids import SampleGrids
from gan.train import events
from tests.gan.tiny import make_run


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def samples(controller: RunController) -> SampleGrids:
    return SampleGrids(controller)


def steps(samples: SampleGrids) -> list[int]:
    return [grid.step for grid in samples.grids]


def test_grids_of_a_run_are_in_its_folder(samples: SampleGrids, controller: RunController, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", samples=(0, 60))
    controller.attach(run)
    assert [samples.path(grid) for grid in samples.grids] == [run.sample_path(0), run.sample_path(60)]


def test_another_run_begins_anew(samples: SampleGrids, controller: RunController, tmp_path: Path) -> None:
    controller.attach(make_run(tmp_path / "one"))
    controller.attach(make_run(tmp_path / "two", samples=(7,)))
    assert steps(samples) == [7]
    controller.forget()
    assert steps(samples) == []


def test_a_run_that_is_continued_draws_its_last_grids_anew(samples: SampleGrids, controller: RunController) -> None:
    for arrived in ((0, 60, 120), (60,)):
        controller.arrived.emit([events.SamplesReady(step, f"{step}.png") for step in arrived])
    assert steps(samples) == [0, 60]


def test_other_events_are_no_change(samples: SampleGrids, controller: RunController) -> None:
    samples.changed.connect(lambda: pytest.fail("nothing was drawn"))
    controller.arrived.emit([events.EpochEnded(2, 130, 13.0), events.SnapshotSaved(130, "snapshots/x")])
