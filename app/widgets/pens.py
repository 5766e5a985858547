"""Lines of plots, as thick on every screen."""

from typing import Any

import pyqtgraph
from PySide6.QtGui import QColor, QGuiApplication, QPen


def line_pen(colour: str | QColor, width: float = 1.0, **options: Any) -> QPen:
    """A pen for pyqtgraph, ``width`` of the window's pixels wide: its own pens count those of the screen."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return pyqtgraph.mkPen(colour, width=width * ratio, **options)
