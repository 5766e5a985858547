"""The pages as buttons at the top."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.window.main_window import MainWindow
from app.window.page_switch import SENTENCES, PageSwitch


@pytest.fixture
def switch(qtbot: QtBot) -> PageSwitch:
    switch = PageSwitch(Page)
    qtbot.addWidget(switch)
    switch.resize(600, 40)
    switch.show()
    return switch


def test_a_click_asks_for_the_page(switch: PageSwitch, qtbot: QtBot) -> None:
    wanted: list[Page] = []
    switch.chosen.connect(wanted.append)
    for page in (Page.LAYERS, Page.TRAIN, Page.EXPLORE):
        qtbot.mouseClick(switch.buttons[page], Qt.MouseButton.LeftButton)
    assert wanted == [Page.LAYERS, Page.TRAIN, Page.EXPLORE]


def test_every_page_says_what_it_is_for(switch: PageSwitch) -> None:
    assert set(SENTENCES) == set(Page)
    for number, (page, button) in enumerate(switch.buttons.items(), 1):
        assert button.accessibleName() == f"Page {button.text()}" and f"Ctrl+{number}" in button.toolTip()
        switch.show_page(page)
        assert SENTENCES[page] in button.toolTip() and button.accessibleDescription() == SENTENCES[page]
        assert [each.isChecked() for each in switch.buttons.values()].count(True) == 1


def test_the_window_shows_all_pages_and_which_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    switch = window.page_switch
    assert all(button.isVisible() for button in switch.buttons.values())
    qtbot.mouseClick(switch.buttons[Page.LAYERS], Qt.MouseButton.LeftButton)
    assert window.page is Page.LAYERS
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert switch.buttons[Page.TRAIN].isChecked()


def test_it_leaves_room_on_a_small_screen(window: MainWindow) -> None:
    window.resize(960, 600)
    assert all(button.width() >= button.minimumSizeHint().width() for button in window.page_switch.buttons.values())
    assert window.menu_bar.width() >= window.menu_bar.sizeHint().width()
    assert window.model_choice.width() >= window.model_choice.minimumSizeHint().width()
