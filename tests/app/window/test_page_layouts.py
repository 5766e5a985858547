"""Layouts that were kept by a version of the window with fewer panels."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.toolkit.tool import Room
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.conftest import make_workspace

NEW = ("map", "playground", "steer")
"""One panel of each page, all of which share their area with others, and none is in front."""
PLACES = {"map": "variations", "playground": "channels", "steer": "log"}
SERVED = ("playground", "steer")
"""Others that serve the same purpose are shown."""
ALONE = "generator"
"""A panel that has its area to itself."""


def without(*names: str) -> tuple[Room, ...]:
    return tuple(replace(room, tools=tuple(tool for tool in room.tools if tool.name not in names)) for room in ROOMS)


@pytest.fixture
def other_workspace(qapp: object, tiny_model: Path) -> Iterator[Workspace]:
    workspace = make_workspace()
    workspace.open(str(tiny_model))
    yield workspace
    workspace.shut_down()


def opened(workspace: Workspace, rooms: tuple[Room, ...], qtbot: QtBot) -> MainWindow:
    window = MainWindow(workspace, rooms, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window


def standing(window: MainWindow) -> dict[str, tuple[object, ...]]:
    """Of each dock: where it is, whether it is shown, floats and is in front, and which docks it shares tabs with."""
    return {
        name: (
            window.dockWidgetArea(dock),
            dock.isHidden(),
            dock.isFloating(),
            dock.is_in_front,
            {other.objectName() for other in window.tabifiedDockWidgets(dock)} - set(NEW),
        )
        for name, dock in window.docks.items()
        if name not in NEW
    }


def rearranged(window: MainWindow, qtbot: QtBot) -> dict[Page, dict[str, tuple[object, ...]]]:
    """How the docks stand on each page once a person has moved some of them."""
    found = {}
    for page in Page:
        window.show_page(page)
        if page is Page.TRAIN:
            window.show_panel("log")
        if page is Page.LAYERS:
            window.docks["picture"].hide()
            window.show_panel("trace")
        if page is Page.EXPLORE:
            window.docks["favourites"].setFloating(True)
        qtbot.wait(1)
        found[page] = standing(window)
    return found


def test_a_layout_of_before_keeps_all_that_it_knows_and_gives_new_panels_their_places(
    workspace: Workspace, other_workspace: Workspace, qtbot: QtBot
) -> None:
    before = opened(workspace, without(*NEW), qtbot)
    stood = rearranged(before, qtbot)
    before.close()
    window = opened(other_workspace, ROOMS, qtbot)
    for page in Page:
        window.show_page(page)
        qtbot.wait(1)
        assert standing(window) == stood[page], page
        for name in NEW:
            dock = window.docks[name]
            assert window.dockWidgetArea(dock) is not Qt.DockWidgetArea.NoDockWidgetArea
            assert not dock.is_in_front and not dock.isFloating()
            assert dock.isHidden() == (page not in dock.declared.areas or name not in SERVED), (
                "others of its purpose are shown"
            )
            if page in dock.declared.areas:
                window.show_panel(name)
                qtbot.wait(1)
                assert dock.is_in_front
                window.show_panel(PLACES[name])
                assert PLACES[name] in {other.objectName() for other in window.tabifiedDockWidgets(dock)}


def test_a_new_panel_whose_area_is_empty_waits_hidden(
    workspace: Workspace, other_workspace: Workspace, qtbot: QtBot
) -> None:
    before = opened(workspace, without(ALONE), qtbot)
    before.show_page(Page.LAYERS)
    before.close()
    window = opened(other_workspace, ROOMS, qtbot)
    window.show_page(Page.LAYERS)
    assert window.docks[ALONE].isHidden()
    window.show_panel(ALONE)
    qtbot.wait(1)
    assert window.docks[ALONE].is_in_front and not window.docks[ALONE].isFloating()
