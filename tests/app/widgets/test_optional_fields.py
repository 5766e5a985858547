"""Fields whose number may be none."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.optional_fields import NOTHING, OptionalFloatField, OptionalIntField


@pytest.fixture
def field(qtbot: QtBot) -> OptionalIntField:
    field = OptionalIntField()
    field.set_limits(0, 99)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    return field


def write(field: OptionalIntField, text: str, qtbot: QtBot) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_none_is_a_dash_and_no_mistake(field: OptionalIntField) -> None:
    told: list[int] = []
    field.valueChanged.connect(told.append)
    field.show_number(7)
    assert field.text() == "7" and field.number == 7
    field.show_number(None)
    assert field.text() == NOTHING and field.number is None and field.problem() == "" and told == []


def test_typing_and_stepping_go_on_from_a_dash(field: OptionalIntField, qtbot: QtBot) -> None:
    field.show_number(None)
    write(field, "12", qtbot)
    assert field.number == 12
    field.show_number(None)
    field.stepUp()
    assert field.number == 0


@pytest.mark.parametrize("text", ["-1", "-5", "100", "99999999999"])
def test_what_is_out_of_range_is_refused_with_the_range(field: OptionalIntField, text: str, qtbot: QtBot) -> None:
    field.show_number(7)
    write(field, text, qtbot)
    assert field.value() == 7 and f"{text} is not from 0 to 99" in field.problem()


def test_fractions(qtbot: QtBot) -> None:
    field = OptionalFloatField()
    field.setDecimals(3)
    field.set_limits(0, 1, 0.01)
    qtbot.addWidget(field)
    field.show_number(0.25)
    assert field.text() == "0.250"
    field.show_number(None)
    assert field.text() == NOTHING and field.number is None
