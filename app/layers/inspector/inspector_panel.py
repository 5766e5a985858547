"""The panel "How it is made": one transposed convolution of the generator on the current z, number by number."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.layers.arithmetic.arithmetic_view import ArithmeticView
from app.layers.inspector.inspector_tools import InspectorTools, is_transposed
from app.layers.views.selection import layer_in
from app.layers.views.wording import block_title
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import NOTHING, Wanted
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.watch import Watch
from gan.errors import sentence
from gan.layers.catalogue import find_layer, part_text
from gan.layers.transposed import Convolution, NotTransposed
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.request import Probe, RenderResult
from gan.words import marked, tr

OWNER = "inspector"
_EMPTY = marked("The arithmetic appears with the first picture.")


class InspectorPanel(QWidget):
    """Follows the session's selected layer; has its numbers made only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = Watch(self, partial(session.watch, OWNER), NOTHING)
        self._config: Architecture | None = None
        self._outputs: dict[str, int] = {}
        self._inputs: dict[tuple[str, int], int] = {}
        self._build_ui()
        self._connect()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self.tools = InspectorTools()
        self.tools.setEnabled(False)
        self.view = ArithmeticView()
        self.message = muted(wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message, 1)
        self._show_message(tr(_EMPTY))

    def _connect(self) -> None:
        session, tools = self._session, self.tools
        session.inspection.layer_changed.connect(lambda _: self._show_block())
        session.inspection.channel_changed.connect(self._take_channel)
        session.rendered.connect(self._take_result)
        tools.block_chosen.connect(self._choose_block)
        tools.output_chosen.connect(self._choose_output)
        tools.input_chosen.connect(self._choose_input)
        tools.view_chosen.connect(self._choose_view)
        tools.stepped.connect(self.view.step)
        tools.fill_chosen.connect(self.view.set_filling)
        tools.player.play.toggled.connect(self.view.set_playing)
        self.view.channel_chosen.connect(self._choose_input)

    def _block(self) -> BlockSpec | None:
        if self._config is None:
            return None
        name = find_layer(self._config, self._session.inspection.layer).block
        return next(block for block in self._config.blocks if block.name == name)

    def _channels(self, block: BlockSpec) -> tuple[int, int]:
        """(input, output): the chosen one, or else as they were left when the block was looked into before."""
        output = self._outputs.get(block.name, 0)
        return self._inputs.get((block.name, output), 0), output

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if now.config != self._config:
            self._config = now.config
            self._outputs.clear()
            self._inputs.clear()
            self.tools.set_model(now.config)
            self.tools.setEnabled(True)
            self._show_message(tr(_EMPTY))
        self._show_block()

    def _show_block(self) -> None:
        block, chosen = self._block(), self._session.inspection.channel
        if block is not None:
            if chosen is not None and chosen < block.operation_shape[0]:
                self._outputs[block.name] = chosen
            self.tools.show_block(block, *self._channels(block))
        self._ask()

    def _ask(self) -> None:
        block = self._block()
        if block is None:
            return
        if is_transposed(block):
            self._watch.want(Wanted(probe=Probe(block.name, self._channels(block)[1])))
        else:
            self._watch.want(NOTHING)
            self._show_message(_nothing_to_see(block))

    def _take_result(self, result: RenderResult) -> None:
        match result.convolution:
            case NotTransposed(reason=reason):
                self._show_message(sentence(reason))
            case Convolution() as convolution:
                self._take_convolution(convolution)
            case None:
                pass

    def _take_convolution(self, convolution: Convolution) -> None:
        block = self._block()
        if block is None or (convolution.block, convolution.channel) != (block.name, self._channels(block)[1]):
            return
        key = convolution.block, convolution.channel
        if key not in self._inputs:
            height, width = convolution.output.shape
            self._inputs[key] = int(abs(convolution.at((height // 2, width // 2)).by_channel).argmax())
            self.tools.show_block(block, *self._channels(block))
        self.message.hide()
        self.view.show()
        self.view.show_convolution(convolution, self._inputs[key])
        self.tools.player.set_length(self.view.length)

    def _choose_block(self, name: str) -> None:
        assert self._config is not None
        stage = find_layer(self._config, self._session.inspection.layer).stage
        self._session.inspection.select_layer(layer_in(self._config, name, stage))

    def _choose_output(self, channel: int) -> None:
        self._session.inspection.choose_channel(channel)

    def _take_channel(self, channel: int | None) -> None:
        if channel is not None:
            self._show_block()

    def _choose_input(self, channel: int) -> None:
        block = self._block()
        if block is not None:
            self._inputs[block.name, self._channels(block)[1]] = channel
            self.tools.show_block(block, *self._channels(block))
            shown = self.view.convolution
            if shown is not None and shown.block == block.name:
                self.view.show_convolution(shown, channel)

    def _choose_view(self, view: str) -> None:
        self.tools.player.stop()
        self.view.set_view(view)
        self.tools.player.set_length(self.view.length)

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.view.hide()
        self.message.show()


def _nothing_to_see(block: BlockSpec) -> str:
    return tr(
        "{block} has no transposed convolution to look into, but a {operation}. "
        "Choose a block that has one, or try one out in the Playground.",
        block=block_title(block),
        operation=part_text(block.operation),
    )
