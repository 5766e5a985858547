"""A few choices next to each other, of which one holds."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.widgets.groups import hold

_STYLE = """
    QToolButton {
        border: 1px solid palette(mid); border-left-width: 0; border-radius: 0; padding: 3px 8px; min-height: 15px;
        background: palette(base); color: palette(button-text);
    }
    QToolButton[place="first"], QToolButton[place="only"] {
        border-left-width: 1px; border-top-left-radius: 4px; border-bottom-left-radius: 4px;
    }
    QToolButton[place="last"], QToolButton[place="only"] {
        border-top-right-radius: 4px; border-bottom-right-radius: 4px;
    }
    QToolButton:hover { background: palette(button); }
    QToolButton:focus { border: 2px solid palette(highlight); padding: 2px 7px; }
    QToolButton:checked {
        background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
    }
    QToolButton:checked:focus { border: 2px solid palette(text); }
    QToolButton:disabled { background: palette(window); color: palette(placeholder-text); }
"""
_NARROW = "QToolButton { padding: 3px 0; } QToolButton:focus { padding: 2px 0; }"
_NARROWEST = 20
"""Pixels of a button for a short text."""


class SegmentedControl(QWidget):
    """Buttons for ``titles`` (key -> text), Left and Right move between them.

    Those for short texts can be ``narrow``, and share the width.
    """

    chosen = Signal(str)
    """A person has chosen this key."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._narrow = narrow
        self._titles: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setStyleSheet(_STYLE + _NARROW if narrow else _STYLE)
        self.offer(titles)

    def offer(self, titles: Mapping[str, str]) -> None:
        """Have buttons for ``titles``, of which none holds yet; the same ones stay as they are."""
        if dict(titles) == self._titles:
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._titles = dict(titles)
        self._buttons = {key: self._button(key, title) for key, title in titles.items()}
        for place, button in zip(_places(len(titles)), self._buttons.values(), strict=True):
            button.setProperty("place", place)
            self._row.addWidget(button)

    @property
    def current(self) -> str:
        """The key that holds; empty before any does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def button(self, key: str) -> QToolButton:
        """The button of ``key``."""
        return self._buttons[key]

    def set_current(self, key: str) -> None:
        """Let ``key`` hold."""
        hold(self._buttons[key])

    def _button(self, key: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(title)
        button.setObjectName(f"segment_{key}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._narrow:
            button.setMinimumWidth(_NARROWEST)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        return button


def _places(count: int) -> list[str]:
    """Where each of ``count`` buttons stands, which says what corners it has."""
    return ["first", *["middle"] * (count - 2), "last"] if count > 1 else ["only"] * count
