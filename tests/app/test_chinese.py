"""The window in Chinese: nothing that it shows is left in English."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.learn.lessons.lesson import DIGITS
from app.toolkit.workspace import Workspace
from app.translations import Language, speak
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.words import english_words, said


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(Language.CHINESE)
    yield
    speak(Language.ENGLISH)


@pytest.fixture
def window(chinese: None, empty_workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """All panels of it, on the bundled digits, whose log has been read."""
    window = MainWindow(empty_workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(empty_workspace.runs.controller.replayed):
        empty_workspace.open(DIGITS)
    return window


def left_over(texts: Iterable[tuple[str, str]]) -> list[str]:
    return sorted({f"{place}: {text}" for place, text in texts if english_words(text)})


def test_nothing_is_left_in_english(window: MainWindow) -> None:
    texts = [*in_panels(window), *around_panels(window), *in_dialogs(window)]
    assert len(texts) > 1000
    assert "\n".join(left_over(texts)) == ""


def in_panels(window: MainWindow) -> Iterator[tuple[str, str]]:
    for name, dock in window.docks.items():
        yield name, dock.windowTitle()
        yield from said(dock.panel)


def around_panels(window: MainWindow) -> Iterator[tuple[str, str]]:
    window.menus.refresh()
    menus = window.menu_bar.findChildren(QMenu)
    for part in (window.menu_bar, window.status_bar, window.page_switch, window.model_choice, *menus):
        yield from said(part)
    yield from (("why not", action.why_not()) for action in window.workspace.actions)
    for command in window._commands():
        yield "palette", f"{command.title} {command.note}"


def in_dialogs(window: MainWindow) -> Iterator[tuple[str, str]]:
    before, help_ = set(QApplication.topLevelWidgets()), window.help
    for show in (window.show_settings, window.show_shortcuts, window.show_palette, help_.show_log, help_.show_about):
        show()
    for dialog in set(QApplication.topLevelWidgets()) - before:
        yield type(dialog).__name__, dialog.windowTitle()
        yield from said(dialog)
        dialog.close()
