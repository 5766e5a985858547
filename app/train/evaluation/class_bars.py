"""What kinds of things are drawn: the share of each class, a bar for each model, and a line where real pictures are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.theme import GAP
from app.train.evaluation.colours import colour_of
from app.train.evaluation.evaluations import Column
from app.widgets.accessible import tell_role
from app.widgets.labels import literal
from gan.measure.classes import ClassNumbers
from gan.words import joined, marked, tr

BAR, NAME_SHARE = 12, 0.3
"""Pixels of a bar's height; the share of the width that names can take."""
_SHARE_WIDTH = "100.0%"
_ROUNDED = 2
"""Pixels by which a name can be wider than it is said to be, which would cut it off."""


@dataclass(frozen=True)
class Bars:
    """A class: the share of ``real`` pictures, and the number of each model with what was found of it."""

    name: str
    real: float
    models: tuple[tuple[int, ClassNumbers], ...]

    @property
    def tip(self) -> str:
        """For people."""
        lines = [tr("{name}: {real:.1%} of real pictures", name=self.name, real=self.real)]
        for number, kind in self.models:
            good = (("precision", kind.precision), ("recall", kind.recall), ("FID", kind.fid))
            found = [f"{title} {value:.2f}" for title, value in good if value is not None]
            right = [] if kind.right is None else [tr("of which {right:.0%} look so", right=kind.right)]
            lines.append(
                joined(
                    [
                        tr("{number}: {generated:.1%} of its pictures", number=number, generated=kind.generated),
                        *right,
                        *found,
                    ]
                )
            )
        return "\n".join(lines)


def bars_of(columns: Sequence[Column]) -> list[Bars]:
    """One for each class; models of other sets have others, which follow."""
    found: dict[tuple[str, str, float], list[tuple[int, ClassNumbers]]] = {}
    for number, column in enumerate(columns, 1):
        if column.answer is not None:
            evaluation = column.answer.evaluation
            for kind in evaluation.classes:
                found.setdefault((evaluation.data, kind.name, kind.real), []).append((number, kind))
    return [Bars(name, real, tuple(models)) for (_, name, real), models in found.items()]


def classes_text(columns: Sequence[Column]) -> str:
    """What the bars are, and by what a picture belongs to a class."""
    told = [str(number) for number, column in enumerate(columns, 1) if column.answer and column.answer.evaluation.told]
    known = tr(", of {names} by what it was told to draw", names=tr(" and ").join(told)) if told else ""
    return tr(
        "Share of each class: bars of the models, a line for real pictures. A picture is of the class of the nearest "
        "training picture{known}.",
        known=known,
    )


class ClassBars(QWidget):
    """As high as it has to be; it stands in something that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Chart)
        self.bars: list[Bars] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Share of each class"))

    def show_bars(self, bars: list[Bars]) -> None:
        """Show others."""
        self.bars = bars
        told = (joined(each.tip.splitlines()) for each in bars)
        self.setAccessibleDescription(joined(told, marked("{one}; {other}")))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, sum(self._height(each) for each in self.bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            tips = [each.tip for each, top in self._places() if top <= event.pos().y() < top + self._height(each)]
            QToolTip.showText(event.globalPos(), literal("".join(tips)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for each, top in self._places():
            self._paint(painter, each, top)

    def _height(self, bars: Bars) -> int:
        return max(self.fontMetrics().height(), BAR * len(bars.models)) + GAP

    def _places(self) -> Iterator[tuple[Bars, int]]:
        top = 0
        for each in self.bars:
            yield each, top
            top += self._height(each)

    def _paint(self, painter: QPainter, bars: Bars, top: int) -> None:
        metrics, height = self.fontMetrics(), self._height(bars)
        names = max((metrics.horizontalAdvance(each.name) for each in self.bars), default=0) + _ROUNDED
        left = min(names, round(NAME_SHARE * self.width())) + GAP
        text = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(text)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        name = metrics.elidedText(bars.name, Qt.TextElideMode.ElideRight, left - GAP)
        painter.drawText(QRectF(0, top, left - GAP, height), flags, name)
        scale = max(1, self.width() - left - metrics.horizontalAdvance(_SHARE_WIDTH) - 2 * GAP) / self._most
        first = top + (height - BAR * len(bars.models)) / 2
        for place, (number, kind) in enumerate(bars.models):
            self._paint_bar(painter, QRectF(left, first + place * BAR, scale * kind.generated, BAR - 1), number)
        painter.setPen(QPen(text, 2))
        x = left + scale * bars.real
        painter.drawLine(QPointF(x, top + 2), QPointF(x, top + height - 2))
        painter.setPen(text)
        if len(bars.models) == 1:
            share = f"{bars.models[0][1].generated:.1%}"
            painter.drawText(QRectF(0, top, self.width() - GAP, height), flags, share)

    def _paint_bar(self, painter: QPainter, place: QRectF, number: int) -> None:
        """With the number of its model, where there is room, so that no colour has to be told from another."""
        colour = colour_of(number, self)
        painter.fillRect(place, colour)
        font = painter.font()
        small = painter.font()
        small.setPixelSize(BAR - 2)
        painter.setFont(small)
        painter.setPen(self.palette().color(QPalette.ColorRole.Base))
        if place.width() >= painter.fontMetrics().horizontalAdvance(str(number)) + 3:
            painter.drawText(place.adjusted(3, -1, 0, 1), int(Qt.AlignmentFlag.AlignVCenter), str(number))
        painter.setFont(font)

    @property
    def _most(self) -> float:
        shares = [share for each in self.bars for share in (each.real, *(kind.generated for _, kind in each.models))]
        return max(shares, default=0.0) or 1.0
