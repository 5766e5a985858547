"""The latent vector as a table model: one row for each dimension, some of which are locked or pinned."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.explore.latent.sensitivity import Sensitivity
from app.session.random_points import RandomPoints
from app.session.session import Session
from app.theme import WARNING
from app.toolkit.saved_parts import Restore, unchanged
from app.widgets.numbers import signed
from gan.errors import UsageError
from gan.explore.latent import Latent, bound, with_length
from gan.json_file import shaped
from gan.words import tr

Index = QModelIndex | QPersistentModelIndex

SLIDER_RANGE = 3.0
"""Sliders reach from -3 to 3, where 99.7 % of a standard normal lies, or as far as a uniform z does; typed values may
go further."""
VALUE_LIMIT = 10.0
"""As far as keys and typed values reach: no standard normal ever gets there. Sums of pictures may go further."""
DRAWN_SEEDS = 1_000_000
"""Random points are those of the seeds below this one, which are short enough to be told to somebody."""


REACH_ROLE = Qt.ItemDataRole.UserRole
"""How far to each side the slider of a row reaches."""


class Column(IntEnum):
    """What a row shows."""

    INDEX = 0
    SLIDER = 1
    VALUE = 2


@dataclass(frozen=True)
class _Marks:
    """What a session holds: numbers of dimensions."""

    locked: set[int]
    pinned: set[int]


class LatentModel(QAbstractTableModel):
    """Rows follow the session's ``z``; editing a value moves the session there. Locked ones stay as they are."""

    seed_changed = Signal(object)
    """The seed that draws the point, or None."""
    marks_changed = Signal()
    """Others are locked or pinned."""

    def __init__(self, session: Session, sensitivity: Sensitivity, random: RandomPoints) -> None:
        super().__init__(session)
        self._session = session
        self.sensitivity = sensitivity
        self.random = random
        self._z: Latent = session.z
        self._distribution = session.distribution
        self._seed = 0
        self._drawn = self._point_of(0)
        self._locked: set[int] = set()
        self._pinned: set[int] = set()
        session.z_changed.connect(self._take)
        random.drawn.connect(lambda points: self._go_to_chosen(points[0]))

    @property
    def seed(self) -> int | None:
        """The seed that was gone to last, as long as the point is the one that it draws."""
        return self._seed if len(self._z) and np.array_equal(self._z, self._drawn) else None

    def go_to_seed(self, seed: int) -> None:
        """Go to the point that ``seed`` draws, as on the command line; nowhere before a model is open."""
        if len(self._z):
            self._seed, self._drawn = seed, self._point_of(seed)
            self._session.set_z(self._with_locks(self._drawn), tr("go to seed {seed}", seed=seed))
            self.seed_changed.emit(self.seed)

    def randomise(self) -> None:
        """Go to the point of a random seed, or to the first one of it that the discriminator keeps."""
        seed = secrets.randbelow(DRAWN_SEEDS)
        if self.random.choosing.active:
            self.random.ask(1, seed, {row: float(self._z[row]) for row in sorted(self._locked)})
        else:
            self.go_to_seed(seed)

    def _go_to_chosen(self, z: Latent) -> None:
        self._session.set_z(z, tr("go to a random point that D chose"))

    def reset(self) -> None:
        """Go to the centre, z = 0."""
        self._session.set_z(self._with_locks(np.zeros_like(self._z)), tr("reset z"))

    def scale(self, length: float) -> None:
        """Give z another length."""
        self._session.set_z(with_length(self._z, length, sorted(self._locked)), tr("scale z"), merge="scale z")

    def toggle_lock(self, row: int) -> None:
        """Hold a dimension where it is, or let it go."""
        self._locked ^= {row}
        self.dataChanged.emit(self.index(row, Column.INDEX), self.index(row, Column.VALUE))
        self.marks_changed.emit()

    def is_locked(self, row: int) -> bool:
        """Whether it is held where it is."""
        return row in self._locked

    def toggle_pin(self, row: int) -> None:
        """Keep a dimension on top, or let it go back to its place."""
        self._pinned ^= {row}
        self.dataChanged.emit(self.index(row, Column.INDEX), self.index(row, Column.INDEX))
        self.marks_changed.emit()

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
        if role == REACH_ROLE:
            return self.reach
        if role == Qt.ItemDataRole.DisplayRole and column != Column.SLIDER:
            return self._number(row) if column == Column.INDEX else signed(self._z[row])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Dimension {row}: {z:.2f}", row=row, z=self._z[row])
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.INDEX:
            return self._explained(row)
        if column == Column.VALUE and self._is_outside(row):
            return _outside(role)
        return None

    @property
    def reach(self) -> float:
        """How far to each side sliders go."""
        return min(SLIDER_RANGE, bound(self._distribution))

    def _is_outside(self, row: int) -> bool:
        """Whether no random point has such a value."""
        return bool(abs(self._z[row]) > bound(self._distribution))

    def _number(self, row: int) -> str:
        marks = ("pin",) * self.is_pinned(row) + ("lock",) * self.is_locked(row)
        return " ".join((*marks, str(row)))

    def _explained(self, row: int) -> str:
        lock = tr("Locked; click to let it go") if self.is_locked(row) else tr("Click to lock it where it is")
        sensitivity = self.sensitivity.current
        if sensitivity is None:
            return lock
        where = tr("around here") if self.sensitivity.is_of_here else tr("around the point where it was measured")
        return tr(
            "A step of 1 changes a pixel by {sensitivity:.1f} of 255 grey levels {where}. {lock}",
            sensitivity=sensitivity[row],
            where=where,
            lock=lock,
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.is_locked(index.row()):
            return False
        limit = max(VALUE_LIMIT, abs(float(self._z[index.row()])))
        self._session.set_component(index.row(), min(max(float(value), -limit), limit))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.VALUE else flags

    def to_json(self) -> dict[str, Any]:
        """The dimensions that are locked and those that are pinned."""
        return {"sliders": {"locked": sorted(self._locked), "pinned": sorted(self._pinned)}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without marks leaves them as they are."""
        if "sliders" not in values:
            return unchanged
        saved = shaped(values["sliders"], _Marks)
        if not saved.locked | saved.pinned <= set(range(z_dim)):
            raise UsageError(tr("marks of sliders must be numbers from 0 to {z_dim}", z_dim=z_dim - 1))
        return partial(self._mark, saved.locked, saved.pinned)

    def _mark(self, locked: Iterable[int], pinned: Iterable[int]) -> None:
        self._locked, self._pinned = set(locked), set(pinned)
        if len(self._z):
            self.dataChanged.emit(self.index(0, Column.INDEX), self.index(len(self._z) - 1, Column.VALUE))
        self.marks_changed.emit()

    def _point_of(self, seed: int) -> Latent:
        return self._session.sample(1, seed)[0]

    def _with_locks(self, z: Latent) -> Latent:
        """``z`` (z_dim,) with every locked dimension as it is now."""
        held = sorted(self._locked)
        kept = z.copy()
        kept[held] = self._z[held]
        return kept

    def _take(self, z: Latent) -> None:
        if len(z) == len(self._z) and self._distribution is self._session.distribution:
            self._move(z)
        else:
            self._start_anew(z)
        self.seed_changed.emit(self.seed)

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
        self._distribution = self._session.distribution
        self._seed, self._drawn = 0, self._point_of(0)
        self._locked.clear()
        self._pinned.clear()
        self.endResetModel()


def _outside(role: int) -> object:
    """How a number shows that it is where no z of the training was."""
    if role == Qt.ItemDataRole.ForegroundRole:
        return QColor(WARNING)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("Outside of -1 to 1, where all z lie that the generator was trained on")
    return None
