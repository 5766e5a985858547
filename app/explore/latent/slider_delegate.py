"""Draws and moves the sliders of the latent table; only rows in view cost anything."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.explore.latent.latent_model import REACH_ROLE, SLIDER_RANGE, VALUE_LIMIT, Column
from app.widgets.number_fields import ENTER, FloatField

Index = QModelIndex | QPersistentModelIndex

PADDING = 10
HANDLE_RADIUS = 6.0
GROOVE_HEIGHT = 4.0
_DECIMALS = 3


class SliderDelegate(QStyledItemDelegate):
    """A slider, by default from -3 to 3, with its zero in the middle. Press or drag to set, double click for 0."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value, reach = _value(index), _reach(index)
        groove = groove_rect(option.rect)
        x = x_of(value, groove, reach)
        palette: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, 2, 2)
        painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        middle = groove.center().x()
        painter.drawRect(QRectF(min(middle, x), groove.top(), abs(x - middle), groove.height()))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
        _draw_handle(painter, value, reach, QPointF(x, groove.center().y()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(140, 24)


class ValueDelegate(QStyledItemDelegate):
    """Typed values."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = FloatField(parent)
        limit = max(VALUE_LIMIT, abs(_value(index)))
        editor.setRange(-limit, limit)
        editor.setDecimals(_DECIMALS)
        editor.setSingleStep(0.1)
        editor.setFrame(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, FloatField)
        editor.setValue(_value(index))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Who types nothing keeps every digit."""
        assert isinstance(editor, FloatField)
        if editor.value() != round(_value(index), _DECIMALS):
            model.setData(index, editor.value())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A number that cannot be taken leaves the editor open."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER
        if pressed and isinstance(editor, FloatField) and editor.problem():
            editor.tell_problem()
            return True
        return super().eventFilter(editor, event)


class SliderMouse(QObject):
    """Turns the mouse, the wheel and keys on the table into movements of the sliders.

    The wheel scrolls the table, except over the slider that was pressed last, which it moves. A slider that comes
    under the mouse while the table is being scrolled does not stop that.
    """

    STEP = 0.1
    SCROLLING_MS = 500
    NOTCH = 120

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._dragged = QPersistentModelIndex()
        self._scrolled = QElapsedTimer()
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press_key(event)
        if isinstance(event, QWheelEvent) and watched is self._table.viewport():
            return self._turn_wheel(event)
        if isinstance(event, QMouseEvent) and watched is self._table.viewport():
            return self._move_mouse(event)
        return False

    def _move_mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            return self._press(event)
        if kind == QEvent.Type.MouseMove and self._dragged.isValid():
            self._drag_to(event.position().x())
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._dragged.isValid():
            self._dragged = QPersistentModelIndex()
            return True
        if kind == QEvent.Type.MouseButtonDblClick:
            return self._reset(self._table.indexAt(event.position().toPoint()))
        return False

    def _press(self, event: QMouseEvent) -> bool:
        index = self._table.indexAt(event.position().toPoint())
        if not index.isValid() or index.column() != Column.SLIDER:
            return False
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        self._table.setCurrentIndex(index)
        self._dragged = QPersistentModelIndex(index)
        self._drag_to(event.position().x())
        return True

    def _drag_to(self, x: float) -> None:
        groove = groove_rect(self._table.visualRect(self._dragged))
        self._set(self._dragged, value_at(x, groove, _reach(self._dragged)))

    def _reset(self, index: QModelIndex) -> bool:
        if index.isValid() and index.column() == Column.SLIDER:
            self._set(index, 0.0)
            return True
        return False

    def _press_key(self, event: QKeyEvent) -> bool:
        index = self._table.currentIndex()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not index.isValid() or self._table.state() == QTableView.State.EditingState:
            return False
        if event.key() in steps:
            step = self.STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            self._set(index, _value(index) + steps[Qt.Key(event.key())] * step)
            return True
        return False

    def _turn_wheel(self, event: QWheelEvent) -> bool:
        index = self._table.indexAt(event.position().toPoint())
        scrolling = self._scrolled.isValid() and self._scrolled.elapsed() < self.SCROLLING_MS
        is_current = index.isValid() and index.column() == Column.SLIDER and index == self._table.currentIndex()
        if scrolling or not is_current or not self._table.hasFocus():
            self._scrolled.start()
            return False
        notches = event.angleDelta().y() / self.NOTCH
        self._set(index, _value(index) + notches * self.STEP)
        return True

    def _set(self, index: Index, value: float) -> None:
        self._table.model().setData(index, value, Qt.ItemDataRole.EditRole)


def _value(index: Index) -> float:
    return float(index.data(Qt.ItemDataRole.EditRole))


def _reach(index: Index) -> float:
    return float(index.data(REACH_ROLE))


def _draw_handle(painter: QPainter, value: float, reach: float, at: QPointF) -> None:
    """A disc, or an arrow that points to where a value beyond the range would be."""
    if abs(value) <= reach:
        painter.drawEllipse(at, HANDLE_RADIUS, HANDLE_RADIUS)
        return
    tip = QPointF(HANDLE_RADIUS if value > 0 else -HANDLE_RADIUS, 0)
    aside = QPointF(0, HANDLE_RADIUS)
    painter.drawPolygon([at + tip, at - tip + aside, at - tip - aside])


def groove_rect(cell: QRect) -> QRectF:
    """Where the groove runs in a cell."""
    return QRectF(
        cell.left() + PADDING,
        cell.center().y() - GROOVE_HEIGHT / 2 + 0.5,
        cell.width() - 2 * PADDING,
        GROOVE_HEIGHT,
    )


def x_of(value: float, groove: QRectF, reach: float = SLIDER_RANGE) -> float:
    """Where the handle of ``value`` stands; values beyond the range stand at the ends."""
    share = (min(max(value, -reach), reach) + reach) / (2 * reach)
    return groove.left() + share * groove.width()


def value_at(x: float, groove: QRectF, reach: float = SLIDER_RANGE) -> float:
    """The inverse of :func:`x_of`."""
    share = (x - groove.left()) / max(groove.width(), 1.0)
    return reach * (2 * min(max(share, 0.0), 1.0) - 1)
