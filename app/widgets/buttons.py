"""Buttons with a tooltip."""

from PySide6.QtWidgets import QPushButton, QToolButton


def tool_button(text: str, tip: str = "") -> QToolButton:
    """A small one; ``&`` stands before the letter that presses it."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button


def push_button(text: str, tip: str = "") -> QPushButton:
    """One as wide as its text needs at least; ``&`` stands before the letter that presses it."""
    button = QPushButton(text)
    button.setToolTip(tip)
    return button
