"""The way from A to B."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.session.interpolation import Endpoint, Interpolation
from app.toolkit.actions import Action
from app.toolkit.offers import Named
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr


def _start(workspace: Workspace) -> Interpolation:
    session = workspace.session
    interpolation = session.interpolation

    def ends() -> list[Named]:
        return [Named(end.value, interpolation.endpoint(end)) for end in Endpoint] if session.model is not None else []

    def set_end(end: Endpoint) -> None:
        interpolation.set_endpoint(end, session.z)

    workspace.points.add(ends, interpolation.endpoint_changed)
    for end in Endpoint:
        workspace.actions.add(
            Action(
                f"interpolation.{end.value.lower()}",
                tr("Set &{value} to this point", value=end.value),
                partial(set_end, end),
                why_not=session.why_no_model,
                of_point=partial(interpolation.set_endpoint, end),
            )
        )
    return interpolation


def _build(workspace: Workspace, interpolation: Interpolation) -> QWidget:
    from app.explore.interpolation.interpolation_panel import InterpolationPanel

    return InterpolationPanel(workspace.session)


INTERPOLATION = Tool(
    "interpolation",
    _start,
    Panel(
        marked("Between A and B"),
        _build,
        {Page.EXPLORE: Area.CENTRE_BOTTOM},
        purpose=Purpose.TRAVEL,
        about=marked("Go from one point, the end A, to another, the end B"),
    ),
)
