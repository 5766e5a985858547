"""The Playground panel: a transposed convolution of one's own numbers."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QScrollArea, QVBoxLayout, QWidget

from app.layers.arithmetic.arithmetic_view import ArithmeticView
from app.layers.arithmetic.cell_grid import CellGrid, Field
from app.layers.arithmetic.player import GATHER, SCATTER, Player, view_switch
from app.layers.arithmetic.stage import Stage
from app.layers.playground.cell_editor import CellEditor
from app.layers.playground.playground_tools import PlaygroundTools
from app.layers.views.colouring import Colouring
from app.theme import GAP
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import muted
from gan.errors import UsageError
from gan.layers.mosaic import Scaling
from gan.layers.steps import StepName
from gan.layers.toys import PRESETS, Pattern, pattern, toy
from gan.layers.transposed import Array, Cell, Geometry, overlap_counts
from gan.words import marked, tr

TOOLS_WIDTH = 244
"""Pixels, at least."""
_HINTS = {
    GATHER: marked("Double-click a cell of a or d to type a number."),
    SCATTER: marked("Double-click a cell of a or b to type a number."),
}


class PlaygroundPanel(QWidget):
    """Needs no generator: everything is worked out here, from numbers that can be typed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = PlaygroundTools()
        self._input = pattern(Pattern.COUNTING, PRESETS[1].toy.size)
        self._kernel = pattern(Pattern.SLOPES, PRESETS[1].toy.geometry.kernel)
        self._patterns = {"input": Pattern.COUNTING, "kernel": Pattern.SLOPES}
        self._build_ui()
        self._connect()
        self.tools.kernels.setCurrentIndex(self.tools.kernels.findData(Pattern.SLOPES.value))
        self._change()

    def _build_ui(self) -> None:
        self.overlaps = Stage("f", tr("Overlaps"))
        self.view = ArithmeticView(beside=self.overlaps)
        self.switch, self.player, self.fill = view_switch(), Player(), QCheckBox(tr("Fill in"))
        self.hint = muted(tr(_HINTS[GATHER]), wraps=True)
        self.column = column = QScrollArea()
        column.setWidget(self.tools)
        column.setWidgetResizable(True)
        column.setFrameShape(QScrollArea.Shape.NoFrame)
        column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = FlowRow()
        row.addWidget(self.hint, 1)
        row.addWidget(together(self.switch, self.player, self.fill))
        self._right = right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(row)
        right.addWidget(self.view, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(GAP, GAP, GAP, GAP)
        self._parts.setSpacing(2 * GAP)
        self._parts.addWidget(column)
        self._parts.addLayout(right, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """How wide the tools are at least depends on fonts and style, which are known now."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """What is too wide for one row stands in two."""
        return QSize(self._least_view() + 2 * GAP, super().minimumSizeHint().height())

    def _least_view(self) -> int:
        return max(self._right.minimumSize().width(), self._tools_width())

    def _tools_width(self) -> int:
        least = self.tools.minimumSizeHint().width() + self.column.verticalScrollBar().sizeHint().width()
        return max(TOOLS_WIDTH, least)

    def _arrange(self) -> None:
        """The tools beside the numbers; above them where there is no room."""
        tools = self._tools_width()
        beside = self.width() >= tools + self._right.minimumSize().width() + 4 * GAP
        one, two = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(one if beside else two)
        self.column.setFixedWidth(tools if beside else self.width() - 2 * GAP)
        self.column.setMinimumHeight(0 if beside else self.tools.sizeHint().height())

    def _connect(self) -> None:
        self.tools.changed.connect(self._change)
        self.tools.input_chosen.connect(self._fill_input)
        self.tools.kernel_chosen.connect(self._fill_kernel)
        self.switch.chosen.connect(self._choose_view)
        self.player.stepped.connect(self.view.step)
        self.player.play.toggled.connect(lambda playing: self.fill.setChecked(playing or self.fill.isChecked()))
        self.player.play.toggled.connect(self.view.set_playing)
        self.fill.toggled.connect(self.view.set_filling)
        for grid in self.view.input_grids:
            grid.activated.connect(lambda cell, grid=grid: self._edit(grid, cell, self._input, cell))
        flipped, plain = self.view.gather.stages[StepName.KERNEL].grid, self.view.scatter.kernel.grid
        plain.activated.connect(lambda cell: self._edit(plain, cell, self._kernel, cell))
        flipped.activated.connect(lambda cell: self._edit_flipped(flipped, cell))

    @property
    def input(self) -> Array:
        """The numbers of the input."""
        return self._input.copy()

    @property
    def kernel(self) -> Array:
        """The numbers of the kernel, not flipped."""
        return self._kernel.copy()

    def _change(self) -> None:
        """Numbers that were typed stay as long as there is a place for them."""
        self._input = _resized(self._input, self.tools.side, self._patterns["input"])
        self._kernel = _resized(self._kernel, self.tools.kernel, self._patterns["kernel"])
        self._work_out()

    def _work_out(self) -> None:
        try:
            geometry = self.tools.geometry_chosen()
            convolution = toy(self._input, self._kernel, geometry)
        except UsageError as error:
            self.tools.refuse(str(error))
            self.view.setEnabled(False)
            self.overlaps.setEnabled(False)
            return
        self.view.setEnabled(True)
        self.overlaps.setEnabled(True)
        self.view.show_convolution(convolution, 0)
        self.player.set_length(self.view.length)
        self._show_overlaps(geometry)

    def _show_overlaps(self, geometry: Geometry) -> None:
        counts = overlap_counts(len(self._input), len(self._input), geometry)
        colours = Colouring("magma", Scaling.FIXED, (0.0, float(max(counts.max(), 1))))
        self.overlaps.grid.set_field(Field(counts, colours))
        fewest, most = int(counts.min()), int(counts.max())
        self.overlaps.caption.setText(
            tr("stamps on each output: {fewest} to {most}", fewest=fewest, most=most)
            if fewest < most
            else tr("all {most}", most=most)
        )

    def _fill_input(self, name: Pattern) -> None:
        self._patterns["input"] = name
        self._input = pattern(name, self.tools.side)
        self._work_out()

    def _fill_kernel(self, name: Pattern) -> None:
        self._patterns["kernel"] = name
        self._kernel = pattern(name, self.tools.kernel)
        self._work_out()

    def _choose_view(self, view: str) -> None:
        self.player.stop()
        self.hint.setText(tr(_HINTS[view]))
        self.view.set_view(view)
        self.player.set_length(self.view.length)

    def _edit_flipped(self, grid: CellGrid, cell: Cell) -> None:
        dilation, last = self.tools.geometry_chosen().dilation, len(self._kernel) - 1
        if cell[0] % dilation == 0 and cell[1] % dilation == 0:
            self._edit(grid, cell, self._kernel, (last - cell[0] // dilation, last - cell[1] // dilation))

    def _edit(self, grid: CellGrid, cell: Cell, numbers: Array, place: Cell) -> None:
        """Let a person type over ``numbers[place]``, which ``grid`` shows at ``cell``."""

        def take(value: float) -> None:
            numbers[place] = value
            self._work_out()
            grid.setFocus()

        CellEditor(grid, cell, float(numbers[place]), take)


def _resized(numbers: Array, side: int, name: Pattern) -> Array:
    """Kept in the upper left corner, or made anew where they are nothing but their pattern."""
    if len(numbers) == side:
        return numbers
    fresh = pattern(name, side)
    if not np.array_equal(numbers, pattern(name, len(numbers))):
        kept = min(side, len(numbers))
        fresh[:kept, :kept] = numbers[:kept, :kept]
    return fresh
