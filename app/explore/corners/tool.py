"""A grid of pictures between four corners."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.corners.corners import Corners
from app.explore.corners.keys import KEYS
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _start(workspace: Workspace) -> Corners:
    corners = Corners(workspace.session)
    workspace.parts.add(corners)
    return corners


def _build(workspace: Workspace, corners: Corners) -> QWidget:
    from app.explore.corners.corners_panel import CornersPanel

    return CornersPanel(workspace.session, corners, workspace.points)


CORNERS = Tool(
    "corners",
    _start,
    Panel(
        marked("Corners"),
        _build,
        {Page.EXPLORE: Area.RIGHT},
        purpose=Purpose.BROWSE,
        keys=KEYS,
        about=marked("A field of pictures between two or four points that you choose"),
    ),
)
