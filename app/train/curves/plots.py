"""The plots of a run, drawn by pyqtgraph; imported only when the panel is first seen."""

from html import escape

import numpy as np
import numpy.typing as npt
import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPen

from app.theme import CURVES, GAP
from app.train.curves.curve_data import CurveData, Values
from app.widgets.accessible import tell_role
from app.widgets.pens import line_pen
from app.widgets.plot_legend import PlotLegend
from app.widgets.power_axis import PowerAxis
from gan.measure.measures import DISTANCE
from gan.words import joined, marked, tr

LOSSES = {"d_loss": marked("loss of D"), "g_loss": marked("loss of G")}
DISTANCES = {DISTANCE.name: DISTANCE.title}
BEST = marked("best snapshot")
OPINIONS = {
    "d_real": marked("D(x), real"),
    "d_fake": marked("D(G(z)), generated"),
    "d_fake_after": marked("D(G(z)) after D's step"),
}
FAINT = 55
MOST_POINTS = 400
"""Of a smoothed curve: thick lines are slow to paint, and a running mean has no peaks to lose."""
LOWEST = 32
"""Pixels of a plot from which on its values have room."""
FEWEST_STEPS = 20
"""The axis reaches at least this far, so that a run's first points do not fill it."""
ZOOMS = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
PANS = {Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1}
"""Shares of what is seen of the axis."""
DASHES = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


