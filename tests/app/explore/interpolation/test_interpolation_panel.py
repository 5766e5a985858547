"""A, B and the way between them."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from app.explore.interpolation.interpolation_panel import SLIDER_STEPS, InterpolationPanel
from app.session.interpolation import Endpoint
from app.session.session import Session
from gan.explore.latent import Mode, lerp, slerp


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> InterpolationPanel:
    panel = InterpolationPanel(session)
    qtbot.addWidget(panel)
    panel.resize(800, 160)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_slider_runs_from_a_to_b(panel: InterpolationPanel, session: Session) -> None:
    a, b = session.interpolation.endpoint(Endpoint.A), session.interpolation.endpoint(Endpoint.B)
    panel.slider.setValue(SLIDER_STEPS)
    assert np.array_equal(session.z, b)
    panel.slider.setValue(250)
    assert np.array_equal(session.z, slerp(a, b, 0.25))
    assert panel.value_box.value() == pytest.approx(0.25)
    panel.slider.setValue(0)
    assert np.array_equal(session.z, a)


def test_the_mode_changes_the_way(panel: InterpolationPanel, session: Session) -> None:
    panel.slider.setValue(500)
    panel.mode_box.setCurrentIndex(panel.mode_box.findData(Mode.LERP))
    a, b = session.interpolation.endpoint(Endpoint.A), session.interpolation.endpoint(Endpoint.B)
    assert np.array_equal(session.z, lerp(a, b, 0.5))
    assert "shorter" in panel.explanation.text()


def test_set_b_takes_the_current_point(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    session.set_z(np.full(8, 0.75, np.float32))
    qtbot.mouseClick(panel.set_buttons[Endpoint.B], Qt.MouseButton.LeftButton)
    assert np.array_equal(session.interpolation.endpoint(Endpoint.B), np.full(8, 0.75))


def test_a_click_on_a_thumbnail_goes_there(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.thumbnails[Endpoint.B], Qt.MouseButton.LeftButton)
    assert np.array_equal(session.z, session.interpolation.endpoint(Endpoint.B))
    assert panel.slider.value() == SLIDER_STEPS


def test_thumbnails_show_pictures(panel: InterpolationPanel, session: Session) -> None:
    session.interpolation.set_endpoint(Endpoint.A, np.ones(8, np.float32))
    assert panel.thumbnails[Endpoint.A].image.width() == 28


def test_a_panel_that_is_built_late_shows_where_one_is(session: Session, qtbot: QtBot) -> None:
    session.interpolation.set_mode(Mode.LERP)
    session.interpolation.go(0.25)
    panel = InterpolationPanel(session)
    qtbot.addWidget(panel)
    assert panel.slider.value() == SLIDER_STEPS // 4 and panel.mode_box.currentData() == Mode.LERP
    assert panel.thumbnails[Endpoint.B].image.width() == 28


def test_play_moves_and_pause_holds(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.play_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.interpolation.t > 0.05, timeout=5000)
    qtbot.mouseClick(panel.play_button, Qt.MouseButton.LeftButton)
    assert not panel.clock.running


def test_play_turns_round_at_the_ends(panel: InterpolationPanel, session: Session) -> None:
    way = session.interpolation
    way.go(0.999)
    panel.clock.ticked.emit(0.1)
    assert way.t == 1.0
    panel.clock.ticked.emit(0.3)
    assert way.t == pytest.approx(0.9)


def test_a_point_that_is_not_on_the_way_has_no_position(panel: InterpolationPanel, session: Session) -> None:
    session.set_z(np.full(8, 0.75, np.float32))
    assert panel.is_away and panel.value_box.number is None and "not on the way" in panel.explanation.text()
    panel.slider.setValue(250)
    assert not panel.is_away and panel.value_box.number == 0.25
    session.undo_stack.undo()
    assert panel.is_away
    session.set_z(session.interpolation.endpoint(Endpoint.B))
    assert not panel.is_away and panel.value_box.number == 1 and panel.slider.value() == SLIDER_STEPS


def test_keys_walk_the_way_from_its_start(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    session.set_z(np.full(8, 0.75, np.float32))
    assert panel.is_away and panel.slider.value() == 0
    qtbot.keyClick(panel.slider, Qt.Key.Key_Home)
    assert not panel.is_away and session.interpolation.t == 0
    for _ in range(10):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert session.interpolation.t == pytest.approx(0.1)


def test_a_way_that_is_moved_leaves_the_point(panel: InterpolationPanel, session: Session) -> None:
    panel.slider.setValue(500)
    session.interpolation.set_endpoint(Endpoint.B, np.ones(8, np.float32))
    assert panel.is_away


def test_joining_them_in_another_way_moves_nobody_who_is_elsewhere(panel: InterpolationPanel, session: Session) -> None:
    here = np.full(8, 0.75, np.float32)
    session.set_z(here)
    panel.mode_box.setCurrentIndex(panel.mode_box.findData(Mode.LERP))
    assert np.array_equal(session.z, here) and session.interpolation.mode is Mode.LERP


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_the_handle_is_painted_grey_at_once(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    panel.value_box.setValue(0.25)
    panel.slider.repaint()
    paints = Paints()
    panel.slider.installEventFilter(paints)
    session.set_z(np.full(8, 0.75, np.float32))
    qtbot.waitUntil(lambda: paints.count > 0)
