"""Directions that mean something, as sliders."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scoring import DirectionScoring
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked

State = tuple[FoundDirections, DirectionScoring]


def _start(workspace: Workspace) -> State:
    directions = FoundDirections(workspace.session, workspace.background)
    workspace.parts.add(directions)
    workspace.directions.add(directions.named, directions.changed)
    return directions, DirectionScoring(workspace.session, workspace.background, directions)


def _build(workspace: Workspace, state: State) -> QWidget:
    from app.explore.directions.directions_panel import DirectionsPanel

    return DirectionsPanel(workspace.session, *state)


DIRECTIONS = Tool(
    "directions",
    _start,
    Panel(
        marked("Directions"),
        _build,
        {Page.EXPLORE: Area.LEFT},
        purpose=Purpose.DIRECTIONS,
        about=marked("Find directions of latent space that change one thing, and move along them"),
    ),
)
