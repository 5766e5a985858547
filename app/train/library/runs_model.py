"""The library's runs as a table for Qt."""

import math
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from app.runs.run_library import ListedRun
from app.widgets.labels import literal
from gan.measure.spaces import SPACES
from gan.train.summary import RunSummary
from gan.train.wording import clock_text, size_text
from gan.words import marked, tr

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What is said of each run."""

    NAME = 0
    DATA = 1
    STATE = 2
    TIME = 3
    SCORE = 4
    CHANGED = 5
    SIZE = 6


NUMBERS = (Column.TIME, Column.SCORE, Column.CHANGED, Column.SIZE)
"""What stands at the right of its column."""
TITLES = {
    Column.NAME: marked("Run"),
    Column.DATA: marked("Pictures"),
    Column.STATE: marked("State"),
    Column.TIME: marked("Trained"),
    Column.SCORE: marked("Best"),
    Column.CHANGED: marked("Changed"),
    Column.SIZE: marked("Size"),
}


SCORE_TIP = marked(
    "How good the best snapshot is: its FID in the feature space that is named, or where that was not measured the "
    "smallest sliced Wasserstein distance of the samples to real pictures. Lower is better, of the same kind only"
)
OTHER_KIND = 1e6
"""Sorts values of one kind behind all of another."""


class RunsModel(QAbstractTableModel):
    """Rows in the order in which they came; a proxy sorts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListedRun] = []
        self._pixmaps: dict[Path, QPixmap] = {}

    def put(self, run: ListedRun) -> None:
        """Add a run, or show it anew."""
        folder = run.summary.folder
        self._pixmaps[folder] = QPixmap.fromImage(run.thumbnail)
        row = self._row_of(folder)
        if row >= 0:
            self._rows[row] = run
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        else:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows))
            self._rows.append(run)
            self.endInsertRows()

    def drop(self, folder: Path) -> None:
        """Forget a run."""
        row = self._row_of(folder)
        if row >= 0:
            self.beginRemoveRows(ROOT, row, row)
            del self._rows[row]
            self._pixmaps.pop(folder, None)
            self.endRemoveRows()

    def summary(self, row: int) -> RunSummary:
        """The run of a row."""
        return self._rows[row].summary

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(TITLES[Column(section)])
            if role == Qt.ItemDataRole.ToolTipRole and section == Column.SCORE:
                return tr(SCORE_TIP)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(run, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
                return self._pixmaps.get(run.summary.folder)
            case Qt.ItemDataRole.ToolTipRole:
                return literal(_tip(run.summary))
            case Qt.ItemDataRole.TextAlignmentRole if column in NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _sort_key(run, column) if role == SORT_ROLE else None

    def _row_of(self, folder: Path) -> int:
        return next((row for row, run in enumerate(self._rows) if run.summary.folder == folder), -1)


def _text(run: ListedRun, column: Column) -> str:
    summary = run.summary
    match column:
        case Column.NAME:
            return "\n".join(filter(None, (summary.name, _trouble(summary) or " ".join(summary.note.split()))))
        case Column.DATA | Column.TIME if summary.trouble:
            return ""
        case Column.DATA:
            return tr("{name}, {image_size} px", name=Path(summary.data).name, image_size=summary.image_size)
        case Column.STATE:
            return tr(summary.state.value)
        case Column.TIME:
            return clock_text(summary.seconds)
        case Column.SCORE:
            return _score_text(summary)
        case Column.CHANGED:
            return _when(run.stamp[0])
        case Column.SIZE:
            return size_text(summary.size)


def _score_text(summary: RunSummary) -> str:
    """``12.5 grey``; a distance alone is that of the samples."""
    if summary.best is not None:
        return f"{summary.best.value:.{1 if summary.best.value >= 10 else 2}f} {summary.best.space}"
    return "" if summary.best_swd is None else f"{summary.best_swd:.2f}"


def _score_key(summary: RunSummary) -> float:
    """Lower is better among values of one space; those of another follow behind."""
    if summary.best is not None:
        known = [*SPACES, summary.best.space]
        return OTHER_KIND * known.index(summary.best.space) + min(summary.best.value, OTHER_KIND)
    return math.inf if summary.best_swd is None else OTHER_KIND * (len(SPACES) + 1) + summary.best_swd


def _trouble(summary: RunSummary) -> str:
    return tr("cannot be read: {trouble}", trouble=summary.trouble) if summary.trouble else ""


def _tip(summary: RunSummary) -> str:
    best = (
        ""
        if summary.best is None
        else tr("; the best is step {step:,}: {best}", step=summary.best.step, best=summary.best.text)
    )
    what = _trouble(summary) or tr("{step:,} steps{best}", step=summary.step, best=best)
    return "\n".join(filter(None, (str(summary.folder), what, summary.note)))


def _sort_key(run: ListedRun, column: Column) -> Any:
    match column:
        case Column.TIME:
            return run.summary.seconds
        case Column.SCORE:
            return _score_key(run.summary)
        case Column.CHANGED:
            return run.stamp[0] / 1e9
        case Column.SIZE:
            return run.summary.size
    return _text(run, column).lower()


def _when(nanoseconds: int) -> str:
    """The time of today, else the date; nothing for a run that never said anything."""
    if not nanoseconds:
        return ""
    moment = datetime.fromtimestamp(nanoseconds / 1e9)
    return f"{moment:%H:%M}" if moment.date() == datetime.now().date() else f"{moment:%Y-%m-%d}"
