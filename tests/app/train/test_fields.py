"""One input for one setting."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.train.fields import Field, as_text
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.model.doublings import OFFERED_SIZES
from gan.settings import SettingInfo
from gan.train.config import TrainConfig

Make = Callable[[str], Field]
INFOS = {info.name: info for info in (*TrainConfig.infos(), *ModelConfig.infos())}


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def field_of(name: str) -> Field:
        field = Field(INFOS[name], OFFERED_SIZES if name == "image_size" else ())
        qtbot.addWidget(field)
        field.show()
        return field

    return field_of


def enter(qtbot: QtBot, field: Field, text: str) -> None:
    """Type ``text`` in place of what is there."""
    assert isinstance(field.input, QLineEdit)
    field.input.clear()
    qtbot.keyClicks(field.input, text)


def retype(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """The same in a list that takes other text, too."""
    line = box.lineEdit()
    assert line is not None
    line.clear()
    qtbot.keyClicks(line, text)


@pytest.mark.parametrize("info", INFOS.values(), ids=lambda info: info.name)
def test_the_input_suits_the_setting(make: Make, info: SettingInfo) -> None:
    field = make(info.name)
    kind = QCheckBox if info.type is bool else QComboBox if info.choices or info.name == "image_size" else QLineEdit
    assert isinstance(field.input, kind)
    assert field.input.accessibleName() == info.label
    assert field.toolTip() == info.explanation
    assert field.focusProxy() is field.input


@pytest.mark.parametrize("info", INFOS.values(), ids=lambda info: info.name)
def test_defaults_are_shown_and_given_back(make: Make, info: SettingInfo) -> None:
    field = make(info.name)
    field.set_value(info.default)
    assert field.value() == info.default
    assert not field.error_label.isVisible()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lr_g", 1.2345678901e-5),
        ("minutes", 1234567.5),
        ("steps", 123456789),
        ("mirror", True),
        ("channels", 1),
        ("limit", None),
        ("device", "cuda:1"),
        ("precision", "bf16"),
        ("image_size", 40),
    ],
)
def test_values_are_kept_to_the_last_digit(make: Make, name: str, value: Any) -> None:
    field = make(name)
    field.set_value(value)
    assert field.value() == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_can_be_read_back(value: float) -> None:
    assert float(as_text(value)) == value


def test_numbers_are_as_short_as_people_write_them() -> None:
    assert [as_text(value) for value in (None, 4.0, 0.0002, 64, "cpu")] == ["", "4", "0.0002", "64", "cpu"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("batch_size", "0", "Batch size must be at least 2, not 0"),
        ("batch_size", "5000", "Batch size must be at most 4096, not 5000"),
        ("batch_size", "2.5", "Batch size must be a whole number, not 2.5"),
        ("lr_g", "fast", "'fast' is not a number"),
        ("lr_g", "nan", "'nan' is not a number"),
        ("seed", "1e999", "1e999 is too large"),
        ("minutes", "1,000", "1,000 may be 1000 or 1.000; write one of them"),
        ("ngf", "-1", "Generator width must be at least 4, not -1"),
    ],
)
def test_what_is_wrong_is_said_while_it_is_typed(make: Make, qtbot: QtBot, name: str, text: str, message: str) -> None:
    field = make(name)
    enter(qtbot, field, text)
    assert field.error_label.isVisible() and field.error_label.text() == message
    with pytest.raises(UsageError, match=message):
        field.value()
    field.set_value(INFOS[name].default)
    assert not field.error_label.isVisible()


def test_every_key_is_a_change(make: Make, qtbot: QtBot) -> None:
    field = make("ngf")
    changes: list[Any] = []
    field.changed.connect(lambda: changes.append(field.input.text() if isinstance(field.input, QLineEdit) else None))
    qtbot.keyClicks(field.input, "12")
    assert changes == ["1", "12"]


@pytest.mark.parametrize(("name", "value"), [("batch_size", 64), ("limit", None), ("device", "auto")])
def test_an_empty_line_is_the_default(make: Make, qtbot: QtBot, name: str, value: Any) -> None:
    field = make(name)
    enter(qtbot, field, "  ")
    assert field.value() == value
    assert isinstance(field.input, QLineEdit)
    assert field.input.placeholderText() == ("none" if value is None else str(value))


@pytest.mark.parametrize(("text", "value"), [(" 32 ", 32), ("1e2", 100), ("64.0", 64), ("64,0", 64)])
def test_numbers_may_be_written_in_several_ways(make: Make, qtbot: QtBot, text: str, value: int) -> None:
    field = make("ndf")
    enter(qtbot, field, text)
    assert field.value() == value and type(field.value()) is int


@pytest.mark.parametrize("text", ["0.0005", "0,0005", "5e-4", ".0005"])
def test_a_learning_rate_may_have_a_dot_or_a_comma(make: Make, qtbot: QtBot, text: str) -> None:
    field = make("lr_g")
    enter(qtbot, field, text)
    assert field.value() == 0.0005


def test_a_long_seed_is_kept_to_its_last_digit(make: Make, qtbot: QtBot) -> None:
    field = make("seed")
    enter(qtbot, field, "2147483647")
    assert field.value() == 2147483647


def test_sizes_are_offered_and_others_typed(make: Make, qtbot: QtBot) -> None:
    field = make("image_size")
    box = field.input
    assert isinstance(box, QComboBox)
    assert [box.itemData(index) for index in range(box.count())] == list(OFFERED_SIZES)
    for text, value in (("48x64", "48x64"), ("112 × 64", "112x64"), ("40", 40), ("64x64", 64)):
        retype(qtbot, box, text)
        assert field.value() == value
        assert not field.error_label.isVisible()
    box.setCurrentIndex(box.findData("96x64"))
    assert field.value() == "96x64"


def test_a_size_that_cannot_be_made_names_those_that_can(make: Make, qtbot: QtBot) -> None:
    field = make("image_size")
    assert isinstance(field.input, QComboBox)
    retype(qtbot, field.input, "100x75")
    assert field.error_label.isVisible()
    assert field.error_label.text().endswith("the nearest sizes that work are 96x64 and 96x80")
    with pytest.raises(UsageError, match="96x64 and 96x80"):
        field.value()


def test_a_size_that_is_not_offered_is_shown(make: Make) -> None:
    field = make("image_size")
    assert isinstance(field.input, QComboBox)
    for size in (40, 28, 40):
        field.set_value(size)
    assert field.input.currentText() == "40"
    assert field.value() == 40
    assert field.input.count() == len(OFFERED_SIZES)


def test_the_focus_explains(make: Make) -> None:
    field = make("beta1")
    said: list[str] = []
    field.explained.connect(said.append)
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.TabFocusReason):
        QApplication.sendEvent(field.input, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert said == [INFOS["beta1"].explanation]
