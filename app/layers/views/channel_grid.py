"""All channels of one layer side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.layers.views.colouring import Colouring
from app.layers.views.grid_keys import key_target
from app.layers.views.grid_marks import Marks, outline
from app.layers.views.tile_sheet import TileSheet
from app.layers.views.tiling import Tiling, fit_tiles
from app.layers.views.wording import channel_summary
from app.widgets.accessible import tell_role
from gan.layers.mosaic import Maps, map_size
from gan.sizes import Size
from gan.words import marked, tr

GAP = 3
NONE = -1
HINT = marked("Point at a channel, or move with the arrow keys, to read its values.")
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ChannelGrid(QAbstractScrollArea):
    """Tiles as large as the space allows; when they would get too small, it scrolls.

    The *pointed* channel is the one under the mouse, or else the current one, which the arrow keys, Home,
    End and a click move. The *selection* is the current channel, and what Ctrl and Shift have added to it.
    Colours are worked out when painting, so results that come faster cost nothing.
    """

    channel_hovered = Signal(int)
    """Another channel is pointed at; -1 for none."""
    selection_changed = Signal()
    """Other channels are selected."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Graphic)
        self._placeholder = placeholder
        self._maps: Maps | None = None
        self._colouring: Colouring | None = None
        self._sheet: TileSheet | None = None
        self._tiling: Tiling | None = None
        self._hovered = self._current = self._announced = self._anchor = NONE
        self._selection: frozenset[int] = frozenset()
        self._order: list[int] | None = None
        self._places: dict[int, int] = {}
        self._marks = Marks()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Channels of the layer"))

    @property
    def maps(self) -> Maps | None:
        """What is shown, (C, H, W)."""
        return self._maps

    @property
    def tiling(self) -> Tiling | None:
        """Where the tiles are, before scrolling; None while there is nothing."""
        return self._tiling

    @property
    def pointed_channel(self) -> int:
        """The channel under the mouse, or else the current one; -1 for none."""
        return self._hovered if self._hovered != NONE else self._current

    @property
    def current_channel(self) -> int:
        """The channel that a click or a key moved to last; -1 for none."""
        return self._current

    @property
    def pointed_summary(self) -> str:
        """One line about the pointed channel; without one, how to point at it."""
        pointed = self.pointed_channel
        return tr(HINT) if self._maps is None or pointed == NONE else channel_summary(pointed, self._maps[pointed])

    @property
    def selection(self) -> frozenset[int]:
        """The selected channels."""
        return self._selection

    @property
    def order(self) -> list[int]:
        """The channels as they are shown, the first at the upper left."""
        count = 0 if self._maps is None else len(self._maps)
        return list(range(count)) if self._order is None else list(self._order)

    def set_order(self, order: Sequence[int]) -> None:
        """Show the channels in this order, as long as there are so many."""
        self._order = list(order)
        self._places = {channel: place for place, channel in enumerate(order)}
        self.viewport().update()

    def set_marks(self, marks: Marks) -> None:
        """Mark edited and pinned channels."""
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    def set_maps(self, maps: Maps, colouring: Colouring) -> None:
        """Show (C, H, W) ``maps``."""
        same_shape = self._maps is not None and self._maps.shape == maps.shape
        if self._maps is not None and len(self._maps) != len(maps):
            self._order, self._places = None, {}
            self._select(frozenset())
        self._maps, self._colouring, self._sheet = maps, colouring, None
        if not same_shape:
            self._current = min(self._current, len(maps) - 1)
            self._hovered = self._hovered if self._hovered < len(maps) else NONE
            self._lay_out()
            self._announce()
        self.viewport().update()

    def clear(self) -> None:
        """Show the placeholder."""
        self._maps = self._colouring = self._sheet = None
        self._hovered = self._current = NONE
        self._order, self._places = None, {}
        self._select(frozenset())
        self._lay_out()
        self._announce()
        self.viewport().update()

    def set_placeholder(self, text: str) -> None:
        """What to say while there are no channels."""
        self._placeholder = text
        self.viewport().update()

    def tile_rect(self, channel: int) -> QRect:
        """Where a channel's tile is in the viewport."""
        assert self._tiling is not None
        x, y = self._tiling.corner(self._place(channel))
        return QRect(x, y - self._scrolled(), *self._tiling.tile)

    def channel_at(self, position: QPoint) -> int:
        """The channel at ``position`` in the viewport, -1 if there is none."""
        if self._tiling is None:
            return NONE
        index = self._tiling.at(position.x(), position.y() + self._scrolled())
        return NONE if index is None else self._channel(index)

    def select_all(self) -> None:
        """Select every channel."""
        self._select(frozenset(self.order))

    def set_current(self, channel: int) -> None:
        """Move the current tile, scroll to it and select it alone; -1 for none."""
        self._move_to(channel)
        self._anchor = channel
        self._select(frozenset() if channel == NONE else frozenset([channel]))

    def _move_to(self, channel: int) -> None:
        self._current = channel
        if channel != NONE:
            self._scroll_to(channel)
        self._announce()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self._maps is None or self._tiling is None:
            self._paint_placeholder(painter)
            return
        top = self._scrolled()
        painter.translate(0, -top)
        shown = self._tiling.between(top + event.rect().top(), top + event.rect().bottom())
        frame = self.palette().color(QPalette.ColorRole.Mid)
        self._ready_sheet().draw(painter, self._tiling, shown, frame, self._order)
        self._paint_marks(painter, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.channel_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        channel = self.channel_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton:
            self._click(channel, event.modifiers())
        elif event.button() is Qt.MouseButton.RightButton and channel not in self._selection:
            self.set_current(channel)

    def _click(self, channel: int, modifiers: Qt.KeyboardModifier) -> None:
        if channel != NONE and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._move_to(channel)
            self._anchor = channel
            self._select(self._selection ^ {channel})
        elif channel != NONE and modifiers & Qt.KeyboardModifier.ShiftModifier and self._anchor != NONE:
            self._extend_to(channel)
        else:
            self.set_current(channel)

    def _extend_to(self, channel: int) -> None:
        """Select everything between the anchor and ``channel`` as they are shown."""
        self._move_to(channel)
        first, last = sorted((self._place(self._anchor), self._place(channel)))
        self._select(frozenset(self.order[first : last + 1]))

    def _select(self, channels: frozenset[int]) -> None:
        if channels != self._selection:
            self._selection = channels
            self.viewport().update()
            self.selection_changed.emit()

    def _place(self, channel: int) -> int:
        """Where ``channel`` is shown."""
        return self._places.get(channel, channel)

    def _channel(self, place: int) -> int:
        """What is shown at ``place``."""
        return place if self._order is None else self._order[place]

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(NONE)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if self.viewport().underMouse():
            self._hover(self.channel_at(self.viewport().mapFromGlobal(QCursor.pos())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _TAB and self._current == NONE and self._maps is not None:
            self.set_current(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        target = None if self._tiling is None else self._key_target(event, self._tiling)
        if target is None:
            super().keyPressEvent(event)
            return
        self._hovered = NONE
        self._click(self._channel(target), event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _key_target(self, event: QKeyEvent, tiling: Tiling) -> int | None:
        page = max(1, self.viewport().height() // tiling.pitch.height)
        current = NONE if self._current == NONE else self._place(self._current)
        return key_target(event.key(), current, tiling.count, tiling.columns, page)

    def _paint_placeholder(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(16, 16, -16, -16), flags, self._placeholder)

    def _paint_marks(self, painter: QPainter, shown: range) -> None:
        assert self._tiling is not None
        several = self._selection if len(self._selection) > 1 else frozenset()
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        for channel in self._marks.channels | several:
            if self._place(channel) in shown:
                self._marks.draw(painter, channel, self._tile(channel))
                if channel in several:
                    outline(painter, self._tile(channel), colour, GAP - 1)
        if self._current != NONE:
            role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.PlaceholderText
            outline(painter, self._tile(self._current), self.palette().color(role), GAP - 1)
        if self._hovered not in (NONE, self._current):
            outline(painter, self._tile(self._hovered), self.palette().color(QPalette.ColorRole.Text), GAP - 1)

    def _tile(self, channel: int) -> QRect:
        """Before scrolling."""
        assert self._tiling is not None
        return QRect(*self._tiling.corner(self._place(channel)), *self._tiling.tile)

    def _ready_sheet(self) -> TileSheet:
        if self._sheet is None:
            assert self._maps is not None and self._colouring is not None
            self._sheet = TileSheet(self._maps, self._colouring)
        return self._sheet

    def _lay_out(self) -> None:
        self._tiling = None if self._maps is None else self._fitted(self._maps)
        field = self.maximumViewportSize().height()
        hidden = 0 if self._tiling is None else max(0, self._tiling.height - field)
        self.verticalScrollBar().setPageStep(field)
        self.verticalScrollBar().setSingleStep(20 if self._tiling is None else self._tiling.pitch.height)
        self.verticalScrollBar().setRange(0, hidden)

    def _fitted(self, maps: Maps) -> Tiling:
        # The size without a scroll bar: what decides on the bar must not depend on it.
        field = Size(self.maximumViewportSize().width(), self.maximumViewportSize().height())
        count, cells = len(maps), map_size(maps)
        tiling = fit_tiles(count, cells, field, GAP)
        if tiling.height <= field.height:
            return tiling
        narrower = field._replace(width=field.width - self.verticalScrollBar().sizeHint().width())
        return fit_tiles(count, cells, narrower, GAP, smallest=min(tiling.tile))

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _scroll_to(self, channel: int) -> None:
        rect = self.tile_rect(channel).adjusted(0, -GAP, 0, GAP)
        below = rect.bottom() - self.viewport().rect().bottom()
        step = rect.top() if rect.top() < 0 else max(0, below)
        self.verticalScrollBar().setValue(self._scrolled() + step)

    def _hover(self, channel: int) -> None:
        if channel != self._hovered:
            self._hovered = channel
            self._announce()
            self.viewport().update()

    def _announce(self) -> None:
        pointed = self.pointed_channel
        if pointed != self._announced:
            self._announced = pointed
            if self._maps is not None and pointed != NONE:
                self.setAccessibleDescription(self.pointed_summary)
            self.channel_hovered.emit(pointed)
