"""Marks a widget of the window that somebody speaks of."""

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.toolkit.workspace import Target
from app.widgets.ring import Ring
from app.window.docks import PanelDock
from app.window.keyboard import give_to
from gan.words import tr


class Marking(QObject):
    """Draws a ring around one widget at a time, in one of ``docks``."""

    def __init__(self, docks: Mapping[str, PanelDock], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._docks = docks
        self._ring: Ring | None = None

    @property
    def marked(self) -> QWidget | None:
        """The widget that is marked."""
        return self._ring.parentWidget() if self._ring is not None and shiboken6.isValid(self._ring) else None

    def mark(self, target: Target | None) -> None:
        """Mark ``target`` if it is there, and nothing else; it gets the keyboard."""
        if self.marked is not None and self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
        widget = None if target is None else find_target(self._docks, target)
        self._ring = None if widget is None else Ring(widget)
        if widget is not None:
            # A moment later, as a panel may be in view only then.
            QTimer.singleShot(0, widget, lambda: give_to(widget))


def find_target(docks: Mapping[str, PanelDock], target: Target) -> QWidget | None:
    """The widget that ``target`` means; its panel is built now if it is not there yet. None if there is none."""
    dock = docks.get(target.panel)
    if dock is None or not target.widget:
        return None if dock is None else dock.panel
    inside, spoken = dock.panel.findChildren(QWidget), tr(target.widget)
    return next(
        (each for each in inside if each.objectName() == target.widget or each.accessibleName() == spoken), None
    )
