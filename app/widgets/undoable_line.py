"""A line of text that is part of a window with keys of its own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class UndoableLine(QLineEdit):
    """Undo and Redo are about what was typed here, as long as there is any of that; then they are the window's again.

    Qt's own line keeps both keys to itself even where it has nothing to undo, and Ctrl+E and Ctrl+U on some systems.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_of_window(event):
            event.ignore()
            return True
        return super().event(event)

    def _is_of_window(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.isRedoAvailable()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return control and event.key() in (Qt.Key.Key_E, Qt.Key.Key_U)
