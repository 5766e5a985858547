"""The column beside the playground: sizes, strides, presets, and what they come to."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import ERROR, GAP
from app.widgets.buttons import push_button
from app.widgets.labels import muted, unbroken
from app.widgets.number_fields import IntField
from gan.errors import UsageError, sentence
from gan.layers.steps import size_formula
from gan.layers.toys import PRESETS, Pattern, Preset, Toy, even_ways, evenness_text
from gan.layers.transposed import Geometry
from gan.words import joined, marked, tr

_LIMITS = {
    "size": (1, 12),
    "kernel": (1, 12),
    "stride": (1, 8),
    "padding": (0, 12),
    "output": (0, 7),
    "dilation": (1, 4),
}
_LABELS = {
    "size": marked("&Input"),
    "kernel": marked("&Kernel"),
    "stride": marked("&Stride"),
    "padding": marked("&Padding"),
    "output": marked("O&ut. pad."),
    "dilation": marked("&Dilation"),
}
_NAMES = {
    "size": marked("Input side"),
    "kernel": marked("Kernel side"),
    "stride": marked("Stride"),
    "padding": marked("Padding"),
    "output": marked("Output padding"),
    "dilation": marked("Dilation"),
}
_TIPS = {
    "size": marked("Input side: rows and columns of the input"),
    "kernel": marked("Rows and columns of the kernel"),
    "stride": marked("How far stamps are apart; stride − 1 zeros come between input cells"),
    "padding": marked("How many rows and columns are cut off the output on every side"),
    "output": marked("Output padding: how many rows and columns more there are below and on the right"),
    "dilation": marked("How far the kernel's taps are apart"),
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
            label = QLabel(tr(_LABELS[name]))
            label.setBuddy(box)
            label.setToolTip(tr(_TIPS[name]))
            sizes.addWidget(label, place // 2, 2 * (place % 2))
            sizes.addWidget(box, place // 2, 2 * (place % 2) + 1)
        form = QFormLayout()
        form.setVerticalSpacing(GAP // 2)
        self.inputs, self.kernels = _patterns(tr("Fill the input with")), _patterns(tr("Fill the kernel with"))
        self.inputs.activated.connect(lambda: self.input_chosen.emit(Pattern(self.inputs.currentData())))
        self.kernels.activated.connect(lambda: self.kernel_chosen.emit(Pattern(self.kernels.currentData())))
        form.addRow(tr("Input &numbers"), self.inputs)
        form.addRow(tr("Kernel nu&mbers"), self.kernels)
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
        said = tr(
            "<b>Output side</b><br>(i − 1) s − 2 p + d (k − 1) + o + 1<br>= {side}",
            side=size_formula(self.side, geometry),
        )
        self.formula.setText(unbroken(said))
        self.evenness.setText(evenness_text(geometry))
        output = geometry.output_size(self.side)
        others = [way for way in even_ways(self.side, output) if way != geometry][:_MOST_WAYS]
        texts = (
            tr(
                "kernel {kernel}, stride {stride}, padding {padding}",
                kernel=way.kernel,
                stride=way.stride,
                padding=way.padding,
            )
            for way in others
        )
        self.ways.setText(
            tr(
                "Other even ways from {side} to {output}: {names}.",
                side=self.side,
                output=output,
                names=joined(texts, marked("{one}; {other}")),
            )
            if others
            else ""
        )

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
        button = push_button(tr(preset.title), sentence(tr(preset.note)))
        button.setObjectName(f"preset {preset.title}")
        button.setAccessibleName(tr("Preset {title}", title=tr(preset.title)))
        button.clicked.connect(lambda: self.show_toy(preset.toy))
        return button

    def _box(self, name: str) -> IntField:
        box = IntField()
        box.setRange(*_LIMITS[name])
        box.setToolTip(tr(_TIPS[name]))
        box.setAccessibleName(tr(_NAMES[name]))
        box.valueChanged.connect(self._change)
        return box


def _patterns(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for choice in Pattern:
        box.addItem(tr(choice.capitalize()), choice.value)
    return box
