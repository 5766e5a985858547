"""The panel "Trace a pixel": from one pixel of the picture back to z."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.layers.arithmetic.figures import exact, place
from app.layers.trace.trace_column import TraceColumn
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import Wanted
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.pixel_view import PixelView
from app.widgets.watch import Watch
from gan.layers.catalogue import find_layer
from gan.layers.traces import LATENT, Trace, traced_layers
from gan.layers.transposed import Cell
from gan.model.config import ModelConfig
from gan.request import RenderResult

OWNER = "trace"
PICTURE_WIDTH = 200
_LESSON = (
    "Click a pixel, here or in the Picture panel. Frames show what it <b>sees</b> of each layer: nothing outside can "
    "change it. Its value before tanh is exactly the sum of the shares of one layer's channels and of what later "
    "shifts add."
)


class TracePanel(QWidget):
    """One column for z and one for each hidden block, then the picture; traced only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = Watch(self, self._trace, False)
        self._config: ModelConfig | None = None
        self.columns: dict[str, TraceColumn] = {}
        """By the layer's name, in order."""
        self._build_ui()
        self._connect()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        lesson = muted(_LESSON, wraps=True, rich=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = PixelView("The picture appears when a model is open.")
        self.view.setAccessibleName("Picture; click a pixel, or move with the arrow keys")
        self.view.setFixedHeight(PICTURE_WIDTH)
        self.value = QLabel()
        self.value.setWordWrap(True)
        self.value.setObjectName("pixel_value")
        picture = QWidget()
        picture.setFixedWidth(PICTURE_WIDTH)
        right = QVBoxLayout(picture)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(QLabel("<b>Picture</b>"))
        right.addWidget(self.view)
        right.addWidget(self.value)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.area, 1)
        row.addWidget(picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(lesson)
        layout.addLayout(row, 1)

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
            middle: Cell = (self._config.image_size // 2,) * 2
            self._session.inspection.choose_pixel(middle)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if now.config != self._config:
            self._config = now.config
            self._rebuild(now.config)
            self.view.set_mark(self._session.inspection.pixel)
        self._watch.want(True)

    def _rebuild(self, config: ModelConfig) -> None:
        self.columns = {name: TraceColumn(name, _title(config, name)) for name in traced_layers(config)}
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
        colours = "" if self._config is None or self._config.channels == 1 else ", mean over colours"
        self.value.setText(
            f"Pixel {place(trace.pixel)}: <b>{exact(trace.value)}</b> before tanh{colours}"
            + ("" if colours else f", {exact(math.tanh(trace.value))} after")
        )


def _title(config: ModelConfig, name: str) -> str:
    if name == LATENT:
        return f"z · {config.z_dim} numbers"
    layer = find_layer(config, name)
    channels, height, width = layer.shape
    return f"Block {layer.block.removeprefix('block')} · {channels} × {height} × {width}"
