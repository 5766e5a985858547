"""The dock "How it is made": one transposed convolution of the generator on the current z, number by number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.layers.arithmetic.figures import GATHER_TEXT, SCATTER_TEXT
from app.layers.arithmetic.gather_view import GatherView
from app.layers.arithmetic.inspector_tools import GATHER, SCATTER, InspectorTools
from app.layers.arithmetic.scatter_view import ScatterView
from app.layers.arithmetic.sum_view import SumView
from app.layers.selection import layer_in
from app.session import OpenModel, Session
from app.theme import GAP
from gan.layers.catalogue import find_layer
from gan.layers.transposed import Cell, Convolution, NotTransposed
from gan.model.config import BlockSpec, ModelConfig
from gan.request import Probe, RenderResult

_EMPTY = "The arithmetic appears with the first picture."


class InspectorPanel(QWidget):
    """Follows the session's selected layer; has its numbers made only while it can be seen.

    What the mouse points at comes before what was chosen by a click, a key, or a step.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._config: ModelConfig | None = None
        self._convolution: Convolution | None = None
        self._outputs: dict[str, int] = {}
        self._inputs: dict[tuple[str, int], int] = {}
        self._pixel: Cell = (0, 0)
        self._cell: Cell = (0, 0)
        self._build_ui()
        self._connect()
        if session.model is not None:
            self._take_model(session.model)

    def _build_ui(self) -> None:
        self.tools = InspectorTools()
        self.tools.setEnabled(False)
        self.lesson = QLabel(GATHER_TEXT)
        self.lesson.setWordWrap(True)
        self.lesson.setProperty("muted", True)
        self.gather, self.scatter, self.sums = GatherView(), ScatterView(), SumView()
        self.views = QStackedWidget()
        self.views.addWidget(self.gather)
        self.views.addWidget(self.scatter)
        self.message = QLabel(_EMPTY)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setProperty("muted", True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.views)
        parts.addWidget(self.sums)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self.lesson)
        inside.addWidget(parts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addWidget(self.content, 1)
        layout.addWidget(self.message, 1)
        self._show_message(_EMPTY)

    def _connect(self) -> None:
        session, tools = self._session, self.tools
        session.model_changed.connect(self._take_model)
        session.layer_selection_changed.connect(lambda _: self._show_block())
        session.rendered.connect(self._take_result)
        tools.block_chosen.connect(self._choose_block)
        tools.output_chosen.connect(self._choose_output)
        tools.input_chosen.connect(self._choose_input)
        self.sums.channel_chosen.connect(self._choose_input)
        tools.view_chosen.connect(self._choose_view)
        tools.stepped.connect(self._step)
        tools.fill_chosen.connect(lambda _: self._show())
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
        """Whether outputs are in question, rather than input cells."""
        return self.tools.view.current == GATHER

    @property
    def pixel(self) -> Cell:
        """The output in question."""
        return self._pixel

    @property
    def cell(self) -> Cell:
        """The input cell in question."""
        return self._cell

    def showEvent(self, event: QShowEvent) -> None:
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self.tools.player.stop()
        self._session.inspection.look_into(None)

    def choose_pixel(self, pixel: Cell) -> None:
        """Put output ``pixel`` in question."""
        self._pixel = pixel
        if not self.gathering:
            self._set_view(GATHER)
        self._show()

    def choose_cell(self, cell: Cell) -> None:
        """Put input ``cell`` in question."""
        self._cell = cell
        if self.gathering:
            self._set_view(SCATTER)
        self._show()

    def _block(self) -> BlockSpec | None:
        if self._config is None or not self._session.selected_layer:
            return None
        name = find_layer(self._config, self._session.selected_layer).block
        return next(block for block in self._config.blocks if block.name == name)

    def _channels(self, block: BlockSpec) -> tuple[int, int]:
        """(input, output): as they were left when the block was looked into before."""
        output = self._outputs.get(block.name, 0)
        return self._inputs.get((block.name, output), 0), output

    def _take_model(self, model: OpenModel) -> None:
        if model.config != self._config:
            self._config, self._convolution = model.config, None
            self._outputs.clear()
            self._inputs.clear()
            self.tools.set_model(model.config)
            self.tools.setEnabled(True)
            self._show_message(_EMPTY)
        self._show_block()

    def _show_block(self) -> None:
        block = self._block()
        if block is not None:
            self.tools.show_block(block, *self._channels(block))
        self._ask()

    def _ask(self) -> None:
        block = self._block()
        if self.isVisible() and block is not None:
            self._session.inspection.look_into(Probe(block.name, self._channels(block)[1]))

    def _take_result(self, result: RenderResult) -> None:
        if not self.isVisible():
            return
        match result.convolution:
            case NotTransposed(reason=reason):
                self._convolution = None
                self._show_message(reason[0].upper() + reason[1:] + ".")
            case Convolution() as convolution:
                self._take_convolution(convolution)
            case None:
                pass

    def _take_convolution(self, convolution: Convolution) -> None:
        block = self._block()
        if block is None or (convolution.block, convolution.channel) != (block.name, self._channels(block)[1]):
            return
        before, self._convolution = self._convolution, convolution
        if before is None or before.block != convolution.block:
            self._put_in_the_middle(convolution)
        if (convolution.block, convolution.channel) not in self._inputs:
            strongest = abs(convolution.at(self._pixel).by_channel).argmax()
            self._inputs[convolution.block, convolution.channel] = int(strongest)
            self.tools.show_block(block, *self._channels(block))
        self.message.hide()
        self.content.show()
        self._show()

    def _put_in_the_middle(self, convolution: Convolution) -> None:
        height, width = convolution.output.shape
        self._pixel = height // 2, width // 2
        self._cell = convolution.maps.shape[1] // 2, convolution.maps.shape[2] // 2

    def _show(self) -> None:
        """Show everything for the output, or the input cell, in question."""
        if self._convolution is None:
            return
        convolution, channel = self._convolution, self._input()
        fill = self.tools.fill.isChecked()
        if self.gathering:
            self.gather.show_convolution(convolution, channel, self._pixel if fill else None)
            self.gather.mark_pixel(self._pixel)
            self.sums.show_pixel(convolution, channel, self._pixel)
            self.tools.player.set_length(convolution.output.size)
        else:
            self.scatter.show_convolution(convolution, channel, fill)
            self.scatter.mark_cell(self._cell)
            self.sums.show_cell(convolution, channel, self._cell)
            self.tools.player.set_length(convolution.maps[0].size)

    def _point_at_pixel(self, pixel: Cell | None) -> None:
        if self._convolution is None or self.tools.player.playing:
            return
        if pixel is None:
            self._show()
            return
        (self.gather if self.gathering else self.scatter).mark_pixel(pixel)
        self.sums.show_pixel(self._convolution, self._input(), pixel)

    def _point_at_cell(self, cell: Cell | None) -> None:
        if self._convolution is None or self.tools.player.playing:
            return
        if cell is None:
            self._show()
            return
        (self.gather if self.gathering else self.scatter).mark_cell(cell)
        self.sums.show_cell(self._convolution, self._input(), cell)

    def _input(self) -> int:
        assert self._convolution is not None
        return self._inputs.get((self._convolution.block, self._convolution.channel), 0)

    def _step(self, by: int) -> None:
        if self._convolution is None:
            return
        shape = self._convolution.output.shape if self.gathering else self._convolution.maps.shape[1:]
        row, column = self._pixel if self.gathering else self._cell
        place = (row * shape[1] + column + by) % (shape[0] * shape[1])
        target = place // shape[1], place % shape[1]
        if self.gathering:
            self._pixel = target
        else:
            self._cell = target
        self._show()

    def _choose_block(self, name: str) -> None:
        assert self._config is not None
        stage = find_layer(self._config, self._session.selected_layer).stage
        self._session.select_layer(layer_in(self._config, name, stage))

    def _choose_output(self, channel: int) -> None:
        block = self._block()
        if block is not None:
            self._outputs[block.name] = channel
            self._ask()

    def _choose_input(self, channel: int) -> None:
        block = self._block()
        if block is not None:
            self._inputs[block.name, self._channels(block)[1]] = channel
            self.tools.show_block(block, *self._channels(block))
            self._show()

    def _choose_view(self, view: str) -> None:
        self.tools.player.stop()
        self._set_view(view)
        self._show()

    def _set_view(self, view: str) -> None:
        self.tools.view.set_current(view)
        self.views.setCurrentWidget(self.gather if view == GATHER else self.scatter)
        self.lesson.setText(GATHER_TEXT if view == GATHER else SCATTER_TEXT)

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.content.hide()
        self.message.show()
