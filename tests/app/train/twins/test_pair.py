"""A pair of runs as the window follows it, by canned events and by trainers that only wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.runs.phase import Phase
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.train.twins import pair as pair_module
from app.train.twins.pair import PART, Pair
from app.train.twins.tool import TWINS
from app.window.main_window import MainWindow
from gan.data.value_range import AUTO
from gan.errors import LatentariumError
from gan.model.kinds import KINDS
from gan.places import runs_folder
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.requests import Action
from gan.train.twins import Twins, make_twins, open_twins
from tests.app.trainers import Trainers, refuse, watched_trainers
from tests.gan.tiny import GREY, step_logged

STARTED = events.Started(0, "cpu", 256, 100, None, 60.0)


@pytest.fixture
def trainers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainers]:
    """What is started only waits."""
    with watched_trainers(monkeypatch, pretend=True) as trainers:
        monkeypatch.setattr(pair_module, "launch", trainers.launch)
        yield trainers


@pytest.fixture
def pair(session: Session) -> Iterator[Pair]:
    pair = Pair(session)
    yield pair
    for controller in pair.controllers.values():
        controller.detach()


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """A pair that was trained for 12 of 60 seconds and stopped."""
    twins = make_twins(tmp_path / "pair", TrainConfig(data="mnist", epochs=None, minutes=1, model=GREY))
    for _, run in twins:
        run.append(STARTED)
        for step in range(10, 121, 10):
            run.append(step_logged(step))
        run.append(events.Stopped(120, 12.0))
    return twins


def look(pair: Pair) -> None:
    for controller in pair.controllers.values():
        controller.look()


def test_both_start_by_one_process_in_a_pair_of_ordinary_runs(pair: Pair, trainers: Trainers) -> None:
    pair.start("fashion-mnist-excerpt", 3)
    assert pair.folder is not None and pair.folder.parent == runs_folder()
    assert trainers.commands == [["compare-kinds", "--out", str(pair.folder), "--train-only"]]
    for kind, run in open_twins(pair.folder):
        assert (run.config.model.kind, run.config.minutes, run.config.epochs) == (kind, 3, None)
        assert (run.config.model.image_size, run.config.model.channels, run.config.value_range) == (28, 1, AUTO)
    assert (pair.phase, pair.minutes, pair.seconds) == (Phase.STARTING, 3, 0)


def test_what_either_says_is_taken(pair: Pair, trainers: Trainers) -> None:
    pair.start("fashion-mnist-excerpt", 3)
    first, second = (pair.run(kind) for kind in KINDS)
    assert first is not None and second is not None
    first.append(STARTED)
    first.append(step_logged(30))
    look(pair)
    assert pair.phase is Phase.TRAINING
    assert [pair.courses[kind].step for kind in KINDS] == [30, 0]
    first.append(events.Finished(40, 4.0))
    look(pair)
    assert pair.phase is Phase.STARTING, "the other has not begun yet"
    second.append(STARTED)
    second.append(events.Finished(20, 4.0))
    look(pair)
    assert (pair.phase, pair.seconds) == (Phase.FINISHED, 4.0)


def test_both_are_stopped_by_their_folders(pair: Pair, trainers: Trainers) -> None:
    pair.start("fashion-mnist-excerpt", 3)
    for kind in KINDS:
        run = pair.run(kind)
        assert run is not None
        run.append(STARTED)
    look(pair)
    pair.stop()
    assert pair.phase is Phase.STOPPING
    for kind in KINDS:
        run = pair.run(kind)
        assert run is not None and [request.action for request in run.requests()] == [Action.STOP]


def test_a_pair_of_the_command_is_attached_and_goes_on(pair: Pair, twins: Twins, trainers: Trainers) -> None:
    for _, run in twins:
        run.state_path.parent.mkdir()
        run.state_path.write_bytes(b"state")
    pair.attach(twins.folder)
    assert (pair.phase, pair.seconds, pair.minutes) == (Phase.STOPPED, 12.0, 1)
    pair.go_on(5)
    assert pair.phase is Phase.STARTING and trainers.commands[-1][2] == str(twins.folder)
    assert {run.config.minutes for _, run in open_twins(twins.folder)} == {5}
    assert {course.step for course in pair.courses.values()} == {120}


def test_a_trainer_that_dies_is_told_of_once(pair: Pair, trainers: Trainers) -> None:
    told: list[str] = []
    pair.failed.connect(told.append)
    pair.start("fashion-mnist-excerpt", 3)
    trainers.kill()
    for _ in range(12):
        look(pair)
    assert pair.phase is Phase.FAILED
    assert len(told) == 1 and told[0].startswith("training did not start")


def test_where_no_trainer_can_be_started_it_says_so(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pair_module, "launch", refuse)
    with pytest.raises(LatentariumError, match="no more processes"):
        pair.start("fashion-mnist-excerpt", 3)
    assert (pair.folder, pair.phase) == (None, Phase.NONE)
    assert not list(runs_folder().glob("two-networks*"))


def test_pictures_that_are_none_start_nothing(pair: Pair, trainers: Trainers, tmp_path: Path) -> None:
    with pytest.raises(LatentariumError, match="neither a data set nor a folder"):
        pair.start(str(tmp_path / "nowhere"), 3)
    assert not trainers.commands and pair.folder is None


def test_a_session_finds_its_pair_again(pair: Pair, session: Session, twins: Twins) -> None:
    pair.attach(twins.folder)
    saved = pair.to_json()
    assert saved == {PART: str(twins.folder)}
    other = Pair(session)
    other.from_json(saved, 8)()
    assert (other.folder, other.seconds) == (twins.folder, 12.0)
    other.from_json({}, 8)()
    other.from_json({PART: str(twins.folder / "gone")}, 8)()
    assert other.folder == twins.folder
    with pytest.raises(LatentariumError):
        other.from_json({PART: 3}, 8)


def test_a_folder_of_two_networks_opens_in_its_panel(window: MainWindow, workspace: Workspace, twins: Twins) -> None:
    assert window.open(str(twins.folder)), window.banner.label.text()
    assert window.docks[TWINS.name].is_in_front
    assert workspace.parts.to_json()[PART] == str(twins.folder)
