"""The other network's opinion of the picture."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.discriminator.opinion_watch import OpinionWatch
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _start(workspace: Workspace) -> OpinionWatch:
    return OpinionWatch(workspace.session)


def _build(workspace: Workspace, opinion: OpinionWatch) -> QWidget:
    from app.layers.discriminator.discriminator_panel import DiscriminatorPanel

    return DiscriminatorPanel(workspace.session, opinion)


DISCRIMINATOR = Tool(
    "discriminator",
    _start,
    Panel(
        marked("Discriminator"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.JUDGING,
        about=marked("What the other network makes of the picture: real or generated, and why"),
    ),
)
