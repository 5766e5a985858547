"""Docks whose panels are built when they are first seen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDockWidget, QWidget

from app.toolkit.tool import Panel


class PanelDock(QDockWidget):
    """Holds the panel called ``name``. While it is behind another tab its panel is hidden, so that it knows."""

    def __init__(self, name: str, declared: Panel, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(declared.title, parent)
        self.declared = declared
        self._build = build
        self._panel: QWidget | None = None
        self._seen = False
        self.setObjectName(name)
        self.setWidget(QWidget())
        self.visibilityChanged.connect(self._take_visibility)
        self.topLevelChanged.connect(self._take_floating)

    @property
    def is_built(self) -> bool:
        """Whether the panel is there already."""
        return self._panel is not None

    @property
    def panel(self) -> QWidget:
        """The panel, which is built now if it is not there yet."""
        if self._panel is None:
            self._panel = self._build()
            # Or the tabs would take the size of the smallest panel among them.
            policy = self._panel.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self._panel.setSizePolicy(policy)
            placeholder = self.widget()
            self.setWidget(self._panel)
            self._panel.setVisible(self._seen)
            placeholder.deleteLater()
        return self._panel

    def _take_visibility(self, seen: bool) -> None:
        """Qt only moves a dock away that is behind another tab."""
        self._seen = seen or self.isFloating()
        if self._panel is not None:
            self._panel.setVisible(self._seen)
        elif self._seen:  # a moment later, as docks are shown and hidden again while a page is arranged
            QTimer.singleShot(0, self, self._build_if_seen)

    def _take_floating(self, floating: bool) -> None:
        self._seen = self._seen or floating
        if self._panel is not None:
            self._panel.setVisible(self._panel.isVisible() or floating)
        else:
            QTimer.singleShot(0, self, self._build_if_seen)

    def _build_if_seen(self) -> None:
        if self._seen and self.isVisible() and self._panel is None:
            _ = self.panel
