"""Words beside a widget, with an arrow that points at it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.buttons import push_button
from app.widgets.image_view import ImageView
from app.widgets.labels import muted

WIDTH = 330
ARROW = 12
"""Pixels from the words to the tip of the arrow."""
ROUND = 8
_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Callout(QWidget):
    """Lies over its window. Left and Right go back and on, Esc ends it; so do its buttons."""

    went_on = Signal()
    went_back = Signal()
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: QWidget | None = None
        self._tip: QPoint | None = None
        self._build_ui()
        self.setFixedWidth(WIDTH)
        window.installEventFilter(self)
        self.hide()

    def _build_ui(self) -> None:
        self.text, self.count = QLabel(), muted()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.MarkdownText)
        self.skip_button, self.back_button, self.next_button = push_button(""), push_button(""), push_button("")
        self.next_button.setProperty("primary", True)
        for button, signal in (
            (self.skip_button, self.skipped),
            (self.back_button, self.went_back),
            (self.next_button, self.went_on),
        ):
            button.setAutoDefault(True)
            button.clicked.connect(signal)
            button.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        layout = self._column = QVBoxLayout(self)
        edge = MARGIN + ARROW
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.text)
        layout.addLayout(row)

    @property
    def target(self) -> QWidget | None:
        """What it points at."""
        return self._target

    @property
    def tip(self) -> QPoint | None:
        """Of its arrow, in itself; None if it has none."""
        return None if self._tip is None else self.mapFromParent(self._tip)

    def say(self, text: str, count: str, target: QWidget | None, watched: QWidget | None = None) -> None:
        """Point at ``target``; at nothing, from the middle of the window, if it cannot be seen.

        It stands below ``watched`` if there is room.
        """
        self._target, self._watched = target, watched
        self.text.setText(text)
        self.count.setText(count)
        self.setAccessibleName(text)
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # or buttons would grow, and take from the words, once they are seen
        self._column.invalidate()
        self._place()
        self.show()
        self.raise_()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif key == Qt.Key.Key_Right:
            self.went_on.emit()
        elif self.back_button.isEnabled():
            self.went_back.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its keys are not those of the window while one of its buttons has the keyboard."""
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and watched is not self._window:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._press(event.key())
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        height = self._column.totalHeightForWidth(WIDTH)
        size, window = QSize(WIDTH, height), self._window.rect()
        target, watched = self._rect_of(self._target), self._rect_of(self._watched)
        self._tip = None
        place = QRect(QPoint(), size)
        place.moveCenter(window.center())
        if target is not None:
            place, self._tip = _beside(target, size, window)
        if watched is not None and place.intersects(watched):
            place = _inside(QRect(QPoint(place.left(), watched.bottom()), size), window)
            self._tip = self._tip if target is None or self._tip is None else _along(self._tip, place, target)
        self.setGeometry(place)
        self.update()

    def _rect_of(self, widget: QWidget | None) -> QRect | None:
        window = self._window
        if widget is None or not widget.isVisible() or not window.isAncestorOf(widget):
            return None
        shown = widget.picture_rect() if isinstance(widget, ImageView) else widget.rect()
        return QRect(widget.mapTo(window, shown.topLeft()), shown.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        body = self.rect().adjusted(ARROW, ARROW, -ARROW, -ARROW)
        painter.drawRoundedRect(body, ROUND, ROUND)
        if self.tip is not None:
            _draw_arrow(painter, body, self.tip)


def _beside(target: QRect, size: QSize, window: QRect) -> tuple[QRect, QPoint]:
    """Where the callout stands, and the tip of its arrow: right of, left of, below or above ``target``, or inside."""
    middle = target.intersected(window).center()
    sides = (
        (QPoint(target.right(), middle.y() - size.height() // 2), QPoint(target.right() + 2, middle.y())),
        (QPoint(target.left() - size.width(), middle.y() - size.height() // 2), QPoint(target.left() - 2, middle.y())),
        (QPoint(middle.x() - size.width() // 2, target.bottom()), QPoint(middle.x(), target.bottom() + 2)),
        (QPoint(middle.x() - size.width() // 2, target.top() - size.height()), QPoint(middle.x(), target.top() - 2)),
    )
    for corner, tip in sides:
        place = _inside(QRect(corner, size), window)
        if not place.adjusted(ARROW, ARROW, -ARROW, -ARROW).intersects(target):
            return place, tip
    return _inside(QRect(middle + QPoint(0, ARROW), size), window), middle


def _along(tip: QPoint, place: QRect, target: QRect) -> QPoint:
    """``tip``, moved along the edge of ``target`` to where it stands beside ``place``, if it can."""
    edge = 2 * ARROW + ROUND
    y = min(max(tip.y(), place.top() + edge), place.bottom() - edge)
    return QPoint(tip.x(), min(max(y, target.top()), target.bottom()))


def _inside(place: QRect, window: QRect) -> QRect:
    place.moveLeft(min(max(place.left(), window.left()), window.right() - place.width()))
    place.moveTop(min(max(place.top(), window.top()), window.bottom() - place.height()))
    return place


def _draw_arrow(painter: QPainter, body: QRect, tip: QPoint) -> None:
    """From the edge of ``body`` that is nearest to ``tip``."""
    x = min(max(tip.x(), body.left() + ROUND + ARROW), body.right() - ROUND - ARROW)
    y = min(max(tip.y(), body.top() + ROUND + ARROW), body.bottom() - ROUND - ARROW)
    if tip.x() <= body.left() or tip.x() >= body.right():
        edge = body.left() if tip.x() <= body.left() else body.right() + 1
        base = QPointF(edge, y - ARROW), QPointF(edge, y + ARROW)
    else:
        edge = body.top() if tip.y() <= body.top() else body.bottom() + 1
        base = QPointF(x - ARROW, edge), QPointF(x + ARROW, edge)
    painter.drawPolygon(QPolygonF([base[0], QPointF(tip), base[1]]))
    pen = painter.pen()
    painter.setPen(QPen(painter.brush().color(), pen.widthF() + 2))
    painter.drawLine(base[0], base[1])
    painter.setPen(pen)
