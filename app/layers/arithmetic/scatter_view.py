"""Scatter: every input cell stamps the kernel, scaled by its value; the stamps add up."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.layers.arithmetic.cell_grid import Field, Frame, Ink
from app.layers.arithmetic.gather_view import blank_after, coloured, painted_frames
from app.layers.arithmetic.stage import Stage, stage_row
from gan.layers.steps import size_text
from gan.layers.transposed import Array, Cell, Convolution, painted, stamp, stamps
from gan.words import joined, tr


class ScatterView(QWidget):
    """Five stages; one input cell is in question."""

    cell_pointed = Signal(object)
    """The input cell under the mouse, or None."""
    cell_chosen = Signal(object)
    pixel_pointed = Signal(object)
    """The output under the mouse, or None."""
    pixel_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._convolution: Convolution | None = None
        self._channel = 0
        self._stamps: Array | None = None
        self._filled = False
        self.input = Stage("a", tr("Input"))
        self.kernel = Stage("b", tr("Kernel"))
        self.stamp = Stage("c", tr("Stamp"))
        self.canvas = Stage("d", tr("Stamps added up"))
        self.output = Stage("e", tr("Output"))
        stage_row(self, {self.input: 10, self.kernel: 8, self.stamp: 8, self.canvas: 14, self.output: 13})
        self.input.grid.pointed.connect(self.cell_pointed)
        self.input.grid.chosen.connect(self.cell_chosen)
        self.output.grid.pointed.connect(self.pixel_pointed)
        self.output.grid.chosen.connect(self.pixel_chosen)

    def show_convolution(self, convolution: Convolution, channel: int, filled: bool) -> None:
        """Show input ``channel``; with ``filled`` only the stamps up to the cell in question are there."""
        self._convolution, self._channel, self._filled = convolution, channel, filled
        self._stamps = stamps(convolution.maps, convolution.kernels[:, None])
        maps, kernel, output = convolution.maps[channel], convolution.kernels[channel], convolution.output
        self.input.grid.set_field(Field(maps, coloured(maps, bool((maps < 0).any()))))
        self.kernel.grid.set_field(Field(kernel, coloured(kernel, True)))
        self.output.grid.set_field(Field(output, coloured(output, True)))
        self.input.caption.setText(size_text(maps))
        self.kernel.caption.setText(tr("{kernel}: not flipped", kernel=size_text(kernel)))
        count = len(convolution.maps)
        cut = convolution.geometry.padding
        added = tr("of all inputs") if count > 1 else tr("at every cell")
        self.canvas.caption.setText(
            tr("stride {stride} apart, {added}; overlaps add", stride=convolution.geometry.stride, added=added)
        )
        bias = tr("bias added") if convolution.bias else ""
        cutting = tr("{cut} cut off all around", cut=cut) if cut else ""
        told = joined((cutting, bias)) or tr("the same")
        self.output.caption.setText(tr("{size}: {told}", size=size_text(output), told=told))

    def mark_cell(self, cell: Cell) -> None:
        """Show the stamp of input ``cell`` and where it goes."""
        assert self._convolution is not None and self._stamps is not None
        geometry, kernel = self._convolution.geometry, self._convolution.kernels[self._channel]
        maps = self._convolution.maps[self._channel]
        stamped = maps[cell] * kernel
        scale = np.abs(kernel).max() * np.abs(maps).max()
        self.stamp.grid.set_field(Field(stamped, coloured(np.array([scale]), True)))
        self.stamp.caption.setText(tr("kernel × {maps:.4g}", maps=maps[cell]).replace("-", "−"))
        self._show_canvas(cell)
        row, column = (place * geometry.stride for place in cell)
        span = geometry.span
        self.input.grid.set_frames(Frame(*cell, ink=Ink.CHOSEN))
        self.input.grid.set_current(cell)
        self.kernel.grid.set_frames()
        self.stamp.grid.set_frames()
        cut, (height, width) = geometry.padding, self._convolution.output.shape
        kept = [Frame(cut, cut, height, width)] if cut else []
        self.canvas.grid.set_frames(*kept, Frame(row, column, span, span, Ink.PAINTED))
        places = painted(geometry, (maps.shape[0], maps.shape[1]), cell)
        self.output.grid.set_frames(*painted_frames(list(places), geometry))

    def mark_pixel(self, pixel: Cell) -> None:
        """Frame all input cells whose stamps reach output ``pixel``."""
        assert self._convolution is not None
        found, cut = self._convolution.at(pixel), self._convolution.geometry.padding
        self.input.grid.set_frames(*(Frame(*cell) for cell in found.cells))
        self.kernel.grid.set_frames(*(Frame(*tap) for tap in found.taps))
        self.canvas.grid.set_frames(Frame(pixel[0] + cut, pixel[1] + cut, ink=Ink.CHOSEN))
        self.output.grid.set_frames(Frame(*pixel, ink=Ink.CHOSEN))
        self.output.grid.set_current(pixel)

    def _show_canvas(self, cell: Cell) -> None:
        assert self._convolution is not None and self._stamps is not None
        geometry, whole = self._convolution.geometry, stamp(self._stamps, self._convolution.geometry)[0]
        later = blank_after(cell if self._filled else None, self._convolution.maps.shape[1:])
        if later is None:
            self.canvas.grid.set_field(Field(whole, coloured(whole, True)))
            return
        so_far = stamp(np.where(later, 0, self._stamps), geometry)[0]
        reached = stamp(np.where(later, 0, np.ones_like(self._stamps)), geometry)[0] > 0
        self.canvas.grid.set_field(Field(so_far, coloured(whole, True), blank=~reached))
