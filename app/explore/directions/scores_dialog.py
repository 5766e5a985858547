"""What each direction does to factors that are known, as a table."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.explore.directions.scoring import DirectionScoring, Scored
from app.theme import CURVES, GAP, MARGIN
from app.toolkit.actions import Key
from app.toolkit.keys import bind
from app.widgets.buttons import push_button
from app.widgets.labels import muted, plain
from app.work.job_bar import JobBar
from app.work.missing_pictures import MissingPictures
from gan.errors import LatentariumError, sentence
from gan.words import marked, tr

NOTEWORTHY = 0.8
COPY = Key(marked("Copy"), "Ctrl+C", marked("Copy what is selected, or the whole table, as text for a spreadsheet"))
_METHOD = marked(
    "How it is measured: a small network learns to read the factors off the training pictures. Then 24 walks from "
    "random points go along each direction, from -2.5 to 2.5 standard deviations, and the factors are read off their "
    "pictures. A cell is the rank correlation of the factor with the position on the walk: 1 if it grows at every step "
    "from everywhere, -1 if it falls, near 0 if it depends on the start. Below it: how much the factor changes "
    "over a walk, as a share of its range (of a class: of its probability)."
)


class ScoresDialog(QDialog):
    """Rows are factors, columns are directions; the one that each factor follows most faithfully is bold."""

    direction_chosen = Signal(str)
    """The name of the direction whose cell or head a person has chosen."""

    def __init__(self, scoring: DirectionScoring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scoring, self._measurement = scoring, scoring.measurement
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.setWindowTitle(tr("What the directions do"))
        self.resize(900, 560)
        self.words = plain()
        self.words.setWordWrap(True)
        self.job_bar = JobBar()
        self.missing = MissingPictures()
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Rank correlations of factors with directions"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setToolTip(tr("Double click a cell, or press Return on it, to see its direction; Ctrl+C copies"))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        method = muted(tr(_METHOD), wraps=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = push_button(tr("&Copy"), tr(COPY.tip))
        self.copy_button.setEnabled(False)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for widget in (self.words, self.job_bar, self.missing):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(method)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self.job_bar.follow(self._measurement)
        self.copy_button.clicked.connect(self.copy)
        bind(COPY, self.table, self.copy)
        self.table.cellActivated.connect(lambda _, column: self._choose(column))
        self.table.cellDoubleClicked.connect(lambda _, column: self._choose(column))
        self.table.horizontalHeader().sectionDoubleClicked.connect(self._choose)
        self._measurement.started.connect(self._show_start)
        self._measurement.succeeded.connect(self._show_scores)
        self._scoring.changed.connect(self._show_age)
        self._measurement.failed.connect(self._show_failure)
        self.missing.again.connect(self.score)
        self._measurement.cancelled.connect(lambda: self.tell(tr("Cancelled.")))

    def score(self) -> None:
        """Measure the directions that are there now, or say why that cannot be."""
        try:
            self._scoring.score()
        except LatentariumError as error:
            self.tell(sentence(error))

    def _show_failure(self, message: str) -> None:
        data = self._scoring.data
        self.tell("" if data is not None and self.missing.offer(data, message) else message)

    def copy(self) -> None:
        """Put what is selected, or else the whole table, on the clipboard, as a spreadsheet takes it."""
        chosen = self.table.selectedIndexes()
        rows = sorted({index.row() for index in chosen}) or range(self.table.rowCount())
        columns = sorted({index.column() for index in chosen}) or range(self.table.columnCount())
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self._lines(rows, columns)))

    def _lines(self, rows: Iterable[int], columns: Sequence[int]) -> Iterator[list[str]]:
        """A head, and a line for each factor: two cells for each direction."""
        heads = [self._head(column) for column in columns]
        yield ["factor", *(f"{head}, {what}" for head in heads for what in (tr("rank correlation"), "change"))]
        model = self.table.model()
        for row in rows:
            cells = [str(model.index(row, column).data()).split("\n") for column in columns]
            factor = str(model.headerData(row, Qt.Orientation.Vertical))
            yield [factor, *(number for cell in cells for number in cell)]

    def _head(self, column: int) -> str:
        """The name of a direction."""
        return str(self.table.model().headerData(column, Qt.Orientation.Horizontal))

    def _choose(self, column: int) -> None:
        self.direction_chosen.emit(self._head(column))

    def tell(self, words: str) -> None:
        """Say what happens, or why nothing does."""
        self.words.setText(words)

    def _show_start(self) -> None:
        self.missing.hide()
        self.table.clear()
        self.table.setRowCount(0)
        self.table.setColumnCount(0)
        self.copy_button.setEnabled(False)
        self.tell(tr("Learning to read the factors, then walking along the directions. This takes a while."))

    def _show_age(self) -> None:
        """Scores stay when something else is open, and say what they are of."""
        scored = self._scoring.current
        if scored is not None:
            here = (
                ""
                if self._scoring.is_of_here
                else tr(" Something else is open by now: score again to have its scores.")
            )
            self.tell(tr("Of {origin}.{here} {scored}", origin=scored.origin.text, here=here, scored=_summary(scored)))

    def _show_scores(self, scored: Scored) -> None:
        self._show_age()
        scores = scored.scores
        self.copy_button.setEnabled(True)
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
    minded = tr(" Mind: {note}.", note=scored.note) if scored.note else ""
    return tr(
        "{followed} of {count} factors of {data} are followed by some direction with a rank "
        "correlation above {noteworthy}. The class is read rightly off {classes:.0%} of pictures "
        "that are new to the reader.{minded}",
        followed=followed,
        count=len(scores.factors),
        data=scored.data,
        noteworthy=NOTEWORTHY,
        classes=scored.accuracy.classes,
        minded=minded,
    )


def _titled(factor: str, scored: Scored) -> str:
    read = scored.accuracy.numbers.get(factor)
    return factor if read is None else tr("{factor} (read with {read:.2f})", factor=factor, read=read)


def _cell(correlation: float, change: float, *, best: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(f"{correlation:+.2f}\n{change:+.0%}")
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    item.setToolTip(
        tr(
            "Rank correlation {correlation:+.2f}, change over a walk {change:+.0%}",
            correlation=correlation,
            change=change,
        )
    )
    colour = QColor(CURVES["d_real"])
    colour.setAlphaF(0.7 * min(abs(correlation), 1.0) ** 2)
    item.setBackground(QBrush(colour))
    font = item.font()
    font.setBold(best)
    item.setFont(font)
    return item
