"""The picture of the current point."""

from PySide6.QtWidgets import QApplication, QWidget

from app.arguments import Page
from app.explore.picture.shown_picture import ShownPicture
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from app.widgets.file_dialogs import Kind, ask_to_save
from gan.words import marked, tr

PLACES = {Page.EXPLORE: Area.CENTRE, Page.LAYERS: Area.LEFT, Page.TRAIN: Area.RIGHT_BELOW}


def _start(workspace: Workspace) -> ShownPicture:
    picture = ShownPicture(workspace.session)

    def save() -> None:
        window = QApplication.activeWindow()
        path = ask_to_save(Kind.EXPORT, window, tr("Save the picture"), "picture.png", tr("PNG pictures (*.png)"))
        if path is not None:
            picture.save(path)

    def why_not() -> str:
        return "" if picture.result is not None else tr("No picture has been drawn yet")

    workspace.actions.add(
        Action("picture.save", tr("&Save picture…"), save, Section.TAKE_ALONG, "Ctrl+S", why_not),
        Action("picture.copy", tr("&Copy the picture"), picture.copy, Section.POINT, "Ctrl+Shift+C", why_not),
    )
    return picture


def _build(workspace: Workspace, picture: ShownPicture) -> QWidget:
    from app.explore.picture.picture_panel import PicturePanel

    return PicturePanel(workspace.session, picture, workspace.actions)


PICTURE = Tool("picture", _start, Panel(marked("Picture"), _build, PLACES, about=marked("What the generator draws")))
