"""What a panel wants as long as it can be seen."""

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.watch import Watch


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    qtbot.addWidget(panel)
    return panel


def test_it_is_told_on_show_and_dropped_on_hide(panel: QWidget) -> None:
    told: list[str] = []
    watch = Watch(panel, told.append, "")
    watch.want("maps")
    assert told == [] and not watch.active
    panel.show()
    assert told == ["maps"] and watch.active
    watch.want("more maps")
    panel.hide()
    panel.show()
    assert told == ["maps", "more maps", "", "more maps"]


def test_a_panel_that_is_deleted_drops_what_it_wanted() -> None:
    told: list[str] = []
    panel = QWidget()
    Watch(panel, told.append, "nothing").want("maps")
    panel.show()
    shiboken6.delete(panel)
    assert told[0] == "maps" and set(told[1:]) <= {"nothing"}
