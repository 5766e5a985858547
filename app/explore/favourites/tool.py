"""Points to come back to."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.favourites.favourites import Favourites
from app.explore.favourites.keys import KEYS
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr


def _start(workspace: Workspace) -> Favourites:
    favourites = Favourites(workspace.session)
    workspace.parts.add(favourites)
    workspace.points.add(favourites.named, favourites.changed)
    why_not = workspace.session.why_no_model
    workspace.actions.add(
        Action(
            "favourites.keep",
            tr("&Keep this point"),
            favourites.keep,
            Section.POINT,
            "Ctrl+D",
            why_not,
            of_point=favourites.add,
        )
    )
    return favourites


def _build(workspace: Workspace, favourites: Favourites) -> QWidget:
    from app.explore.favourites.favourites_panel import FavouritesPanel

    return FavouritesPanel(workspace.session, favourites, workspace.actions)


FAVOURITES = Tool(
    "favourites",
    _start,
    Panel(
        marked("Favourites"),
        _build,
        {Page.EXPLORE: Area.RIGHT},
        keys=KEYS,
        about=marked("Points that you kept, with names and notes"),
    ),
)
