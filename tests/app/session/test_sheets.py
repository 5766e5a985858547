"""Sheets of pictures: drawn while they can be seen, and anew when they have to be."""

from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.session.session import Session
from app.session.sheets import Sheet
from app.toolkit.workspace import Workspace
from gan.explore.latent import Latent, sample_z
from gan.images import Picture
from gan.layers.edits import Edit
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

POINTS = sample_z(3, 8, 1)


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def sheet(session: Session, panel: QWidget) -> Sheet:
    return session.sheets.open(panel)


@pytest.fixture
def drawn(sheet: Sheet) -> list[Picture]:
    seen: list[Picture] = []
    sheet.rendered.connect(seen.append)
    return seen


def test_one_that_can_be_seen_is_drawn(sheet: Sheet, drawn: list[Picture], panel: QWidget) -> None:
    panel.show()
    sheet.show(POINTS)
    assert [len(pictures) for pictures in drawn] == [3]


def test_a_hidden_one_sleeps_until_it_is_seen(
    session: Session, sheet: Sheet, drawn: list[Picture], panel: QWidget
) -> None:
    sheet.show(POINTS)
    session.edits.add(Edit("block1", (0,), 0.0))
    assert drawn == []
    panel.show()
    assert len(drawn) == 1


def test_it_is_drawn_anew_when_the_network_changes_and_not_when_it_comes_back_unchanged(
    session: Session, sheet: Sheet, drawn: list[Picture], panel: QWidget
) -> None:
    panel.show()
    sheet.show(POINTS)
    session.edits.add(Edit("block1", (0,), 0.0))
    assert len(drawn) == 2 and not np.array_equal(drawn[0], drawn[1])
    panel.hide()
    panel.show()
    assert len(drawn) == 2
    panel.hide()
    session.edits.clear()
    assert len(drawn) == 2
    panel.show()
    assert np.array_equal(drawn[2], drawn[0])


@pytest.mark.parametrize("points", [np.zeros((0, 0), np.float32), sample_z(2, 5, 0)])
def test_points_of_no_or_another_latent_space_have_no_pictures(
    sheet: Sheet, drawn: list[Picture], panel: QWidget, points: Latent
) -> None:
    panel.show()
    sheet.show(points)
    assert drawn == []


def test_another_model_draws_it_anew(
    workspace: Workspace, sheet: Sheet, drawn: list[Picture], panel: QWidget, tmp_path: Path
) -> None:
    panel.show()
    sheet.show(POINTS)
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=3)))
    assert len(drawn) == 2 and not np.array_equal(drawn[0], drawn[1])
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert len(drawn) == 2


def test_it_ends_with_its_panel(session: Session) -> None:
    panel = QWidget()
    panel.show()
    session.sheets.open(panel).show(POINTS)
    shiboken6.delete(panel)
    session.sheets.render_all()
