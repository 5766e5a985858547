"""A path through any number of keyframes."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.path.keys import REMOVE
from app.explore.path.route import Route
from app.toolkit.actions import Action
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr


def _start(workspace: Workspace) -> Route:
    route = Route(workspace.session)
    workspace.parts.add(route)
    session = workspace.session
    workspace.actions.add(
        Action(
            "path.add",
            tr("Add this point to the &path"),
            lambda: route.add(session.z),
            why_not=session.why_no_model,
            of_point=route.add,
        )
    )
    workspace.paths.add(lambda: [] if route.path is None else [route.path], route.changed)
    return route


def _build(workspace: Workspace, route: Route) -> QWidget:
    from app.explore.path.path_panel import PathPanel

    return PathPanel(workspace.session, route, workspace.background, workspace.actions)


PATH = Tool(
    "path",
    _start,
    Panel(
        marked("Path"),
        _build,
        {Page.EXPLORE: Area.CENTRE_BOTTOM},
        purpose=Purpose.TRAVEL,
        keys=(REMOVE,),
        about=marked("A journey through many points, to be played or filmed"),
    ),
)
