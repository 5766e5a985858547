"""Two directions at once, under the mouse."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.explore.pad.pad_panel import PadPanel

    return PadPanel(workspace.session, workspace.directions)


PAD = Tool("pad", panel=Panel("Pad", _build, {Page.EXPLORE: Area.LEFT}))
