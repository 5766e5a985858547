"""A slider for every dimension of z."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.latent.keys import KEYS
from app.explore.latent.latent_model import LatentModel
from app.explore.latent.sensitivity import Sensitivity
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace

PLACES = {Page.EXPLORE: Area.LEFT, Page.LAYERS: Area.LEFT_BELOW}


def _start(workspace: Workspace) -> LatentModel:
    session = workspace.session
    latent = LatentModel(session, Sensitivity(session, workspace.background))

    def can() -> bool:
        return session.model is not None

    workspace.parts.add(latent, latent.marks_changed)
    workspace.actions.add(Action("latent.randomise", "Ra&ndom point", latent.randomise, Section.POINT, "Ctrl+R", can))
    return latent


def _build(workspace: Workspace, latent: LatentModel) -> QWidget:
    from app.explore.latent.latent_panel import LatentPanel

    return LatentPanel(workspace.session, latent)


LATENT = Tool(
    "latent",
    _start,
    Panel(
        "Sliders",
        _build,
        PLACES,
        keys=KEYS,
        about="A slider for each number of z, the point that the picture is made from",
    ),
)
