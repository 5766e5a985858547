"""Where running statistics are of no use, those of a batch are offered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from app.window.statistics_offer import QUESTION, YES
from gan.request import BatchStatistics
from tests.app.layouts import save_layout


@pytest.fixture
def useless(tmp_path: Path) -> str:
    return str(save_layout(tmp_path, "uniform", statistics="useless"))


def test_one_click_takes_a_batch(window: MainWindow, workspace: Workspace, useless: str, qtbot: QtBot) -> None:
    session = workspace.session
    assert not window.banner.isVisible()
    window.open(useless)
    assert window.banner.isVisible() and window.banner.label.text() == QUESTION
    (button,) = window.banner.buttons
    assert button.text() == YES
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.edits.batch == BatchStatistics() and not window.banner.isVisible()
    session.undo_stack.undo()
    assert session.edits.batch is None


def test_choosing_a_batch_elsewhere_answers_it(window: MainWindow, session: Session, useless: str) -> None:
    window.open(useless)
    session.edits.set_batch(BatchStatistics(4))
    assert not window.banner.isVisible()


def test_another_generator_takes_the_question_away(window: MainWindow, useless: str, tiny_model: Path) -> None:
    window.open(useless)
    window.open(str(tiny_model))
    assert not window.banner.isVisible()


def test_it_does_not_take_away_what_others_say(window: MainWindow, session: Session, useless: str) -> None:
    window.open(useless)
    session.failed.emit("something else")
    session.edits.set_batch(BatchStatistics(4))
    assert window.banner.isVisible() and window.banner.label.text() == "something else"


def test_a_generator_without_batch_norm_is_never_asked_about(window: MainWindow, tmp_path: Path) -> None:
    window.open(str(save_layout(tmp_path, "perceptron", statistics="useless")))
    assert not window.banner.isVisible()
