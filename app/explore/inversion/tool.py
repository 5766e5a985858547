"""From a picture to its z."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.inversion.inversion import Inversion, is_picture
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Opener, Workspace
from gan.files import typed_path
from gan.words import marked

NAME = "inversion"


def _start(workspace: Workspace) -> Inversion:
    inversion = Inversion(workspace.session, workspace.background)

    def open_picture(target: str) -> None:
        inversion.find(typed_path(target))
        workspace.show_panel(NAME, Page.EXPLORE)

    workspace.openers.append(Opener(is_picture, open_picture))
    return inversion


def _build(workspace: Workspace, inversion: Inversion) -> QWidget:
    from app.explore.inversion.inversion_panel import InversionPanel

    return InversionPanel(workspace.session, inversion, workspace.background)


INVERSION = Tool(
    NAME,
    _start,
    Panel(
        marked("Find z"),
        _build,
        {Page.EXPLORE: Area.LEFT},
        purpose=Purpose.REAL,
        about=marked("Find the point z whose picture is closest to a picture of yours"),
    ),
)
