"""A path through any number of keyframes: build it, play it, save it as a film."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.explore.path.keyframe_strip import KeyframeStrip
from app.explore.path.norm_plot import NormPlot
from app.session.open_model import OpenModel
from app.session.render_service import Slot
from app.session.session import Session
from app.theme import GAP
from app.widgets.icons import pause_icon, play_icon
from app.work.films import SUFFIXES, path_film_job
from app.work.job_bar import JobBar
from gan.explore.latent import Mode
from gan.explore.paths import LONGEST, SHORTEST, Easing
from gan.images import Picture

FRAME_MS = 16
STEPS = 1000
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
SMALLEST_BOX = 60
FILTERS = "MP4 film (*.mp4);;GIF film (*.gif)"
MODES = {Mode.SLERP: "Circles (slerp)", Mode.LERP: "Lines (lerp)"}
EASINGS = {
    Easing.LINEAR: "Even speed",
    Easing.SMOOTH: "Rest at each",
    Easing.EASE_IN: "Start slowly",
    Easing.EASE_OUT: "End slowly",
}


class PathPanel(QWidget):
    """Moves the session along its route."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._route = session.route
        self._last_frame = 0.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._build_ui()
        self._connect()
        self._show_plan()

    def _build_ui(self) -> None:
        self.strip = KeyframeStrip()
        self.plot = NormPlot()
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.strip, 1)
        middle.addWidget(self.plot)
        self.job_bar = JobBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        layout.setSpacing(GAP // 2)
        layout.addLayout(self._build_player())
        layout.addLayout(middle, 1)
        layout.addLayout(self._build_tools())
        layout.addWidget(self.job_bar)

    def _build_player(self) -> QHBoxLayout:
        self.play_button = QToolButton()
        self.play_button.setObjectName("play-path")
        self.play_button.setCheckable(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("path")
        self.slider.setAccessibleName("Position on the path")
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 10)
        self.slider.setMinimumWidth(SMALLEST_BOX)
        self.clock = QLabel()
        self.clock.setProperty("muted", True)
        self.speed_box = QComboBox()
        self.speed_box.setAccessibleName("Speed")
        for speed in SPEEDS:
            self.speed_box.addItem(f"{speed:g}×", speed)
        self.speed_box.setCurrentIndex(SPEEDS.index(1.0))
        self.loop_box = QCheckBox("&Loop")
        self.loop_box.setToolTip("Go on from the last keyframe to the first")
        self.film_button = _button("&Film…", "Write this path as MP4 or GIF")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self.play_button, self.slider, self.clock, self.loop_box, self.speed_box, self.film_button):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        return row

    def _build_tools(self) -> QHBoxLayout:
        self.add_button = _button("&Add point", "Make the current point a keyframe, after the chosen one")
        self.remove_button = _button("Remo&ve", "Take the chosen keyframe out (Delete)")
        self.seconds_box = QDoubleSpinBox()
        self.seconds_box.setAccessibleName("Seconds from the chosen keyframe to the next")
        self.seconds_box.setToolTip("How long the way from the chosen keyframe to the next takes")
        self.seconds_box.setRange(SHORTEST, LONGEST)
        self.seconds_box.setSingleStep(0.25)
        self.seconds_box.setSuffix(" s")
        self.seconds_box.setKeyboardTracking(False)
        self.mode_box = _choices("How keyframes are joined", MODES)
        self.easing_box = _choices("How the speed changes between keyframes", EASINGS)
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.seconds_box)
        row.addWidget(self.mode_box, 1)
        row.addWidget(self.easing_box, 1)
        return row

    def _connect(self) -> None:
        route = self._route
        self.slider.valueChanged.connect(lambda value: self._session.follow_route(value / STEPS))
        self.play_button.toggled.connect(self._play)
        self._timer.timeout.connect(self._advance)
        self.film_button.clicked.connect(self._choose_film)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.strip.removed.connect(self._remove)
        self.strip.reordered.connect(route.reorder)
        self.strip.chosen.connect(self._go)
        self.strip.currentRowChanged.connect(lambda _: self._show_chosen())
        self.seconds_box.valueChanged.connect(lambda seconds: route.set_seconds(self.strip.currentRow(), seconds))
        self.mode_box.currentIndexChanged.connect(lambda: route.set_mode(Mode(self.mode_box.currentData())))
        self.easing_box.currentIndexChanged.connect(lambda: route.set_easing(Easing(self.easing_box.currentData())))
        self.loop_box.toggled.connect(route.set_closed)
        route.changed.connect(self._show_plan)
        route.moved.connect(self._show_position)
        self._session.sheets.rendered.connect(self._show_pictures)
        self._session.model_changed.connect(self._take_model)

    def _take_model(self, model: OpenModel) -> None:
        self._show_plan()

    def _add(self) -> None:
        row = self.strip.currentRow()
        self._route.add(self._session.z, row if row >= 0 else None)
        self.strip.setCurrentRow(row + 1 if row >= 0 else self.strip.count() - 1)

    def _remove(self) -> None:
        if self.strip.currentRow() >= 0:
            self._route.remove(self.strip.currentRow())

    def _go(self, index: int) -> None:
        path = self._route.path
        if path is not None:
            self._session.follow_route(path.starts[index] / path.duration)
        else:
            self._session.set_z(self._route.plan.keyframes[index].z, "go to keyframe")

    def _play(self, playing: bool) -> None:
        self._show_playing(playing)
        self._last_frame = time.perf_counter()
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _advance(self) -> None:
        path, now = self._route.path, time.perf_counter()
        if path is None:
            self.play_button.setChecked(False)
            return
        seconds = self._route.seconds + (now - self._last_frame) * float(self.speed_box.currentData())
        self._last_frame = now
        self._session.follow_route((seconds % path.duration) / path.duration)

    def _choose_film(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the path as a film", "path.mp4", FILTERS)
        if name:
            self.save_film(Path(name))

    def save_film(self, target: Path) -> None:
        """Write the film beside the window; an end of ``target`` that names no film becomes ``.mp4``."""
        path, model = self._route.path, self._session.model
        if path is None or model is None:
            return
        target = target if target.suffix.lower() in SUFFIXES else target.with_name(f"{target.name}.mp4")
        job = path_film_job(target, path, model.source.path, self._session.device, self._session.edits.changes)
        job.failed.connect(self._session.failed)
        self.job_bar.watch(job)
        job.ended.connect(self._show_plan)
        self.film_button.setEnabled(False)
        self._session.background.start(job)

    def _show_plan(self) -> None:
        plan, path = self._route.plan, self._route.path
        self.strip.show_keyframes(plan.keyframes, plan.closed)
        for box, value in ((self.mode_box, plan.mode), (self.easing_box, plan.easing)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.loop_box):
            self.loop_box.setChecked(plan.closed)
        for widget in (self.play_button, self.slider, self.film_button, self.loop_box):
            widget.setEnabled(path is not None)
        self.film_button.setEnabled(path is not None and not self.job_bar.busy)
        if path is None:
            self.play_button.setChecked(False)
        self.plot.show_path(path)
        self._show_chosen()
        self._show_playing(self.play_button.isChecked())
        self._show_position(self._route.seconds)
        self._session.sheets.show(Slot.PATH, self._route.points())

    def _show_chosen(self) -> None:
        row, plan = self.strip.currentRow(), self._route.plan
        chosen = plan.keyframes[row] if 0 <= row < len(plan.keyframes) else None
        self.remove_button.setEnabled(chosen is not None)
        leads_on = chosen is not None and (plan.closed or row < len(plan.keyframes) - 1)
        self.seconds_box.setEnabled(leads_on)
        with QSignalBlocker(self.seconds_box):
            self.seconds_box.setValue(2.0 if chosen is None else chosen.seconds)

    def _show_position(self, seconds: float) -> None:
        duration = self._route.path.duration if self._route.path else 0.0
        share = seconds / duration if duration else 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(share * STEPS))
        self.plot.show_share(share)
        self.clock.setText(f"{seconds:.1f} / {duration:.1f} s")

    def _show_playing(self, playing: bool) -> None:
        self.play_button.setIcon(pause_icon(self) if playing else play_icon(self))
        self.play_button.setToolTip("Stop moving" if playing else "Move along the path, again and again")
        self.play_button.setAccessibleName("Pause" if playing else "Play")

    def _show_pictures(self, slot: Slot, pictures: Picture) -> None:
        if slot is Slot.PATH:
            self.strip.show_pictures(pictures)

    def sizeHint(self) -> QSize:
        return QSize(620, 190)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button


def _choices(name: str, titles: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    box.setMinimumWidth(SMALLEST_BOX)
    for value, title in titles.items():
        box.addItem(title, value)
    return box
