"""The fields for numbers, on a computer whose language writes 2,5."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.theme import ERROR
from app.widgets.number_fields import FloatField, IntField

F = TypeVar("F", FloatField, IntField)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.fixture(autouse=True, params=[GERMAN, QLocale.c()], ids=["German", "C"])
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(request.param)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """A window with another field, which can take the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    return window


def shown(field: F, holder: QWidget, qtbot: QtBot) -> F:
    """``field`` in a window, with the keyboard."""
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(field)
    holder.show()
    holder.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.fixture
def number(holder: QWidget, qtbot: QtBot) -> FloatField:
    field = FloatField()
    field.setRange(-3, 3)
    field.setValue(1)
    return shown(field, holder, qtbot)


@pytest.fixture
def whole(holder: QWidget, qtbot: QtBot) -> IntField:
    field = IntField()
    field.setRange(0, 5000)
    field.setValue(7)
    return shown(field, holder, qtbot)


def enter(qtbot: QtBot, field: FloatField | IntField, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def colour(field: FloatField | IntField) -> QColor:
    return field.lineEdit().palette().color(QPalette.ColorRole.Text)


@pytest.mark.parametrize(
    ("text", "value"), [("-2,5", -2.5), ("0.5", 0.5), ("-1.5", -1.5), (",25", 0.25), ("2e-1", 0.2)]
)
def test_dot_and_comma_are_the_decimal_sign(number: FloatField, qtbot: QtBot, text: str, value: float) -> None:
    enter(qtbot, number, text)
    assert number.value() == value and number.text() == f"{value:.2f}"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("99", "99 is not from -3 to 3"),
        ("1.234,5", "'1.234,5' is not a number"),
        ("1,234", "1,234 may be 1234 or 1.234; write one of them"),
        ("two", "'two' is not a number"),
    ],
)
def test_what_cannot_be_taken_is_red_and_explained(number: FloatField, qtbot: QtBot, text: str, problem: str) -> None:
    enter(qtbot, number, text)
    assert (number.text(), number.value()) == (text, 1)
    assert colour(number) == QColor(ERROR) and QToolTip.text() == problem
    enter(qtbot, number, "2")
    assert number.value() == 2 and colour(number) == number.palette().color(QPalette.ColorRole.Text)


def test_who_leaves_a_refused_number_is_told_what_stays(number: FloatField, holder: QWidget, qtbot: QtBot) -> None:
    number.selectAll()
    qtbot.keyClicks(number, "99")
    other = holder.findChild(QLineEdit)
    assert other is not None
    other.setFocus()
    qtbot.waitUntil(lambda: QToolTip.text() == "99 is not from -3 to 3; 1.00 stays")
    assert (number.text(), number.value()) == ("1.00", 1)


@pytest.mark.parametrize(("text", "value"), [("77", 77), ("1e3", 1000), ("1000,0", 1000)])
def test_whole_numbers(whole: IntField, qtbot: QtBot, text: str, value: int) -> None:
    enter(qtbot, whole, text)
    assert whole.value() == value and whole.text() == str(value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2.5", "2.5 is not a whole number"),
        ("-1", "-1 is not from 0 to 5000"),
        ("1.000,5", "'1.000,5' is not a number"),
    ],
)
def test_no_key_is_dropped_from_a_whole_number(whole: IntField, qtbot: QtBot, text: str, problem: str) -> None:
    enter(qtbot, whole, text)
    assert (whole.text(), whole.value(), whole.problem()) == (text, 7, problem)


def test_it_holds_when_it_was_entered_or_left(whole: IntField, holder: QWidget, qtbot: QtBot) -> None:
    told: list[int] = []
    whole.valueChanged.connect(told.append)
    whole.selectAll()
    qtbot.keyClicks(whole, "123")
    assert not told
    qtbot.keyClick(whole, Qt.Key.Key_Tab)
    assert told == [123]
    whole.stepUp()
    assert told == [123, 124]


def test_prefix_and_suffix_are_no_part_of_the_number(number: FloatField, qtbot: QtBot) -> None:
    number.setPrefix("× ")
    number.setSuffix(" s")
    enter(qtbot, number, "2,5")
    assert number.value() == 2.5 and number.text() == "× 2.50 s"


def test_the_widest_number_fits_beside_the_arrows(number: FloatField) -> None:
    number.setRange(-1000, 1000)
    number.setValue(-1000)
    number.resize(number.minimumSizeHint())
    line = number.lineEdit()
    assert line.fontMetrics().horizontalAdvance(number.text()) <= line.width() - 2


def test_the_red_goes_with_the_text_that_was_refused(whole: IntField, holder: QWidget, qtbot: QtBot) -> None:
    for leave in (lambda: holder.findChildren(QLineEdit)[0].setFocus(), lambda: whole.setValue(8)):
        whole.setFocus()
        enter(qtbot, whole, "-5")
        assert colour(whole) == QColor(ERROR)
        leave()
        assert whole.text() in ("7", "8") and colour(whole) != QColor(ERROR)


def test_what_was_told_goes_once_a_person_types_on(whole: IntField, qtbot: QtBot) -> None:
    enter(qtbot, whole, "two")
    assert QToolTip.isVisible()
    enter(qtbot, whole, "42")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_a_number_that_was_entered_is_taken_back_by_the_window(whole: IntField, holder: QWidget, qtbot: QtBot) -> None:
    stack = QUndoStack(holder)
    undo = stack.createUndoAction(holder)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    holder.addAction(undo)
    stack.push(QUndoCommand("step"))
    whole.selectAll()
    qtbot.keyClicks(whole, "42")
    qtbot.keySequence(whole, QKeySequence("Ctrl+Z"))
    assert (whole.text(), stack.index()) == ("7", 1), "what is being typed comes first"
    enter(qtbot, whole, "42")
    qtbot.keySequence(whole, QKeySequence("Ctrl+Z"))
    assert (whole.text(), whole.value(), stack.index()) == ("42", 42, 0)


def test_a_field_that_tells_while_a_person_types_leaves_the_cursor_there(whole: IntField, qtbot: QtBot) -> None:
    whole.setSuffix(" px")
    whole.setKeyboardTracking(True)
    whole.selectAll()
    qtbot.keyClicks(whole, "42")
    assert (whole.text(), whole.value()) == ("42 px", 42)
