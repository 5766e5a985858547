"""The panel "Trace a pixel": from one pixel of the picture back to z."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.layers.arithmetic.figures import exact, place
from app.layers.trace.trace_column import TraceColumn
from app.layers.views.wording import shape_text, short_name
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import Wanted
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.pixel_view import PixelView
from app.widgets.watch import Watch
from gan.errors import sentence
from gan.layers.catalogue import find_layer
from gan.layers.traces import LATENT, Trace, traced_layers, untraceable
from gan.layers.transposed import Cell
from gan.model.architecture import Architecture
from gan.model.part_specs import Activation, ActivationKind
from gan.request import RenderResult
from gan.words import marked, tr

OWNER = "trace"
PICTURE_WIDTH = 200
_LESSON = marked(
    "Click a pixel, here or in the Picture panel. Frames show what it <b>sees</b> of each layer: nothing outside can "
    "change it. Its value{before} is exactly the sum of the shares of one layer's channels and of what later "
    "shifts add."
)
_FUNCTIONS = {ActivationKind.TANH: math.tanh, ActivationKind.SIGMOID: lambda x: (1 + math.tanh(x / 2)) / 2}


class TracePanel(QWidget):
    """One column for z and one for each hidden block, then the picture; traced only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = Watch(self, self._trace, False)
        self._config: Architecture | None = None
        self.columns: dict[str, TraceColumn] = {}
        """By the layer's name, in order."""
        self._build_ui()
        self._connect()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self.lesson = muted(tr(_LESSON).format(before=tr(" before tanh")), wraps=True, rich=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = PixelView(tr("The picture appears when a model is open."))
        self.view.setAccessibleName(tr("Picture; click a pixel, or move with the arrow keys"))
        self.view.setFixedHeight(PICTURE_WIDTH)
        self.value = QLabel()
        self.value.setWordWrap(True)
        self.value.setObjectName("pixel_value")
        picture = QWidget()
        picture.setFixedWidth(PICTURE_WIDTH)
        right = QVBoxLayout(picture)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(QLabel(tr("<b>Picture</b>")))
        right.addWidget(self.view)
        right.addWidget(self.value)
        right.addStretch()
        content = QWidget()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.area, 1)
        row.addWidget(picture)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.lesson)
        layout.addLayout(row, 1)
        self.reason = muted(wraps=True)
        self.reason.setObjectName("untraceable")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.reason)

    def _connect(self) -> None:
        self._session.rendered.connect(self._take_result)
        self._session.inspection.pixel_changed.connect(self.view.set_mark)
        self.view.pixel_chosen.connect(self._session.inspection.choose_pixel)

    def _trace(self, wanted: bool) -> None:
        if wanted:
            self._choose_first()
        self._session.watch(OWNER, Wanted(traced=wanted))

    def _choose_first(self) -> None:
        """The middle, unless a pixel was chosen before."""
        if self._config is not None and self._session.inspection.pixel is None:
            width, height = self._config.picture_size
            middle: Cell = height // 2, width // 2
            self._session.inspection.choose_pixel(middle)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if now.config != self._config:
            self._config = now.config
            self._rebuild(now.config)
            self.view.set_mark(self._session.inspection.pixel)
        self._watch.want(not untraceable(now.config))

    def _rebuild(self, config: Architecture) -> None:
        reason = untraceable(config)
        self.reason.setText(sentence(reason))
        self._stack.setCurrentIndex(1 if reason else 0)
        self.lesson.setText(tr(_LESSON).format(before=_before(config)))
        self.columns = {name: TraceColumn(name, _title(config, name)) for name in traced_layers(config) if not reason}
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        for column in self.columns.values():
            row.addWidget(column)
        self.area.setWidget(content)
        self.value.clear()

    def _take_result(self, result: RenderResult) -> None:
        if result.trace is not None:
            self.view.set_picture(result.images[0])
            self._show(result.trace)

    def _show(self, trace: Trace) -> None:
        for layer in trace.layers:
            self.columns[layer.name].show_trace(layer)
        if self._config is not None:
            self.value.setText(_value_text(self._config, trace))


def _value_text(config: Architecture, trace: Trace) -> str:
    """The pixel's value before the last activation and, of a grey one, after."""
    text = tr(
        "Pixel {pixel}: <b>{value}</b>{before}",
        pixel=place(trace.pixel),
        value=exact(trace.value),
        before=_before(config),
    )
    if config.channels > 1:
        return tr("{text}, mean over colours{more}", text=text, more=tr(" and opacity") if config.channels == 4 else "")
    last = config.blocks[-1].parts[-1]
    function = _FUNCTIONS.get(last.kind) if isinstance(last, Activation) else None
    return text if function is None else tr("{text}, {value} after", text=text, value=exact(function(trace.value)))


def _before(config: Architecture) -> str:
    """`` before tanh``; nothing where no activation comes last."""
    last = config.blocks[-1].parts[-1]
    return tr(" before {last}", last=short_name(last)) if isinstance(last, Activation) else ""


def _title(config: Architecture, name: str) -> str:
    if name == LATENT:
        return tr("z · {z_dim} numbers", z_dim=config.z_dim)
    layer = find_layer(config, name)
    return tr("Block {number} · {shape}", number=layer.block.removeprefix("block"), shape=shape_text(layer.shape))
