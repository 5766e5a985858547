"""From A to B: two ends with thumbnails, the way between them, and play."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.session.interpolation import Endpoint
from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import push_button
from app.widgets.flow_row import FlowRow, together
from app.widgets.frame_clock import FrameClock
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from app.widgets.optional_fields import OptionalFloatField
from app.widgets.play_button import PlayButton
from gan.explore.latent import Mode
from gan.request import RenderResult
from gan.words import marked, tr

THUMBNAIL = 64
SLIDER_STEPS = 1000
SECONDS_PER_WAY = 3.0
_AWAY = marked("The picture is not on the way from A to B: move the slider, or click A or B, to go there.")

MODES = {
    Mode.SLERP: (
        marked("Great circle (slerp)"),
        marked("Keeps the length of z typical all the way, so every picture is a likely one."),
    ),
    Mode.LERP: (
        marked("Straight line (lerp)"),
        marked(
            "Cuts through the inside of the shell: half way, z is shorter than any that the generator was trained on."
        ),
    ),
}


class InterpolationPanel(QWidget):
    """Moves the session along the way from A to B."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._interpolation = session, session.interpolation
        self._direction = 1
        self.is_away = False
        self.clock = FrameClock(self)
        self._build_ui()
        self._connect()
        self._show_way()
        self._interpolation.render()

    def _build_ui(self) -> None:
        self.thumbnails = {end: self._build_thumbnail(end) for end in Endpoint}
        self.set_buttons = {end: self._build_set_button(end) for end in Endpoint}
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for column, end in ((0, Endpoint.A), (2, Endpoint.B)):
            layout.addWidget(self.thumbnails[end], 0, column, Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(self.set_buttons[end], 1, column, Qt.AlignmentFlag.AlignCenter)
        layout.addLayout(self._build_way(), 0, 1)
        layout.addLayout(self._build_tools(), 1, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(2, 1)

    def _build_thumbnail(self, end: Endpoint) -> ImageView:
        view = ImageView(end.value, whole_pixels=False)
        view.setObjectName(f"thumbnail-{end}")
        view.setAccessibleName(tr("Picture of the end {end}", end=end))
        view.setFixedSize(THUMBNAIL, THUMBNAIL)
        view.setToolTip(tr("Go to the end {end}", end=end))
        view.setCursor(Qt.CursorShape.PointingHandCursor)
        return view

    def _build_set_button(self, end: Endpoint) -> QPushButton:
        button = push_button(tr("Set &{end}", end=end), tr("Make the current point the end {end}", end=end))
        button.setObjectName(f"set-{end}")
        return button

    def _build_way(self) -> QVBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("interpolation")
        self.slider.setAccessibleName(tr("Position between A and B"))
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setSingleStep(SLIDER_STEPS // 100)
        self.slider.setPageStep(SLIDER_STEPS // 10)
        self.value_box = OptionalFloatField()
        self.value_box.setAccessibleName(tr("Position between A and B, typed"))
        self.value_box.set_limits(0, 1, 0.01)
        self.value_box.setDecimals(3)
        ends = FlowRow()
        ends.addWidget(together(QLabel(Endpoint.A), self.slider, QLabel(Endpoint.B)), 1)
        ends.addWidget(self.value_box)
        self.explanation = muted(wraps=True)
        way = QVBoxLayout()
        way.addStretch(1)
        way.addLayout(ends)
        way.addWidget(self.explanation)
        way.addStretch(1)
        return way

    def _build_tools(self) -> FlowRow:
        self.play_button = PlayButton(tr("Move to and fro between A and B"), tr("Stop moving"), words=True)
        self.play_button.setObjectName("play")
        self.mode_box = QComboBox()
        self.mode_box.setObjectName("mode")
        self.mode_box.setAccessibleName(tr("Way between A and B"))
        for mode, (title, _) in MODES.items():
            self.mode_box.addItem(tr(title), mode)
        tools = FlowRow()
        tools.addWidget(self.play_button)
        tools.addStretch()
        tools.addWidget(self.mode_box)
        return tools

    def _connect(self) -> None:
        way = self._interpolation
        self.slider.valueChanged.connect(lambda value: way.go(value / SLIDER_STEPS))
        self.slider.actionTriggered.connect(lambda _: self._go_to_handle())
        self.value_box.valueChanged.connect(lambda t: way.go(max(t, 0.0)))
        self.mode_box.currentIndexChanged.connect(lambda: way.set_mode(Mode(self.mode_box.currentData())))
        self.play_button.toggled.connect(self.clock.run)
        self.clock.ticked.connect(self._advance)
        for t, end in enumerate(Endpoint):
            self.thumbnails[end].clicked.connect(partial(way.go, float(t)))
            self.set_buttons[end].clicked.connect(partial(self._set_endpoint, end))
        way.moved.connect(lambda *_: self._show_way())
        self._session.z_changed.connect(lambda _: self._show_way())
        way.rendered.connect(self._show_thumbnails)

    def _set_endpoint(self, end: Endpoint, _: bool = False) -> None:
        self._interpolation.set_endpoint(end, self._session.z)

    def _go_to_handle(self) -> None:
        """Also where a grey handle stands already, as Home does at A."""
        if self.is_away:
            self._interpolation.go(self.slider.sliderPosition() / SLIDER_STEPS)

    def _advance(self, seconds: float) -> None:
        """Beyond an end it turns round there."""
        t = self._interpolation.t + self._direction * seconds / SECONDS_PER_WAY
        if not 0 <= t <= 1:
            self._direction = 1 if t < 0 else -1
        self._interpolation.go(t)

    def _show_way(self) -> None:
        """How A and B are joined, and where the point is between them; it need not be on the way at all."""
        t, mode = self._interpolation.position, self._interpolation.mode
        self.value_box.show_number(t)
        with QSignalBlocker(self.slider), QSignalBlocker(self.mode_box):
            self.mode_box.setCurrentIndex(self.mode_box.findData(mode))
            if t is not None:
                self.slider.setValue(round(t * SLIDER_STEPS))
        self._show_away(t is None and self._session.model is not None)
        self.explanation.setText(tr(_AWAY) if self.is_away else tr(MODES[mode][1]))

    def _show_away(self, away: bool) -> None:
        """A grey handle is no position."""
        if away != self.is_away:
            self.is_away = away
            self.slider.setProperty("away", away)
            self.slider.style().unpolish(self.slider)
            self.slider.style().polish(self.slider)
            self.slider.update()

    def _show_thumbnails(self, result: RenderResult) -> None:
        for end, picture in zip(Endpoint, result.images, strict=True):
            self.thumbnails[end].set_picture(picture)
