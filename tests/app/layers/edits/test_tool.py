"""What the menus can do with edits."""

from app.layers.edits.tool import EDITS
from app.toolkit.actions import Section
from app.toolkit.workspace import Workspace
from gan.layers.edits import parse_edit


def test_all_edits_are_removed_as_long_as_there_are_any(workspace: Workspace) -> None:
    EDITS.start(workspace)
    (action,) = workspace.actions.in_section(Section.NETWORK)
    assert action.name == "edits.clear" and not action.can()
    workspace.session.edits.add(parse_edit("block2:1=0"))
    assert action.can()
    action.run()
    assert workspace.session.edits.current == () and not action.can()
    workspace.session.undo_stack.undo()
    assert action.can()
