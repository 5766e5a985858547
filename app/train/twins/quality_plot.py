"""How good both networks were after equal times; imported only when the panel is first seen."""

from html import escape

import numpy as np
import pyqtgraph
from PySide6.QtGui import QColor

from app.theme import CURVES
from app.widgets.pens import line_pen
from app.widgets.plot_legend import PlotLegend
from app.widgets.power_axis import PowerAxis
from gan.model.kinds import KINDS
from gan.train.course import Course
from gan.words import tr

SMALLEST = 1e-3
"""What the logarithmic axis shows of values at or below 0."""
SHORTEST = 20
"""Seconds that the axis shows at least: first values of both lie close together."""
HEIGHT = 116
FAINT = 55


class QualityPlot(pyqtgraph.PlotWidget):
    """Seconds of training from left to right, the values of both upwards on a logarithmic axis."""

    def __init__(self) -> None:
        super().__init__(axisItems={"left": PowerAxis()})
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.setLogMode(y=True)
        plot.setLabel("bottom", tr("seconds of training, each"))
        plot.getAxis("left").setWidth(60)
        self.setFixedHeight(HEIGHT)
        plot.setLimits(xMin=0, minXRange=SHORTEST)
        self._legend = PlotLegend(plot)
        self.lines = {kind: self._line(plot, kind) for kind in KINDS}
        for kind, line in self.lines.items():
            self._legend.addItem(line, escape(tr(KINDS[kind].title)))

    @staticmethod
    def _line(plot: pyqtgraph.PlotItem, kind: str) -> pyqtgraph.PlotDataItem:
        pen = line_pen(CURVES[kind], width=2)
        return plot.plot(pen=pen, symbol="o", symbolSize=6, symbolPen=None, symbolBrush=CURVES[kind])

    def show_courses(self, courses: dict[str, Course]) -> None:
        """Draw all that was measured."""
        for kind, line in self.lines.items():
            points = courses[kind].evaluated if kind in courses else []
            seconds, values = np.array(points, np.float64).reshape(-1, 2).T
            line.setData(seconds, np.maximum(values, SMALLEST))
        quality = next((course.quality for course in courses.values() if course.quality), "")
        self.getPlotItem().setLabel("left", escape(quality.partition(" (")[0]))

    def recolour(self, background: QColor, text: QColor) -> None:
        """Dress the plot in a theme's colours."""
        self.setBackground(background)
        faint = QColor(text)
        faint.setAlpha(FAINT)
        for side in ("left", "bottom"):
            self.getPlotItem().getAxis(side).setPen(faint)
            self.getPlotItem().getAxis(side).setTextPen(text)
        self._legend.write_in(text)
