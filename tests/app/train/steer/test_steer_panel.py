"""Steering a run: what is pressed becomes a request, what the trainer answers is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.steer.answers import Answers
from app.train.steer.steer_panel import EMPTY, SteerPanel
from app.train.steer.step_words import step_words
from gan.train import events
from gan.train.events import Scores
from gan.train.requests import Action
from gan.train.run import Run
from tests.gan.tiny import make_run

BEFORE, AFTER = Scores(1.2, 0.8, 0.6, 0.4), Scores(1.0, 0.9, 0.7, 0.3)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", end=None)


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def answers(controller: RunController) -> Answers:
    return Answers(controller)


@pytest.fixture
def panel(controller: RunController, answers: Answers, run: Run, qtbot: QtBot) -> SteerPanel:
    """Beside a run that is being trained."""
    panel = SteerPanel(controller, answers)
    qtbot.addWidget(panel)
    panel.resize(600, 250)
    panel.show()
    with run.training():
        controller.attach(run)
    return panel


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def taken(run: Run, network: str) -> events.StepTaken:
    before, after = run.relative(run.sample_path(0)), run.relative(run.sample_path(120))
    return events.StepTaken(121, network, BEFORE, AFTER, before, after, 7)  # type: ignore[arg-type]


def test_each_press_is_one_request(panel: SteerPanel, run: Run, qtbot: QtBot) -> None:
    for button in (panel.step_d_button, panel.step_g_button, panel.snapshot_button):
        press(qtbot, button)
    assert [request.action for request in run.requests()] == [Action.STEP_D, Action.STEP_G, Action.SNAPSHOT]


def test_rates_are_typed_and_set(panel: SteerPanel, run: Run, qtbot: QtBot) -> None:
    edit = panel.rates["lr_d"].input
    edit.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(edit, "0.0001")
    press(qtbot, panel.rates_button)
    request = run.requests()[-1]
    assert request.action is Action.SET_LR and request.values == {"lr_g": 0.0002, "lr_d": 0.0001}


def test_a_wrong_rate_cannot_be_set(panel: SteerPanel, run: Run, qtbot: QtBot) -> None:
    edit = panel.rates["lr_g"].input
    edit.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(edit, "2")
    assert not panel.rates_button.isEnabled() and panel.rates["lr_g"].error_label.isVisible()
    press(qtbot, panel.rates_button)
    assert run.requests() == ()


def test_the_trainers_answer_is_what_is_shown(panel: SteerPanel, controller: RunController) -> None:
    controller.arrived.emit([events.LearningRatesChanged(121, 0.001, 0.0005, 3)])
    assert (panel.rates["lr_g"].value(), panel.rates["lr_d"].value()) == (0.001, 0.0005)


def test_a_step_of_g_shows_both_pictures(panel: SteerPanel, controller: RunController, run: Run) -> None:
    assert panel.words.text() == EMPTY
    controller.arrived.emit([taken(run, "g")])
    assert panel.numbers["d_loss", "before"].text() == "1.200" and panel.numbers["d_loss", "after"].text() == "1.000"
    greys = [panel.views[moment].image.pixelColor(3, 3).red() for moment in ("before", "after")]
    assert greys == [0, 120] and panel.views["after"].isVisible()


def test_a_panel_that_is_built_late_shows_the_last_answers(
    controller: RunController, answers: Answers, run: Run, qtbot: QtBot
) -> None:
    controller.attach(run)
    controller.arrived.emit([events.LearningRatesChanged(121, 0.001, 0.0005, 3), taken(run, "g")])
    panel = SteerPanel(controller, answers)
    qtbot.addWidget(panel)
    assert panel.rates["lr_g"].value() == 0.001 and "G learned" in panel.words.text()
    assert panel.views["after"].image.pixelColor(3, 3).red() == 120


def test_a_step_of_d_changes_no_picture(panel: SteerPanel, controller: RunController, run: Run) -> None:
    controller.arrived.emit([taken(run, "d")])
    assert panel.views["before"].isVisible() and not panel.views["after"].isVisible()


def test_the_words_say_who_gained(run: Run) -> None:
    assert "apart better (D(x) − D(G(z)) 0.20 → 0.40)" in step_words(taken(run, "d"))
    assert "fool D no more than before (D(G(z)) 0.40 → 0.30)" in step_words(taken(run, "g"))


def test_a_run_that_has_ended_cannot_be_steered(panel: SteerPanel, controller: RunController) -> None:
    buttons = (panel.rates_button, panel.snapshot_button, panel.step_d_button, panel.step_g_button)
    assert all(button.isEnabled() for button in buttons)
    controller.phase_changed.emit(Phase.STOPPED)
    assert not any(button.isEnabled() for button in buttons)


def test_another_run_begins_with_its_own_rates(panel: SteerPanel, controller: RunController, tmp_path: Path) -> None:
    controller.arrived.emit([events.LearningRatesChanged(121, 0.001, 0.0005, 3)])
    controller.attach(make_run(tmp_path / "other"))
    assert panel.rates["lr_g"].value() == 0.0002 and panel.words.text() == EMPTY


def test_the_outcome_stands_below_where_there_is_no_room_beside(panel: SteerPanel, qtbot: QtBot) -> None:
    assert panel.words.x() > panel.rates_button.x() and panel.words.y() < panel.rates_button.y()
    panel.resize(280, 400)
    qtbot.waitUntil(lambda: panel.words.y() > panel.step_g_button.y())
    assert panel.words.width() > 200
