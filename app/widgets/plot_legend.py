"""Which line of a plot is which, in rows above the plot."""

import pyqtgraph
from pyqtgraph.graphicsItems.LegendItem import ItemSample
from PySide6.QtGui import QColor

ROW = 16
"""Pixels from one row to the next."""
SAMPLE = 23
"""How much of a row a piece of a line takes, with what parts it from its name."""
GAP = 12
"""Pixels between two entries."""
BELOW = 4
"""Pixels that part the last row from the plot."""


class PlotLegend(pyqtgraph.GraphicsWidget):
    """The legend of ``plot``, where its title would be: it crosses no curve, however low the plot.

    One entry follows the other, in as many rows as it takes. pyqtgraph's own legend floats over the curves.
    """

    def __init__(self, plot: pyqtgraph.PlotItem) -> None:
        super().__init__()
        self.items: list[tuple[ItemSample, pyqtgraph.LabelItem]] = []
        """A piece of each line, and its name."""
        self._plot = plot
        self._colour: QColor | None = None
        plot.legend = self
        plot.layout.removeItem(plot.titleLabel)
        plot.layout.addItem(self, 0, 0, 1, 2)
        self.geometryChanged.connect(self.arrange)

    def addItem(self, line: pyqtgraph.PlotDataItem, name: str) -> None:
        """Name ``line``; simple HTML is shown as such."""
        sample, label = ItemSample(line), pyqtgraph.LabelItem(name, color=self._colour, size="9pt")
        for part in (sample, label):
            part.setParentItem(self)
        self.items.append((sample, label))
        self.arrange()

    def removeItem(self, line: pyqtgraph.PlotDataItem) -> None:
        """Name ``line`` no longer, if it was."""
        for entry in [entry for entry in self.items if entry[0].item is line]:
            self.items.remove(entry)
            for part in entry:
                part.close()
                if part.scene() is not None:
                    part.scene().removeItem(part)
        self.arrange()

    def label_of(self, line: pyqtgraph.PlotDataItem) -> pyqtgraph.LabelItem:
        """The words for ``line``."""
        return next(label for sample, label in self.items if sample.item is line)

    def arrange(self) -> None:
        """Put the entries where there is room for them, and have the plot leave their rows free."""
        left, row = 0.0, 0
        for sample, label in self.items:
            width = SAMPLE + label.minimumWidth()
            if left and left + width > self.size().width():
                left, row = 0.0, row + 1
            middle = (row + 0.5) * ROW
            sample.setPos(left, middle - sample.height() / 2)
            label.setGeometry(left + SAMPLE, middle - label.minimumHeight() / 2, *_least(label))
            left += width + GAP
        self._plot.layout.setRowFixedHeight(0, (row + 1) * ROW + BELOW)

    def write_in(self, colour: QColor) -> None:
        """Use another colour for the words."""
        self._colour = colour
        for _, label in self.items:
            label.setText(label.text, color=colour)


def _least(label: pyqtgraph.LabelItem) -> tuple[float, float]:
    return label.minimumWidth(), label.minimumHeight()
