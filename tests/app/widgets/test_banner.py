"""The line across the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
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


def test_escape_dismisses_one_banner_after_the_other(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    banners = [Banner(), Banner()]
    layout, field = QVBoxLayout(holder), QLineEdit()
    for widget in (*banners, field):
        layout.addWidget(widget)
    holder.show()
    holder.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for banner in banners:
        banner.tell("something")
    for left in (1, 0, 0):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert sum(banner.isVisible() for banner in banners) == left


def test_what_can_be_done_is_on_buttons(qtbot: QtBot) -> None:
    holder, banner, done = QWidget(), Banner(), list[str]()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(banner)
    holder.show()
    banner.ask("Restore it?", {"Restore": lambda: done.append("restored"), "Not now": lambda: done.append("no")})
    assert [button.text() for button in banner.buttons] == ["Restore", "Not now"]
    qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["restored"] and not banner.isVisible()
    banner.tell("no file")
    assert banner.buttons == [] and banner.isVisible()


def test_tab_goes_through_the_choices_and_then_to_the_cross(qtbot: QtBot) -> None:
    holder, banner, before, after = QWidget(), Banner(), QLineEdit(), QLineEdit()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    for widget in (before, banner, after):
        layout.addWidget(widget)
    holder.show()
    holder.activateWindow()
    for choices in ({"Old": lambda: None}, {"Restore": lambda: None, "Start fresh": lambda: None}):
        banner.ask("Which?", choices)
        qtbot.waitUntil(banner.buttons[-1].isVisible)
        before.setFocus()
        qtbot.waitUntil(before.hasFocus)
        for stop in (*banner.buttons, banner.close_button, after):
            qtbot.keyClick(holder.focusWidget(), Qt.Key.Key_Tab)
            assert stop.hasFocus()
