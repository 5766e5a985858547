"""The column beside the playground: sizes, strides, presets, and what they come to."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import ERROR, GAP
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.number_fields import IntField
from gan.errors import UsageError, sentence
from gan.layers.steps import size_formula
from gan.layers.toys import PRESETS, Pattern, Preset, Toy, even_ways, evenness_text
from gan.layers.transposed import Geometry

_LIMITS = {
    "size": (1, 12),
    "kernel": (1, 12),
    "stride": (1, 8),
    "padding": (0, 12),
    "output": (0, 7),
    "dilation": (1, 4),
}
_LABELS = {
    "size": "&Input",
    "kernel": "&Kernel",
    "stride": "&Stride",
    "padding": "&Padding",
    "output": "O&ut. pad.",
    "dilation": "&Dilation",
}
_NAMES = {
    "size": "Input side",
    "kernel": "Kernel side",
    "stride": "Stride",
    "padding": "Padding",
    "output": "Output padding",
    "dilation": "Dilation",
}
_TIPS = {
    "size": "Input side: rows and columns of the input",
    "kernel": "Rows and columns of the kernel",
    "stride": "How far stamps are apart; stride − 1 zeros come between input cells",
    "padding": "How many rows and columns are cut off the output on every side",
    "output": "Output padding: how many rows and columns more there are below and on the right",
    "dilation": "How far the kernel's taps are apart",
}
_MOST_WAYS = 3


class PlaygroundTools(QWidget):
    """Says what a person chooses; knows what can be and what cannot."""

    changed = Signal()
    """Other sizes."""
    input_chosen = Signal(object)
    """The :class:`Pattern` to fill the input with."""
    kernel_chosen = Signal(object)
    """The :class:`Pattern` to fill the kernel with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_ui()
        self.show_toy(PRESETS[1].toy)

    def _build_ui(self) -> None:
        presets = QGridLayout()
        presets.setSpacing(GAP // 2)
        self.presets = [self._preset_button(preset) for preset in PRESETS]
        for place, button in enumerate(self.presets):
            presets.addWidget(button, place // 2, place % 2)
        sizes = QGridLayout()
        sizes.setSpacing(GAP // 2)
        self.boxes = {name: self._box(name) for name in _LIMITS}
        for place, (name, box) in enumerate(self.boxes.items()):
            label = QLabel(_LABELS[name])
            label.setBuddy(box)
            label.setToolTip(_TIPS[name])
            sizes.addWidget(label, place // 2, 2 * (place % 2))
            sizes.addWidget(box, place // 2, 2 * (place % 2) + 1)
        form = QFormLayout()
        form.setVerticalSpacing(GAP // 2)
        self.inputs, self.kernels = _patterns("Fill the input with"), _patterns("Fill the kernel with")
        self.inputs.activated.connect(lambda: self.input_chosen.emit(Pattern(self.inputs.currentData())))
        self.kernels.activated.connect(lambda: self.kernel_chosen.emit(Pattern(self.kernels.currentData())))
        form.addRow("Input &numbers", self.inputs)
        form.addRow("Kernel nu&mbers", self.kernels)
        self.formula, self.evenness, self.ways = QLabel(), muted(), muted()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(presets)
        layout.addLayout(sizes)
        layout.addLayout(form)
        for label in (self.formula, self.evenness, self.ways):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label)
        layout.addStretch()

    @property
    def side(self) -> int:
        """Side of the input."""
        return self.boxes["size"].value()

    @property
    def kernel(self) -> int:
        """Side of the kernel."""
        return self.boxes["kernel"].value()

    def geometry_chosen(self) -> Geometry:
        """What is chosen. Raises :class:`UsageError` if that cannot be."""
        box = self.boxes
        geometry = Geometry(
            box["kernel"].value(),
            box["stride"].value(),
            box["padding"].value(),
            box["output"].value(),
            box["dilation"].value(),
        )
        geometry.output_size(self.side)
        return geometry

    @property
    def toy(self) -> Toy:
        """Both together. Raises :class:`UsageError` as :meth:`geometry_chosen` does."""
        return Toy(self.side, self.geometry_chosen())

    def show_toy(self, toy: Toy) -> None:
        """Choose ``toy``."""
        geometry = toy.geometry
        values = (
            toy.size, geometry.kernel, geometry.stride, geometry.padding, geometry.output_padding, geometry.dilation
        )  # fmt: skip
        for box, value in zip(self.boxes.values(), values, strict=True):
            with QSignalBlocker(box):
                box.setValue(value)
        self._change()

    def explain(self, geometry: Geometry) -> None:
        """Say what ``geometry`` comes to."""
        self.formula.setText(
            f"<b>Output side</b><br>(i − 1) s − 2 p + d (k − 1) + o + 1<br>= {size_formula(self.side, geometry)}"
        )
        self.evenness.setText(evenness_text(geometry))
        output = geometry.output_size(self.side)
        others = [way for way in even_ways(self.side, output) if way != geometry][:_MOST_WAYS]
        texts = (f"kernel {way.kernel}, stride {way.stride}, padding {way.padding}" for way in others)
        self.ways.setText(f"Other even ways from {self.side} to {output}: {'; '.join(texts)}." if others else "")

    def refuse(self, reason: str) -> None:
        """Say why there is nothing."""
        self.formula.setText(f"<span style='color: {ERROR}'>{sentence(reason)}</span>")
        self.evenness.clear()
        self.ways.clear()

    def _change(self) -> None:
        try:
            self.explain(self.geometry_chosen())
        except UsageError as error:
            self.refuse(str(error))
        self.changed.emit()

    def _preset_button(self, preset: Preset) -> QPushButton:
        button = push_button(preset.title, preset.note[0].upper() + preset.note[1:])
        button.setAccessibleName(f"Preset {preset.title}")
        button.clicked.connect(lambda: self.show_toy(preset.toy))
        return button

    def _box(self, name: str) -> IntField:
        box = IntField()
        box.setRange(*_LIMITS[name])
        box.setToolTip(_TIPS[name])
        box.setAccessibleName(_NAMES[name])
        box.valueChanged.connect(self._change)
        return box


def _patterns(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for choice in Pattern:
        box.addItem(choice.capitalize(), choice.value)
    return box
