"""Two networks side by side: what each makes of the same noise, and how good it is after the same time."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from app.runs.phase import Phase
from app.runs.runs import Runs
from app.session.session import Session
from app.theme import GAP
from app.train.twins.network_side import NetworkSide
from app.train.twins.pair import Pair
from app.train.twins.quality_plot import QualityPlot
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import literal, muted
from app.widgets.number_fields import FloatField
from app.widgets.watch import Watch
from gan.data.missing import real_place
from gan.data.named import NAMED_SETS
from gan.model.kinds import KINDS
from gan.sources import newest_of
from gan.train.wording import clock_text
from gan.words import marked, tr

REFRESH_MS = 200
TICKS = 1000
"""Of the slider, over all of the training so far."""
USUAL_DATA, USUAL_MINUTES = "fashion-mnist", 3.0
_FOLDER = "\0folder"
"""Stands for a folder that is still to be chosen; no path can be this."""
UNMEASURED = marked("How good they are stands here once snapshots have been measured.")
EMPTY = marked(
    "What are convolutions good for? Press Start both, and two GANs learn from the same "
    "pictures: one of linear layers alone, where every pixel has weights of its own, and a "
    "DCGAN, whose small kernels are used at every place. All else is the same, and they take "
    "turns of two seconds. You see both draw the same z, and how good they are after equal "
    "times."
)


class TwinsPanel(QWidget):
    """Drawn while it is seen, five times a second at most."""

    def __init__(self, session: Session, runs: Runs, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._runs, self._pair = session, runs, pair
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._seen = Watch(self, lambda seen: self.draw() if seen else None, False)
        self._build_ui()
        self._connect()
        self._recolour()
        self._take_pair()
        self._seen.want(True)

    def _build_ui(self) -> None:
        self.sides = {kind: NetworkSide(kind) for kind in KINDS}
        self.plot = QualityPlot()
        self.plot.setAccessibleName(tr("How good both are after equal times; lower is better"))
        self.unmeasured_label = muted(tr(UNMEASURED))
        self.unmeasured_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.status = muted(wraps=True)
        self.empty_label = muted(tr(EMPTY), wraps=True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setContentsMargins(4 * GAP, GAP, 4 * GAP, GAP)
        self.content = self._build_course()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_settings())
        layout.addLayout(self._build_buttons())
        layout.addWidget(self.empty_label, 1)
        layout.addWidget(self.content, 1)

    def _build_settings(self) -> FlowRow:
        self.data_box = QComboBox()
        self.data_box.setToolTip(tr("What both learn from"))
        self.data_box.setMinimumContentsLength(12)
        self.data_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, info in NAMED_SETS.items():
            self.data_box.addItem(tr(info.title), name)
        self.data_box.addItem(tr("a folder…"), _FOLDER)
        self._choose_data(real_place(USUAL_DATA))
        self.minutes_field = FloatField()
        self.minutes_field.setRange(0.1, 10_000)
        self.minutes_field.setDecimals(1)
        self.minutes_field.setValue(USUAL_MINUTES)
        self.minutes_field.setToolTip(tr("How long each of the two is trained; together they take twice as long"))
        row = FlowRow()
        for title, field, stretch in (
            (tr("Pict&ures"), self.data_box, 1),
            (tr("&Minutes each"), self.minutes_field, 0),
        ):
            label = QLabel(title)
            label.setBuddy(field)
            row.addWidget(together(label, field), stretch)
        return row

    def _build_buttons(self) -> FlowRow:
        self.start_button = push_button(
            tr("Start &both"), tr("Train a fully connected GAN and a DCGAN by turns, in a new pair of runs")
        )
        self.start_button.setObjectName("start-both")
        self.start_button.setProperty("primary", True)
        self.go_on_button = push_button(tr("&Go on"), tr("Train the pair until each has had these minutes in all"))
        self.stop_button = push_button(tr("Stop bo&th"), tr("End both with everything saved; Go on takes it up again"))
        self.open_button = push_button(
            tr("Open…"), tr("Follow a pair that was made elsewhere, as by gan compare-kinds")
        )
        row = FlowRow()
        for button in (self.start_button, self.go_on_button, self.stop_button):
            row.addWidget(button)
        row.addWidget(self.status, 1)
        row.addWidget(self.open_button)
        return row

    def _build_course(self) -> QWidget:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Earlier and newer pictures of both"))
        self.slider.setToolTip(tr("Both after the same time of training; the right end follows the newest pictures"))
        self.slider.setRange(0, TICKS)
        self.slider.setSingleStep(TICKS // 100)
        self.slider.setPageStep(TICKS // 10)
        self.slider.setValue(TICKS)
        self.caption = muted()
        self.caption.setMinimumWidth(self.caption.fontMetrics().horizontalAdvance("after 0:00:00"))
        pictures, foot = QHBoxLayout(), QHBoxLayout()
        pictures.setSpacing(2 * GAP)
        for side in self.sides.values():
            pictures.addWidget(side, 1)
        foot.addWidget(self.slider, 1)
        foot.addWidget(self.caption)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(pictures, 1)
        layout.addLayout(foot)
        layout.addWidget(self.plot)
        layout.addWidget(self.unmeasured_label)
        return content

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._start)
        self.go_on_button.clicked.connect(self._go_on)
        self.stop_button.clicked.connect(self._pair.stop)
        self.open_button.clicked.connect(self._ask_for_pair)
        self.data_box.activated.connect(lambda _: self._take_data())
        self.minutes_field.valueChanged.connect(lambda _: self._show_phase())
        self.slider.valueChanged.connect(lambda _: self.draw())
        self._timer.timeout.connect(self.draw)
        self._pair.changed.connect(self._schedule)
        self._pair.attached.connect(self._take_pair)
        self._pair.phase_changed.connect(lambda _: self._show_phase())
        for kind, side in self.sides.items():
            side.open_wanted.connect(lambda kind=kind: self._open(kind))

    def draw(self) -> None:
        """Show both after the time that the slider says, and all that was measured."""
        self._timer.stop()
        at_end = self.slider.value() == TICKS
        seconds = self._pair.seconds * self.slider.value() / TICKS
        for kind, side in self.sides.items():
            run, course = self._pair.run(kind), self._pair.courses.get(kind)
            if run is not None and course is not None:
                side.show_course(run, course, float("inf") if at_end else seconds)
        self.caption.setText(tr("after {time}", time=clock_text(seconds)))
        self.plot.show_courses(self._pair.courses)
        measured = any(course.quality for course in self._pair.courses.values())
        self.plot.setVisible(measured)
        self.unmeasured_label.setVisible(not measured)
        self._show_status()

    def _schedule(self) -> None:
        if self._seen.active and not self._timer.isActive():
            self._timer.start()

    def _take_pair(self) -> None:
        self.empty_label.setVisible(self._pair.folder is None)
        self.content.setVisible(self._pair.folder is not None)
        self.slider.setValue(TICKS)
        if self._pair.minutes:
            self.minutes_field.setValue(self._pair.minutes)
        self._show_phase()
        self._schedule()

    def _show_phase(self) -> None:
        phase = self._pair.phase
        longer = self.minutes_field.value() > self._pair.minutes
        can = {
            self.stop_button: phase.active and phase is not Phase.STOPPING,
            self.go_on_button: phase.resumable or (phase is Phase.FINISHED and longer),
            self.start_button: not phase.active,
        }
        had_keyboard = any(widget.hasFocus() for widget in (self, *can))
        for button, enabled in can.items():
            button.setEnabled(enabled)
        if had_keyboard and not any(button.hasFocus() for button in can):  # Qt has passed it on to what comes next
            next((button for button in can if button.isEnabled()), self).setFocus()
        self._show_status()

    def _show_status(self) -> None:
        """How both stand, and how far they are."""
        if self._pair.folder is None:
            self.status.clear()
            return
        times = tr(" and ").join(clock_text(course.seconds) for course in self._pair.courses.values())
        self.status.setText(
            tr(
                "{phase}: {times} of {limit} each",
                phase=tr(self._pair.phase.value),
                times=times,
                limit=clock_text(60 * self._pair.minutes),
            )
        )
        self.status.setToolTip(literal(str(self._pair.folder)))

    def _start(self) -> None:
        data, minutes = str(self.data_box.currentData()), self.minutes_field.value()
        self._session.attempt(lambda: self._pair.start(data, minutes))

    def _go_on(self) -> None:
        self._session.attempt(lambda: self._pair.go_on(self.minutes_field.value()))

    def _open(self, kind: str) -> None:
        run = self._pair.run(kind)
        if run is not None:
            name = tr("{title} of {parent}", title=tr(KINDS[kind].title), parent=run.folder.parent.name)
            self._session.attempt(lambda: self._runs.open_source(newest_of(run, name), follows=False))

    def _ask_for_pair(self) -> None:
        folder = ask_for_folder(Kind.RUN, self, tr("Choose the folder of two networks"))
        if folder is not None:
            self._session.attempt(lambda: self._pair.attach(folder))

    def _take_data(self) -> None:
        if self.data_box.currentData() == _FOLDER:
            folder = ask_for_folder(Kind.DATA, self, tr("Choose a folder of pictures to train both on"))
            self._choose_data(real_place(USUAL_DATA) if folder is None else str(folder))

    def _choose_data(self, data: str) -> None:
        if self.data_box.findData(data) < 0:
            place = self.data_box.count() - 1
            self.data_box.insertItem(place, Path(data).name, data)
            self.data_box.setItemData(place, literal(data), Qt.ItemDataRole.ToolTipRole)
        self.data_box.setCurrentIndex(self.data_box.findData(data))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        palette = self.palette()
        self.plot.recolour(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text))
