"""The table of numbers for Qt."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.train.evaluation.table import STAR, Cell, Row, Table
from app.widgets.labels import literal
from gan.words import tr

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class NumbersModel(QAbstractTableModel):
    """The first column says what is measured; a row without cells is a title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table((), ())

    def show_table(self, table: Table) -> None:
        """Show another one."""
        if table != self.table:
            self.beginResetModel()
            self.table = table
            self.endResetModel()

    def is_title(self, row: int) -> bool:
        """Whether the row is the title of those below."""
        return not self.table.rows[row].cells

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.heads) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section == 0:
            return None
        head = self.table.heads[section - 1]
        match role:
            case _Role.DisplayRole:
                return head.text.replace(", ", ",\n")
            case _Role.ToolTipRole:
                return literal(head.tip)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, column = self.table.rows[index.row()], index.column() - 1
        cell = row.cells[column] if row.cells and column >= 0 else None
        match role:
            case _Role.DisplayRole:
                return (row.title if column < 0 else None) if cell is None else _text(cell)
            case _Role.ToolTipRole:
                return literal(self._tip(row, column))
            case _Role.TextAlignmentRole if column >= 0:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _Role.FontRole if not row.cells or (cell is not None and cell.leads):
                font = QFont()
                font.setBold(True)
                return font
        return None

    def _tip(self, row: Row, column: int) -> str:
        if column < 0 or not row.cells or not row.cells[column].leads:
            return row.tip
        return tr(
            "{tip}\n{star} The best of those that are held to the same pictures, as far as can be told",
            tip=row.tip,
            star=STAR,
        )


def _text(cell: Cell) -> str:
    return f"{STAR} {cell.text}" if cell.leads else cell.text
