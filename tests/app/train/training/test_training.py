"""What is known of the run and of the next one, whether a panel shows it or not."""

from pathlib import Path

import pytest

from app.runs.run_controller import RunController
from app.toolkit.workspace import ShortMemory, Workspace
from app.train.training.training import Training
from gan.errors import UsageError
from gan.train import events
from gan.train.config import TrainConfig
from tests.app.trainers import watched_trainers
from tests.gan.data.writing import write_pictures
from tests.gan.tiny import make_run, step_logged


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def training(controller: RunController) -> Training:
    return Training(controller, ShortMemory())


def test_progress_is_that_of_the_followed_run(training: Training, controller: RunController, tmp_path: Path) -> None:
    controller.attach(make_run(tmp_path / "run"))
    assert training.progress.fraction == 1
    controller.forget()
    assert training.progress.fraction == 0


def test_what_goes_on_is_told_in_a_few_words(
    training: Training, controller: RunController, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert training.words == ""
    with watched_trainers(monkeypatch, pretend=True):
        controller.start(TrainConfig(epochs=None, minutes=1))
        assert training.words == "Starting" and controller.run is not None
        controller.run.append(events.Started(0, "cpu", 256, 16, None, 60.0))
        controller.run.append(step_logged(6))
        controller.look()
        assert training.words == "Training, 0:59 left"
        controller.run.append(events.Stopped(6, 0.6))
        controller.look()
    assert training.words == ""


def test_pictures_are_chosen(training: Training, tmp_path: Path) -> None:
    chosen: list[str] = []
    training.data_chosen.connect(chosen.append)
    write_pictures(tmp_path / "own", 2)
    training.choose(str(tmp_path / "own"))
    assert chosen == [training.data] == [str(tmp_path / "own")]


def test_what_holds_no_pictures_is_refused(training: Training, tmp_path: Path) -> None:
    training.data_chosen.connect(lambda _: pytest.fail("these are no pictures"))
    with pytest.raises(UsageError, match="no pictures in"):
        training.choose(str(tmp_path))
    assert training.data == ""
