"""Buttons of which one holds, and which Tab reaches as one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


def hold(button: QAbstractButton) -> None:
    """Let ``button`` hold, and be the one of its group where Tab stops: Qt moves that stop with the keyboard alone."""
    button.setChecked(True)
    for other in button.group().buttons():
        policy = other.focusPolicy().value & ~Qt.FocusPolicy.TabFocus.value
        by_tab = Qt.FocusPolicy.TabFocus.value if other is button else 0
        other.setFocusPolicy(Qt.FocusPolicy(policy | by_tab))
