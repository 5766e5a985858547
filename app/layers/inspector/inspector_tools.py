"""The tool row above the stages: which block and channels, which view, step and play."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from app.layers.arithmetic.player import Player, view_switch
from app.layers.views.wording import block_title
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import muted
from app.widgets.number_fields import IntField
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.part_specs import Custom, TransposedConvolution
from gan.words import tr


class InspectorTools(QWidget):
    """Shows what is chosen and says what a person chooses; knows no session."""

    block_chosen = Signal(str)
    output_chosen = Signal(int)
    input_chosen = Signal(int)
    view_chosen = Signal(str)
    stepped = Signal(int)
    fill_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.block = QComboBox()
        self.block.setAccessibleName(tr("Block"))
        self.block.setToolTip(tr("Whose transposed convolution to look into"))
        self.block.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.input, self.inputs = _channel_box(tr("Input channel"), tr("Which of its input maps is shown"))
        self.output, self.outputs = _channel_box(tr("Output channel"), tr("Which of its output maps is made"))
        self.view = view_switch()
        self.player = Player()
        self.fill = QCheckBox(tr("Fill i&n"))
        self.fill.setToolTip(tr("Show only what has been worked out up to here"))
        row = FlowRow()
        row.addWidget(self.block)
        for text, box, count in ((tr("&Input"), self.input, self.inputs), (tr("&Output"), self.output, self.outputs)):
            label = muted(text)
            label.setBuddy(box)
            row.addWidget(together(label, box, count))
        row.addStretch()
        row.addWidget(together(self.view, self.player, self.fill))
        self.setLayout(row)

    def _connect(self) -> None:
        self.block.activated.connect(lambda: self.block_chosen.emit(self.block.currentData()))
        self.input.valueChanged.connect(self.input_chosen)
        self.output.valueChanged.connect(self.output_chosen)
        self.view.chosen.connect(self.view_chosen)
        self.player.stepped.connect(self.stepped)
        self.player.play.toggled.connect(lambda playing: self.fill.setChecked(playing or self.fill.isChecked()))
        self.fill.toggled.connect(self.fill_chosen)

    def set_model(self, config: Architecture) -> None:
        """Offer the blocks of ``config``."""
        self.block.clear()
        for block in config.blocks:
            other = "" if is_transposed(block) else f" ({block.operation.stage})"
            self.block.addItem(f"{block_title(block)}{other}", block.name)

    def show_block(self, block: BlockSpec, input_channel: int, output_channel: int) -> None:
        """Show what is chosen; where nothing is transposed, there is nothing but the block to choose."""
        self.block.setCurrentIndex(self.block.findData(block.name))
        for box, label, count, value in (
            (self.input, self.inputs, block.operation_input[0], input_channel),
            (self.output, self.outputs, block.operation_shape[0], output_channel),
        ):
            with QSignalBlocker(box):
                box.setRange(0, count - 1)
                box.setValue(value)
            box.setEnabled(is_transposed(block))
            label.setText(tr("0 to {count}", count=count - 1))
        for widget in (self.view, self.player, self.fill):
            widget.setEnabled(is_transposed(block))


def is_transposed(block: BlockSpec) -> bool:
    """Whether there is a transposed convolution to look into."""
    match block.operation:
        case TransposedConvolution() | Custom(kind="ConvTranspose2d"):
            return True
    return False


def _channel_box(name: str, tip: str) -> tuple[IntField, QLabel]:
    box, count = IntField(), muted()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setWrapping(True)
    return box, count
