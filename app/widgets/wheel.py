"""The wheel scrolls; it changes a control only when that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

CONTROLS = (QAbstractSpinBox, QComboBox, QSlider)


class WheelGuard(QObject):
    """An event filter for the whole application: what the wheel does over a control goes to what scrolls below it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It sees every event of the window, so it asks first what is known without calling Qt."""
        if isinstance(event, QWheelEvent):
            if isinstance(watched, CONTROLS) and not watched.hasFocus():
                event.ignore()
                return True
        elif isinstance(watched, CONTROLS) and event.type() is QEvent.Type.Polish:
            _refuse_focus_by_wheel(watched)
        return False


def _refuse_focus_by_wheel(watched: QWidget) -> None:
    """Or the first notch would give a control the keyboard, and the second one change it."""
    if watched.focusPolicy() is Qt.FocusPolicy.WheelFocus:
        watched.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
