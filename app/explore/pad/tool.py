"""Two directions at once, under the mouse."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.pad.keys import KEYS
from app.explore.pad.pad_choice import PadChoice
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _start(workspace: Workspace) -> PadChoice:
    choice = PadChoice(workspace)
    workspace.parts.add(choice, choice.changed)
    return choice


def _build(workspace: Workspace, choice: PadChoice) -> QWidget:
    from app.explore.pad.pad_panel import PadPanel

    return PadPanel(workspace.session, workspace.directions, choice, workspace.actions)


PAD = Tool(
    "pad",
    _start,
    Panel(
        marked("Two directions"),
        _build,
        {Page.EXPLORE: Area.LEFT},
        purpose=Purpose.DIRECTIONS,
        keys=KEYS,
        about=marked("Move along two directions at once, on a square"),
    ),
)
