"""What the window does with runs: opening, starting and moving them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.runs.phase import Phase
from app.runs.runs import Runs
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError, UsageError
from gan.files import write_whole
from gan.places import runs_folder, state_folder
from gan.sources import FIRST_MODEL
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.run import Run
from tests.app.trainers import Trainers, watched_trainers
from tests.app.trash import pretend_trash
from tests.gan.tiny import GREY, make_run


@pytest.fixture
def workspace(prompt_workspace: Workspace) -> Workspace:
    return prompt_workspace


@pytest.fixture
def run() -> Run:
    """One of the library, stopped."""
    return make_run(runs_folder() / "cats", end=events.Stopped(120, 12.0))


def shown(session: Session) -> Path:
    assert session.model is not None
    return session.model.source.path


def followed(runs: Runs) -> Path:
    assert runs.controller.run is not None
    return runs.controller.run.folder


class TestPickingUp:
    """A run of the library that an earlier window has left in training."""

    @pytest.fixture
    def trained(self, run: Run) -> Iterator[Run]:
        run.append(events.Resumed(120))
        with run.training():
            yield run

    def test_it_is_shown_and_followed(self, runs: Runs, session: Session, trained: Run) -> None:
        runs.open(FIRST_MODEL)
        runs.pick_up()
        assert shown(session) == trained.snapshot_path(120)
        assert followed(runs) == trained.folder and runs.controller.phase is Phase.TRAINING
        assert runs.follower.following

    def test_what_was_opened_by_hand_stays(self, runs: Runs, session: Session, trained: Run, tiny_model: Path) -> None:
        runs.open(str(tiny_model))
        runs.pick_up()
        assert shown(session) == tiny_model and not runs.follower.following
        assert followed(runs) == trained.folder and runs.controller.phase is Phase.TRAINING

    def test_not_while_another_is_under_way(self, runs: Runs, trained: Run, tmp_path: Path) -> None:
        other = make_run(tmp_path / "other", end=events.Resumed(120))
        with other.training():
            runs.open_run(other.folder)
            runs.pick_up()
            assert followed(runs) == other.folder

    def test_one_that_was_followed_elsewhere(self, runs: Runs, session: Session, tmp_path: Path) -> None:
        other = make_run(tmp_path / "disk" / "other", end=events.Resumed(120))
        with other.training():
            runs.open_run(other.folder)
            runs.controller.forget()
            runs.open(FIRST_MODEL)
            runs.pick_up()
            assert followed(runs) == other.folder and runs.controller.phase is Phase.TRAINING
            assert shown(session) == other.snapshot_path(120)

    def test_one_elsewhere_that_is_gone_is_left_alone(self, runs: Runs, tmp_path: Path) -> None:
        other = make_run(tmp_path / "other", end=events.Resumed(120))
        with other.training():
            runs.open_run(other.folder)
        runs.controller.forget()
        runs.pick_up()
        assert runs.controller.run is None
        shutil.rmtree(other.folder)
        runs.pick_up()
        assert runs.controller.run is None

    @pytest.mark.parametrize("written", ["", "[]", '"\\u0000"', '"/"', '"\\ud800"'])
    def test_what_is_remembered_may_be_damaged(self, runs: Runs, trained: Run, written: str) -> None:
        write_whole(state_folder() / "followed.json", written.encode())
        runs.pick_up()
        assert followed(runs) == trained.folder

    def test_runs_that_have_ended_are_left_alone(self, runs: Runs, run: Run) -> None:
        (run.folder / "trainer.json").write_text('{"pid": 1, "host": "gone"}')
        os.utime(run.folder / "trainer.json", (0, 0))
        runs.pick_up()
        assert runs.controller.run is None


class TestOpening:
    def test_a_file(self, runs: Runs, session: Session, tiny_model: Path) -> None:
        runs.open(str(tiny_model))
        assert shown(session) == tiny_model and runs.controller.run is None

    def test_a_bundled_model(self, runs: Runs, session: Session) -> None:
        runs.open("mnist")
        assert session.model is not None and session.model.source.name == "mnist"
        assert runs.controller.phase is Phase.FINISHED

    def test_a_run_shows_its_newest_snapshot_and_is_followed(self, runs: Runs, session: Session, run: Run) -> None:
        runs.open(str(run.folder))
        assert shown(session) == run.snapshot_path(120) and followed(runs) == run.folder
        assert runs.timeline.at_end

    def test_a_snapshot_brings_its_run(self, runs: Runs, session: Session, run: Run) -> None:
        runs.open(str(run.snapshot_path(20)))
        assert shown(session) == run.snapshot_path(20) and followed(runs) == run.folder
        assert runs.timeline.index == 1

    def test_a_run_without_a_snapshot_is_followed_all_the_same(
        self, runs: Runs, session: Session, tiny_model: Path, tmp_path: Path
    ) -> None:
        runs.open(str(tiny_model))
        new = Run.create(tmp_path / "new", TrainConfig())
        runs.open(str(new.folder))
        assert shown(session) == tiny_model and followed(runs) == new.folder

    @pytest.mark.parametrize("name", ["no-such-model", "broken.safetensors", "folder"])
    def test_what_cannot_be_opened_changes_nothing(
        self, runs: Runs, session: Session, run: Run, tmp_path: Path, name: str
    ) -> None:
        runs.open_run(run.folder)
        (tmp_path / "broken.safetensors").write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{}")
        (tmp_path / "folder").mkdir()
        with pytest.raises(LatentariumError):
            runs.open(str(tmp_path / name))
        assert shown(session) == run.snapshot_path(120) and followed(runs) == run.folder

    def test_a_model_leaves_the_run_that_is_under_way(self, runs: Runs, run: Run) -> None:
        run.append(events.Resumed(120))
        with run.training():
            runs.open_run(run.folder)
            runs.open("mnist")
            assert followed(runs) == run.folder and runs.controller.is_busy

    def test_what_was_opened_meanwhile_is_not_replaced_by_the_run(
        self, runs: Runs, session: Session, run: Run, tiny_model: Path
    ) -> None:
        run.append(events.Resumed(120))
        with run.training():
            runs.open_run(run.folder)
            runs.open(str(run.snapshot_path(20)))
            assert runs.follower.following
            runs.open(str(tiny_model))
            runs.controller.arrived.emit([events.SnapshotSaved(120, run.relative(run.snapshot_path(120)))])
            assert shown(session) == tiny_model and not runs.follower.following

    def test_a_run_that_is_under_way_is_not_read_anew(self, runs: Runs, run: Run) -> None:
        run.append(events.Resumed(120))
        replayed: list[object] = []
        runs.controller.run_changed.connect(replayed.append)
        with run.training():
            runs.open_run(run.folder)
            runs.open_run(run.folder)
        assert len(replayed) == 1


class TestStarting:
    @pytest.fixture
    def trainers(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainers]:
        with watched_trainers(monkeypatch, pretend=True) as trainers:
            yield trainers

    def test_a_new_run_is_followed_and_has_the_cores(
        self, runs: Runs, session: Session, trainers: Trainers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shared: list[tuple[str, bool]] = []
        monkeypatch.setattr(session, "share_cores", lambda *how: shared.append(how))
        runs.start(TrainConfig(data="sprites"))
        assert followed(runs).parent == runs_folder() and len(trainers.started) == 1
        assert shared == [("training", True)]

    def test_one_without_an_end_is_refused(self, runs: Runs, trainers: Trainers) -> None:
        with pytest.raises(UsageError, match="a run needs an end"):
            runs.start(TrainConfig(epochs=None))
        assert runs.controller.run is None


class TestMoving:
    @pytest.fixture
    def trash(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        return pretend_trash(monkeypatch, tmp_path / "trash")

    def test_an_open_run_keeps_its_place_when_it_is_renamed(self, runs: Runs, session: Session, run: Run) -> None:
        runs.open_run(run.folder)
        target = runs.library.rename(run.folder, "tigers")
        assert followed(runs) == target and shown(session) == target / run.relative(run.snapshot_path(120))

    def test_a_run_that_is_only_followed_moves_along(
        self, runs: Runs, session: Session, run: Run, tiny_model: Path
    ) -> None:
        runs.open_run(run.folder)
        runs.open(str(tiny_model))
        target = runs.library.rename(run.folder, "tigers")
        assert followed(runs) == target

    def test_a_deleted_run_is_closed(self, runs: Runs, session: Session, run: Run, trash: Path) -> None:
        runs.open_run(run.folder)
        runs.library.delete(run.folder)
        assert session.model is not None and session.model.source.name == FIRST_MODEL
        assert followed(runs).name == FIRST_MODEL

    def test_a_deleted_run_that_was_only_followed_is_forgotten(
        self, runs: Runs, session: Session, trash: Path, tiny_model: Path
    ) -> None:
        runs.open(str(tiny_model))
        new = Run.create(runs_folder() / "new", TrainConfig(model=GREY))
        runs.open_run(new.folder)
        runs.library.delete(new.folder)
        assert shown(session) == tiny_model
        assert (runs.controller.run, runs.controller.phase) == (None, Phase.NONE)

    def test_a_compared_run_that_is_deleted_is_compared_no_longer(
        self, runs: Runs, session: Session, run: Run, trash: Path, tiny_model: Path
    ) -> None:
        runs.open(str(tiny_model))
        runs.comparison.open(str(run.folder))
        runs.library.delete(run.folder)
        assert runs.comparison.checkpoint is None and shown(session) == tiny_model

    def test_others_stay(self, runs: Runs, session: Session, run: Run, trash: Path) -> None:
        runs.open_run(make_run(runs_folder() / "dogs").folder)
        runs.library.rename(run.folder, "tigers")
        runs.library.delete(runs_folder() / "tigers")
        assert followed(runs).name == "dogs" and shown(session).is_file()