class Plots(pyqtgraph.GraphicsLayoutWidget):
    """Quality, or distances while there are none, losses, D's opinions in [0, 1], with a common axis of steps."""

    def __init__(self) -> None:
        super().__init__()
        tell_role(self, QAccessible.Role.Chart)
        self.setAccessibleName(tr("Curves of the run"))
        self.setToolTip(
            tr("Wheel, + and -: look closer or from farther away; drag, Left and Right: move; Home: all of it")
        )
        self.ci.layout.setContentsMargins(GAP, GAP, GAP, GAP // 2)
        self.ci.layout.setVerticalSpacing(GAP // 2)
        self.quality = self.addPlot(row=0, col=0, axisItems={"left": PowerAxis()})
        self.distances = self.addPlot(row=1, col=0)
        self.losses = self.addPlot(row=2, col=0)
        self.opinions = self.addPlot(row=3, col=0)
        # The untrained generator is a hundred times as far off as what becomes of it. Said before its axis is linked,
        # which would else follow its own curve again, and hold those of all others.
        self.quality.setLogMode(y=True)
        self._plots = (self.distances, self.losses, self.opinions, self.quality)
        for plot in self._plots:
            plot.getViewBox().sigResized.connect(self._fit_values)
            plot.setLimits(xMin=-0.02 * FEWEST_STEPS, minXRange=FEWEST_STEPS)
            plot.setXLink(None if plot is self.losses else self.losses)
            plot.getAxis("bottom").setStyle(showValues=plot is self.opinions)
        self.distances.setLimits(yMin=0)
        self.opinions.setYRange(0, 1, padding=0.02)
        self.opinions.setLabel("bottom", tr("step"))
        self._half = pyqtgraph.InfiniteLine(0.5, angle=0)
        self.opinions.addItem(self._half, ignoreBounds=True)
        self._raw: dict[str, pyqtgraph.PlotDataItem] = {}
        self._smooth: dict[str, pyqtgraph.PlotDataItem] = {}
        self._legends = [
            self._fill_distances(),
            self._fill(self.losses, LOSSES),
            self._fill(self.opinions, OPINIONS),
            self._fill_quality(),
        ]
        self._marks: list[pyqtgraph.InfiniteLine] = []
        self._mark_pen = QPen()
        self._others: list[tuple[str, CurveData]] = []
        self.compared: list[tuple[pyqtgraph.PlotItem, PlotLegend, pyqtgraph.PlotDataItem]] = []
        """Lines of other runs, each with its plot and the legend that may name it."""

    def _fill_distances(self) -> PlotLegend:
        legend = _dress(self.distances)
        self._distance = _dotted(self.distances, "swd")
        legend.addItem(self._distance, tr(DISTANCES["swd"]))
        self.distances.hide()
        return legend

    def _fill_quality(self) -> PlotLegend:
        """What is measured, and in which feature space, is not known before the first value; the best is a star."""
        legend = _dress(self.quality)
        self._evaluated = _dotted(self.quality, "quality")
        self._best = self.quality.plot(
            pen=None, symbol="star", symbolSize=14, symbolPen=None, symbolBrush=CURVES["quality"]
        )
        legend.addItem(self._evaluated, "")
        legend.addItem(self._best, tr(BEST))
        self._titled = ""
        self.quality.hide()
        return legend

    def _fill(self, plot: pyqtgraph.PlotItem, titles: dict[str, str]) -> PlotLegend:
        legend = _dress(plot)
        plot.setDownsampling(auto=True, mode="peak")
        plot.setClipToView(True)
        for name, title in titles.items():
            faint = QColor(CURVES[name])
            faint.setAlpha(FAINT)
            self._raw[name] = plot.plot(pen=line_pen(faint, width=1))
            self._smooth[name] = plot.plot(pen=line_pen(CURVES[name], width=2))
            legend.addItem(self._smooth[name], tr(title))
        return legend

    def _fit_values(self, box: pyqtgraph.ViewBox) -> None:
        """Values beside an axis too low for them would lie on each other."""
        axis = next(plot.getAxis("left") for plot in self._plots if plot.getViewBox() is box)
        axis.setStyle(showValues=box.height() >= LOWEST)

    def show_data(self, data: CurveData, *, smooth: bool) -> None:
        """Draw all of ``data``; without ``smooth`` the measured values stand alone."""
        if data.count < 2:
            self._begin_axis()
        for name, curve in self._raw.items():
            measured = data.values(name, smooth=False)
            curve.setData(data.steps, measured, connect="finite")
            curve.setVisible(smooth)
            if smooth:
                rows = thinned(data.count)
                self._smooth[name].setData(data.steps[rows], data.values(name, smooth=True)[rows], connect="finite")
            else:
                self._smooth[name].setData(data.steps, measured, connect="finite")
        self._distance.setData(*columns(data.distances), connect="finite")
        self._show_quality(data)
        self._show_distances()
        self._show_marks(data)
        self.setAccessibleDescription(_told(data))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box, key = self.losses.getViewBox(), Qt.Key(event.key())
        if key in ZOOMS:
            box.scaleBy(x=ZOOMS[key])
        elif key in PANS:
            (first, last), _ = box.viewRange()
            box.translateBy(x=PANS[key] * (last - first))
        elif key == Qt.Key.Key_Home:
            box.enableAutoRange()
        else:
            super().keyPressEvent(event)

    def _show_quality(self, data: CurveData) -> None:
        self._evaluated.setData(*columns(data.evaluated), connect="finite")
        self._best.setData(*columns(data.best))
        if data.quality != self._titled:
            legend, self._titled = self._legends[3], data.quality
            # Only its words change: an entry that is taken away while it is to be painted ends the program.
            legend.label_of(self._evaluated).setText(escape(data.quality))
            legend.arrange()
            self.show_compared(self._others)
        self.quality.setVisible(len(data.evaluated) > 1 or bool(data.evaluated and not data.distances))

    def _begin_axis(self) -> None:
        """A single point would keep the width of the run before."""
        self.losses.setXRange(0, FEWEST_STEPS, padding=0)
        self.losses.enableAutoRange("x")

    def _show_distances(self) -> None:
        """Where two snapshots were measured they tell more; runs without either leave the room to the other plots."""
        curves = (self._distance, *(curve for plot, _, curve in self.compared if plot is self.distances))
        has_any = any(curve.xData is not None and len(curve.xData) for curve in curves)
        self.distances.setVisible(has_any and not self.quality.isVisible())

    def show_compared(self, runs: list[tuple[str, CurveData]]) -> None:
        """Draw the smoothed curves of other runs in the same colours, each run in a dash of its own.

        Their quality stands beside that of the open run only where both were measured in the same way.
        """
        self._others = runs
        for plot, legend, curve in self.compared:
            plot.removeItem(curve)
            legend.removeItem(curve)
        self.compared = []
        for (name, data), dash in zip(runs, DASHES, strict=False):
            rows = thinned(data.count)
            for plot, legend, titles in zip(self._plots[1:3], self._legends[1:3], (LOSSES, OPINIONS), strict=True):
                for number, metric in enumerate(list(titles)[:2]):
                    smooth = data.values(metric, smooth=True)[rows]
                    self._add_compared(plot, legend, metric, (data.steps[rows], smooth), "" if number else name, dash)
            if data.distances:
                self._add_compared(self.distances, self._legends[0], "swd", columns(data.distances), name, dash)
            if data.evaluated and data.quality == self._titled:
                self._add_compared(self.quality, self._legends[3], "quality", columns(data.evaluated), name, dash)
        self._show_distances()

    def _add_compared(
        self,
        plot: pyqtgraph.PlotItem,
        legend: PlotLegend,
        metric: str,
        points: tuple[Values, Values],
        title: str,
        dash: Qt.PenStyle,
    ) -> None:
        """A line of another run; ``title`` stands in the legend unless it is empty."""
        pen = line_pen(CURVES[metric], width=1.5, style=dash)
        curve = plot.plot(*points, pen=pen, connect="finite")
        if title:
            legend.addItem(curve, escape(title))  # which shows what looks like HTML as such
        self.compared.append((plot, legend, curve))

    def recolour(self, background: QColor, text: QColor) -> None:
        """Dress the plots in a theme's colours."""
        self.setBackground(background)
        faint = QColor(text)
        faint.setAlpha(FAINT)
        self._mark_pen = line_pen(faint, width=1, style=Qt.PenStyle.DotLine)
        self._half.setPen(self._mark_pen)
        for plot in self._plots:
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(faint)
                plot.getAxis(side).setTextPen(text)
        for legend in self._legends:
            legend.write_in(text)
        for mark in self._marks:
            mark.setPen(self._mark_pen)

    def _show_marks(self, data: CurveData) -> None:
        while len(self._marks) > len(data.marks):
            self.losses.removeItem(self._marks.pop())
        for index, (step, word) in enumerate(data.marks):
            if index == len(self._marks):
                self._marks.append(pyqtgraph.InfiniteLine(step, angle=90, pen=self._mark_pen))
                self.losses.addItem(self._marks[-1], ignoreBounds=True)
            self._marks[index].setValue(step)
            self._marks[index].setToolTip(tr("{word} at step {step:,}", word=word, step=step))


def columns(points: list[tuple[int, float]]) -> tuple[Values, Values]:
    """Steps and values of ``points``, each of shape (len(points),); infinite values become NaN."""
    steps, values = np.array(points, np.float64).reshape(-1, 2).T
    return steps, np.where(np.isfinite(values), values, np.nan)


def _told(data: CurveData) -> str:
    """The newest values, for those who hear them."""
    if not data.count:
        return tr("Nothing yet")
    values = (f"{tr(title)} {data.values(name, smooth=True)[-1]:.3g}" for name, title in (LOSSES | OPINIONS).items())
    return tr("Step {step:,.0f}: {values}", step=data.steps[-1], values=joined(values))


def _dotted(plot: pyqtgraph.PlotItem, metric: str) -> pyqtgraph.PlotDataItem:
    """The line of values that are so rare that each has a dot."""
    return plot.plot(
        pen=line_pen(CURVES[metric], width=2),
        symbol="o",
        symbolSize=5,
        symbolPen=None,
        symbolBrush=CURVES[metric],
    )


def _dress(plot: pyqtgraph.PlotItem) -> PlotLegend:
    """What all plots have in common; returns the legend."""
    plot.setMenuEnabled(False)
    plot.getAxis("left").setWidth(44)
    return PlotLegend(plot)


def thinned(count: int) -> npt.NDArray[np.intp]:
    """Rows of a curve of ``count`` points that are drawn: at most :data:`MOST_POINTS`, with both ends."""
    if count <= MOST_POINTS:
        return np.arange(count)
    return np.linspace(0, count - 1, MOST_POINTS).round().astype(np.intp)
