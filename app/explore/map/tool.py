"""A map of latent space."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.map.keys import KEYS
from app.explore.map.latent_map import LatentMap
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _start(workspace: Workspace) -> LatentMap:
    return LatentMap(workspace.session, workspace.background, workspace.random_points())


def _build(workspace: Workspace, latent_map: LatentMap) -> QWidget:
    from app.explore.map.map_panel import MapPanel

    return MapPanel(workspace.session, latent_map, workspace.actions)


MAP = Tool(
    "map",
    _start,
    Panel(
        marked("Map"),
        _build,
        {Page.EXPLORE: Area.RIGHT},
        purpose=Purpose.BROWSE,
        keys=KEYS,
        about=marked("A map of many random pictures, those that look alike close together"),
    ),
)
