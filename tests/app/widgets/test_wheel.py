"""What the wheel does over controls."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.number_fields import FloatField, IntField
from app.widgets.wheel import WheelGuard

NOTCH = 120


@pytest.fixture(autouse=True)
def guard(qapp: QApplication) -> Iterator[None]:
    guard = WheelGuard()
    qapp.installEventFilter(guard)
    yield
    qapp.removeEventFilter(guard)


def combo() -> QComboBox:
    box = QComboBox()
    box.addItems(["a", "b", "c"])
    box.setCurrentIndex(1)
    return box


def slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    return slider


def number(kind: type[IntField] | type[FloatField]) -> IntField | FloatField:
    box = kind()
    box.setValue(50)
    return box


CONTROLS = [combo, slider, lambda: number(IntField), lambda: number(FloatField)]


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A page that can be scrolled, with the keyboard."""
    area = QScrollArea()
    qtbot.addWidget(area)
    return area


@pytest.fixture(params=CONTROLS, ids=["combo", "slider", "whole number", "number"])
def control(request: pytest.FixtureRequest, area: QScrollArea, qtbot: QtBot) -> QWidget:
    """A control in that page."""
    control: QWidget = request.param()
    page = QWidget()
    layout = QVBoxLayout(page)
    tall = QLabel()
    tall.setFixedHeight(2000)
    for widget in (control, tall):
        layout.addWidget(widget)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(page)
    area.resize(300, 300)
    area.show()
    area.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    return control


def turn(widget: QWidget, down: int) -> None:
    """``down`` notches, given to the window as the platform gives them."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, -down * NOTCH))
    QApplication.processEvents()


def value(control: QWidget) -> Callable[[], object]:
    return control.currentIndex if isinstance(control, QComboBox) else control.value  # type: ignore[attr-defined]


def test_one_without_the_keyboard_stays_and_the_page_scrolls(control: QWidget, area: QScrollArea) -> None:
    before = value(control)()
    turn(control, 1)
    assert value(control)() == before
    assert area.verticalScrollBar().value() > 0
    assert not control.hasFocus()


def test_one_with_the_keyboard_is_changed(control: QWidget, area: QScrollArea, qtbot: QtBot) -> None:
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    before = value(control)()
    turn(control, 1)
    assert value(control)() != before
    assert area.verticalScrollBar().value() == 0


def test_scroll_bars_are_no_controls(control: QWidget, area: QScrollArea) -> None:
    bar = area.verticalScrollBar()
    turn(bar, 1)
    assert bar.value() > 0
