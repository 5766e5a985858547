"""The two plots of a run, drawn by pyqtgraph; imported only when they are first seen."""

import numpy as np
import numpy.typing as npt
import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.theme import CURVES
from app.train.curve_data import CurveData

LOSSES = {"d_loss": "loss of D", "g_loss": "loss of G"}
OPINIONS = {"d_real": "D(x), real", "d_fake": "D(G(z)), generated", "d_fake_after": "D(G(z)) after D's step"}
FAINT = 55
MOST_POINTS = 400
"""Of a smoothed curve: thick lines are slow to paint, and a running mean has no peaks to lose."""
FEWEST_STEPS = 20
"""The axis reaches at least this far, so that a run's first points do not fill it."""
DASHES = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


class Plots(pyqtgraph.GraphicsLayoutWidget):
    """Losses above, D's opinions in [0, 1] below, with a common axis of steps."""

    def __init__(self) -> None:
        super().__init__()
        self.losses = self.addPlot(row=0, col=0)
        self.opinions = self.addPlot(row=1, col=0)
        for plot in (self.losses, self.opinions):
            plot.setLimits(xMin=-0.02 * FEWEST_STEPS, minXRange=FEWEST_STEPS)
        self.opinions.setXLink(self.losses)
        self.opinions.setYRange(0, 1, padding=0.02)
        self.opinions.setLabel("bottom", "step")
        self._half = pyqtgraph.InfiniteLine(0.5, angle=0)
        self.opinions.addItem(self._half, ignoreBounds=True)
        self._raw: dict[str, pyqtgraph.PlotDataItem] = {}
        self._smooth: dict[str, pyqtgraph.PlotDataItem] = {}
        self._legends = [self._fill(self.losses, LOSSES), self._fill(self.opinions, OPINIONS)]
        # Opinions part towards 0 and 1, so the middle is where a legend covers least.
        self._legends[1].anchor((1, 0.5), (1, 0.5), offset=(-8, 0))
        self._marks: list[pyqtgraph.InfiniteLine] = []
        self._mark_pen = QPen()
        self._compared: list[tuple[pyqtgraph.PlotItem, pyqtgraph.LegendItem, pyqtgraph.PlotDataItem]] = []

    def _fill(self, plot: pyqtgraph.PlotItem, titles: dict[str, str]) -> pyqtgraph.LegendItem:
        legend = plot.addLegend(offset=(-8, 4), labelTextSize="9pt")
        plot.setMenuEnabled(False)
        plot.getAxis("left").setWidth(44)
        plot.setDownsampling(auto=True, mode="peak")
        plot.setClipToView(True)
        for name, title in titles.items():
            faint = QColor(CURVES[name])
            faint.setAlpha(FAINT)
            self._raw[name] = plot.plot(pen=pyqtgraph.mkPen(faint, width=1))
            self._smooth[name] = plot.plot(pen=pyqtgraph.mkPen(CURVES[name], width=2))
            legend.addItem(self._smooth[name], title)
        return legend

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
        self._show_marks(data)

    def _begin_axis(self) -> None:
        """A single point would keep the width of the run before."""
        self.losses.setXRange(0, FEWEST_STEPS, padding=0)
        self.losses.enableAutoRange("x")

    def show_compared(self, runs: list[tuple[str, CurveData]]) -> None:
        """Draw the smoothed curves of other runs in the same colours, each run in a dash of its own."""
        for plot, legend, curve in self._compared:
            plot.removeItem(curve)
            legend.removeItem(curve)
        self._compared = []
        for (name, data), dash in zip(runs, DASHES, strict=False):
            for plot, legend, titles in zip(
                (self.losses, self.opinions), self._legends, (LOSSES, OPINIONS), strict=True
            ):
                self._add_compared(plot, legend, list(titles)[:2], data, name, dash)

    def _add_compared(
        self,
        plot: pyqtgraph.PlotItem,
        legend: pyqtgraph.LegendItem,
        metrics: list[str],
        data: CurveData,
        name: str,
        dash: Qt.PenStyle,
    ) -> None:
        for number, metric in enumerate(metrics):
            rows = thinned(data.count)
            curve = plot.plot(
                data.steps[rows],
                data.values(metric, smooth=True)[rows],
                pen=pyqtgraph.mkPen(CURVES[metric], width=1.5, style=dash),
                connect="finite",
            )
            if number == 0:
                legend.addItem(curve, name)
            self._compared.append((plot, legend, curve))

    def recolour(self, background: QColor, text: QColor) -> None:
        """Dress the plots in a theme's colours."""
        self.setBackground(background)
        faint = QColor(text)
        faint.setAlpha(FAINT)
        self._mark_pen = pyqtgraph.mkPen(faint, width=1, style=Qt.PenStyle.DotLine)
        self._half.setPen(self._mark_pen)
        for plot in (self.losses, self.opinions):
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(faint)
                plot.getAxis(side).setTextPen(text)
        for legend in self._legends:
            legend.setLabelTextColor(text)
            for _, label in legend.items:
                label.setText(label.text, color=text)
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
            self._marks[index].setToolTip(f"{word} at step {step:,}")


def thinned(count: int) -> npt.NDArray[np.intp]:
    """Rows of a curve of ``count`` points that are drawn: at most :data:`MOST_POINTS`, with both ends."""
    if count <= MOST_POINTS:
        return np.arange(count)
    return np.linspace(0, count - 1, MOST_POINTS).round().astype(np.intp)
