"""Back and forth through the training."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _build(workspace: Workspace, _: None) -> QWidget:
    from app.explore.timeline.timeline_panel import TimelinePanel

    return TimelinePanel(workspace.session, workspace.runs, workspace.background)


TIMELINE = Tool(
    "timeline",
    panel=Panel(
        marked("Timeline"),
        _build,
        {Page.EXPLORE: Area.CENTRE_BELOW},
        purpose=Purpose.TRAVEL,
        about=marked("The same z through the whole training of the run: go back in it, and continue from there"),
    ),
)
