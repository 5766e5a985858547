"""From A to B: two ends with thumbnails, the way between them, and play."""

import time

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.session.session import Endpoint, Session
from app.theme import GAP
from app.widgets.icons import pause_icon, play_icon
from app.widgets.image_view import ImageView
from gan.explore.latent import Mode
from gan.images import Picture

THUMBNAIL = 72
SLIDER_STEPS = 1000
SMALLEST_BOX = 90
FRAME_MS = 16
SECONDS_PER_WAY = 3.0

MODES = {
    Mode.SLERP: (
        "Great circle (slerp)",
        "Keeps the length of z typical all the way, so every picture is a likely one.",
    ),
    Mode.LERP: (
        "Straight line (lerp)",
        "Cuts through the inside of the shell: half way, z is shorter than any that the generator was trained on.",
    ),
}


class InterpolationPanel(QWidget):
    """Moves the session along the way from A to B."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._direction = 1
        self._last_frame = 0.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._build_ui()
        self._connect()

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
        view.setAccessibleName(f"Picture of {end}")
        view.setFixedSize(THUMBNAIL, THUMBNAIL)
        view.setToolTip(f"Go to {end}")
        view.setCursor(Qt.CursorShape.PointingHandCursor)
        return view

    def _build_set_button(self, end: Endpoint) -> QPushButton:
        button = QPushButton(f"Set &{end}")
        button.setObjectName(f"set-{end}")
        button.setToolTip(f"Make the current point {end}")
        return button

    def _build_way(self) -> QVBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("interpolation")
        self.slider.setAccessibleName("Position between A and B")
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setPageStep(SLIDER_STEPS // 10)
        self.value_box = QDoubleSpinBox()
        self.value_box.setAccessibleName("Position between A and B, typed")
        self.value_box.setRange(0, 1)
        self.value_box.setDecimals(3)
        self.value_box.setSingleStep(0.01)
        ends = QHBoxLayout()
        ends.addWidget(QLabel(Endpoint.A))
        ends.addWidget(self.slider, 1)
        ends.addWidget(QLabel(Endpoint.B))
        ends.addWidget(self.value_box)
        self.explanation = QLabel()
        self.explanation.setProperty("muted", True)
        self.explanation.setWordWrap(True)
        way = QVBoxLayout()
        way.addStretch(1)
        way.addLayout(ends)
        way.addWidget(self.explanation)
        way.addStretch(1)
        return way

    def _build_tools(self) -> QHBoxLayout:
        self.play_button = QToolButton()
        self.play_button.setObjectName("play")
        self.play_button.setCheckable(True)
        self.play_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.mode_box = QComboBox()
        self.mode_box.setObjectName("mode")
        self.mode_box.setAccessibleName("Way between A and B")
        for mode, (title, _) in MODES.items():
            self.mode_box.addItem(title, mode)
        self.mode_box.setMinimumWidth(SMALLEST_BOX)
        self._show_playing(False)
        self._show_mode(self._session.mode)
        tools = QHBoxLayout()
        tools.addWidget(self.play_button)
        tools.addStretch(1)
        tools.addWidget(self.mode_box)
        return tools

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self._session.interpolate(value / SLIDER_STEPS))
        self.value_box.valueChanged.connect(self._session.interpolate)
        self.mode_box.currentIndexChanged.connect(self._choose_mode)
        self.play_button.toggled.connect(self._play)
        self._timer.timeout.connect(self._advance)
        for t, end in enumerate(Endpoint):
            self.thumbnails[end].clicked.connect(lambda t=t: self._session.interpolate(float(t)))
            self.set_buttons[end].clicked.connect(
                lambda _=False, end=end: self._session.set_endpoint(end, self._session.z)
            )
        self._session.interpolation_changed.connect(self._show_position)
        self._session.endpoints_rendered.connect(self._show_thumbnails)

    def _choose_mode(self) -> None:
        self._session.interpolate(self._session.t, Mode(self.mode_box.currentData()))

    def _play(self, playing: bool) -> None:
        self._show_playing(playing)
        self._last_frame = time.perf_counter()
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _advance(self) -> None:
        now = time.perf_counter()
        t = self._session.t + self._direction * (now - self._last_frame) / SECONDS_PER_WAY
        self._last_frame = now
        if not 0 <= t <= 1:
            self._direction = 1 if t < 0 else -1
        self._session.interpolate(t)

    def _show_playing(self, playing: bool) -> None:
        self.play_button.setIcon(pause_icon(self) if playing else play_icon(self))
        self.play_button.setText("Pause" if playing else "Play")
        self.play_button.setToolTip("Stop moving" if playing else "Move to and fro between A and B")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_playing(self.play_button.isChecked())

    def _show_position(self, t: float, mode: Mode) -> None:
        for widget, value in ((self.slider, round(t * SLIDER_STEPS)), (self.value_box, t)):
            with QSignalBlocker(widget):
                widget.setValue(value)  # type: ignore[arg-type]
        self._show_mode(mode)

    def _show_mode(self, mode: Mode) -> None:
        with QSignalBlocker(self.mode_box):
            self.mode_box.setCurrentIndex(self.mode_box.findData(mode))
        self.explanation.setText(MODES[mode][1])

    def _show_thumbnails(self, pictures: Picture) -> None:
        for end, picture in zip(Endpoint, pictures, strict=True):
            self.thumbnails[end].set_picture(picture)
