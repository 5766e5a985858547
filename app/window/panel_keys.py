"""Keys that reach every panel: to the next one in view, and to another tab of the dock that has the keyboard."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from app.toolkit.actions import Action, Section
from app.window.docks import PanelDock
from app.window.keyboard import can_have_keyboard, possible_stops, stops
from gan.words import tr


class PanelKeys(QObject):
    """Knows which of ``docks`` has the keyboard, marks its title, and gives the keyboard to another."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._marked: PanelDock | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._mark)

    @property
    def current(self) -> PanelDock | None:
        """The dock that has the keyboard."""
        return _dock_of(QApplication.focusWidget())

    def actions(self) -> tuple[Action, ...]:
        """What the keys do."""
        return (
            Action("panel.next", tr("&Next panel"), lambda: self.go(1), Section.PANELS, "F6"),
            Action("panel.previous", tr("Pre&vious panel"), lambda: self.go(-1), Section.PANELS, "Shift+F6"),
            Action("tab.next", tr("Next t&ab"), lambda: self.turn(1), Section.PANELS, "Ctrl+PgDown"),
            Action("tab.previous", tr("Previous ta&b"), lambda: self.turn(-1), Section.PANELS, "Ctrl+PgUp"),
        )

    def go(self, step: int) -> None:
        """Give the keyboard to the next panel in view, from left to right and from top to bottom, and round."""
        shown = sorted((dock for dock in self._docks.values() if dock.is_in_front), key=_place)
        if shown:
            here = shown.index(self.current) if self.current in shown else -1 if step > 0 else 0
            give_keyboard(shown[(here + step) % len(shown)])

    def turn(self, step: int) -> None:
        """Bring the next tab of the dock that has the keyboard to the front, and give it the keyboard."""
        dock = self.current
        tabs = [] if dock is None else self._tabs_of(dock)
        if dock is not None and len(tabs) > 1:
            other = tabs[(tabs.index(dock) + step) % len(tabs)]
            other.raise_()
            # A moment later, as a panel is only then in view.
            QTimer.singleShot(0, other, lambda: give_keyboard(other))

    def order_stops(self) -> None:
        """Have Tab go through all of a panel before it leaves: what a panel builds later is the window's last stop."""
        for dock in self._docks.values():
            if dock.is_in_front:
                for before, after in pairwise(possible_stops(dock.panel)):
                    QWidget.setTabOrder(before, after)

    def _tabs_of(self, dock: PanelDock) -> list[PanelDock]:
        """Those that stand in one place with ``dock``, in the order of their tabs."""
        by_title = {dock.windowTitle(): dock for dock in self._docks.values()}
        for bar in self._window.findChildren(QTabBar):
            titles = [bar.tabText(index).replace("&", "") for index in range(bar.count())]
            if bar.isVisible() and dock.windowTitle() in titles:
                return [by_title[title] for title in titles if title in by_title]
        return [dock]

    def _mark(self, _: QWidget | None, now: QWidget | None) -> None:
        """A menu or a dialog on top takes nothing from the dock."""
        dock = _dock_of(now)
        if now is not None and now.window() is self._window and dock is not self._marked:
            for other, has_keyboard in ((self._marked, False), (dock, True)):
                if other is not None:
                    other.setProperty("current", has_keyboard)
                    other.style().polish(other)
            self._marked = dock


def give_keyboard(dock: PanelDock) -> None:
    """To what had it last in ``dock``, else to what the panel names as its focus proxy or Tab reaches first there."""
    panel = dock.panel
    named = (widget for widget in (panel.focusWidget(), panel.focusProxy()) if widget is not None)
    target = next((widget for widget in (*named, *stops(panel)) if can_have_keyboard(widget)), dock)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _dock_of(widget: QWidget | None) -> PanelDock | None:
    while widget is not None and not isinstance(widget, PanelDock):
        widget = widget.parentWidget()
    return widget


def _place(dock: PanelDock) -> tuple[int, int]:
    corner = dock.mapToGlobal(dock.rect().topLeft())
    return corner.x(), corner.y()
