"""Breeding by eye."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.explore.variations.tool import VARIATIONS
from app.explore.variations.variations_panel import COUNT, Kind, VariationsPanel
from app.session.session import Session
from app.toolkit.actions import Actions
from app.toolkit.workspace import Workspace
from gan.explore.latent import neighbours, sample_z
from gan.model.config import ModelConfig
from tests.app.judged import make_judged_run
from tests.gan.tiny import save_tiny

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(session: Session, workspace: Workspace, qtbot: QtBot) -> VariationsPanel:
    panel = VariationsPanel(session, workspace.random_points(), Actions())
    qtbot.addWidget(panel)
    panel.resize(290, 560)
    panel.show()
    qtbot.waitExposed(panel)
    panel.draw_now()
    return panel


def click(sheet: QListWidget, row: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(sheet.viewport(), LEFT, pos=sheet.visualItemRect(sheet.item(row)).center())


def image(sheet: QListWidget, row: int) -> object:
    return sheet.item(row).icon().pixmap(50).toImage()


def test_a_click_goes_to_that_variation(panel: VariationsPanel, session: Session, qtbot: QtBot) -> None:
    expected = neighbours(session.z, COUNT, 0.4, 0)[7]
    click(panel.sheet, 7, qtbot)
    assert np.array_equal(session.z, expected)
    assert session.undo_stack.undoText() == "breed"


def test_points_of_another_space_lead_nowhere(
    panel: VariationsPanel, workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    """They stood there until the point had stood still, or longer, and a click made the session one of their space."""
    click(panel.sheet, 7, qtbot)
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert panel.sheet.count() == panel.history.count() == 0
    qtbot.waitUntil(lambda: panel.sheet.count() == COUNT)
    click(panel.sheet, 7, qtbot)
    assert session.z.shape == (5,) and session.undo_stack.undoText() == "breed"


def test_five_generations_and_back(panel: VariationsPanel, session: Session, qtbot: QtBot) -> None:
    line = [session.z]
    for generation in range(5):
        click(panel.sheet, generation, qtbot)
        line.append(session.z)
        panel.draw_now()
        assert panel.history.count() == len(line) - 1
    assert len({z.tobytes() for z in line}) == 6
    click(panel.history, 4, qtbot)
    assert np.array_equal(session.z, line[0])
    for _ in range(6):
        session.undo_stack.undo()
    assert np.array_equal(session.z, line[0])


def test_the_step_decides_how_far(panel: VariationsPanel, session: Session, qtbot: QtBot) -> None:
    z = session.z
    panel.step.setValue(5)
    panel.draw_now()
    click(panel.sheet, 3, qtbot)
    near = np.linalg.norm(session.z - z)
    assert 0 < near < 0.4


def test_random_points_by_pages(panel: VariationsPanel, session: Session, qtbot: QtBot) -> None:
    panel.kind_box.setCurrentIndex(panel.kind_box.findData(Kind.RANDOM))
    assert not panel.step.isEnabled() and not panel.back_button.isEnabled()
    first = image(panel.sheet, 2)
    qtbot.mouseClick(panel.next_button, LEFT)
    assert image(panel.sheet, 2) != first
    click(panel.sheet, 2, qtbot)
    assert np.array_equal(session.z, sample_z(COUNT, 8, 1)[2])
    qtbot.mouseClick(panel.back_button, LEFT)
    assert image(panel.sheet, 2) == first


def test_the_sheet_follows_once_the_point_stands_still(panel: VariationsPanel, session: Session, qtbot: QtBot) -> None:
    before = image(panel.sheet, 2)
    session.set_component(0, 2.5)
    assert image(panel.sheet, 2) == before
    qtbot.waitUntil(lambda: image(panel.sheet, 2) != before)


def test_a_hidden_sheet_costs_nothing(panel: VariationsPanel, session: Session) -> None:
    panel.hide()
    before = image(panel.sheet, 2)
    session.set_component(0, 2.5)
    panel.draw_now()
    assert image(panel.sheet, 2) == before
    panel.show()
    assert image(panel.sheet, 2) != before


def test_ancestors_of_another_latent_space_are_forgotten(
    panel: VariationsPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    click(panel.sheet, 3, qtbot)
    panel.draw_now()
    assert panel.history.count() == 1
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    panel.draw_now()
    assert panel.history.count() == 0 and panel.sheet.count() == COUNT


def test_the_panel_is_built_from_the_workspace(workspace: Workspace, qtbot: QtBot) -> None:
    assert VARIATIONS.panel is not None
    panel = VARIATIONS.panel.build(workspace, VARIATIONS.start(workspace))
    qtbot.addWidget(panel)
    assert isinstance(panel, VariationsPanel)


def test_d_chooses_random_points_while_they_can_be_seen(
    prompt_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    prompt_workspace.open(str(make_judged_run(tmp_path, pictures=False).folder))
    session, choosing = prompt_workspace.session, prompt_workspace.choosing
    panel = VariationsPanel(session, prompt_workspace.random_points(), Actions())
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.draw_now()
    assert not panel.choosing_box.isVisible()
    panel.kind_box.setCurrentIndex(1)
    panel.choosing_box.click()
    panel.draw_now()
    click(panel.sheet, 3, qtbot)
    stream = sample_z(2000, 8, 0)
    place = int(np.flatnonzero((stream == session.z).all(axis=1))[0])
    assert place > 3, "some before it were turned away"
    panel.hide()
    choosing.set_share(0.5)
    jobs: list[object] = []
    prompt_workspace.background.computing_changed.connect(jobs.append)
    panel.draw_now()
    assert jobs == []
