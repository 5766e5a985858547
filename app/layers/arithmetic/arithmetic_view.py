"""One transposed convolution as gather or as scatter, with the numbers of what is in question below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.layers.arithmetic.cell_grid import CellGrid
from app.layers.arithmetic.figures import GATHER_TEXT, SCATTER_TEXT
from app.layers.arithmetic.gather_view import GatherView
from app.layers.arithmetic.player import GATHER, SCATTER
from app.layers.arithmetic.scatter_view import ScatterView
from app.layers.arithmetic.sum_view import SumView
from app.theme import GAP
from app.widgets.labels import muted
from gan.layers.steps import StepName
from gan.layers.transposed import Cell, Convolution
from gan.words import tr


class ArithmeticView(QWidget):
    """An output or an input cell is in question: the one that was chosen, or that the mouse is on for the moment.

    ``beside`` is put beside the numbers.
    """

    channel_chosen = Signal(int)
    """A person has chosen this input channel."""

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._convolution: Convolution | None = None
        self._channel = 0
        self._pixel: Cell = (0, 0)
        self._cell: Cell = (0, 0)
        self._of_cell = False
        self._filling = self._playing = False
        self._build_ui(beside)
        self._connect()

    def _build_ui(self, beside: QWidget | None) -> None:
        self.lesson = muted(tr(GATHER_TEXT), wraps=True, rich=True)
        self.gather, self.scatter, self.sums = GatherView(), ScatterView(), SumView(beside)
        self.views = QStackedWidget()
        self.views.addWidget(self.gather)
        self.views.addWidget(self.scatter)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.views)
        parts.addWidget(self.sums)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.lesson)
        layout.addWidget(parts, 1)

    def _connect(self) -> None:
        self.sums.channel_chosen.connect(self.channel_chosen)
        for view in (self.gather, self.scatter):
            view.pixel_pointed.connect(self._point_at_pixel)
            view.pixel_chosen.connect(self.choose_pixel)
            view.cell_pointed.connect(self._point_at_cell)
            view.cell_chosen.connect(self.choose_cell)

    @property
    def convolution(self) -> Convolution | None:
        """What is shown."""
        return self._convolution

    @property
    def gathering(self) -> bool:
        """Whether it is shown as zero insertion and convolution, rather than as stamps."""
        return self.views.currentWidget() is self.gather

    @property
    def pixel(self) -> Cell:
        """The output that was chosen last."""
        return self._pixel

    @property
    def cell(self) -> Cell:
        """The input cell that was chosen last."""
        return self._cell

    @property
    def length(self) -> int:
        """How many steps there are."""
        if self._convolution is None:
            return 0
        return self._convolution.output.size if self.gathering else self._convolution.maps[0].size

    @property
    def input_grids(self) -> tuple[CellGrid, CellGrid]:
        """Where the input is shown."""
        return self.gather.stages[StepName.INPUT].grid, self.scatter.input.grid

    def show_convolution(self, convolution: Convolution, channel: int) -> None:
        """Show how input ``channel`` takes part; for maps of another size, the middle is in question."""
        before, self._convolution, self._channel = self._convolution, convolution, channel
        if before is None or _shapes(before) != _shapes(convolution) or before.block != convolution.block:
            self._pixel = _middle(convolution.output.shape)
            self._cell = _middle(convolution.maps.shape[1:])
        self._show()

    def set_view(self, view: str) -> None:
        """Show ``gather`` or ``scatter``; what each starts from is in question."""
        self.views.setCurrentWidget(self.gather if view == GATHER else self.scatter)
        self.lesson.setText(tr(GATHER_TEXT) if view == GATHER else tr(SCATTER_TEXT))
        self._of_cell = view == SCATTER
        self._show()

    def set_filling(self, filling: bool) -> None:
        """Leave blank what comes after what is in question."""
        self._filling = filling
        self._show()

    def set_playing(self, playing: bool) -> None:
        """While it plays, the mouse points at nothing."""
        self._playing = playing

    def choose_pixel(self, pixel: Cell) -> None:
        """Put output ``pixel`` in question."""
        self._pixel, self._of_cell = pixel, False
        self._show()

    def choose_cell(self, cell: Cell) -> None:
        """Put input ``cell`` in question."""
        self._cell, self._of_cell = cell, True
        self._show()

    def step(self, by: int) -> None:
        """Go on to the next output, or to the next stamp; after the last comes the first."""
        if self._convolution is None:
            return
        if self.gathering:
            self.choose_pixel(_moved(self._pixel, by, self._convolution.output.shape))
        else:
            self.choose_cell(_moved(self._cell, by, self._convolution.maps.shape[1:]))

    def _show(self) -> None:
        if self._convolution is None:
            return
        if self.gathering:
            filled = self._pixel if self._filling else None
            self.gather.show_convolution(self._convolution, self._channel, filled)
        else:
            self.scatter.show_convolution(self._convolution, self._channel, self._filling)
            self.scatter.mark_cell(self._cell)
        if self._of_cell:
            self._mark_cell(self._convolution, self._cell)
        else:
            self._mark_pixel(self._convolution, self._pixel)

    def _point_at_pixel(self, pixel: Cell | None) -> None:
        if pixel is None:
            self._show()
        elif self._convolution is not None and not self._playing:
            self._mark_pixel(self._convolution, pixel)

    def _point_at_cell(self, cell: Cell | None) -> None:
        if cell is None:
            self._show()
        elif self._convolution is not None and not self._playing:
            self._mark_cell(self._convolution, cell)

    def _mark_pixel(self, convolution: Convolution, pixel: Cell) -> None:
        (self.gather if self.gathering else self.scatter).mark_pixel(pixel)
        self.sums.show_pixel(convolution, self._channel, pixel, flipped=self.gathering)

    def _mark_cell(self, convolution: Convolution, cell: Cell) -> None:
        (self.gather if self.gathering else self.scatter).mark_cell(cell)
        self.sums.show_cell(convolution, self._channel, cell, flipped=self.gathering)


def _shapes(convolution: Convolution) -> tuple[tuple[int, ...], ...]:
    return convolution.maps.shape[1:], convolution.output.shape


def _middle(shape: tuple[int, ...]) -> Cell:
    return shape[0] // 2, shape[1] // 2


def _moved(cell: Cell, by: int, shape: tuple[int, ...]) -> Cell:
    """Row by row."""
    place = (cell[0] * shape[1] + cell[1] + by) % (shape[0] * shape[1])
    return place // shape[1], place % shape[1]
