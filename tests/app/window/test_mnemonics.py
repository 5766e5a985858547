"""The letters that Alt presses: none means two things."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.arguments import Page
from app.window.layouts import standing_on
from app.window.main_window import MainWindow
from tests.app.layouts import CLASSES, save_layout

LETTER = re.compile(r"(?<!&)&([^&\s])")


def letters(panel: QWidget) -> Iterator[str]:
    """Of what can be seen of ``panel``: buttons, and labels that lead to a field."""
    leading = (label for label in panel.findChildren(QLabel) if label.buddy() is not None)
    widgets: list[QAbstractButton | QLabel] = [*panel.findChildren(QAbstractButton), *leading]
    for widget in widgets:
        if widget.isVisibleTo(panel):
            yield from (letter.upper() for letter in LETTER.findall(widget.text()))


def menu_letters(window: MainWindow) -> set[str]:
    return {letter for title in window.menus.menus for letter in LETTER.findall(title)}


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize("kind", ["ours", CLASSES])
def test_no_panel_takes_the_letter_of_a_menu_or_one_letter_twice(
    window: MainWindow, page: Page, kind: str, tmp_path: Path
) -> None:
    if kind == CLASSES:
        window.open(str(save_layout(tmp_path, CLASSES)))
    window.show_page(page)
    for tabs in standing_on(page, window.docks.values()).values():
        for dock in tabs:
            window.show_panel(dock.objectName())
            QApplication.processEvents()
            taken = Counter(letters(dock.panel))
            assert not taken.keys() & menu_letters(window), f"{dock.windowTitle()} takes the letter of a menu"
            assert not taken or max(taken.values()) == 1, f"{dock.windowTitle()}: {taken.most_common(2)}"


def test_no_menu_has_a_letter_twice(window: MainWindow) -> None:
    for title, menu in window.menus.menus.items():
        taken = Counter(letter.upper() for entry in menu.actions() for letter in LETTER.findall(entry.text()))
        assert not taken or max(taken.values()) == 1, f"{title}: {taken.most_common(2)}"
