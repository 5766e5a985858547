"""Precision beside recall, one point a model: how good pictures are, and how many kinds there are."""

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from app.train.evaluation.colours import SYMBOLS, colour_of
from app.train.evaluation.evaluations import Column
from gan.measure.measures import PRECISION, RECALL
from gan.measure.values import SURE, Value

SIZE = 12


class MembershipPlot(pyqtgraph.PlotWidget):
    """Each point has the number of its model beside it, and its interval; the hollow ones are real pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.setLabel("bottom", "recall: how many kinds there are")
        plot.setLabel("left", "precision: how good they are")
        plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0.04)
        self.setAccessibleName("Precision and recall")
        self.setMinimumHeight(180)
        self.recolour()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show those that were measured."""
        self._columns = columns
        self._draw()

    @property
    def points(self) -> list[tuple[int, float, float]]:
        """(number of the model, recall, precision) of all that are shown."""
        return [
            (number, found.values[RECALL.name].value, found.values[PRECISION.name].value)
            for number, column in enumerate(self._columns, 1)
            if column.answer is not None
            for found in (column.answer.evaluation,)
        ]

    def _draw(self) -> None:
        self.getPlotItem().clear()
        told: list[str] = []
        held: set[object] = set()
        for number, column in enumerate(self._columns, 1):
            if column.answer is None:
                continue
            values, name = column.answer.evaluation.values, column.answer.evaluation.name
            recall, precision = values[RECALL.name], values[PRECISION.name]
            self._add(recall, precision, colour_of(number, self), SYMBOLS[number - 1], str(number))
            told.append(f"{name}: precision {precision.value:.2f}, recall {recall.value:.2f}")
            if column.answer.held_to not in held:
                held.add(column.answer.held_to)
                real = column.answer.real.values
                self._add(real[RECALL.name], real[PRECISION.name], self._text, "o", "real", filled=False)
        self.setAccessibleDescription("; ".join(told))

    def _add(
        self, recall: Value, precision: Value, colour: QColor, symbol: str, text: str, *, filled: bool = True
    ) -> None:
        pen = pyqtgraph.mkPen(colour, width=1.5)
        across, up = (2 * SURE * (value.error or 0.0) for value in (recall, precision))
        x, y = recall.value, precision.value
        self.addItem(pyqtgraph.ErrorBarItem(x=[x], y=[y], width=across, height=up, pen=pen))
        brush = colour if filled else None
        self.addItem(pyqtgraph.ScatterPlotItem([x], [y], size=SIZE, symbol=symbol, pen=pen, brush=brush))
        label = pyqtgraph.TextItem(text, color=colour, anchor=(-0.3, 1.0) if x < 0.85 else (1.3, 1.0))
        label.setPos(x, y)
        self.addItem(label)

    @property
    def _text(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Text)

    def recolour(self) -> None:
        """Dress it in the theme's colours."""
        self.setBackground(self.palette().color(QPalette.ColorRole.Base))
        faint = QColor(self._text)
        faint.setAlpha(80)
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(faint)
            axis.setTextPen(self._text)
        self._draw()
