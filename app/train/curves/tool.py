"""How a run learns: its curves, and the training doctor's words."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from app.train.curves.curves import Curves
from gan.words import marked


def _start(workspace: Workspace) -> Curves:
    return Curves(workspace.runs, workspace.background)


def _build(workspace: Workspace, curves: Curves) -> QWidget:
    from app.train.curves.curves_panel import CurvesPanel

    return CurvesPanel(curves)


CURVES = Tool(
    "curves",
    _start,
    Panel(
        marked("Curves"),
        _build,
        {Page.TRAIN: Area.CENTRE},
        about=marked("Losses and other measures of the run while it trains"),
    ),
)
