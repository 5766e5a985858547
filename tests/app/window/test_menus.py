"""The menus of the window, which the list of all commands reads as long as the window lives."""

import shiboken6

from app.window.main_window import MainWindow


def test_menus_are_made_by_python_which_never_loses_hold_of_them(window: MainWindow) -> None:
    """A menu that ``QMenuBar.addMenu`` makes of a text is "already deleted" after some hundred actions."""
    for title, menu in window.menus.menus.items():
        assert shiboken6.createdByPython(menu), title


def test_a_lesson_has_no_box_before_it_is_done(window: MainWindow) -> None:
    workspace = window.workspace
    workspace.memory.set("lessons/done", "")
    entry = window.menus.actions["lesson.gan"]
    window.menus.refresh()
    assert not entry.isCheckable()
    workspace.memory.set("lessons/done", "gan")
    window.menus.refresh()
    assert entry.isCheckable() and entry.isChecked()
