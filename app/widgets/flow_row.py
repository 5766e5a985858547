"""A row that goes on below where there is no room beside, as words do."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget, QWidgetItem

from app.theme import GAP

HORIZONTAL = Qt.Orientation.Horizontal


class FlowRow(QLayout):
    """Widgets beside each other, as a QHBoxLayout has them; those that do not fit stand in rows below.

    What is over in a row goes to those with a ``stretch``, else to what :meth:`addStretch` put between them.
    """

    def __init__(self, spacing: int = GAP) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._stretches: list[int] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Append ``widget``.

        Its item is made here. Python's side of one that Qt has made ends with that of any widget around it, as when an
        event filter alone was told of that widget; and an error in what Qt asks a layout ends the program.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self._stretches[-1] = stretch

    def addStretch(self) -> None:
        """Keep what comes at the other end of its row."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._stretches.append(0)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        del self._stretches[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return HORIZONTAL

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(row, self._widths(row, width)) for row in self._rows(width)]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def minimumSize(self) -> QSize:
        """As wide as the widest of them; how high it has to be depends on the width."""
        shown = [item for item in self._items if not item.isEmpty()]
        least = [item.minimumSize() for item in shown]
        return QSize(max((size.width() for size in least), default=0), max((s.height() for s in least), default=0))

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((size.height() for size in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            widths = self._widths(row, rect.width())
            height, left = _height(row, widths), rect.left()
            for item, width in zip(row, widths, strict=True):
                own = min(height, _own_height(item, width))
                item.setGeometry(QRect(left, top + (height - own) // 2, width, own))
                left += width + (0 if _is_space(item) else self.spacing())
            top += height + self.spacing()

    def _rows(self, room: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            if _is_space(item):
                rows[-1].append(item)
            elif not item.isEmpty():
                width = item.minimumSize().width()
                if used and used + width > room:
                    rows.append([])
                    used = 0
                rows[-1].append(item)
                used += width + self.spacing()
        return [row for row in rows if not all(map(_is_space, row))]

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        """At least what each needs, then what it likes, last what can stretch; the rest goes to those that take it."""
        widths = [min(item.minimumSize().width(), room) for item in row]
        over = room - sum(widths) - self.spacing() * (sum(not _is_space(item) for item in row) - 1)
        takers = self._takers(row)
        for place in sorted(range(len(row)), key=lambda place: takers[place] > 0):
            more = min(max(0, row[place].sizeHint().width() - widths[place]), max(0, over))
            widths[place] += more
            over -= more
        for place, more in zip(range(len(row)), _shares(max(0, over), takers), strict=True):
            widths[place] += more
        return widths

    def _takers(self, row: list[QLayoutItem]) -> list[int]:
        stretches = [self._stretches[self._items.index(item)] for item in row]
        return stretches if any(stretches) else [int(_is_space(item)) for item in row]


def _shares(whole: int, weights: list[int]) -> list[int]:
    """``whole`` by ``weights``, without a remainder; nothing for anybody if they are all 0."""
    total = max(1, sum(weights))
    ends = [whole * sum(weights[:count]) // total for count in range(len(weights) + 1)]
    return [end - start for start, end in pairwise(ends)]


def _height(row: list[QLayoutItem], widths: list[int]) -> int:
    return max(_own_height(item, width) for item, width in zip(row, widths, strict=True))


def _own_height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _is_space(item: QLayoutItem) -> bool:
    return isinstance(item, QSpacerItem)


def together(*widgets: QWidget) -> QWidget:
    """``widgets`` as one that no row parts."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return whole
