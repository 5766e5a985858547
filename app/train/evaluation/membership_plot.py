"""Precision beside recall, one point a model: how good pictures are, and how many kinds there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.theme import GAP
from app.train.evaluation.colours import colour_of
from app.train.evaluation.evaluations import Column
from app.widgets.accessible import tell_role
from app.widgets.labels import literal
from gan.measure.evaluation import Evaluation
from gan.measure.measures import PRECISION, RECALL
from gan.measure.values import SURE, Value
from gan.words import joined, marked, tr

RADIUS = 6
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_FAINT = 60


@dataclass(frozen=True)
class Point:
    """A model by its ``number``, or real pictures, which have none; ``name`` says whose they are."""

    number: int | None
    name: str
    recall: Value
    precision: Value

    @property
    def tip(self) -> str:
        """For people."""
        told = joined((PRECISION.text(self.precision.value), RECALL.text(self.recall.value)))
        return tr("{title}: {about}", title=self.name, about=told)


def points_of(columns: Sequence[Column]) -> list[Point]:
    """Of all that were measured, then of the real pictures that each was held to."""
    answers = [(number, column.answer) for number, column in enumerate(columns, 1) if column.answer is not None]
    models = [_point(number, answer.evaluation, answer.evaluation.name) for number, answer in answers]
    real = {answer.held_to: answer.real for _, answer in answers}.values()
    return [*models, *(_point(None, found, tr("real pictures of {data}", data=found.data)) for found in real)]


def _point(number: int | None, found: Evaluation, name: str) -> Point:
    return Point(number, name, found.values[RECALL.name], found.values[PRECISION.name])


class MembershipPlot(QWidget):
    """Each point has the number of its model beside it, and its interval; hollow ones are real pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Chart)
        self.points: list[Point] = []
        self.setAccessibleName(tr("Precision and recall"))
        self.setMinimumSize(160, 140)

    def show_points(self, points: list[Point]) -> None:
        """Show others."""
        self.points = points
        self.setAccessibleDescription(joined((point.tip for point in points), marked("{one}; {other}")))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 240)

    def place_of(self, point: Point) -> QPointF:
        """Where a point is, in pixels."""
        return self._place(point.recall.value, point.precision.value)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            tips = [point.tip for point in self.points if self._is_near(point, QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), literal("\n".join(tips)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        self._paint_axes(painter)
        for point in reversed(self.points):  # models stand before real pictures
            self._paint_point(painter, point)

    @property
    def _area(self) -> QRectF:
        """Where both are from 0 to 1; around it stand the words."""
        metrics = self.fontMetrics()
        left = 2 * metrics.height() + metrics.horizontalAdvance("0.00")
        return QRectF(self.rect()).adjusted(left, 2 * GAP, -2 * GAP, -2 * metrics.height() - GAP)

    def _place(self, recall: float, precision: float) -> QPointF:
        area = self._area
        return QPointF(area.left() + recall * area.width(), area.bottom() - precision * area.height())

    def _is_near(self, point: Point, place: QPointF) -> bool:
        return (self.place_of(point) - place).manhattanLength() <= 2 * RADIUS

    def _paint_axes(self, painter: QPainter) -> None:
        area, metrics, text = self._area, painter.fontMetrics(), self.palette().color(QPalette.ColorRole.Text)
        faint = QColor(text)
        faint.setAlpha(_FAINT)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        high, centred = metrics.height(), int(Qt.AlignmentFlag.AlignHCenter)
        for tick in TICKS:
            painter.setPen(QPen(faint, 1))
            painter.drawLine(self._place(tick, 0), self._place(tick, 1))
            painter.drawLine(self._place(0, tick), self._place(1, tick))
            painter.setPen(text)
            x, y = self._place(tick, 0).x(), self._place(0, tick).y()
            painter.drawText(QRectF(x - 30, area.bottom() + 2, 60, high), centred, f"{tick:g}")
            painter.drawText(QRectF(0, y - high / 2, area.left() - 4, high), flags, f"{tick:g}")
        self._paint_titles(painter, area)

    def _paint_titles(self, painter: QPainter, area: QRectF) -> None:
        high, centred = painter.fontMetrics().height(), int(Qt.AlignmentFlag.AlignCenter)
        below = QRectF(area.left(), self.height() - high - 2, area.width(), high)
        painter.drawText(below, centred, tr("recall: how many kinds"))
        painter.save()
        painter.translate(2, area.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, area.height(), high), centred, tr("precision: how good"))
        painter.restore()

    def _paint_point(self, painter: QPainter, point: Point) -> None:
        text = self.palette().color(QPalette.ColorRole.Text)
        colour = text if point.number is None else colour_of(point.number, self)
        painter.setPen(QPen(colour, 1.5))
        for start, end in self._bars(point):
            painter.drawLine(start, end)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base) if point.number is None else colour)
        painter.drawEllipse(self.place_of(point), RADIUS, RADIUS)
        painter.setPen(text)
        place, label = self.place_of(point), self._label(point)
        wide, beside = painter.fontMetrics().horizontalAdvance(label), RADIUS + 3
        fits = place.x() + beside + wide <= self.width()
        painter.drawText(place + QPointF(beside if fits else -beside - wide, -RADIUS), label)

    def _label(self, point: Point) -> str:
        """All real pictures lie close together, so one name is enough."""
        if point.number is not None:
            return str(point.number)
        return "real" if next(other for other in self.points if other.number is None) is point else ""

    def _bars(self, point: Point) -> Iterator[tuple[QPointF, QPointF]]:
        """The intervals, across and up."""
        x, y = point.recall.value, point.precision.value
        across, up = (SURE * (value.error or 0.0) for value in (point.recall, point.precision))
        yield self._place(x - across, y), self._place(x + across, y)
        yield self._place(x, y - up), self._place(x, y + up)
