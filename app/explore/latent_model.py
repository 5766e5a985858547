"""The latent vector as a table model: one row for each dimension."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.session import Session
from gan.explore.latent import Latent

Index = QModelIndex | QPersistentModelIndex

SLIDER_RANGE = 3.0
"""Sliders reach from -3 to 3, where 99.7 % of a standard normal lies; typed values may go further."""
VALUE_LIMIT = 100.0


class Column(IntEnum):
    """What a row shows."""

    INDEX = 0
    SLIDER = 1
    VALUE = 2


class LatentModel(QAbstractTableModel):
    """Rows follow the session's ``z``; editing a value moves the session there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._z: Latent = session.z
        session.z_changed.connect(self._take)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._z)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole:
            return float(self._z[row])
        if role == Qt.ItemDataRole.DisplayRole and column != Column.SLIDER:
            return str(row) if column == Column.INDEX else f"{self._z[row]:+.2f}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Dimension {row}: {self._z[row]:.2f}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self._session.set_component(index.row(), min(max(float(value), -VALUE_LIMIT), VALUE_LIMIT))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.VALUE else flags

    def _take(self, z: Latent) -> None:
        if len(z) != len(self._z):
            self.beginResetModel()
            self._z = z
            self.endResetModel()
            return
        changed = (z != self._z).nonzero()[0]
        self._z = z
        if len(changed):
            first, last = int(changed[0]), int(changed[-1])
            self.dataChanged.emit(self.index(first, Column.SLIDER), self.index(last, Column.VALUE))
