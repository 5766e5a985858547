"""What the discriminator turns away, and whether it chooses random points."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.session.choosing import Choosing
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr


def _start(workspace: Workspace) -> Choosing:
    choosing = workspace.choosing
    workspace.actions.add(
        Action(
            "choosing.toggle",
            tr("Let &D choose random points"),
            lambda: choosing.set_enabled(not choosing.enabled),
            Section.POINT,
            "Ctrl+Shift+R",
            why_not=lambda: choosing.reason,
            checked=lambda: choosing.active,
        )
    )
    return choosing


def _build(workspace: Workspace, choosing: Choosing) -> QWidget:
    from app.layers.choosing.choosing_panel import ChoosingPanel

    return ChoosingPanel(workspace.session, choosing, workspace.actions)


CHOOSING = Tool(
    "choosing",
    _start,
    Panel(
        marked("What D turns away"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.JUDGING,
        about=marked(
            "Random pictures that the discriminator would keep, and those that it would not: what does it see?"
        ),
    ),
)
