"""The timeline as it moves what is under the sliders."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.runs.runs import Runs
from app.runs.timeline import Timeline
from app.session.session import Session
from app.session.wanted import Wanted
from app.toolkit.workspace import Workspace
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.train.best import Best, write_best
from gan.train.run import Run
from tests.gan.tiny import make_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


@pytest.fixture
def workspace(empty_workspace: Workspace, run: Run) -> Workspace:
    empty_workspace.runs.open_run(run.folder)
    return empty_workspace


@pytest.fixture
def timeline(runs: Runs) -> Timeline:
    return runs.timeline


def shown_step(session: Session) -> int:
    assert session.model is not None
    return int(session.model.source.path.stem.removeprefix("step-"))


def test_a_run_opens_at_its_end(timeline: Timeline) -> None:
    assert [snapshot.step for snapshot in timeline.snapshots] == [10, 20, 120]
    assert timeline.at_end and timeline.index == 2


def test_a_run_that_was_measured_opens_at_its_best(runs: Runs, session: Session, tmp_path: Path) -> None:
    measured = make_run(tmp_path / "measured", snapshots=(10, 20, 120))
    write_best(measured.folder, Best(20, "fid", "grey", 2000, 12.5))
    runs.open_run(measured.folder)
    assert shown_step(session) == 20 and runs.timeline.index == runs.timeline.best_index == 1
    runs.timeline.move_to_newest()
    assert shown_step(session) == 120
    runs.timeline.move_to_best()
    assert shown_step(session) == 20


def test_while_it_is_trained_it_opens_at_its_end(runs: Runs, session: Session, tmp_path: Path) -> None:
    measured = make_run(tmp_path / "measured", snapshots=(10, 20, 120), end=None)
    write_best(measured.folder, Best(20, "fid", "grey", 2000, 12.5))
    with measured.training():
        runs.open_run(measured.folder)
    assert shown_step(session) == 120 and runs.timeline.best_index == 1


def test_without_measurements_there_is_no_best(session: Session, timeline: Timeline) -> None:
    timeline.move_to(0)
    timeline.move_to_best()
    assert timeline.best_index == -1 and shown_step(session) == 10


def test_moving_shows_the_same_z_by_other_weights(session: Session, timeline: Timeline, run: Run) -> None:
    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    z = session.z
    timeline.move_to(0)
    assert shown_step(session) == 10 and np.array_equal(session.z, z)
    expected = Renderer("cpu").render(RenderRequest(run.snapshot_path(10), z[None]))
    assert np.array_equal(results[-1].images, expected.images)


def test_watched_layers_move_too(session: Session, timeline: Timeline) -> None:
    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    session.watch("test", Wanted(layers=("block1.act",)))
    newest = results[-1].maps["block1.act"]
    timeline.move_to(0)
    assert not np.array_equal(results[-1].maps["block1.act"], newest)


def test_the_ends_are_not_passed(timeline: Timeline) -> None:
    timeline.move_to(99)
    assert timeline.index == 2
    timeline.move_to(-1)
    assert timeline.index == 0


def test_a_generator_without_a_run_has_none(runs: Runs, timeline: Timeline, tiny_model: Path) -> None:
    runs.open(str(tiny_model))
    assert timeline.snapshots == () and timeline.snapshot is None
    timeline.move_to(0)
    timeline.set_playing(True)
    assert not timeline.playing


def test_play_goes_from_the_start_to_the_end(timeline: Timeline, qtbot: QtBot) -> None:
    timeline._timer.setInterval(1)
    steps: list[int] = []
    timeline.moved.connect(lambda snapshot: steps.append(snapshot.step))
    with qtbot.waitSignals([timeline.playing_changed] * 2, timeout=10_000):
        timeline.set_playing(True)
    assert steps == [10, 20, 120] and not timeline.playing


def test_another_run_ends_the_play(runs: Runs, timeline: Timeline, tmp_path: Path) -> None:
    timeline.set_playing(True)
    runs.open_run(make_run(tmp_path / "other").folder)
    assert not timeline.playing


def test_a_snapshot_that_was_deleted_is_told_of(session: Session, timeline: Timeline, run: Run) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    run.snapshot_path(20).unlink()
    timeline.move_to(1)
    assert failures and "there is no file" in failures[0]
    assert timeline.snapshot is not None
