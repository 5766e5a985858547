"""Docks whose panels are built when they are first seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDockWidget, QFrame, QGridLayout, QScrollArea, QStyle, QWidget

from app.toolkit.tool import Panel
from gan.words import tr

SMALLEST = QSize(296, 120)
"""What a dock keeps of its panel on a small screen; three beside each other fit into 960 pixels."""


class PanelArea(QScrollArea):
    """Scrolls a panel that needs more room than there is, so that the window fits on every screen.

    A resizable QScrollArea would give panels with wrapped lines all the height that they like to have.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        panel: QWidget | None = self.widget()
        return super().sizeHint() if panel is None else panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        panel: QWidget | None = self.widget()
        least = QSize(SMALLEST.width(), 0) if panel is None else panel.minimumSizeHint()
        return least.boundedTo(SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give the panel the room that there is, or what it needs at least."""
        panel: QWidget | None = self.widget()
        room = self.maximumViewportSize()
        if panel is None:
            return
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = _needed(panel, room.width())
        if needed.height() > room.height():
            needed = _needed(panel, room.width() - bar)
            room.setWidth(room.width() - bar)
        if needed.width() > room.width():
            room.setHeight(room.height() - bar)
        panel.resize(needed.expandedTo(room))


def _needed(panel: QWidget, width: int) -> QSize:
    """What ``panel`` needs at least if it can have ``width``."""
    least = panel.minimumSizeHint().expandedTo(panel.minimumSize())
    layout = panel.layout()
    if isinstance(layout, QBoxLayout | QGridLayout) and layout.hasHeightForWidth():  # others know no least height
        least.setHeight(layout.minimumHeightForWidth(max(width, least.width())))
    return least


class PanelDock(QDockWidget):
    """Holds the panel called ``name``. While it is behind another tab its panel is hidden, so that it knows."""

    closed = Signal()
    """A person has closed it."""

    def __init__(self, name: str, declared: Panel, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(tr(declared.title), parent)
        self.declared = declared
        self._build = build
        self._panel: QWidget | None = None
        self._seen = False
        self.setObjectName(name)
        self._area = PanelArea()
        # Or the tabs would take the size of the smallest panel among them.
        policy = self._area.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._area.setSizePolicy(policy)
        self.setWidget(self._area)
        self.visibilityChanged.connect(self._take_visibility)
        self.topLevelChanged.connect(self._take_floating)

    @property
    def is_built(self) -> bool:
        """Whether the panel is there already."""
        return self._panel is not None

    @property
    def is_in_front(self) -> bool:
        """Whether it can be seen: neither closed nor behind another tab."""
        return self._seen and self.isVisible()

    @property
    def panel(self) -> QWidget:
        """The panel, which is built now if it is not there yet."""
        if self._panel is None:
            self._panel = self._build()
            self._area.setWidget(self._panel)
            self._area.updateGeometry()  # or the dock would keep the least size that it had without a panel
            self._area.setVisible(self._seen)
        return self._panel

    def closeEvent(self, event: QCloseEvent) -> None:
        was_open = self.isVisible()
        super().closeEvent(event)
        if was_open:
            self.closed.emit()

    def _take_visibility(self, seen: bool) -> None:
        """Qt only moves a dock away that is behind another tab."""
        self._seen = seen or self.isFloating()
        if self._panel is not None:
            self._area.setVisible(self._seen)
        elif self._seen:  # a moment later, as docks are shown and hidden again while a page is arranged
            QTimer.singleShot(0, self, self._build_if_seen)

    def _take_floating(self, floating: bool) -> None:
        self._seen = self._seen or floating
        if self._panel is not None:
            self._area.setVisible(self._area.isVisible() or floating)
        else:
            QTimer.singleShot(0, self, self._build_if_seen)

    def _build_if_seen(self) -> None:
        if self._seen and self.isVisible() and self._panel is None:
            _ = self.panel
