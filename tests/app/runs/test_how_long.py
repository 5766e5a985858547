"""How much longer a run is to be trained."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.runs.how_long import HowLongDialog
from gan.train.config import TrainConfig
from gan.train.ends import Trained

TRAINED = Trained(step=120, seconds=300.0, per_epoch=50)


def dialog(qtbot: QtBot, config: TrainConfig, trained: Trained = TRAINED) -> HowLongDialog:
    asked = HowLongDialog("Train longer", config, trained)
    qtbot.addWidget(asked)
    return asked


def test_it_starts_with_as_much_as_before(qtbot: QtBot) -> None:
    asked = dialog(qtbot, TrainConfig(epochs=None, minutes=5.0))
    assert (asked.field.value(), asked.unit.currentData()) == (5.0, "minutes")
    assert asked.config().minutes == 10.0


def test_what_is_entered_comes_on_top(qtbot: QtBot) -> None:
    asked = dialog(qtbot, TrainConfig(epochs=2))
    asked.field.lineEdit().setText("3")
    asked.accept()
    assert asked.result() == QDialog.DialogCode.Accepted
    assert (asked.config().epochs, asked.config().steps) == (None, 120 + 3 * 50)


def test_steps_are_whole(qtbot: QtBot) -> None:
    asked = dialog(qtbot, TrainConfig(epochs=None, steps=100))
    assert asked.field.text() == "100"
    asked.unit.setCurrentIndex(asked.unit.findData("minutes"))
    assert asked.field.text() == "100.00"


def test_epochs_are_offered_where_their_length_is_known(qtbot: QtBot) -> None:
    asked = dialog(qtbot, TrainConfig(epochs=2), Trained(120, 300.0))
    assert asked.unit.findData("epochs") == -1


@pytest.mark.parametrize("text", ["", "0", "-3", "many"])
def test_nonsense_does_not_close_it(qtbot: QtBot, text: str) -> None:
    asked = dialog(qtbot, TrainConfig(epochs=2))
    asked.field.lineEdit().setText(text)
    asked.accept()
    assert asked.result() != QDialog.DialogCode.Accepted
