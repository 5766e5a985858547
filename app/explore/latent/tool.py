"""A slider for every dimension of z."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.latent.keys import KEYS
from app.explore.latent.latent_model import LatentModel
from app.explore.latent.sensitivity import Sensitivity
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr

PLACES = {Page.EXPLORE: Area.LEFT, Page.LAYERS: Area.LEFT_BELOW}


def _start(workspace: Workspace) -> LatentModel:
    session = workspace.session
    latent = LatentModel(session, Sensitivity(session, workspace.background), workspace.random_points())
    workspace.parts.add(latent, latent.marks_changed)
    workspace.actions.add(
        Action("latent.randomise", tr("Ra&ndom point"), latent.randomise, Section.POINT, "Ctrl+R", session.why_no_model)
    )
    _add_class_actions(workspace)
    return latent


def _add_class_actions(workspace: Workspace) -> None:
    session, edits = workspace.session, workspace.session.edits

    def why_not() -> str:
        return session.why_no_model() or ("" if edits.classes else tr("This generator has learned no classes"))

    for name, text, key, by in (
        ("next", tr("Next class"), "F7", 1),
        ("previous", tr("Previous class"), "Shift+F7", -1),
    ):
        step = partial(edits.step_class, by)
        workspace.actions.add(Action(f"class.{name}", text, step, shortcut=key, why_not=why_not))


def _build(workspace: Workspace, latent: LatentModel) -> QWidget:
    from app.explore.latent.latent_panel import LatentPanel

    return LatentPanel(workspace.session, latent)


LATENT = Tool(
    "latent",
    _start,
    Panel(
        marked("Sliders"),
        _build,
        PLACES,
        keys=KEYS,
        about=marked("A slider for each number of z, the point that the picture is made from"),
    ),
)
