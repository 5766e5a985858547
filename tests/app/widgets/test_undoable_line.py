"""A line of text within what the window undoes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.undoable_line import UndoableLine


def test_the_text_comes_first(qtbot: QtBot) -> None:
    window, line = QWidget(), UndoableLine()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(line)
    stack = QUndoStack(window)
    for action, key in ((stack.createUndoAction(window), "Ctrl+Z"), (stack.createRedoAction(window), "Ctrl+Shift+Z")):
        action.setShortcut(QKeySequence(key))
        window.addAction(action)
    stack.push(QUndoCommand("step"))
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "text")
    qtbot.keySequence(line, QKeySequence("Ctrl+Z"))
    assert (line.text(), stack.index()) == ("", 1)
    qtbot.keySequence(line, QKeySequence("Ctrl+Z"))
    assert stack.index() == 0
    qtbot.keySequence(line, QKeySequence("Ctrl+Shift+Z"))
    assert (line.text(), stack.index()) == ("text", 0)
    qtbot.keySequence(line, QKeySequence("Ctrl+Shift+Z"))
    assert stack.index() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_U])
def test_keys_that_some_systems_give_to_lines_are_the_windows(qtbot: QtBot, key: Qt.Key) -> None:
    line = UndoableLine()
    qtbot.addWidget(line)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    asked.accept()  # as there
    line.event(asked)
    assert not asked.isAccepted()
