"""The latent vector as a table model: one row for each dimension, some of which are locked or pinned."""

import secrets
from enum import IntEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.explore.latent.sensitivity import Sensitivity
from app.session.session import Session
from gan.explore.latent import LARGEST_SEED, Latent, sample_z, with_length

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
    """Rows follow the session's ``z``; editing a value moves the session there. Locked ones stay as they are."""

    seed_changed = Signal(int)
    """The seed whose point was gone to last."""

    def __init__(self, session: Session, sensitivity: Sensitivity) -> None:
        super().__init__(session)
        self._session = session
        self.sensitivity = sensitivity
        self._z: Latent = session.z
        self._seed = 0
        self._locked: set[int] = set()
        self._pinned: set[int] = set()
        session.z_changed.connect(self._take)

    @property
    def seed(self) -> int:
        """The seed whose point was gone to last."""
        return self._seed

    def go_to_seed(self, seed: int) -> None:
        """Go to the point that ``seed`` draws, as on the command line; nowhere before a model is open."""
        self._seed = seed
        self.seed_changed.emit(seed)
        if len(self._z):
            self._session.set_z(self._with_locks(sample_z(1, len(self._z), seed)[0]), f"go to seed {seed}")

    def randomise(self) -> None:
        """Go to the point of a random seed."""
        self.go_to_seed(secrets.randbelow(LARGEST_SEED + 1))

    def reset(self) -> None:
        """Go to the centre, z = 0."""
        self._session.set_z(self._with_locks(np.zeros_like(self._z)), "reset z")

    def scale(self, length: float) -> None:
        """Give z another length."""
        self._session.set_z(with_length(self._z, length, sorted(self._locked)), "scale z", merge="scale z")

    def toggle_lock(self, row: int) -> None:
        """Hold a dimension where it is, or let it go."""
        self._locked ^= {row}
        self.dataChanged.emit(self.index(row, Column.INDEX), self.index(row, Column.VALUE))

    def is_locked(self, row: int) -> bool:
        """Whether it is held where it is."""
        return row in self._locked

    def toggle_pin(self, row: int) -> None:
        """Keep a dimension on top, or let it go back to its place."""
        self._pinned ^= {row}
        self.dataChanged.emit(self.index(row, Column.INDEX), self.index(row, Column.INDEX))

    def is_pinned(self, row: int) -> bool:
        """Whether it is kept on top."""
        return row in self._pinned

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._z)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole:
            return float(self._z[row])
        if role == Qt.ItemDataRole.DisplayRole and column != Column.SLIDER:
            return self._number(row) if column == Column.INDEX else f"{self._z[row]:+.2f}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Dimension {row}: {self._z[row]:.2f}"
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.INDEX:
            return self._explained(row)
        return None

    def _number(self, row: int) -> str:
        marks = ("★" if self.is_pinned(row) else "") + ("■" if self.is_locked(row) else "")
        return f"{marks} {row}" if marks else str(row)

    def _explained(self, row: int) -> str:
        lock = "Locked; click to let it go" if self.is_locked(row) else "Click to lock it where it is"
        sensitivity = self.sensitivity.current
        if sensitivity is None:
            return lock
        return f"A step of 1 changes a pixel by {sensitivity[row]:.1f} of 255 grey levels around here. {lock}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.is_locked(index.row()):
            return False
        self._session.set_component(index.row(), min(max(float(value), -VALUE_LIMIT), VALUE_LIMIT))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.VALUE else flags

    def _with_locks(self, z: Latent) -> Latent:
        """``z`` (z_dim,) with every locked dimension as it is now."""
        held = sorted(self._locked)
        kept = z.copy()
        kept[held] = self._z[held]
        return kept

    def _take(self, z: Latent) -> None:
        if len(z) == len(self._z):
            self._move(z)
        else:
            self._start_anew(z)

    def _move(self, z: Latent) -> None:
        changed = (z != self._z).nonzero()[0]
        self._z = z
        if len(changed):
            first, last = int(changed[0]), int(changed[-1])
            self.dataChanged.emit(self.index(first, Column.SLIDER), self.index(last, Column.VALUE))

    def _start_anew(self, z: Latent) -> None:
        """In another latent space nothing is locked or pinned."""
        self.beginResetModel()
        self._z = z
        self._locked.clear()
        self._pinned.clear()
        self.endResetModel()
