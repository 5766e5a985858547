"""Vector arithmetic with examples."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.explore.arithmetic.baskets import Baskets
from app.explore.arithmetic.keys import REMOVE
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _start(workspace: Workspace) -> Baskets:
    baskets = Baskets(workspace.session)
    workspace.parts.add(baskets)
    return baskets


def _build(workspace: Workspace, baskets: Baskets) -> QWidget:
    from app.explore.arithmetic.arithmetic_panel import ArithmeticPanel

    return ArithmeticPanel(workspace.session, baskets, workspace.actions)


ARITHMETIC = Tool(
    "arithmetic",
    _start,
    Panel(
        marked("Arithmetic"),
        _build,
        {Page.EXPLORE: Area.LEFT},
        purpose=Purpose.DIRECTIONS,
        keys=(REMOVE,),
        about=marked("Add and take away what pictures have in common: smiling woman − woman + man"),
    ),
)
