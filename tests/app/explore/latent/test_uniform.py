"""Sliders, seeds and the length of z where z is drawn evenly from -1 to 1."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.latent.latent_model import REACH_ROLE, Column, LatentModel
from app.explore.latent.latent_panel import LatentPanel
from app.explore.latent.sensitivity import Sensitivity
from app.session.session import Session
from app.theme import WARNING
from app.toolkit.workspace import Workspace
from gan.explore.latent import sample_z
from gan.model.architecture import Distribution
from tests.app.layouts import save_layout


@pytest.fixture
def workspace(empty_workspace: Workspace, tmp_path: Path) -> Workspace:
    """On a generator with a uniform z of 6."""
    empty_workspace.open(str(save_layout(tmp_path, "uniform")))
    return empty_workspace


@pytest.fixture
def latent(session: Session, workspace: Workspace) -> LatentModel:
    return LatentModel(session, Sensitivity(session, workspace.background), workspace.random_points())


def test_a_seed_draws_what_the_command_line_draws(latent: LatentModel, session: Session) -> None:
    assert latent.seed == 0
    latent.go_to_seed(12)
    assert np.array_equal(session.z, sample_z(1, 6, 12, Distribution.UNIFORM)[0]) and latent.seed == 12


def test_values_outside_are_marked(latent: LatentModel, session: Session) -> None:
    cell = latent.index(2, Column.VALUE)
    assert latent.data(cell, REACH_ROLE) == 1.0
    assert latent.data(cell, Qt.ItemDataRole.ForegroundRole) is None
    session.set_component(2, 1.5)
    assert latent.data(cell, Qt.ItemDataRole.ForegroundRole).name() == WARNING
    assert "Outside of -1 to 1" in latent.data(cell, Qt.ItemDataRole.ToolTipRole)
    assert latent.data(latent.index(3, Column.VALUE), Qt.ItemDataRole.ToolTipRole) is None


def test_the_same_number_of_dimensions_is_not_the_same_space(
    latent: LatentModel, workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    session.set_component(0, -0.75)
    latent.toggle_lock(0)
    workspace.open(str(save_layout(tmp_path, "nearest")))
    assert np.array_equal(session.z, sample_z(1, 6, 0)[0])
    assert latent.seed == 0 and latent.reach == 3.0 and not latent.is_locked(0)


def test_a_double_click_goes_onto_the_shell(session: Session, latent: LatentModel, qtbot: QtBot) -> None:
    panel = LatentPanel(session, latent)
    qtbot.addWidget(panel)
    panel.show()
    assert "a third of the number of dimensions" in panel.norm_bar.toolTip()
    qtbot.mouseDClick(panel.norm_bar, Qt.MouseButton.LeftButton)
    assert np.linalg.norm(session.z) == pytest.approx(2**0.5, abs=1e-5)
