"""The pad takes the directions that others offer."""

from pytestqt.qtbot import QtBot

from app.explore.pad.pad_panel import PadPanel
from app.explore.pad.tool import PAD
from app.toolkit.workspace import Workspace


def test_the_panel_is_built_from_the_workspace(workspace: Workspace, qtbot: QtBot) -> None:
    assert PAD.panel is not None
    panel = PAD.panel.build(workspace, PAD.start(workspace))
    qtbot.addWidget(panel)
    assert isinstance(panel, PadPanel)
