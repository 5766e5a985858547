"""Gather: zeros inserted, padded, then an ordinary convolution whose kernel slides over all of it."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.layers.arithmetic.cell_grid import Field, Frame, Ink
from app.layers.arithmetic.stage import Stage, stage_row
from app.layers.views.colouring import DIVERGING, SEQUENTIAL, Colouring
from gan.layers.mosaic import Scaling
from gan.layers.steps import Mask, Step, StepName, colour_ends, steps_of
from gan.layers.transposed import Array, Cell, Convolution, Geometry, painted
from gan.words import marked, tr

_TITLES = {
    StepName.INPUT: marked("Input"),
    StepName.INSERTED: marked("Zeros inserted"),
    StepName.PADDED: marked("Padded"),
    StepName.KERNEL: marked("Flipped kernel"),
    StepName.OUTPUT: marked("Output"),
}
_SHARES = {StepName.INPUT: 10, StepName.INSERTED: 12, StepName.PADDED: 13, StepName.KERNEL: 10, StepName.OUTPUT: 13}


class GatherView(QWidget):
    """Five stages; one output is in question, or one input cell, while the mouse is on it."""

    pixel_pointed = Signal(object)
    """The output under the mouse, or None."""
    pixel_chosen = Signal(object)
    cell_pointed = Signal(object)
    """The input cell under the mouse, or None."""
    cell_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._convolution: Convolution | None = None
        self.stages = {
            name: Stage(letter, tr(title)) for letter, (name, title) in zip("abcde", _TITLES.items(), strict=True)
        }
        stage_row(self, {stage: _SHARES[name] for name, stage in self.stages.items()})
        first, last = self.stages[StepName.INPUT].grid, self.stages[StepName.OUTPUT].grid
        first.pointed.connect(self.cell_pointed)
        first.chosen.connect(self.cell_chosen)
        last.pointed.connect(self.pixel_pointed)
        last.chosen.connect(self.pixel_chosen)

    def show_convolution(self, convolution: Convolution, channel: int, filled: Cell | None) -> None:
        """Show the steps from input ``channel``; outputs after ``filled`` are left blank, None leaves none."""
        self._convolution = convolution
        steps = steps_of(convolution, channel)
        ranges = _ranges(steps)
        for step in steps:
            stage = self.stages[step.name]
            rim = _rim(step, convolution.geometry) if step.name is StepName.PADDED else None
            blank = blank_after(filled, step.values.shape) if step.name is StepName.OUTPUT else None
            stage.grid.set_field(Field(step.values, ranges[step.name], step.holes, rim, blank))
            stage.caption.setText(step.text)

    def mark_pixel(self, pixel: Cell) -> None:
        """Frame what makes output ``pixel``, at every stage."""
        assert self._convolution is not None
        found, geometry = self._convolution.at(pixel), self._convolution.geometry
        s = geometry.stride
        window = Frame(*pixel, geometry.span, geometry.span, Ink.CHOSEN)
        self._frame(StepName.INPUT, *(Frame(*cell) for cell in found.cells))
        self._frame(StepName.INSERTED, *(Frame(row * s, column * s) for row, column in found.cells))
        met = ((row * s + geometry.border, column * s + geometry.border) for row, column in found.cells)
        self._frame(StepName.PADDED, *(Frame(*place) for place in met), window)
        self._frame(StepName.KERNEL, *(Frame(*flipped_tap(geometry, tap)) for tap in found.taps))
        self._frame(StepName.OUTPUT, Frame(*pixel, ink=Ink.CHOSEN))
        self.stages[StepName.OUTPUT].grid.set_current(pixel)

    def mark_cell(self, cell: Cell) -> None:
        """Frame all outputs that input ``cell`` paints."""
        assert self._convolution is not None
        geometry, shape = self._convolution.geometry, self._convolution.maps.shape
        places = painted(geometry, (shape[1], shape[2]), cell)
        row, column = (place * geometry.stride for place in cell)
        self._frame(StepName.INPUT, Frame(*cell, ink=Ink.PAINTED))
        self._frame(StepName.INSERTED, Frame(row, column, ink=Ink.PAINTED))
        self._frame(StepName.PADDED, Frame(row + geometry.border, column + geometry.border, ink=Ink.PAINTED))
        self._frame(StepName.KERNEL)
        self._frame(StepName.OUTPUT, *painted_frames(list(places), geometry))

    def _frame(self, name: StepName, *frames: Frame) -> None:
        self.stages[name].grid.set_frames(*frames)


def flipped_tap(geometry: Geometry, tap: Cell) -> Cell:
    """Where ``tap`` is in the kernel turned by half a turn, whose dilation leaves gaps."""
    last, d = geometry.kernel - 1, geometry.dilation
    return (last - tap[0]) * d, (last - tap[1]) * d


def painted_frames(places: list[Cell], geometry: Geometry) -> list[Frame]:
    """One frame around ``places``, or one around each where dilation leaves gaps between them."""
    if geometry.dilation > 1 or not places:
        return [Frame(*place, ink=Ink.PAINTED) for place in places]
    rows, columns = zip(*places, strict=True)
    top, left = min(rows), min(columns)
    return [Frame(top, left, max(rows) - top + 1, max(columns) - left + 1, Ink.PAINTED)]


def blank_after(filled: Cell | None, shape: tuple[int, ...]) -> Mask | None:
    """Everything after ``filled``, row by row."""
    if filled is None:
        return None
    height, width = shape
    order = np.arange(height * width).reshape(height, width)
    return np.asarray(order > filled[0] * width + filled[1])


def coloured(values: Array, signed: bool) -> Colouring:
    """Colours that stand for the range of ``values`` wherever they are used."""
    name = DIVERGING if signed else SEQUENTIAL
    return Colouring(name, Scaling.FIXED, colour_ends(values, signed))


def _ranges(steps: tuple[Step, ...]) -> dict[StepName, Colouring]:
    """The first three stages hold the same values, so they have the same colours."""
    ranges = {step.name: coloured(step.values, step.signed) for step in steps}
    return {**ranges, **dict.fromkeys((StepName.INSERTED, StepName.PADDED), ranges[StepName.INPUT])}


def _rim(step: Step, geometry: Geometry) -> Mask:
    """The zeros around, as opposed to those between."""
    before, after = max(geometry.border, 0), max(geometry.border + geometry.output_padding, 0)
    height, width = step.values.shape
    rim = np.ones((height, width), bool)
    rim[before : height - after, before : width - after] = False
    return rim
