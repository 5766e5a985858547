import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.accessible import Value, tell_role


class Bar(QWidget):
    """Stands at 3 of 10 at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = 3.0
        self.setAccessibleName("Bar")
        tell_role(self, QAccessible.Role.Slider, Value(lambda: self.at, lambda: 0.0, lambda: 10.0, self.move_to))

    def move_to(self, value: float) -> None:
        self.at = value


def test_a_painted_slider_is_read_and_moved(qtbot: QtBot) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    heard = QAccessible.queryAccessibleInterface(bar)
    value = heard.valueInterface()
    assert heard.role() is QAccessible.Role.Slider and heard.text(QAccessible.Text.Name) == "Bar"
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0.0, 3.0, 10.0)
    value.setCurrentValue(7.5)
    assert bar.at == 7.5


@pytest.mark.parametrize("role", [QAccessible.Role.Graphic, QAccessible.Role.Chart])
def test_what_is_only_looked_at_has_no_value(qtbot: QtBot, role: QAccessible.Role) -> None:
    picture = QWidget()
    qtbot.addWidget(picture)
    tell_role(picture, role)
    heard = QAccessible.queryAccessibleInterface(picture)
    assert heard.role() is role and heard.valueInterface() is None


def test_widgets_end_with_what_was_told_of_them(qapp: QApplication) -> None:
    for _ in range(20):
        outer = QWidget()
        inner = Bar(outer)
        assert QAccessible.queryAccessibleInterface(inner).valueInterface().currentValue() == 3.0
        outer.deleteLater()
        del outer, inner
        qapp.sendPostedEvents(None, 52)
        gc.collect()
