"""A, B and the way between them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.interpolation.interpolation_panel import SLIDER_STEPS, InterpolationPanel
from app.session.session import Endpoint, Session
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
    a, b = session.endpoint(Endpoint.A), session.endpoint(Endpoint.B)
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
    a, b = session.endpoint(Endpoint.A), session.endpoint(Endpoint.B)
    assert np.array_equal(session.z, lerp(a, b, 0.5))
    assert "shorter" in panel.explanation.text()


def test_set_b_takes_the_current_point(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    session.set_z(np.full(8, 0.75, np.float32))
    qtbot.mouseClick(panel.set_buttons[Endpoint.B], Qt.MouseButton.LeftButton)
    assert np.array_equal(session.endpoint(Endpoint.B), np.full(8, 0.75))


def test_a_click_on_a_thumbnail_goes_there(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.thumbnails[Endpoint.B], Qt.MouseButton.LeftButton)
    assert np.array_equal(session.z, session.endpoint(Endpoint.B))
    assert panel.slider.value() == SLIDER_STEPS


def test_thumbnails_show_pictures(panel: InterpolationPanel, session: Session) -> None:
    session.set_endpoint(Endpoint.A, np.ones(8, np.float32))
    assert panel.thumbnails[Endpoint.A].image.width() == 28


def test_play_moves_and_pause_holds(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.play_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.t > 0.05, timeout=5000)
    qtbot.mouseClick(panel.play_button, Qt.MouseButton.LeftButton)
    held = session.t
    qtbot.wait(100)
    assert session.t == held


def test_play_turns_round_at_the_ends(panel: InterpolationPanel, session: Session, qtbot: QtBot) -> None:
    session.interpolate(0.999)
    qtbot.mouseClick(panel.play_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.t == 1.0, timeout=5000)
    qtbot.waitUntil(lambda: session.t < 0.99, timeout=5000)
