"""The training pictures closest to the current one."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.nearest.nearest import NearestPictures
from app.toolkit.actions import Action
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr

NAME = "nearest"


def _start(workspace: Workspace) -> NearestPictures:
    def show() -> None:
        workspace.show_panel(NAME, Page.EXPLORE)

    workspace.actions.add(
        Action("nearest.show", tr("Show &nearest real pictures"), show, why_not=workspace.session.why_no_model)
    )
    return NearestPictures(workspace.session, workspace.background)


def _build(workspace: Workspace, nearest: NearestPictures) -> QWidget:
    from app.explore.nearest.nearest_panel import NearestPanel

    return NearestPanel(workspace.session, nearest)


NEAREST = Tool(
    NAME,
    _start,
    Panel(
        marked("Nearest real"),
        _build,
        {Page.EXPLORE: Area.RIGHT},
        purpose=Purpose.REAL,
        about=marked("The training pictures that are closest to this one: is it a copy?"),
    ),
)
