"""What the colours mean."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.layers.views.colouring import Colouring, qt_colour_table
from app.layers.views.wording import number
from app.theme import GAP
from gan.layers.mosaic import Maps
from gan.words import tr


class ColourBar(QWidget):
    """The colour map between the values at its ends, or between words if every channel has its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self._gradient, self.high = QLabel(), _Gradient(), QLabel()
        self.low.setObjectName("lowest_value")
        self.high.setObjectName("highest_value")
        for label in (self.low, self.high):
            # Wide enough for most numbers, so that live values do not move the bar.
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance("−0.00000"))
        self.low.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in (self.low, self._gradient, self.high):
            layout.addWidget(widget)

    def show_range(self, maps: Maps, colouring: Colouring) -> None:
        """Describe how ``maps`` are coloured."""
        ends = colouring.ends(maps)
        low, high = map(number, ends) if ends else (tr("Lowest"), tr("highest of each channel"))
        self.low.setText(low)
        self.high.setText(high)
        self._gradient.show_map(colouring.colour_map)
        self.setAccessibleName(tr("Colours from {low} to {high}", low=low, high=high))


class _Gradient(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_map(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._image = QImage(256, 1, QImage.Format.Format_RGB32)
            for place, colour in enumerate(qt_colour_table(name)):
                self._image.setPixel(place, 0, colour)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(50, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
