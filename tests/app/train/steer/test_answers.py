"""What the trainer answered, whether a panel shows it or not."""

from pathlib import Path

import pytest

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.steer.answers import Answers
from gan.train import events
from tests.gan.tiny import make_run

SCORES = events.Scores(1.2, 0.8, 0.6, 0.4)
STEP = events.StepTaken(121, "d", SCORES, SCORES, "a.png", "a.png", 7)


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def answers(controller: RunController) -> Answers:
    return Answers(controller)


def test_a_run_begins_with_the_rates_of_its_config(answers: Answers, controller: RunController, tmp_path: Path) -> None:
    assert answers.rates is None
    controller.attach(make_run(tmp_path / "run"))
    assert answers.rates == (2e-4, 2e-4)


def test_the_last_answer_holds(answers: Answers, controller: RunController) -> None:
    controller.arrived.emit(
        [events.LearningRatesChanged(9, 1e-3, 5e-4, 3), events.LearningRatesChanged(10, 1e-3, 1e-4, 4), STEP]
    )
    assert (answers.rates, answers.step) == ((1e-3, 1e-4), STEP)


def test_another_run_has_not_answered_yet(answers: Answers, controller: RunController, tmp_path: Path) -> None:
    controller.arrived.emit([events.LearningRatesChanged(9, 1e-3, 5e-4, 3), STEP])
    controller.attach(make_run(tmp_path / "run"))
    assert (answers.rates, answers.step) == ((2e-4, 2e-4), None)
