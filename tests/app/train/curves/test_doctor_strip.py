"""The doctor's words, by canned events."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.runs.run_controller import RunController
from app.train.curves.curves import Curves
from app.train.curves.doctor_strip import DoctorStrip
from gan.train import events
from tests.gan.tiny import make_run, step_logged

D_WINS = events.Diagnosed(300, "d-wins", "D wins.", "Lower the learning rate of D.")


@pytest.fixture
def strip(curves: Curves, qtbot: QtBot) -> DoctorStrip:
    strip = DoctorStrip(curves)
    qtbot.addWidget(strip)
    return strip


def test_a_healthy_run_is_left_in_peace(strip: DoctorStrip, controller: RunController) -> None:
    controller.arrived.emit([step_logged(1), events.Measured(1, {"swd": 3.0, "diversity": 0.9})])
    assert strip.isHidden()


def test_the_newest_diagnosis_is_said_with_its_advice(strip: DoctorStrip, controller: RunController) -> None:
    controller.arrived.emit([events.Diagnosed(200, "stuck", "Nothing learned.", "Wait."), D_WINS])
    assert not strip.isHidden()
    assert "Step 300: D wins." in strip.label.text() and "Lower the learning rate of D." in strip.label.text()


def test_it_can_be_dismissed(strip: DoctorStrip, controller: RunController, qtbot: QtBot) -> None:
    controller.arrived.emit([D_WINS])
    qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.isHidden()


def test_another_run_starts_in_good_health(strip: DoctorStrip, controller: RunController, tmp_path: Path) -> None:
    controller.arrived.emit([D_WINS])
    controller.attach(make_run(tmp_path / "run"))
    assert strip.isHidden()
