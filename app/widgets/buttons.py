"""Buttons with a tooltip, and with a picture where that is found quicker than a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from app.widgets.icons import dress


def tool_button(text: str, tip: str = "", icon: str = "") -> QToolButton:
    """A small one; ``&`` stands before the letter that presses it."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    if icon:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(button, icon)
    return button


def icon_button(icon: str, name: str, tip: str = "") -> QToolButton:
    """A small one without words; ``name`` is what those hear who do not see its picture."""
    button = tool_button("", tip or name, icon)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(name)
    return button


def close_button(name: str, tip: str = "") -> QToolButton:
    """A cross that stands back behind what it closes."""
    button = icon_button("close", name, tip)
    button.setAutoRaise(True)
    return button


def push_button(text: str, tip: str = "", icon: str = "") -> QPushButton:
    """One as wide as its text needs at least; ``&`` stands before the letter that presses it."""
    button = QPushButton(text)
    button.setToolTip(tip)
    if icon:
        dress(button, icon)
    return button
