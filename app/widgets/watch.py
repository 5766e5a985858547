"""What a panel wants as long as it can be seen."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

T = TypeVar("T")


class Watch(QObject, Generic[T]):
    """Tells somebody what ``panel`` wants: ``tell(wanted)`` while it can be seen, ``tell(nothing)`` when it cannot."""

    def __init__(self, panel: QWidget, tell: Callable[[T], None], nothing: T) -> None:
        super().__init__(panel)
        self._panel, self._tell = panel, tell
        self._nothing = self._wanted = nothing
        panel.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether the panel can be seen."""
        return self._panel.isVisible()

    def want(self, wanted: T) -> None:
        """From now on ``wanted`` is wanted; told at once if the panel can be seen."""
        self._wanted = wanted
        if self.active:
            self._tell(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._tell(self._wanted)
        elif event.type() == QEvent.Type.Hide and hasattr(self, "_tell"):  # gone while a panel is being deleted
            self._tell(self._nothing)
        return False
