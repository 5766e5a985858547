"""What pages open with, and what is one click away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.toolkit.tool import Purpose
from app.window.main_window import MainWindow
from app.window.purposes import PurposeStrip
from app.window.rooms import ROOMS

CALM = {
    Page.EXPLORE: {"picture", "latent", "favourites"},
    Page.LAYERS: {"picture", "latent", "generator", "channels"},
    Page.TRAIN: {"training", "curves", "samples", "picture"},
}
"""What a page opens with."""


@pytest.fixture
def click(window: MainWindow, qtbot: QtBot) -> Callable[[Purpose], None]:
    def press(purpose: Purpose) -> None:
        qtbot.mouseClick(window.purpose_strip.buttons[purpose], Qt.MouseButton.LeftButton)
        qtbot.wait(1)

    return press


def shown(window: MainWindow) -> set[str]:
    return {name for name, dock in window.docks.items() if not dock.isHidden()}


@pytest.mark.parametrize("page", Page)
def test_a_page_opens_calm(window: MainWindow, page: Page) -> None:
    window.show_page(page)
    assert shown(window) == CALM[page]
    assert not any(button.isChecked() for button in window.purpose_strip.buttons.values())


@pytest.mark.parametrize("page", Page)
def test_all_else_is_one_click_away(window: MainWindow, page: Page, click: Callable[[Purpose], None]) -> None:
    window.show_page(page)
    seen: set[str] = set()
    for purpose in window.purpose_strip.buttons:
        click(purpose)
        assert window.purpose_strip.buttons[purpose].isChecked()
        seen |= shown(window)
        assert any(dock.is_in_front for dock in window.purposes.docks_for(purpose, page))
        click(purpose)
        assert shown(window) == CALM[page]
    assert seen == {name for name, dock in window.docks.items() if page in dock.declared.areas}


def test_every_purpose_has_panels_of_one_page() -> None:
    pages: dict[Purpose, set[Page]] = {}
    for panel in (tool.panel for room in ROOMS for tool in room.tools):
        if panel is not None and panel.purpose is not None:
            pages.setdefault(panel.purpose, set()).update(panel.areas)
    assert set(pages) == set(Purpose) and all(len(where) == 1 for where in pages.values())


def test_one_gives_way_to_another_in_its_place(window: MainWindow, click: Callable[[Purpose], None]) -> None:
    click(Purpose.TRAVEL)
    click(Purpose.BROWSE)
    click(Purpose.REAL)
    assert shown(window) == CALM[Page.EXPLORE] | {"timeline", "interpolation", "path", "inversion", "nearest"}
    click(Purpose.DIRECTIONS)
    assert not window.purpose_strip.buttons[Purpose.REAL].isChecked()
    assert not {"inversion", "nearest"} & shown(window) and window.docks["interpolation"].is_in_front


def test_what_is_behind_another_tab_comes_to_the_front_first(
    window: MainWindow, click: Callable[[Purpose], None], qtbot: QtBot
) -> None:
    click(Purpose.DIRECTIONS)
    window.show_panel("latent")
    qtbot.wait(1)
    click(Purpose.DIRECTIONS)
    assert window.docks["directions"].is_in_front
    click(Purpose.DIRECTIONS)
    assert window.docks["directions"].isHidden() and window.docks["latent"].is_in_front


def test_a_panel_that_is_asked_for_marks_its_purpose(window: MainWindow, qtbot: QtBot) -> None:
    window.show_panel("map")
    qtbot.wait(1)
    assert window.docks["map"].is_in_front and window.purpose_strip.buttons[Purpose.BROWSE].isChecked()
    window.docks["map"].close()
    qtbot.wait(1)
    assert not window.purpose_strip.buttons[Purpose.BROWSE].isChecked()


def test_a_page_remembers_what_was_open(window: MainWindow, click: Callable[[Purpose], None]) -> None:
    click(Purpose.TRAVEL)
    window.show_page(Page.TRAIN)
    assert list(window.purpose_strip.buttons) == [Purpose.RUNS, Purpose.STEERING, Purpose.MEASURING]
    window.show_page(Page.EXPLORE)
    assert window.purpose_strip.buttons[Purpose.TRAVEL].isChecked()


def test_what_opens_below_leaves_the_picture_most_of_the_room(
    window: MainWindow, click: Callable[[Purpose], None]
) -> None:
    click(Purpose.TRAVEL)
    heights = {name: window.docks[name].height() for name in ("picture", "timeline", "interpolation")}
    assert heights["picture"] > heights["timeline"] + heights["interpolation"]


def test_words_give_way_to_pictures_where_there_is_no_room(qtbot: QtBot) -> None:
    strip = PurposeStrip()
    qtbot.addWidget(strip)
    strip.offer((Purpose.BROWSE, Purpose.DIRECTIONS))
    strip.show()
    for width, style in ((600, "ToolButtonTextBesideIcon"), (80, "ToolButtonIconOnly")):
        strip.resize(width, 30)
        for button in strip.buttons.values():
            assert button.toolButtonStyle().name == style
            assert button.accessibleName() == button.text() and button.accessibleName() in button.toolTip()
