"""The tabs of docks that stand behind each other."""

from collections.abc import Mapping

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMainWindow, QTabBar, QToolTip

from app.toolkit.tool import Panel
from gan.words import tr


class DockTabs(QObject):
    """Tabs of ``window`` show whole titles, scroll if there are too many, and say what their panels are for."""

    def __init__(self, window: QMainWindow, panels: Mapping[str, Panel]) -> None:
        super().__init__(window)
        self._window = window
        self._about = {tr(panel.title): tr(panel.about) for panel in panels.values()}
        window.installEventFilter(self)
        for bar in self._bars():
            self._dress(bar)

    def put_away(self) -> None:
        """Before another layout: Qt shows the bars that it uses then, and forgets others where they stand."""
        for bar in self._bars():
            bar.hide()

    def _bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _dress(self, bar: QTabBar) -> None:
        bar.setDrawBase(False)  # a line beside the last tab, which parts nothing
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setUsesScrollButtons(True)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.polished() and isinstance(event.child(), QTabBar):
            self._dress(event.child())  # type: ignore[arg-type]
        elif isinstance(watched, QTabBar) and isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            title = watched.tabText(watched.tabAt(event.pos())).replace("&", "")
            QToolTip.showText(event.globalPos(), self._about.get(title, ""), watched)
            return True
        return False
