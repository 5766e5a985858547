"""Breeding by eye."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.explore.variations.variations_panel import VariationsPanel

    return VariationsPanel(workspace.session)


VARIATIONS = Tool(
    "variations",
    panel=Panel(
        "Variations",
        _build,
        {Page.EXPLORE: Area.RIGHT},
        about="Choose the best of random variations and let them have children, again and again",
    ),
)
