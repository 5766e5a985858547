"""One direction: its name, what it does as a strip of pictures, and a slider in standard deviations."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.theme import GAP
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from app.widgets.numbers import signed
from app.widgets.undoable_line import UndoableLine
from gan.images import Picture, grid
from gan.words import tr

REACH = 3.0
STOPS = 7
STRIP_POSITIONS = np.linspace(-REACH, REACH, STOPS).astype(np.float32)
_STEPS = 100
_THUMBNAIL = 44


class DirectionRow(QWidget):
    """Tells where the person wants to stand, in standard deviations."""

    moved = Signal(float)
    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GAP)
        layout.setSpacing(2)
        layout.addLayout(self._build_head())
        self.strip = _Strip()
        layout.addWidget(self.strip)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(-REACH * _STEPS), round(REACH * _STEPS))
        self.slider.setPageStep(_STEPS // 2)
        self.slider.setSingleStep(_STEPS // 10)
        self.slider.setToolTip(tr("Where z stands along this direction, in standard deviations"))
        layout.addWidget(self.slider)

    def _build_head(self) -> QHBoxLayout:
        self.name = UndoableLine()
        self.name.setAccessibleName(tr("Name of the direction"))
        self.name.setToolTip(tr("Type another name"))
        self.name.setFrame(False)
        self.share = muted()
        self.share.setToolTip(tr("How much of all that the first block does this direction accounts for"))
        self.value = QLabel()
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("+0.00 σ"))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.name, 1)
        head.addWidget(self.share)
        head.addWidget(self.value)
        return head

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self.moved.emit(value / _STEPS))
        self.strip.chosen.connect(lambda index: self.moved.emit(float(STRIP_POSITIONS[index])))
        self.name.editingFinished.connect(lambda: self.renamed.emit(self.name.text()))

    def show_direction(self, name: str, share: float | None) -> None:
        """Its name, and how much of all that the first block does it accounts for, if that is known."""
        if name != self.name.text():
            self.name.setText(name)
        self.share.setText("–" if share is None else f"{share:.1%}")
        self.strip.setAccessibleName(tr("Pictures along {name}", name=name))
        self.slider.setAccessibleName(tr("Position along {name}", name=name))

    def show_position(self, position: float) -> None:
        """Where z stands; beyond three standard deviations the slider stays at its end."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(position * _STEPS))
        self.value.setText(f"{signed(position)} σ")

    def show_strip(self, pictures: Picture) -> None:
        """(STOPS, H, W, C)"""
        self.strip.set_picture(grid(pictures, columns=STOPS, gap=1, background=0))


class _Strip(ImageView):
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("", whole_pixels=False)
        self.setFixedHeight(_THUMBNAIL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("What this direction does around here, from -3 to 3 standard deviations; click to go there"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.picture_rect()
        if event.button() is Qt.MouseButton.LeftButton and place.contains(event.position().toPoint()):
            share = (event.position().x() - place.left()) / place.width()
            self.chosen.emit(min(int(share * STOPS), STOPS - 1))
