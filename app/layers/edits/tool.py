"""What is changed in the generator, and what that does to the picture."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.edits.keys import REMOVE
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr


def _start(workspace: Workspace) -> None:
    edits = workspace.session.edits
    workspace.actions.add(
        Action(
            "edits.clear",
            tr("Remove all &edits of channels"),
            edits.clear,
            Section.NETWORK,
            why_not=lambda: "" if edits.current else tr("No channel is edited"),
        )
    )


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.edits.edits_panel import EditsPanel

    return EditsPanel(workspace.session)


EDITS = Tool(
    "edits",
    _start,
    Panel(
        marked("Edits"),
        _build,
        {Page.LAYERS: Area.LEFT_BELOW},
        purpose=Purpose.EDITS,
        keys=(REMOVE,),
        about=marked("Mute or amplify channels and see what that does to the picture"),
    ),
)
