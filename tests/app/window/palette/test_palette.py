"""Whatever the window can do is found by a few letters, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.window.main_window import MainWindow
from app.window.palette.last_used import LastUsed
from app.window.palette.palette import Palette
from app.window.preferences import Preferences
from gan.layers.edits import parse_edit
from gan.sources import bundled_models

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    activate(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


def activate(window: MainWindow) -> None:
    """Screens do so when a popup closes, the offscreen platform does not."""
    window.activateWindow()
    QApplication.processEvents()


def find(window: MainWindow, query: str) -> Palette:
    """Press Ctrl+K wherever the keyboard is, and type."""
    activate(window)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    palette = next(palette for palette in window.findChildren(Palette) if palette.isVisible())
    QTest.keyClicks(palette.field, query)
    return palette


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.field, key)


def titles(palette: Palette) -> list[str]:
    return [command.title for command in palette.shown()]


def enter(window: MainWindow, query: str) -> None:
    press(find(window, query), Qt.Key.Key_Return)
    activate(window)


def test_it_lists_every_action_panel_model_and_recent_file(active: MainWindow) -> None:
    found = find(active, "").shown()
    listed = {command.title for command in found}
    assert {action.title for action in active.workspace.actions} <= listed
    assert {dock.declared.title for dock in active.docks.values() if not dock.declared.aside} <= listed
    assert set(bundled_models()) <= listed
    assert {path.name for path in active.recent.paths()} <= listed
    assert len({command.key for command in found}) == len(found)


def test_enter_runs_what_is_chosen_and_closes(active: MainWindow, qtbot: QtBot) -> None:
    before = active.session.z
    enter(active, "random po")
    assert (active.session.z != before).all()
    qtbot.waitUntil(lambda: active.findChild(Palette) is None)


def test_escape_closes_and_runs_nothing(active: MainWindow, qtbot: QtBot) -> None:
    before = active.session.z
    press(find(active, "random po"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: active.findChild(Palette) is None)
    assert (active.session.z == before).all()


def test_a_command_says_where_it_stands_and_which_keys_it_has(active: MainWindow) -> None:
    command = find(active, "random po").chosen
    assert command is not None and (command.title, command.place, command.shortcut) == (
        "Random point",
        "Edit",
        "Ctrl+R",
    )
    assert command.sentence == "Random point, Edit, Ctrl+R"


def test_what_cannot_be_done_says_why_and_stays(active: MainWindow) -> None:
    palette = find(active, "remove edits")
    assert palette.chosen is not None and palette.chosen.why_not == "No channel is edited"
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    press(palette, Qt.Key.Key_Escape)
    active.session.edits.add(parse_edit("block2:1=0"))
    enter(active, "remove edits")
    assert active.session.edits.current == ()


def test_undo_is_found_with_what_it_would_undo(active: MainWindow) -> None:
    palette = find(active, "undo")
    assert palette.chosen is not None and palette.chosen.why_not
    press(palette, Qt.Key.Key_Escape)
    before = active.session.z
    enter(active, "random po")
    enter(active, "undo seed")
    assert (active.session.z == before).all()


def test_a_panel_of_another_page_is_shown_there_and_gets_the_keyboard(active: MainWindow, qtbot: QtBot) -> None:
    enter(active, "log panels")
    qtbot.waitUntil(lambda: active.panel_keys.current is active.docks["log"])
    assert active.page is Page.TRAIN and active.docks["log"].is_in_front


def test_a_panel_that_was_taken_to_this_page_stays_here(active: MainWindow, qtbot: QtBot) -> None:
    active.show_panel("log")
    enter(active, "log panels")
    qtbot.waitUntil(lambda: active.panel_keys.current is active.docks["log"])
    assert active.page is Page.EXPLORE


def test_a_model_is_opened(active: MainWindow) -> None:
    name = bundled_models()[0]
    enter(active, f"bundled {name}")
    assert active.session.model is not None and active.session.model.source.name == name


def test_arrows_choose_and_go_round(active: MainWindow) -> None:
    palette = find(active, "pict")
    rows = palette.list.count()
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, rows - 1), (Qt.Key.Key_Down, 0)):
        press(palette, key)
        assert palette.list.currentRow() == row
    assert palette.chosen is not None
    assert palette.field.accessibleDescription() == palette.chosen.sentence, "heard although the keyboard is elsewhere"


def test_what_was_run_last_comes_first(active: MainWindow) -> None:
    enter(active, "random po")
    enter(active, "copy the pict")
    assert titles(find(active, ""))[:2] == ["Copy the picture", "Random point"]


def test_what_was_run_is_remembered(latentarium_home: Path) -> None:
    used = LastUsed(Preferences())
    for number in range(40):
        used.add(str(number % 35))
    assert used.keys()[:2] == ["4", "3"] and len(used.keys()) == 30
    broken = Preferences()
    broken.set("palette", "{")
    assert LastUsed(broken).keys() == []


def test_letters_that_fit_nothing_are_told(active: MainWindow) -> None:
    palette = find(active, "qqqq")
    assert palette.chosen is None and palette.nothing.isVisible()
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_opens_from_a_field_that_is_being_typed_in(active: MainWindow, qtbot: QtBot) -> None:
    seed = next(field for field in fields(active.docks["latent"].panel) if field.isVisible())
    seed.setFocus()
    qtbot.waitUntil(seed.hasFocus)
    assert find(active, "").isVisible()


def fields(panel: QWidget) -> list[QWidget]:
    from app.widgets.number_fields import IntField

    return list(panel.findChildren(IntField))


def test_a_shortcut_that_cannot_be_used_says_why(active: MainWindow) -> None:
    active.menus.actions["class.next"].trigger()
    assert active.status_bar.currentMessage() == "Next class: This generator has learned no classes"


def test_every_reason_is_a_few_words(active: MainWindow, qtbot: QtBot) -> None:
    reasons = [command.why_not for command in find(active, "").shown() if command.why_not]
    assert reasons and all(reason[0].isupper() and len(reason) < 90 for reason in reasons)
