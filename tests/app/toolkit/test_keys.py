"""Keys that work while one widget has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.toolkit.actions import Key
from app.toolkit.keys import bind


def test_only_where_they_were_bound(qtbot: QtBot) -> None:
    window, items, line = QWidget(), QListWidget(), QLineEdit()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(items)
    layout.addWidget(line)
    pressed: list[bool] = []
    bind(Key("Lock", "L", "Hold it"), items, lambda: pressed.append(True))
    window.show()
    window.activateWindow()
    for widget in (items, line):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClick(widget, Qt.Key.Key_L)
    assert pressed == [True] and line.text() == "l"
