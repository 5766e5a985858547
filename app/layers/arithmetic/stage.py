"""One stage of the way from input to output: a title, a field of cells, a line of explanation."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.arithmetic.cell_grid import CellGrid
from app.theme import GAP

ARROW_WIDTH = 16
CAPTION_LINES = 2


class Stage(QWidget):
    """Its caption always takes two lines, so that fields beside each other are level."""

    def __init__(self, letter: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = CellGrid(title)
        self.title, self.caption = QLabel(f"<b>{letter}</b> {title}"), QLabel()
        self.caption.setProperty("muted", True)
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.caption.setFixedHeight(CAPTION_LINES * self.caption.fontMetrics().lineSpacing() + 2)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.caption):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.caption)


class StageArrow(QWidget):
    """From one stage to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(ARROW_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(ARROW_WIDTH, ARROW_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        middle, tip = self.height() / 2, self.width() - 3.0
        painter.drawLine(QPointF(2, middle), QPointF(tip, middle))
        painter.drawPolyline([QPointF(tip - 4, middle - 4), QPointF(tip, middle), QPointF(tip - 4, middle + 4)])


def stage_row(parent: QWidget, stages: dict[Stage, int]) -> None:
    """Lay ``stages`` out from left to right, each with its share of the width."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP // 4)
    for place, (stage, share) in enumerate(stages.items()):
        if place:
            row.addWidget(StageArrow())
        row.addWidget(stage, share)
