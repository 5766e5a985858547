"""Docks whose panels are built when they are first seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.toolkit.tool import Panel
from app.window.docks import PanelDock


class Built(list[str]):
    """The names of the panels that were built, in that order."""

    def dock(self, name: str, window: QMainWindow) -> PanelDock:
        def build() -> QWidget:
            self.append(name)
            return QLabel(name)

        return PanelDock(name, Panel(name.title(), lambda workspace, state: build()), build, window)


@pytest.fixture
def built() -> Built:
    return Built()


@pytest.fixture
def window(qtbot: QtBot, built: Built) -> QMainWindow:
    """Two docks as tabs, the first in front, and a hidden third."""
    window = QMainWindow()
    qtbot.addWidget(window)
    first, second, third = (built.dock(name, window) for name in ("first", "second", "third"))
    for dock in (first, second, third):
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.tabifyDockWidget(first, second)
    third.hide()
    first.raise_()
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return window


def dock(window: QMainWindow, name: str) -> PanelDock:
    found = window.findChild(PanelDock, name)
    assert found is not None
    return found


def test_only_what_can_be_seen_is_built(window: QMainWindow, built: Built) -> None:
    assert built == ["first"]
    assert dock(window, "first").windowTitle() == "First"


def test_another_tab_is_built_when_it_comes_to_the_front(window: QMainWindow, built: Built, qtbot: QtBot) -> None:
    dock(window, "second").raise_()
    qtbot.waitUntil(lambda: built == ["first", "second"])
    assert dock(window, "second").panel.isVisible() and not dock(window, "first").panel.isVisible()
    dock(window, "first").raise_()
    qtbot.waitUntil(dock(window, "first").panel.isVisible)
    assert built == ["first", "second"] and not dock(window, "second").panel.isVisible()


def test_one_that_is_asked_for_is_built_at_once_and_stays_hidden(window: QMainWindow, built: Built) -> None:
    assert isinstance(dock(window, "third").panel, QLabel)
    assert built == ["first", "third"] and not dock(window, "third").panel.isVisible()


def test_one_that_floats_is_seen(window: QMainWindow, built: Built, qtbot: QtBot) -> None:
    dock(window, "second").setFloating(True)
    qtbot.waitUntil(lambda: "second" in built)
    qtbot.waitUntil(dock(window, "second").panel.isVisible)
