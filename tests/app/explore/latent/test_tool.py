"""What the sliders offer the window."""

import numpy as np
from pytestqt.qtbot import QtBot

from app.explore.latent.latent_panel import LatentPanel
from app.explore.latent.tool import LATENT
from app.toolkit.workspace import Workspace


def test_a_random_point_without_the_panel(workspace: Workspace) -> None:
    LATENT.start(workspace)
    action, before = workspace.actions["latent.randomise"], workspace.session.z
    assert action.can() and action.shortcut == "Ctrl+R"
    action.run()
    assert not np.array_equal(workspace.session.z, before)


def test_before_a_model_is_open_it_cannot_be_done(empty_workspace: Workspace) -> None:
    LATENT.start(empty_workspace)
    assert not empty_workspace.actions["latent.randomise"].can()


def test_the_panel_is_built_from_the_state(workspace: Workspace, qtbot: QtBot) -> None:
    latent = LATENT.start(workspace)
    assert LATENT.panel is not None and {key.shortcut for key in LATENT.panel.keys} >= {"L", "P", "Del"}
    panel = LATENT.panel.build(workspace, latent)
    qtbot.addWidget(panel)
    assert isinstance(panel, LatentPanel) and panel.model.rowCount() == 8
