"""From one pixel of the picture back to z."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.actions import Action
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr

NAME = "trace"


def _start(workspace: Workspace) -> None:
    def show() -> None:
        workspace.show_panel(NAME, Page.LAYERS)

    workspace.actions.add(Action("trace.show", tr("&Trace this pixel"), show, why_not=workspace.session.why_no_model))


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.trace.trace_panel import TracePanel

    return TracePanel(workspace.session)


TRACE = Tool(
    NAME,
    _start,
    Panel(
        marked("Trace a pixel"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.WORKINGS,
        about=marked("Which channels one pixel of the picture owes its value to"),
    ),
)
