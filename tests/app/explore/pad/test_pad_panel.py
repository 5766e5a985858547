"""Two directions at once, by mouse and keyboard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from pytestqt.qtbot import QtBot

from app.explore.pad.pad_choice import PadChoice
from app.explore.pad.pad_panel import PadPanel
from app.session.interpolation import Endpoint
from app.session.session import Session
from app.toolkit.actions import Action
from app.toolkit.offers import Named
from app.toolkit.workspace import Workspace
from gan.explore.planes import random_directions
from tests.app.layouts import save_layout

LEFT = Qt.MouseButton.LeftButton


class Found(QObject):
    """A tool that finds directions."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.directions: tuple[Named, ...] = ()

    def show(self, *directions: Named) -> None:
        self.directions = directions
        self.changed.emit()


@pytest.fixture
def found(workspace: Workspace) -> Found:
    found = Found(workspace)
    workspace.directions.add(lambda: found.directions, found.changed)
    return found


@pytest.fixture
def panel(workspace: Workspace, found: Found, qtbot: QtBot) -> PadPanel:
    panel = PadPanel(workspace.session, workspace.directions, PadChoice(), workspace.actions)
    qtbot.addWidget(panel)
    panel.resize(300, 360)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def choose(panel: PadPanel, across: str, up: str) -> None:
    for box, title in zip(panel.boxes, (across, up), strict=True):
        box.setCurrentText(title)


def test_a_drag_moves_along_both(panel: PadPanel, session: Session, qtbot: QtBot) -> None:
    choose(panel, "Dimension 2", "Dimension 5")
    before = session.z
    assert panel.view.position == pytest.approx((before[2], before[5]))
    qtbot.mousePress(panel.view, LEFT, pos=panel.view.place_of((1.0, 1.0)).toPoint())
    qtbot.mouseMove(panel.view, panel.view.place_of((-2.0, 1.5)).toPoint())
    qtbot.mouseRelease(panel.view, LEFT)
    assert session.z[[2, 5]] == pytest.approx([-2.0, 1.5], abs=0.05)
    assert np.delete(session.z, [2, 5]) == pytest.approx(np.delete(before, [2, 5]))
    assert session.undo_stack.undoText() == "move on the pad"
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_keys(panel: PadPanel, session: Session, qtbot: QtBot) -> None:
    choose(panel, "Dimension 0", "Dimension 1")
    x, y = session.z[:2]
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert session.z[:2] == pytest.approx([x + 0.1, y - 0.5], abs=1e-5)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert session.z[:2] == pytest.approx([0, 0], abs=1e-6)


def test_random_directions_and_others(panel: PadPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.view.position == pytest.approx(random_directions(2, 8, 0) @ session.z, abs=1e-5)
    qtbot.mouseClick(panel.random_button, LEFT)
    assert panel.view.position == pytest.approx(random_directions(2, 8, 1) @ session.z, abs=1e-5)


def test_found_directions_are_offered(panel: PadPanel, found: Found, session: Session) -> None:
    vectors = random_directions(2, 8, 7)
    found.show(Named("slant", vectors[0]), Named("weight", vectors[1]))
    choose(panel, "weight", "slant")
    assert panel.view.position == pytest.approx((vectors @ session.z)[::-1], abs=1e-5)
    found.show()
    assert [box.currentText() for box in panel.boxes] == ["Random 1", "Random 2"]


def test_those_of_another_latent_space_are_not(panel: PadPanel, found: Found) -> None:
    found.show(Named("slant", np.eye(5, dtype=np.float32)[0]))
    assert panel.boxes[0].findText("slant") == -1 and panel.boxes[0].count() == 2 + 8


def test_one_direction_twice_is_told(panel: PadPanel, session: Session, qtbot: QtBot) -> None:
    choose(panel, "Dimension 3", "Dimension 3")
    before = session.z
    assert panel.view.position is None
    qtbot.mouseClick(panel.view, LEFT)
    assert np.array_equal(session.z, before)


def test_pictures_and_marks(panel: PadPanel, session: Session) -> None:
    panel.draw_now()
    assert panel.view.has_pictures
    before = panel.view.grab().toImage()
    session.interpolation.set_endpoint(Endpoint.A, -session.z)
    assert panel.view.grab().toImage() != before


def test_another_plane_waits_for_its_own_pictures(panel: PadPanel) -> None:
    panel.draw_now()
    choose(panel, "Dimension 2", "Dimension 5")
    assert not panel.view.has_pictures


def test_it_works_before_a_model_is_open(empty_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    panel = PadPanel(empty_workspace.session, empty_workspace.directions, PadChoice(), empty_workspace.actions)
    qtbot.addWidget(panel)
    assert panel.view.position is None
    empty_workspace.open(str(tiny_model))
    assert panel.view.position is not None


def test_a_uniform_z_is_measured_in_its_own_deviations(
    panel: PadPanel, workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.open(str(save_layout(tmp_path, "uniform")))
    choose(panel, "Dimension 0", "Dimension 1")
    assert panel.view.position == pytest.approx((session.z[0] * 3**0.5, session.z[1] * 3**0.5))
    qtbot.mousePress(panel.view, LEFT, pos=panel.view.place_of((1.0, -1.5)).toPoint())
    qtbot.mouseRelease(panel.view, LEFT)
    assert session.z[:2] * 3**0.5 == pytest.approx([1.0, -1.5], abs=0.05)


def test_a_place_has_the_menu_of_its_point(panel: PadPanel, workspace: Workspace, session: Session) -> None:
    kept = list[np.ndarray]()
    workspace.actions.add(Action("keep", "Keep this point", lambda: None, of_point=kept.append))
    choose(panel, "Dimension 2", "Dimension 5")
    before = session.z
    assert panel.menu.menu_at(QPoint(-5, -5)) is None
    menu = panel.menu.menu_at(panel.view.place_of((-2.0, 1.5)).toPoint())
    assert menu is not None
    go, _, keep = menu.actions()
    keep.trigger()
    assert np.array_equal(session.z, before)
    assert kept[0][[2, 5]] == pytest.approx([-2.0, 1.5], abs=0.05)
    go.trigger()
    assert np.array_equal(session.z, kept[0])
