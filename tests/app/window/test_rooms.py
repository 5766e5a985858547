"""Every tool can be taken out of its room: the rest of the window works, with no other file touched.

Windows are slow to build, so half of the tools are taken out of each, by one binary digit of their numbers: whichever
tool misses another, there is a window that has the one without the other.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.toolkit.tool import Room
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.conftest import make_workspace

TOOLS = [tool.name for room in ROOMS for tool in room.tools]
HALVES = [
    frozenset(name for number, name in enumerate(TOOLS) if (number >> digit & 1) == value)
    for digit in range(len(TOOLS).bit_length())
    for value in (0, 1)
]


def only(names: frozenset[str]) -> tuple[Room, ...]:
    """The rooms with these tools and no others."""
    return tuple(replace(room, tools=tuple(tool for tool in room.tools if tool.name in names)) for room in ROOMS)


@pytest.fixture
def full_session(window: MainWindow, tmp_path: Path) -> Path:
    """A session that was saved with every tool there."""
    window.opening.save_session(tmp_path / "full.json")
    return tmp_path / "full.json"


def opened(workspace: Workspace, names: frozenset[str], qtbot: QtBot) -> MainWindow:
    window = MainWindow(workspace, only(names), Preferences(remember=False))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def other_workspace(qapp: object) -> Iterator[Workspace]:
    workspace = make_workspace()
    yield workspace
    workspace.shut_down()


def test_names_are_used_once() -> None:
    assert len(TOOLS) == len(set(TOOLS)) > 0


def test_each_tool_does_without_each_other_one_somewhere() -> None:
    pairs = {(name, missing) for half in HALVES for name in half for missing in set(TOOLS) - half}
    assert pairs == {(name, other) for name in TOOLS for other in TOOLS if name != other}


@pytest.mark.parametrize("names", HALVES)
def test_the_window_works_without_half_of_its_tools(
    other_workspace: Workspace, full_session: Path, tmp_path: Path, qtbot: QtBot, names: frozenset[str]
) -> None:
    window = opened(other_workspace, names, qtbot)
    window.open_first(None)
    assert window.open(str(full_session)), window.banner.label.text()
    for page in Page:
        window.show_page(page)
    for dock in window.docks.values():
        assert dock.panel is not None
    window.session.set_z(np.zeros_like(window.session.z))
    window.menus.refresh()
    window.reset_layout()
    assert window.banner.label.text() == "", "nothing has gone wrong"
    window.opening.save_session(tmp_path / "without.json")
    saved, full = (json.loads(path.read_text()) for path in (tmp_path / "without.json", full_session))
    assert set(saved) <= set(full) and window.open(str(tmp_path / "without.json"))
    assert window.banner.label.text().startswith("Saved without.json")


def test_a_session_without_a_part_opens_where_the_tool_is_there(window: MainWindow, full_session: Path) -> None:
    before = window.workspace.parts.to_json()
    values = json.loads(full_session.read_text())
    for name in before:
        full_session.write_text(json.dumps({key: value for key, value in values.items() if key != name}))
        assert window.open(str(full_session)), (name, window.banner.label.text())
        assert window.workspace.parts.to_json() == before
