"""A second run beside the first."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.runs.comparison import Comparison
from app.runs.runs import Runs
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.train import events
from gan.train.run import Run
from tests.app.layouts import CLASSES, save_layout
from tests.gan.tiny import GREY, make_run, save_tiny


@pytest.fixture
def other(tmp_path: Path) -> Run:
    return make_run(tmp_path / "other", snapshots=(5, 50))


@pytest.fixture
def comparison(runs: Runs) -> Comparison:
    return runs.comparison


@pytest.fixture
def results(comparison: Comparison, other: Run) -> list[RenderResult]:
    """Pictures of the compared run, which is ``other``."""
    seen: list[RenderResult] = []
    comparison.rendered.connect(seen.append)
    comparison.open(str(other.folder))
    return seen


def same_picture(result: RenderResult, run: Run, step: int, session: Session) -> bool:
    expected = Renderer("cpu").render(RenderRequest(run.snapshot_path(step), session.z[None]))
    return np.array_equal(result.images, expected.images)


def test_the_newest_snapshot_draws_the_same_z(session: Session, results: list[RenderResult], other: Run) -> None:
    assert same_picture(results[-1], other, 50, session)
    session.set_component(0, 2.0)
    assert same_picture(results[-1], other, 50, session)


def test_it_has_its_own_timeline(
    session: Session, comparison: Comparison, results: list[RenderResult], other: Run
) -> None:
    assert session.model is not None
    before = session.model.source.path
    comparison.timeline.move_to(0)
    assert same_picture(results[-1], other, 5, session)
    assert session.model.source.path == before


def test_a_z_of_another_size_cannot_be_compared(comparison: Comparison, tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "wide.safetensors", ModelConfig(28, 1, z_dim=9, ngf=4, ndf=4))
    with pytest.raises(UsageError, match="takes a z of 9, the open model one of 8"):
        comparison.open(str(path))
    assert comparison.checkpoint is None


def test_nothing_is_compared_with_nothing(empty_workspace: Workspace, other: Run) -> None:
    with pytest.raises(UsageError, match="open a model"):
        empty_workspace.runs.comparison.open(str(other.folder))


def test_another_size_of_z_ends_it(
    runs: Runs, comparison: Comparison, results: list[RenderResult], tmp_path: Path
) -> None:
    runs.open(str(save_tiny(tmp_path / "wide.safetensors", ModelConfig(28, 1, z_dim=9, ngf=4, ndf=4))))
    assert comparison.checkpoint is None


def test_once_closed_it_draws_nothing(session: Session, comparison: Comparison, results: list[RenderResult]) -> None:
    comparison.close()
    count = len(results)
    session.set_component(0, 1.0)
    assert len(results) == count


def test_a_snapshot_that_was_deleted_is_told_of(
    session: Session, comparison: Comparison, results: list[RenderResult], other: Run
) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    other.snapshot_path(5).unlink()
    comparison.timeline.move_to(0)
    assert "there is no file" in failures[0]


def test_new_snapshots_of_the_compared_run_appear(
    runs: Runs, comparison: Comparison, results: list[RenderResult], other: Run
) -> None:
    runs.controller.attach(other)
    save_tiny(other.snapshot_path(60))
    runs.follower.set_following(False)
    runs.controller.arrived.emit([events.SnapshotSaved(60, "snapshots/step-0000060.safetensors")])
    assert [snapshot.step for snapshot in comparison.timeline.snapshots] == [5, 50, 60]
    assert comparison.timeline.index == 1


def test_both_runs_can_be_kept_at_the_same_step(
    session: Session, runs: Runs, comparison: Comparison, results: list[RenderResult], other: Run, tmp_path: Path
) -> None:
    runs.open(str(make_run(tmp_path / "first", snapshots=(6, 20, 70)).folder))
    runs.timeline.move_to(0)
    assert comparison.timeline.index == 1, "each has its own step at first"
    comparison.set_linked(True)
    assert same_picture(results[-1], other, 5, session)
    for index, step in ((1, 5), (2, 50), (0, 5)):
        runs.timeline.move_to(index)
        assert same_picture(results[-1], other, step, session)
    comparison.set_linked(False)
    runs.timeline.move_to(2)
    assert same_picture(results[-1], other, 5, session)


def test_linked_it_opens_at_the_step_of_the_first(
    runs: Runs, comparison: Comparison, other: Run, tmp_path: Path
) -> None:
    runs.open(str(make_run(tmp_path / "first", snapshots=(6, 70)).folder))
    runs.timeline.move_to(0)
    comparison.set_linked(True)
    comparison.open(str(other.folder))
    assert comparison.timeline.index == 0


def test_generators_with_classes_draw_the_same_one(empty_workspace: Workspace, tmp_path: Path) -> None:
    path, session = save_layout(tmp_path, CLASSES), empty_workspace.session
    empty_workspace.open(str(path))
    live: list[RenderResult] = []
    beside: list[RenderResult] = []
    session.rendered.connect(live.append)
    empty_workspace.runs.comparison.rendered.connect(beside.append)
    empty_workspace.runs.comparison.open(str(path))
    session.edits.choose_class(6)
    assert beside[-1].request.chosen_class == 6
    assert np.array_equal(beside[-1].images, live[-1].images)


def test_a_class_is_found_by_its_name_in_another_generator(empty_workspace: Workspace, tmp_path: Path) -> None:
    here, there = (replace(GREY, class_names=names) for names in (("bag", "shirt"), ("coat", "shirt", "bag")))
    empty_workspace.open(str(save_tiny(tmp_path / "here.safetensors", here)))
    beside: list[RenderResult] = []
    comparison, edits = empty_workspace.runs.comparison, empty_workspace.session.edits
    comparison.rendered.connect(beside.append)
    comparison.open(str(save_tiny(tmp_path / "there.safetensors", there)))
    assert beside[-1].request.chosen_class == 2
    edits.choose_class(1)
    assert beside[-1].request.chosen_class == 1
