"""Channels in the order of what they contribute, each with a bar."""

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.layers.arithmetic.figures import exact
from gan.layers.transposed import Array
from gan.words import tr

ROW_HEIGHT = 20
POSITIVE, NEGATIVE = QColor("#d6604d"), QColor("#4393c3")
_Index = QModelIndex | QPersistentModelIndex


class Ranking(QWidget):
    """The largest absolute contributions first; choosing one says so."""

    chosen = Signal(int)
    """A person has chosen this channel."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.model = _Contributions(self)
        self.view = QListView()
        self.view.setAccessibleName(name)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Bars(self))
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.view, 1)

    def show_contributions(self, title: str, contributions: Array, current: int | None) -> None:
        """Show (C,) numbers; ``current`` is marked."""
        self.title.setText(title)
        # The selection of a reset model is nobody's choice.
        with QSignalBlocker(self.view.selectionModel()):
            self.model.set_contributions(contributions)
            if current is not None:
                self.view.setCurrentIndex(self.model.index(self.model.order.index(current)))
        self.view.viewport().update()

    def _tell(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(self.model.order[index.row()])


class _Contributions(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.values: Array = np.zeros(0)
        self.order: list[int] = []

    @property
    def largest(self) -> float:
        return float(np.abs(self.values).max()) or 1.0

    def set_contributions(self, values: Array) -> None:
        self.beginResetModel()
        self.values = np.nan_to_num(values)
        self.order = np.argsort(-np.abs(self.values), kind="stable").tolist()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            channel = self.order[index.row()]
            return tr("channel {channel}: {values}", channel=channel, values=exact(float(self.values[channel])))
        return None


class _Bars(QStyledItemDelegate):
    """Number, bar from the middle, value."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, _Contributions)
        channel = model.order[index.row()]
        value = float(model.values[channel])
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRectF = QRectF(option.rect)
        palette: QPalette = option.palette
        if selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text))
        metrics = painter.fontMetrics()
        left, right = metrics.horizontalAdvance("0000") + 8, metrics.horizontalAdvance("−00.00000") + 8
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(4, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(channel))
        painter.drawText(rect.adjusted(0, 0, -6, 0), middle | Qt.AlignmentFlag.AlignRight, exact(value))
        field = rect.adjusted(left, 5, -right, -5)
        half = field.width() / 2 * value / model.largest
        centre = field.center().x()
        bar = QRectF(min(centre, centre + half), field.y(), max(abs(half), 1), field.height())
        painter.fillRect(bar, POSITIVE if value >= 0 else NEGATIVE)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(round(centre), round(rect.top()), round(centre), round(rect.bottom()))
