"""The wheel scrolls; it changes a control only when that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider

CONTROLS = (QAbstractSpinBox, QComboBox, QSlider)


class WheelGuard(QObject):
    """An event filter for the whole application: what the wheel does over a control goes to what scrolls below it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Polish:
            _refuse_focus_by_wheel(watched)
        elif event.type() is QEvent.Type.Wheel and isinstance(watched, CONTROLS) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _refuse_focus_by_wheel(watched: QObject) -> None:
    """Or the first notch would give a control the keyboard, and the second one change it."""
    if isinstance(watched, CONTROLS) and watched.focusPolicy() is Qt.FocusPolicy.WheelFocus:
        watched.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
