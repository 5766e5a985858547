"""A second run beside the first."""

from pathlib import Path

import numpy as np
import pytest

from app.session.session import Session
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.train import events
from gan.train.run import Run
from tests.gan.tiny import make_run, save_tiny


@pytest.fixture
def other(tmp_path: Path) -> Run:
    return make_run(tmp_path / "other", snapshots=(5, 50))


@pytest.fixture
def results(session: Session, other: Run) -> list[RenderResult]:
    """Pictures of the compared run, which is ``other``."""
    seen: list[RenderResult] = []
    session.comparison.rendered.connect(seen.append)
    session.compare_with(str(other.folder))
    return seen


def same_picture(result: RenderResult, run: Run, step: int, session: Session) -> bool:
    expected = Renderer("cpu").render(RenderRequest(run.snapshot_path(step), session.z[None]))
    return np.array_equal(result.images, expected.images)


def test_the_newest_snapshot_draws_the_same_z(session: Session, results: list[RenderResult], other: Run) -> None:
    assert same_picture(results[-1], other, 50, session)
    session.set_component(0, 2.0)
    assert same_picture(results[-1], other, 50, session)


def test_it_has_its_own_timeline(session: Session, results: list[RenderResult], other: Run) -> None:
    assert session.model is not None
    before = session.model.source.path
    session.comparison.timeline.move_to(0)
    assert same_picture(results[-1], other, 5, session)
    assert session.model.source.path == before


def test_a_z_of_another_size_cannot_be_compared(session: Session, tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "wide.safetensors", ModelConfig(28, 1, z_dim=9, ngf=4, ndf=4))
    with pytest.raises(UsageError, match="takes a z of 9, the open model one of 8"):
        session.compare_with(str(path))
    assert session.comparison.checkpoint is None


def test_nothing_is_compared_with_nothing(empty_session: Session, other: Run) -> None:
    with pytest.raises(UsageError, match="open a model"):
        empty_session.compare_with(str(other.folder))


def test_another_size_of_z_ends_it(session: Session, results: list[RenderResult], tmp_path: Path) -> None:
    session.open_path(str(save_tiny(tmp_path / "wide.safetensors", ModelConfig(28, 1, z_dim=9, ngf=4, ndf=4))))
    assert session.comparison.checkpoint is None


def test_once_closed_it_draws_nothing(session: Session, results: list[RenderResult]) -> None:
    session.comparison.close()
    count = len(results)
    session.set_component(0, 1.0)
    assert len(results) == count


def test_a_snapshot_that_was_deleted_is_told_of(session: Session, results: list[RenderResult], other: Run) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    other.snapshot_path(5).unlink()
    session.comparison.timeline.move_to(0)
    assert "there is no file" in failures[0]


def test_new_snapshots_of_the_compared_run_appear(session: Session, results: list[RenderResult], other: Run) -> None:
    session.training.attach(other)
    save_tiny(other.snapshot_path(60))
    session.follower.set_following(False)
    session.training.arrived.emit([events.SnapshotSaved(60, "snapshots/step-0000060.safetensors")])
    assert [snapshot.step for snapshot in session.comparison.timeline.snapshots] == [5, 50, 60]
    assert session.comparison.timeline.index == 1


def test_both_runs_can_be_kept_at_the_same_step(
    session: Session, results: list[RenderResult], other: Run, tmp_path: Path
) -> None:
    session.open_path(str(make_run(tmp_path / "first", snapshots=(6, 20, 70)).folder))
    comparison = session.comparison
    session.timeline.move_to(0)
    assert comparison.timeline.index == 1, "each has its own step at first"
    comparison.set_linked(True)
    assert same_picture(results[-1], other, 5, session)
    for index, step in ((1, 5), (2, 50), (0, 5)):
        session.timeline.move_to(index)
        assert same_picture(results[-1], other, step, session)
    comparison.set_linked(False)
    session.timeline.move_to(2)
    assert same_picture(results[-1], other, 5, session)


def test_linked_it_opens_at_the_step_of_the_first(session: Session, other: Run, tmp_path: Path) -> None:
    session.open_path(str(make_run(tmp_path / "first", snapshots=(6, 70)).folder))
    session.timeline.move_to(0)
    session.comparison.set_linked(True)
    session.compare_with(str(other.folder))
    assert session.comparison.timeline.index == 0
