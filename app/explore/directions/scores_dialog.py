"""What each direction does to factors that are known, as a table."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.explore.directions.scoring import DirectionScoring, Scored
from app.theme import CURVES, GAP, MARGIN
from app.widgets.labels import muted
from app.work.job_bar import JobBar

NOTEWORTHY = 0.8
_METHOD = (
    "How it is measured: a small network learns to read the factors off the training pictures. Then 24 walks from "
    "random points go along each direction, from -2.5 to 2.5 standard deviations, and the factors are read off their "
    "pictures. A cell is the rank correlation of the factor with the position on the walk: 1 if it grows at every step "
    "from everywhere, -1 if it falls, near 0 if it depends on the start. Below it: how much the factor changes "
    "over a walk, as a share of its range (of a class: of its probability)."
)


class ScoresDialog(QDialog):
    """Rows are factors, columns are directions; the one that each factor follows most faithfully is bold."""

    def __init__(self, scoring: DirectionScoring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measurement = scoring.measurement
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.setWindowTitle("What the directions do")
        self.resize(900, 560)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.job_bar = JobBar()
        self.table = QTableWidget()
        self.table.setAccessibleName("Rank correlations of factors with directions")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        method = muted(_METHOD, wraps=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for widget in (self.words, self.job_bar):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(method)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self.job_bar.follow(self._measurement)
        self._measurement.started.connect(self._show_start)
        self._measurement.succeeded.connect(self._show_scores)
        self._measurement.failed.connect(self.tell)
        self._measurement.cancelled.connect(lambda: self.tell("Cancelled."))

    def tell(self, words: str) -> None:
        """Say what happens, or why nothing does."""
        self.words.setText(words)

    def _show_start(self) -> None:
        self.table.clear()
        self.table.setRowCount(0)
        self.table.setColumnCount(0)
        self.tell("Learning to read the factors, then walking along the directions. This takes a while.")

    def _show_scores(self, scored: Scored) -> None:
        self.tell(_summary(scored))
        scores = scored.scores
        self.table.setRowCount(len(scores.factors))
        self.table.setColumnCount(len(scores.directions))
        self.table.setHorizontalHeaderLabels(list(scores.directions))
        self.table.setVerticalHeaderLabels([_titled(name, scored) for name in scores.factors])
        for row, column in np.ndindex(len(scores.factors), len(scores.directions)):
            values = float(scores.correlations[column, row]), float(scores.changes[column, row])
            self.table.setItem(row, column, _cell(*values, best=column == scores.best(row)))

    def reject(self) -> None:
        """Nobody waits for what is being measured any more."""
        self._measurement.cancel()
        super().reject()


def _summary(scored: Scored) -> str:
    scores = scored.scores
    followed = int((np.abs(scores.correlations).max(axis=0) > NOTEWORTHY).sum())
    return (
        f"{followed} of {len(scores.factors)} factors of {scored.data} are followed by some direction with a rank "
        f"correlation above {NOTEWORTHY}. The class is read rightly off {scored.accuracy.classes:.0%} of pictures "
        "that are new to the reader."
    )


def _titled(factor: str, scored: Scored) -> str:
    read = scored.accuracy.numbers.get(factor)
    return factor if read is None else f"{factor} (read with {read:.2f})"


def _cell(correlation: float, change: float, *, best: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(f"{correlation:+.2f}\n{change:+.0%}")
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    item.setToolTip(f"Rank correlation {correlation:+.2f}, change over a walk {change:+.0%}")
    colour = QColor(CURVES["d_real"])
    colour.setAlphaF(0.7 * min(abs(correlation), 1.0) ** 2)
    item.setBackground(QBrush(colour))
    font = item.font()
    font.setBold(best)
    item.setFont(font)
    return item
