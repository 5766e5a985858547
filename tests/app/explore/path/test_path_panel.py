"""A path built, played and saved with the mouse."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.path.path_panel import STEPS, PathPanel
from app.explore.path.route import Route
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Easing
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def route(session: Session) -> Route:
    return Route(session)


@pytest.fixture
def panel(workspace: Workspace, route: Route, qtbot: QtBot) -> PathPanel:
    panel = PathPanel(workspace.session, route, workspace.background, workspace.actions)
    qtbot.addWidget(panel)
    panel.resize(640, 200)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def points(panel: PathPanel, session: Session, qtbot: QtBot) -> np.ndarray:
    """Five keyframes."""
    points = sample_z(5, 8, 6)
    for z in points:
        session.set_z(z)
        qtbot.mouseClick(panel.add_button, LEFT)
    return points


def choose(panel: PathPanel, row: int, qtbot: QtBot) -> None:
    place = panel.strip.visualItemRect(panel.strip.item(row)).center()
    qtbot.mouseClick(panel.strip.viewport(), LEFT, pos=place)


def test_one_keyframe_is_no_path_yet(panel: PathPanel, qtbot: QtBot) -> None:
    assert panel.strip.hint.isVisible() and not panel.play_button.isEnabled()
    qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.strip.count() == 1 and not panel.slider.isEnabled() and not panel.film_button.isEnabled()


def test_the_slider_runs_through_all(panel: PathPanel, points: np.ndarray, session: Session) -> None:
    assert panel.position.text().endswith("/ 8.0 s")
    for index in (4, 2, 0):
        panel.slider.setValue(index * STEPS // 4)
        assert np.allclose(session.z, points[index], atol=1e-6)
    assert session.undo_stack.undoText() == "move along the path"


def test_a_click_goes_to_a_keyframe(panel: PathPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    choose(panel, 2, qtbot)
    assert np.allclose(session.z, points[2], atol=1e-6)
    assert panel.slider.value() == STEPS // 2


def test_loop_durations_mode_and_easing(
    panel: PathPanel, points: np.ndarray, route: Route, session: Session, qtbot: QtBot
) -> None:
    choose(panel, 4, qtbot)
    assert not panel.seconds_box.isEnabled()
    panel.loop_box.click()
    assert panel.seconds_box.isEnabled() and panel.position.text().endswith("/ 10.0 s")
    panel.seconds_box.setValue(0.5)
    panel.mode_box.setCurrentIndex(panel.mode_box.findData(Mode.LERP))
    panel.easing_box.setCurrentIndex(panel.easing_box.findData(Easing.SMOOTH))
    path = route.path
    assert path is not None and path.duration == 8.5
    assert (path.mode, path.easing, path.closed) == (Mode.LERP, Easing.SMOOTH, True)
    for _ in range(4):
        session.undo_stack.undo()
    assert route.path and not route.path.closed and route.path.mode is Mode.SLERP
    assert not panel.loop_box.isChecked()


def test_delete_and_undo(panel: PathPanel, points: np.ndarray, route: Route, session: Session, qtbot: QtBot) -> None:
    choose(panel, 1, qtbot)
    qtbot.keyClick(panel.strip, Qt.Key.Key_Delete)
    assert np.array_equal(route.points(), points[[0, 2, 3, 4]])
    session.undo_stack.undo()
    assert np.array_equal(route.points(), points)


def test_a_dragged_keyframe_changes_its_place(panel: PathPanel, points: np.ndarray, route: Route) -> None:
    far = panel.strip.visualItemRect(panel.strip.item(3)).right() + 1
    panel.strip.move_keyframe(0, far)
    assert np.array_equal(route.points(), points[[1, 2, 3, 0, 4]])
    panel.strip.move_keyframe(4, 0)
    assert np.array_equal(route.points(), points[[4, 1, 2, 3, 0]])


def test_play_goes_round(panel: PathPanel, points: np.ndarray, route: Route, qtbot: QtBot) -> None:
    route.go(0.98)
    panel.speed_box.setCurrentIndex(panel.speed_box.findData(4.0))
    panel.clock.ticked.emit(0.1)
    assert route.seconds == pytest.approx(0.98 * 8 + 0.4 - 8)
    qtbot.mouseClick(panel.play_button, LEFT)
    assert panel.clock.running
    qtbot.mouseClick(panel.play_button, LEFT)
    assert not panel.clock.running


def test_a_path_that_is_gone_is_not_played(panel: PathPanel, points: np.ndarray, route: Route, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.play_button, LEFT)
    for _ in range(4):
        route.remove(0)
    assert not panel.clock.running and not panel.play_button.isEnabled()


def test_keyframes_of_another_latent_space_are_gone(
    panel: PathPanel, points: np.ndarray, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert panel.strip.count() == 0 and not panel.play_button.isEnabled()


def test_a_film_that_cannot_be_written_is_told_of(
    panel: PathPanel, points: np.ndarray, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    session.failed.connect(told.append)
    panel.film_button.save(tmp_path / "file" / "p")
    assert panel.job_bar.busy and not panel.film_button.isEnabled()
    qtbot.waitUntil(panel.film_button.isEnabled, timeout=20000)
    assert len(told) == 1 and "cannot write" in told[0] and "p.mp4" in told[0]
