"""The line across the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.banner import Banner


def test_it_shows_the_newest_message_until_it_is_dismissed(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    banner = Banner()
    QVBoxLayout(holder).addWidget(banner)
    holder.resize(400, 300)
    holder.show()
    assert not banner.isVisible()
    for message in ("first", "second"):
        banner.tell(message)
        assert banner.isVisible() and banner.label.text() == message
        assert banner.accessibleDescription() == message
    qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_long_message_is_wrapped(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell("word " * 200)
    assert banner.heightForWidth(300) > banner.heightForWidth(1200)


def test_a_message_is_plain_text(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell("no folder <b>x</b>")
    assert banner.label.textFormat() == Qt.TextFormat.PlainText
