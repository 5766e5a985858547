"""A grid between four corners."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.corners.corners import Corner, Corners
from app.explore.corners.corners_panel import CornersPanel
from app.explore.corners.grid_view import GridView
from app.session.session import Session
from app.toolkit.offers import Named
from app.toolkit.workspace import Workspace
from app.widgets.ask_number import NumberDialog
from gan.explore.latent import sample_z
from gan.explore.paths import corner_grid
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

LEFT = Qt.MouseButton.LeftButton


class Kept(QObject):
    """A tool that has kept a point."""

    changed = Signal()
    points = (Named("best & only", sample_z(1, 8, 40)[0]),)


@pytest.fixture
def corners(session: Session) -> Corners:
    return Corners(session)


@pytest.fixture
def panel(workspace: Workspace, corners: Corners, qtbot: QtBot) -> CornersPanel:
    kept = Kept(workspace)
    workspace.points.add(lambda: kept.points, kept.changed)
    panel = CornersPanel(workspace.session, corners, workspace.points)
    qtbot.addWidget(panel)
    panel.resize(320, 380)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def choose(panel: CornersPanel, corner: Corner, title: str) -> None:
    menu = panel.corner_buttons[corner].menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if title in action.text()).trigger()


def test_a_click_goes_to_a_cell(panel: CornersPanel, session: Session, qtbot: QtBot) -> None:
    panel.side_box.setValue(4)
    points = corner_grid(np.stack([sample_z(1, 8, seed)[0] for seed in (1, 2, 3, 4)]), 4, 4)
    qtbot.mouseClick(panel.view, LEFT, pos=panel.view.cell_rect(6).center().toPoint())
    assert np.array_equal(session.z, points[6])
    assert session.undo_stack.undoText() == "go to a picture of the grid"
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert np.array_equal(session.z, points[10])
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert np.array_equal(session.z, points[9])


def test_corners_are_points_favourites_or_seeds(panel: CornersPanel, corners: Corners, session: Session) -> None:
    before = corners.points
    choose(panel, Corner.TOP_LEFT, "current")
    choose(panel, Corner.TOP_RIGHT, "best && only")
    choose(panel, Corner.BOTTOM_LEFT, "seed")
    dialog = panel.findChildren(NumberDialog)[-1]
    QTest.keyClicks(dialog.field, "77")
    dialog.accept()
    points = corners.points
    assert np.array_equal(points[0], session.z)
    assert np.array_equal(points[1], sample_z(1, 8, 40)[0]) and np.array_equal(points[2], sample_z(1, 8, 77)[0])
    for _ in range(3):
        session.undo_stack.undo()
    assert all(np.array_equal(a, b) for a, b in zip(corners.points, before, strict=True))


def test_a_cell_is_marked_before_there_are_pictures(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    view.mark(0)
    view.show_pictures(np.zeros((4, 2, 2, 1), np.uint8))
    view.mark(3)
    assert view.accessibleDescription() == "row 2, column 2"


def test_a_corner_changes_the_picture(panel: CornersPanel) -> None:
    before = panel.view.image
    choose(panel, Corner.BOTTOM_RIGHT, "current")
    assert panel.view.image != before


def test_it_is_saved_as_png(
    panel: CornersPanel, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.side_box.setValue(3)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    qtbot.mouseClick(panel.save_button, LEFT)
    saved = QImage(str(tmp_path / "mine.png"))
    assert saved.width() == 3 * 28 * 4 + 2 * 2
    told: list[str] = []
    session.failed.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.png" / "x"), ""))
    qtbot.mouseClick(panel.save_button, LEFT)
    assert len(told) == 1 and "cannot write" in told[0]


def test_another_latent_space_has_corners_of_its_own(
    panel: CornersPanel, corners: Corners, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert [len(z) for z in corners.points] == [5] * 4
    assert panel.view.image.width() == 6 * 16
