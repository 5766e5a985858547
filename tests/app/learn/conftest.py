"""A window on the bundled digits, which have all that the lessons speak of."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.learn.lessons.lesson import DIGITS
from app.learn.lessons.lesson_panel import LessonPanel
from app.learn.lessons.lessons import PANEL, Lessons
from app.toolkit.workspace import Workspace
from app.translations import speak
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """The language is the application's: put back what a test has changed."""
    yield
    speak(Language.ENGLISH)


@pytest.fixture
def digits(empty_workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """The whole window, 1280 x 800, on the bundled digits, whose log has been read."""
    window = MainWindow(empty_workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    with qtbot.waitSignal(empty_workspace.runs.controller.replayed):
        empty_workspace.open(DIGITS)
    return window


@pytest.fixture
def lessons(digits: MainWindow) -> Lessons:
    return digits.panel(PANEL, LessonPanel).lessons
