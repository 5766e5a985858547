"""The timeline as the session moves it."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.session.session import Session
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.train import events
from gan.train.run import Run
from tests.gan.tiny import make_run, save_tiny


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


@pytest.fixture
def session(empty_session: Session, run: Run) -> Session:
    empty_session.open_run(run.folder)
    return empty_session


def save(session: Session, run: Run, step: int) -> None:
    """A snapshot arrives."""
    save_tiny(run.snapshot_path(step), seed=step)
    session.training.arrived.emit([events.SnapshotSaved(step, run.relative(run.snapshot_path(step)))])


def shown_step(session: Session) -> int:
    assert session.model is not None
    return int(session.model.source.path.stem.removeprefix("step-"))


def pretend_to_train(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(session.training), "is_busy", property(lambda _: True))


def test_a_run_opens_at_its_end(session: Session) -> None:
    assert [snapshot.step for snapshot in session.timeline.snapshots] == [10, 20, 120]
    assert session.timeline.at_end and session.timeline.index == 2


def test_moving_shows_the_same_z_by_other_weights(session: Session, run: Run) -> None:
    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    z = session.z
    session.timeline.move_to(0)
    assert shown_step(session) == 10 and np.array_equal(session.z, z)
    expected = Renderer("cpu").render(RenderRequest(run.snapshot_path(10), z[None]))
    assert np.array_equal(results[-1].images, expected.images)


def test_watched_layers_move_too(session: Session) -> None:
    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    session.watch("test", ("block1.act",))
    newest = results[-1].maps["block1.act"]
    session.timeline.move_to(0)
    assert not np.array_equal(results[-1].maps["block1.act"], newest)


def test_the_ends_are_not_passed(session: Session) -> None:
    session.timeline.move_to(99)
    assert session.timeline.index == 2
    session.timeline.move_to(-1)
    assert session.timeline.index == 0


def test_a_generator_without_a_run_has_none(session: Session, tiny_model: Path) -> None:
    session.open_path(str(tiny_model))
    assert session.timeline.snapshots == () and session.timeline.snapshot is None
    session.timeline.move_to(0)
    session.timeline.set_playing(True)
    assert not session.timeline.playing


def test_the_end_follows_the_training(session: Session, run: Run) -> None:
    save(session, run, 140)
    assert shown_step(session) == 140 and session.timeline.at_end


def test_who_goes_back_is_left_there(session: Session, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_to_train(session, monkeypatch)
    session.timeline.move_to(1)
    save(session, run, 140)
    assert shown_step(session) == 20 and not session.follower.following
    assert (session.timeline.index, len(session.timeline.snapshots)) == (1, 4)
    session.timeline.move_to(3)
    assert session.follower.following and shown_step(session) == 140
    save(session, run, 160)
    assert shown_step(session) == 160


def test_going_back_in_a_run_that_has_ended_follows_the_next_one(session: Session) -> None:
    session.timeline.move_to(0)
    assert session.follower.following


def test_play_goes_from_the_start_to_the_end(session: Session, qtbot: QtBot) -> None:
    session.timeline._timer.setInterval(1)
    steps: list[int] = []
    session.timeline.moved.connect(lambda snapshot: steps.append(snapshot.step))
    with qtbot.waitSignals([session.timeline.playing_changed] * 2, timeout=10_000):
        session.timeline.set_playing(True)
    assert steps == [10, 20, 120] and not session.timeline.playing


def test_another_run_ends_the_play(session: Session, tmp_path: Path) -> None:
    session.timeline.set_playing(True)
    session.open_run(make_run(tmp_path / "other").folder)
    assert not session.timeline.playing


def test_a_snapshot_that_was_deleted_is_told_of(session: Session, run: Run) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    run.snapshot_path(20).unlink()
    session.timeline.move_to(1)
    assert failures and "there is no file" in failures[0]
    assert session.timeline.snapshot is not None
