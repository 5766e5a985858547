"""A living picture at the first start."""

from app.explore.walk.walk import Walk
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Tool
from app.toolkit.workspace import Workspace
from gan.words import tr


def _start(workspace: Workspace) -> Walk:
    walk = Walk(workspace.session, workspace.memory)
    workspace.welcomed.connect(walk.begin)
    workspace.actions.add(
        Action("motion.reduce", tr("Reduce &motion"), walk.toggle_still, Section.MOTION, checked=lambda: walk.is_still)
    )
    return walk


WALK = Tool("walk", _start)
