"""Breeding by eye."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.session.random_points import RandomPoints
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _build(workspace: Workspace, random: RandomPoints) -> QWidget:
    from app.explore.variations.variations_panel import VariationsPanel

    return VariationsPanel(workspace.session, random, workspace.actions)


VARIATIONS = Tool(
    "variations",
    Workspace.random_points,
    Panel(
        marked("Variations"),
        _build,
        {Page.EXPLORE: Area.RIGHT},
        purpose=Purpose.BROWSE,
        about=marked("Choose the best of random variations and let them have children, again and again"),
    ),
)
