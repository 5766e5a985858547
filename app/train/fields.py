"""One input for one setting, built from what the setting says of itself."""

import dataclasses
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.theme import ERROR
from app.widgets.labels import literal, plain
from app.widgets.numbers import read_number
from app.widgets.undoable_line import UndoableLine
from gan.errors import UsageError
from gan.settings import SettingInfo, checked
from gan.words import tr


class Field(QWidget):
    """An input with a line below it that says what is wrong, if anything is.

    ``suggestions`` can be chosen from a list; anything else can be typed.
    """

    changed = Signal()
    explained = Signal(str)
    """The setting's explanation, when its input gets the focus."""

    def __init__(self, info: SettingInfo, suggestions: tuple[Any, ...] = ()) -> None:
        super().__init__()
        self.info = info
        self._named = dataclasses.replace(info, name=tr(info.label))
        """Whoever reads an error here knows the label only."""
        self._suggestions = suggestions
        self.input = self._build_input()
        self.input.setObjectName(info.name)
        self.input.setAccessibleName(tr(info.label))
        self.setToolTip(tr(info.explanation))
        self.setFocusProxy(self.input)
        self.input.installEventFilter(self)
        self.error_label = plain()
        self.error_label.setStyleSheet(f"color: {ERROR};")
        self.error_label.setWordWrap(True)
        self.error_label.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.input)
        layout.addWidget(self.error_label)
        self._connect_input()

    def _build_input(self) -> QWidget:
        if self.info.type is bool:
            return QCheckBox(tr(self.info.label))
        if choices := self.info.choices or self._suggestions:
            combo = QComboBox()
            for choice in choices:
                combo.addItem(tr(str(choice)), choice)
            if not self.info.choices:
                _let_type(combo)
            return combo
        line = UndoableLine()
        line.setPlaceholderText(tr("none") if self.info.optional else str(self.info.default))
        return line

    def _connect_input(self) -> None:
        if isinstance(self.input, QCheckBox):
            self.input.toggled.connect(self._take)
        elif isinstance(self.input, QComboBox):
            self.input.currentTextChanged.connect(self._take)
        elif isinstance(self.input, QLineEdit):
            self.input.textChanged.connect(self._take)

    def set_value(self, value: Any) -> None:
        """Show ``value``."""
        if isinstance(self.input, QCheckBox):
            self.input.setChecked(value)
        elif isinstance(self.input, QComboBox) and self.input.isEditable():
            self.input.setCurrentText(as_text(value))
        elif isinstance(self.input, QComboBox):
            if self.input.findData(value) < 0:
                self.input.addItem(str(value), value)
            self.input.setCurrentIndex(self.input.findData(value))
        elif isinstance(self.input, QLineEdit):
            self.input.setText(as_text(value))

    def offer(self, more: str, tip: str) -> None:
        """Of a check box: it can be set; ``more``, if anything, goes on its label."""
        self._say(more, tip, can=True)

    def withhold(self, reason: str, tip: str) -> None:
        """Of a check box: it cannot be set, for a ``reason`` that goes on its label."""
        self._say(reason, tip, can=False)
        self.set_value(False)

    def _say(self, more: str, tip: str, *, can: bool) -> None:
        assert isinstance(self.input, QCheckBox)
        self.input.setText(
            tr("{label} ({more})", label=tr(self.info.label), more=more) if more else tr(self.info.label)
        )
        self.input.setEnabled(can)
        self.setToolTip(literal(tip))

    def value(self) -> Any:
        """What is entered, checked. Raises :class:`UsageError`."""
        return checked(self._named, self._raw())

    def _raw(self) -> Any:
        if isinstance(self.input, QCheckBox):
            return self.input.isChecked()
        if isinstance(self.input, QComboBox) and not self.input.isEditable():
            return self.input.currentData()
        text = self._text().strip()
        return _parsed(self.info, text) if text else (None if self.info.optional else self.info.default)

    def _text(self) -> str:
        if isinstance(self.input, QComboBox):
            return self.input.currentText()
        assert isinstance(self.input, QLineEdit)
        return self.input.text()

    def _take(self) -> None:
        try:
            self.value()
            self.error_label.hide()
        except UsageError as error:
            self.error_label.setText(str(error))
            self.error_label.show()
        self.changed.emit()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.explained.emit(tr(self.info.explanation))
        return False


def _let_type(combo: QComboBox) -> None:
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setCompleter(None)  # type: ignore[arg-type]  # it would make 64x96 of 64


def as_text(value: Any) -> str:
    """``value`` as a person would enter it, to the last digit; nothing for None."""
    if value is None:
        return ""
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def _parsed(info: SettingInfo, text: str) -> Any:
    return text if info.type is str or info.reads is not None else read_number(text)
