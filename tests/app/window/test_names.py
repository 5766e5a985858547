"""Everything that a person can use has a name for those who hear the window."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtWidgets import QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import app
from app.arguments import Page
from app.window.imports.readings_dialog import ReadingsDialog
from app.window.main_window import MainWindow
from gan.layers.edits import parse_edit
from tests.app.layouts import CLASSES, save_layout
from tests.app.window.dialogs import make_dialogs
from tests.app.window.fitting import settle
from tests.app.window.naming import nameless
from tests.gan.tiny import make_run


@pytest.fixture(params=["plain", CLASSES])
def used(request: pytest.FixtureRequest, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with something in its lists: an edit, a kept point, a run."""
    if request.param == CLASSES:
        window.open(str(save_layout(tmp_path, CLASSES)))
    window.workspace.runs.controller.attach(make_run(tmp_path / "run"))
    window.workspace.actions["favourites.keep"].run()
    window.session.edits.add(parse_edit("block2:1=0"))
    return window


@pytest.mark.parametrize("page", Page)
def test_of_every_panel(used: MainWindow, page: Page) -> None:
    used.show_page(page)
    for name, dock in used.docks.items():
        if page in dock.declared.areas:
            used.show_panel(name)
            settle()
            assert nameless(dock.panel) == [], name
    assert nameless(used) == []


def test_of_every_dialog(window: MainWindow) -> None:
    dialogs = make_dialogs(window)
    for module in walk_packages(app.__path__, "app."):
        import_module(module.name)
    ours = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("app.")}
    assert ours - {type(dialog) for dialog in dialogs} == {ReadingsDialog}
    for dialog in dialogs:
        dialog.show()
        settle()
        assert nameless(dialog) == [], dialog.windowTitle()
        dialog.close()


def test_letters_make_a_name_and_signs_do_not(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    buttons = [QToolButton(panel) for _ in range(3)]
    for button, text in zip(buttons, ("A", "↖", ""), strict=True):
        button.setText(text)
    assert len(nameless(panel)) == 2
    buttons[1].setAccessibleName("Top left corner")
    assert len(nameless(panel)) == 1
