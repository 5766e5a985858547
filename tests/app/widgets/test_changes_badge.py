"""The badge of a changed network."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.changes_badge import ChangesBadge


def test_it_is_there_while_there_is_something_to_tell(qtbot: QtBot) -> None:
    window, badge = QWidget(), ChangesBadge()
    pressed: list[bool] = []
    QVBoxLayout(window).addWidget(badge)
    badge.reset.clicked.connect(lambda: pressed.append(True))
    qtbot.addWidget(window)
    window.show()
    assert not badge.isVisible()
    badge.tell("2 edits")
    assert badge.isVisible() and badge.label.text() == "Changed network: 2 edits"
    qtbot.mouseClick(badge.reset, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    badge.tell("")
    assert not badge.isVisible()
