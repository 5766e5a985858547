"""The doctor's words, by canned events."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.session.session import Session
from app.train.curves.doctor_strip import DoctorStrip
from gan.train import events
from tests.gan.tiny import make_run, step_logged

D_WINS = events.Diagnosed(300, "d-wins", "D wins.", "Lower the learning rate of D.")


@pytest.fixture
def strip(empty_session: Session, qtbot: QtBot) -> DoctorStrip:
    strip = DoctorStrip(empty_session.training)
    qtbot.addWidget(strip)
    return strip


def test_a_healthy_run_is_left_in_peace(strip: DoctorStrip, empty_session: Session) -> None:
    empty_session.training.arrived.emit([step_logged(1), events.Measured(1, {"swd": 3.0, "diversity": 0.9})])
    assert strip.isHidden()


def test_the_newest_diagnosis_is_said_with_its_advice(strip: DoctorStrip, empty_session: Session) -> None:
    empty_session.training.arrived.emit([events.Diagnosed(200, "stuck", "Nothing learned.", "Wait."), D_WINS])
    assert not strip.isHidden()
    assert "Step 300: D wins." in strip.label.text() and "Lower the learning rate of D." in strip.label.text()


def test_it_can_be_dismissed(strip: DoctorStrip, empty_session: Session, qtbot: QtBot) -> None:
    empty_session.training.arrived.emit([D_WINS])
    qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.isHidden()


def test_another_run_starts_in_good_health(strip: DoctorStrip, empty_session: Session, tmp_path: Path) -> None:
    empty_session.training.arrived.emit([D_WINS])
    empty_session.training.attach(make_run(tmp_path / "run"))
    assert strip.isHidden()
