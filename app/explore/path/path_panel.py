"""A path through any number of keyframes: build it, play it, save it as a film."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QMenu, QSizePolicy, QSlider, QVBoxLayout, QWidget

from app.explore.path.keyframe_strip import KeyframeStrip
from app.explore.path.keys import REMOVE
from app.explore.path.norm_plot import NormPlot
from app.explore.path.route import Route
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import tool_button
from app.widgets.flow_row import FlowRow
from app.widgets.frame_clock import FrameClock
from app.widgets.labels import muted
from app.widgets.number_fields import FloatField
from app.widgets.play_button import PlayButton
from app.work.background import Background, Job
from app.work.film_button import FilmButton
from app.work.films import FilmLook, path_film_job
from app.work.job_bar import JobBar
from gan.explore.latent import Mode
from gan.explore.paths import LONGEST, SHORTEST, Easing
from gan.words import marked, tr

STEPS = 1000
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
SMALLEST_BOX, SMALLEST_SECONDS = 60, 72
MODES = {Mode.SLERP: marked("Circles (slerp)"), Mode.LERP: marked("Lines (lerp)")}
EASINGS = {
    Easing.LINEAR: marked("Even speed"),
    Easing.SMOOTH: marked("Rest at each"),
    Easing.EASE_IN: marked("Start slowly"),
    Easing.EASE_OUT: marked("End slowly"),
}


class PathPanel(QWidget):
    """Builds a route, and moves along it."""

    def __init__(
        self,
        session: Session,
        route: Route,
        background: Background,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._route = session, route
        self._sheet = session.sheets.open(self)
        self.clock = FrameClock(self)
        self._build_ui(background)
        self.menu = PointMenu(self.strip, lambda row: route.points()[row], actions, self._add_own, without="path.add")
        self._connect()
        self._show_plan()

    def _build_ui(self, background: Background) -> None:
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
        layout.addLayout(self._build_player(background))
        layout.addLayout(middle, 1)
        layout.addLayout(self._build_tools())
        layout.addWidget(self.job_bar)

    def _build_player(self, background: Background) -> FlowRow:
        self.play_button = PlayButton(tr("Move along the path, again and again"), tr("Stop moving"))
        self.play_button.setObjectName("play-path")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("path")
        self.slider.setAccessibleName(tr("Position on the path"))
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 10)
        self.slider.setMinimumWidth(SMALLEST_BOX)
        self.position = muted()
        self.speed_box = QComboBox()
        self.speed_box.setAccessibleName(tr("Speed"))
        for speed in SPEEDS:
            self.speed_box.addItem(f"{speed:g}×", speed)
        self.speed_box.setCurrentIndex(SPEEDS.index(1.0))
        self.loop_box = QCheckBox(tr("Loo&p"))
        self.loop_box.setToolTip(tr("Go on from the last keyframe to the first"))
        tip = tr("Write this path as MP4 or GIF")
        config = self._session.config
        self.film_button = FilmButton(tr("Fil&m…"), tip, "path.mp4", background, self._film_job, config)
        row = FlowRow()
        for widget in (self.play_button, self.slider, self.position, self.loop_box, self.speed_box, self.film_button):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        return row

    def _build_tools(self) -> FlowRow:
        self.add_button = tool_button(tr("&Add point"), tr("Make the current point a keyframe, after the chosen one"))
        self.remove_button = tool_button(tr("Rem&ove"), tr("Take the chosen keyframe out (Delete)"))
        self.seconds_box = FloatField()
        self.seconds_box.setAccessibleName(tr("Seconds from the chosen keyframe to the next"))
        self.seconds_box.setToolTip(tr("How long the way from the chosen keyframe to the next takes"))
        self.seconds_box.setRange(SHORTEST, LONGEST)
        self.seconds_box.setSingleStep(0.25)
        self.seconds_box.setSuffix(" s")
        self.seconds_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.seconds_box.setMinimumWidth(SMALLEST_SECONDS)
        self.mode_box = _choices(tr("How keyframes are joined"), MODES)
        self.easing_box = _choices(tr("How the speed changes between keyframes"), EASINGS)
        row = FlowRow(GAP // 2)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.seconds_box)
        row.addWidget(self.mode_box, 1)
        row.addWidget(self.easing_box, 1)
        return row

    def _connect(self) -> None:
        self._connect_movement()
        self._connect_plan()
        self.film_button.failed.connect(self._session.failed)
        self.film_button.written.connect(self._session.written)
        self.job_bar.follow(self.film_button.jobs)

    def _connect_movement(self) -> None:
        self.slider.valueChanged.connect(lambda value: self._route.go(value / STEPS))
        self.play_button.toggled.connect(self.clock.run)
        self.clock.ticked.connect(self._advance)
        self.strip.chosen.connect(self._route.go_to_keyframe)
        self._route.moved.connect(self._show_position)

    def _connect_plan(self) -> None:
        route = self._route
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.strip.removed.connect(self._remove)
        self.strip.reordered.connect(route.reorder)
        self.strip.currentRowChanged.connect(lambda _: self._show_chosen())
        self.seconds_box.valueChanged.connect(lambda seconds: route.set_seconds(self.strip.currentRow(), seconds))
        self.mode_box.currentIndexChanged.connect(lambda: route.set_mode(Mode(self.mode_box.currentData())))
        self.easing_box.currentIndexChanged.connect(lambda: route.set_easing(Easing(self.easing_box.currentData())))
        self.loop_box.toggled.connect(route.set_closed)
        route.changed.connect(self._show_plan)
        self._sheet.rendered.connect(self.strip.show_pictures)

    def _add_own(self, menu: QMenu) -> None:
        menu.addAction(f"{tr(REMOVE.text)}\t{REMOVE.shortcut}", self._remove)

    def _add(self) -> None:
        row = self.strip.currentRow()
        self._route.add(self._session.z, row if row >= 0 else None)
        self.strip.setCurrentRow(row + 1 if row >= 0 else self.strip.count() - 1)

    def _remove(self) -> None:
        if self.strip.currentRow() >= 0:
            self._route.remove(self.strip.currentRow())

    def _advance(self, seconds: float) -> None:
        self._route.advance(seconds * float(self.speed_box.currentData()))

    def _film_job(self, target: Path, look: FilmLook) -> Job | None:
        path, network, model = self._route.path, self._session.network, self._session.model
        if path is None or network is None or model is None:
            return None
        return path_film_job(target, path, network, model.config, self._session.device, look)

    def _show_plan(self) -> None:
        plan, path = self._route.plan, self._route.path
        self.strip.show_keyframes(plan.keyframes, plan.closed)
        for box, value in ((self.mode_box, plan.mode), (self.easing_box, plan.easing)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.loop_box):
            self.loop_box.setChecked(plan.closed)
        for widget in (self.play_button, self.slider, self.loop_box):
            widget.setEnabled(path is not None)
        self.film_button.set_possible(path is not None)
        if path is None:
            self.play_button.setChecked(False)
        self.plot.show_path(path, self._session.distribution)
        self._show_chosen()
        self._show_position(self._route.seconds)
        self._sheet.show(self._route.points())

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
        self.position.setText(f"{seconds:.1f} / {duration:.1f} s")

    def sizeHint(self) -> QSize:
        return QSize(620, 190)


def _choices(name: str, titles: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, title in titles.items():
        box.addItem(tr(title), value)
    return box
