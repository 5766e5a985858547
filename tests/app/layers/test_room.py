"""The Layers room: its tools start, and each panel is built from its tool's state."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.layers.room import LAYERS
from app.toolkit.tool import Area, Tool
from app.toolkit.workspace import Workspace

TITLES = {
    "generator": "Generator",
    "edits": "Edits",
    "channels": "Channels",
    "inspector": "How it is made",
    "playground": "Playground",
    "trace": "Trace a pixel",
    "discriminator": "Discriminator",
    "choosing": "What D turns away",
    "weights": "Weights",
}


def test_its_panels_by_the_names_that_saved_layouts_know() -> None:
    assert {tool.name: tool.panel.title for tool in LAYERS.tools if tool.panel is not None} == TITLES


@pytest.mark.parametrize("tool", LAYERS.tools, ids=lambda tool: tool.name)
def test_a_panel_is_built_from_its_tool_and_stands_in_an_area_of_the_room(
    tool: Tool, workspace: Workspace, qtbot: QtBot
) -> None:
    assert tool.panel is not None and set(tool.panel.areas) == {Page.LAYERS}
    assert tool.panel.areas[Page.LAYERS] in LAYERS.areas
    panel = tool.panel.build(workspace, tool.start(workspace))
    qtbot.addWidget(panel)
    panel.show()


def test_the_look_of_channels_is_a_part_of_sessions(workspace: Workspace) -> None:
    for tool in LAYERS.tools:
        tool.start(workspace)
    assert workspace.parts.to_json()["channels"]["order"] == "index"


def test_keys_are_listed_with_their_panels() -> None:
    keys = {tool.name: [key.shortcut for key in tool.panel.keys] for tool in LAYERS.tools if tool.panel is not None}
    assert {"M", "S", "P"} <= set(keys["channels"]) and keys["edits"] == ["Del"]


def test_the_generator_is_in_the_middle() -> None:
    panel = LAYERS.tools[0].panel
    assert panel is not None and panel.areas == {Page.LAYERS: Area.CENTRE}


def test_all_panels_follow_to_another_architecture(workspace: Workspace, colour_model: Path, qtbot: QtBot) -> None:
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    # The last to be built hears last of another model, when there are results already that others have asked for.
    panels = [tool.panel.build(workspace, tool.start(workspace)) for tool in reversed(LAYERS.tools) if tool.panel]
    for panel in panels:
        qtbot.addWidget(panel)
        panel.show()
    workspace.session.inspection.select_layer("block2.norm")
    workspace.open(str(colour_model))
    assert workspace.session.inspection.layer == "block2.norm" and not told
