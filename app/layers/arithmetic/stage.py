"""One stage of the way from input to output: a title, a field of cells, a line of explanation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.arithmetic.cell_grid import CellGrid
from app.layers.views.arrow import Arrow
from app.theme import GAP
from app.widgets.labels import muted

ARROW_WIDTH, ARROW_MARGIN = 16, 2.5
CAPTION_LINES = 3
LEAST_WIDTH = 84


class Stage(QWidget):
    """Its caption always takes three lines, so that fields beside each other are level."""

    def __init__(self, letter: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = CellGrid(title)
        self.title, self.caption = QLabel(f"<b>{letter}</b> {title}"), muted(wraps=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.caption.setFixedHeight(CAPTION_LINES * self.caption.fontMetrics().lineSpacing() + 2)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumWidth(max(LEAST_WIDTH, self.title.sizeHint().width()))
        self.title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.caption)


def stage_row(parent: QWidget, stages: dict[Stage, int]) -> None:
    """Lay ``stages`` out from left to right, each with its share of the width."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP // 4)
    for place, (stage, share) in enumerate(stages.items()):
        if place:
            row.addWidget(Arrow(ARROW_WIDTH, ARROW_MARGIN))
        row.addWidget(stage, share)
