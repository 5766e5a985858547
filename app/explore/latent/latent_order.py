"""Which rows of the latent table are shown, and in which order."""

import re

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from app.explore.latent.latent_model import LatentModel

_PART = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


class LatentOrder(QSortFilterProxyModel):
    """Pinned rows first, then by number or the most sensitive first; only those that were typed, or all."""

    def __init__(self, source: LatentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._wanted: frozenset[int] | None = None
        self._by_sensitivity = False
        self.setSourceModel(source)
        self.setDynamicSortFilter(False)

    def show_only(self, text: str) -> bool:
        """Show the rows in ``text``, such as ``3, 10-20``; all if it is empty. False if it is not understood."""
        wanted = numbers_in(text)
        if wanted is None:
            return False
        self._wanted = frozenset(wanted) if text.strip() else None
        self.invalidate()
        self._sort()
        return True

    def order_by_sensitivity(self, wanted: bool) -> None:
        """Put first what changes the picture most, as far as that is known, or go back to the order of numbers."""
        self._by_sensitivity = wanted
        self._sort()

    def show_pins(self) -> None:
        """Bring the order up to date after a row was pinned or let go."""
        self.invalidate()
        self._sort()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._wanted is None or row in self._wanted or self._source.is_pinned(row)

    def lessThan(self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex) -> bool:
        pinned = self._source.is_pinned(left.row()), self._source.is_pinned(right.row())
        if pinned[0] is not pinned[1]:
            return pinned[0]
        sensitivity = self._source.sensitivity.current
        if self._by_sensitivity and sensitivity is not None:
            return bool(sensitivity[left.row()] > sensitivity[right.row()])
        return left.row() < right.row()

    def _sort(self) -> None:
        self.sort(-1)
        self.sort(0)


def numbers_in(text: str) -> set[int] | None:
    """``3, 10-12`` as {3, 10, 11, 12}; None for what is no list of numbers."""
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _PART.fullmatch(part)
        if match is None:
            return None
        first = int(match[1])
        numbers.update(range(first, min(int(match[2] or first), first + 4096) + 1))
    return numbers
