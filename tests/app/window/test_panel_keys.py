"""Every panel can be reached by keyboard."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.explore.directions.directions_panel import DirectionsPanel
from app.layers.strip.generator_strip import GeneratorStrip
from app.toolkit.tool import Purpose
from app.window.docks import PanelDock
from app.window.keyboard import can_have_keyboard
from app.window.layouts import standing_on
from app.window.main_window import MainWindow
from gan.request import BatchStatistics

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return window


def here(window: MainWindow) -> str:
    """The panel that has the keyboard."""
    dock = window.panel_keys.current
    return "" if dock is None else dock.objectName()


def has_keyboard(window: MainWindow, name: str) -> bool:
    return here(window) == name


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()
    return here(window)


@pytest.mark.parametrize("page", Page)
def test_f6_goes_round_all_panels_in_view_and_back(active: MainWindow, page: Page) -> None:
    active.show_page(page)
    QApplication.processEvents()
    shown = {name for name, dock in active.docks.items() if dock.is_in_front}
    start = press(active, Qt.Key.Key_F6)
    round_trip = [start, *(press(active, Qt.Key.Key_F6) for _ in range(len(shown) - 1))]
    assert set(round_trip) == shown and len(set(round_trip)) == len(round_trip)
    assert press(active, Qt.Key.Key_F6) == start
    assert press(active, Qt.Key.Key_F6, SHIFT) == round_trip[-1]


def test_it_starts_at_the_left(active: MainWindow) -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    assert press(active, Qt.Key.Key_F6) == "latent"


def test_every_tab_of_a_dock_is_reached(active: MainWindow, qtbot: QtBot) -> None:
    tabs = next(
        tabs for tabs in standing_on(Page.EXPLORE, active.docks.values()).values() if tabs[0].objectName() == "latent"
    )
    names = [dock.objectName() for dock in tabs if dock.declared.purpose in (None, Purpose.DIRECTIONS)]
    active.purposes.open(Purpose.DIRECTIONS)
    active.show_panel("latent")
    while here(active) != "latent":
        press(active, Qt.Key.Key_F6)
    for name in [*names[1:], names[0]]:
        press(active, Qt.Key.Key_PageDown, CONTROL)
        qtbot.waitUntil(partial(has_keyboard, active, name))
        assert active.docks[name].is_in_front
    press(active, Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(partial(has_keyboard, active, names[-1]))


def test_a_panel_gets_the_keyboard_back_where_it_was(active: MainWindow) -> None:
    while here(active) != "latent":
        press(active, Qt.Key.Key_F6)
    table = active.docks["latent"].panel.findChild(QTableView, "latent-table")
    assert table is not None
    table.setFocus()
    press(active, Qt.Key.Key_F6)
    assert press(active, Qt.Key.Key_F6, SHIFT) == "latent" and QApplication.focusWidget() is table


def test_tab_leaves_the_sliders(active: MainWindow) -> None:
    table = active.docks["latent"].panel.findChild(QTableView, "latent-table")
    assert table is not None
    table.setFocus()
    press(active, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not table


def test_the_title_of_the_panel_with_the_keyboard_is_marked(active: MainWindow) -> None:
    def marked() -> list[str]:
        return [name for name, dock in active.docks.items() if dock.property("current")]

    for _ in range(2):
        name = press(active, Qt.Key.Key_F6)
        assert marked() == [name]


class TestPanelsMenu:
    """View > Panels, and a right click on a title."""

    def entry(self, window: MainWindow, title: str) -> object:
        menus = [action.menu() for action in window.panels_menu.actions()]
        return next(action for menu in menus for action in menu.actions() if action.text() == title)  # type: ignore[attr-defined]

    def listed(self, window: MainWindow) -> list[PanelDock]:
        """All but those that stand aside of every page, which have a menu of their own."""
        return [dock for dock in window.docks.values() if not dock.declared.aside]

    def test_panels_are_listed_by_page(self, window: MainWindow) -> None:
        pages = {action.text().replace("&", "").lower(): action.menu() for action in window.panels_menu.actions()}
        assert list(pages) == [page.value for page in Page]
        for page in Page:
            listed = {action.text() for action in pages[page.value].actions()}  # type: ignore[attr-defined]
            standing = {
                dock.windowTitle() for tabs in standing_on(page, window.docks.values()).values() for dock in tabs
            }
            assert standing <= listed
        entries = [action for menu in pages.values() for action in menu.actions()]  # type: ignore[attr-defined]
        everything = {action.text() for action in entries if not action.isSeparator()}
        assert everything == {dock.windowTitle() for dock in self.listed(window)}

    def test_they_stand_under_what_they_are_for(self, window: MainWindow) -> None:
        for menu in (action.menu() for action in window.panels_menu.actions()):
            purpose = ""
            for action in menu.actions():  # type: ignore[attr-defined]
                if action.isSeparator():
                    purpose = action.text()
                    continue
                dock = next(dock for dock in window.docks.values() if dock.windowTitle() == action.text())
                assert purpose == ("" if dock.declared.purpose is None else dock.declared.purpose.title)

    def test_one_that_is_behind_is_raised_and_one_in_front_closed(self, window: MainWindow) -> None:
        QApplication.processEvents()
        behind, front = window.docks["map"], window.docks["favourites"]
        assert front.is_in_front and not behind.is_in_front
        entry = self.entry(window, behind.windowTitle())
        for shown in (True, False, True):
            window.panels_menu.aboutToShow.emit()
            entry.trigger()  # type: ignore[attr-defined]
            QApplication.processEvents()
            assert behind.is_in_front is shown and behind.isHidden() is not shown
        assert not front.isHidden()

    def test_marks_are_on_what_is_open(self, window: MainWindow) -> None:
        window.docks["map"].close()
        window.panels_menu.aboutToShow.emit()
        checked = {dock.windowTitle() for dock in window.docks.values() if not dock.isHidden()}
        for dock in self.listed(window):
            title = dock.windowTitle()
            assert self.entry(window, title).isChecked() is (title in checked)  # type: ignore[attr-defined]


def test_docks_know_whether_they_are_in_front(window: MainWindow) -> None:
    QApplication.processEvents()
    dock = window.docks["latent"]
    assert isinstance(dock, PanelDock) and dock.is_in_front
    dock.close()
    assert not dock.is_in_front


def test_tab_goes_through_all_of_a_panel_before_it_leaves(active: MainWindow, qtbot: QtBot) -> None:
    active.show_panel("directions")
    panel = active.docks["directions"].panel
    assert isinstance(panel, DirectionsPanel)
    active.show_panel("map")  # is built before the rows of directions are
    assert active.docks["map"].panel.isVisible()
    panel.find_button.click()
    qtbot.waitUntil(lambda: len(panel.rows) > 0 and panel.rows[0].slider.isVisible())
    panel.method_box.setFocus()
    reached = list[QWidget | None]()
    while press(active, Qt.Key.Key_Tab) == "directions":
        reached.append(QApplication.focusWidget())
    assert {row.slider for row in panel.rows} <= set(reached)
    assert press(active, Qt.Key.Key_Tab, SHIFT) == "directions" and QApplication.focusWidget() is reached[-1]


def test_tab_reaches_what_has_come_since_where_it_stands(active: MainWindow) -> None:
    active.show_page(Page.LAYERS)
    tools = active.panel("generator", GeneratorStrip).tools
    tools.norm.setFocus()
    press(active, Qt.Key.Key_Tab)
    active.session.edits.set_batch(BatchStatistics(4))
    tools.norm.setFocus()
    for button in (tools.another, tools.why):
        press(active, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_tab_stops_at_the_block_that_is_chosen(active: MainWindow) -> None:
    active.show_page(Page.LAYERS)
    cards = list(active.panel("generator", GeneratorStrip).cards.items())
    for (_, last), (name, card) in pairwise(cards):
        last.setFocus()
        active.session.inspection.select_layer(f"{name}.act")
        assert can_have_keyboard(card) and not can_have_keyboard(last)


@pytest.mark.parametrize("page", Page)
def test_no_scrolled_column_takes_the_keyboard_unseen(active: MainWindow, page: Page) -> None:
    active.show_page(page)
    QApplication.processEvents()
    areas = [area for area in active.findChildren(QScrollArea) if area.isVisible()]
    assert areas and all(area.focusPolicy() is Qt.FocusPolicy.NoFocus for area in areas)
