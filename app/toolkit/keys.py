"""Keys that work inside a panel."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.toolkit.actions import Key


def bind(key: Key, widget: QWidget, run: Callable[[], object]) -> None:
    """Have ``key`` do something while ``widget`` itself has the keyboard, not an editor within it."""
    shortcut = QShortcut(QKeySequence(key.shortcut), widget, context=Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(run)
