"""Settings of a new run, and the controls of the one that is followed."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.runs.forecaster import forecast_job
from app.runs.run_controller import Phase
from app.session.session import Session
from app.theme import ERROR, GAP
from app.train.training.preview_dialog import PreviewDialog
from app.train.training.progress import Progress
from app.train.training.settings_form import SettingsForm
from app.work.background import Job
from gan.errors import LatentariumError, UsageError
from gan.train.events import TrainEvent
from gan.train.run import Run

UNMEASURED = "How long it takes is not measured yet."


class TrainingPanel(QWidget):
    """Start, Pause, Stop; what is entered applies to the next run, never to the one that is under way."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._controller = session.training
        self._progress = Progress()
        self._forecast: Job | None = None
        self._build_ui()
        self._connect()
        self._show_phase(self._controller.phase)

    def _build_ui(self) -> None:
        self.form = SettingsForm()
        self._preview = PreviewDialog(self._session, self)
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(area, 1)
        self.problem_label = QLabel()
        self.problem_label.setObjectName("problem")
        self.problem_label.setStyleSheet(f"color: {ERROR};")
        self.problem_label.setWordWrap(True)
        layout.addWidget(self.problem_label)
        layout.addLayout(self._build_forecast())
        layout.addLayout(self._build_buttons())
        layout.addWidget(self._build_status())
        self.follow_box = QCheckBox("&Follow this run: show its newest generator under the sliders")
        self.follow_box.setObjectName("follow")
        self.follow_box.setChecked(self._session.follower.following)
        layout.addWidget(self.follow_box)

    def _build_forecast(self) -> QHBoxLayout:
        self.forecast_label = QLabel()
        self.forecast_label.setObjectName("forecast")
        self.forecast_label.setProperty("muted", True)
        self.forecast_label.setWordWrap(True)
        self.forecast_button = QPushButton("Fore&cast")
        self.forecast_button.setToolTip("Measure some steps with these settings on this computer; takes some seconds")
        row = QHBoxLayout()
        row.addWidget(self.forecast_label, 1)
        row.addWidget(self.forecast_button)
        self.forecast_label.setText(UNMEASURED)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        self.start_button = QPushButton("Start &new run")
        self.start_button.setObjectName("start")
        self.start_button.setProperty("primary", True)
        self.pause_button = QPushButton("&Pause")
        self.pause_button.setObjectName("pause")
        self.stop_button = QPushButton("S&top")
        self.stop_button.setObjectName("stop")
        self.stop_button.setToolTip("Save everything and end the run; it can be continued later")
        row = QHBoxLayout()
        row.addWidget(self.start_button, 1)
        row.addWidget(self.pause_button)
        row.addWidget(self.stop_button)
        return row

    def _build_status(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.phase_label = QLabel()
        self.phase_label.setObjectName("phase")
        self.folder_button = QPushButton("Open &folder")
        self.folder_button.setFlat(True)
        self.folder_button.setToolTip("Show the run's folder: its settings, events, samples and snapshots")
        self.detail_label = QLabel()
        self.detail_label.setObjectName("progress")
        self.detail_label.setProperty("muted", True)
        self.detail_label.setWordWrap(True)
        status = QWidget()
        layout = QVBoxLayout(status)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(self.phase_label, 1)
        first.addWidget(self.folder_button)
        layout.addLayout(first)
        layout.addWidget(self.bar)
        layout.addWidget(self.detail_label)
        return status

    def _connect(self) -> None:
        self.form.changed.connect(self._check)
        self.form.preview_button.clicked.connect(self._show_preview)
        self.start_button.clicked.connect(self.start)
        self.forecast_button.clicked.connect(self._measure)
        self.form.changed.connect(self._forget_forecast)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.stop_button.clicked.connect(self._controller.stop)
        self.folder_button.clicked.connect(self._open_folder)
        self.follow_box.toggled.connect(self._session.follower.set_following)
        self._session.follower.following_changed.connect(self.follow_box.setChecked)
        self._controller.run_changed.connect(self._take_run)
        self._controller.replayed.connect(self._take_events)
        self._controller.arrived.connect(self._take_events)
        self._controller.phase_changed.connect(self._show_phase)

    def set_data(self, data: str) -> None:
        """Choose other pictures for the next run. Raises :class:`LatentariumError` if they are none."""
        self.form.set_data(data)

    def start(self) -> None:
        """Start a run with what is entered."""
        if self._forecast is not None:
            self._forget_forecast()
        try:
            self._session.start_training(self.form.config())
        except LatentariumError as error:
            self._session.failed.emit(str(error))

    def _pause_or_resume(self) -> None:
        if self._controller.phase is Phase.TRAINING:
            self._controller.pause()
        else:
            self._controller.resume()

    def _check(self) -> None:
        try:
            config = self.form.config()
            problem = ""
            if self._preview.isVisible():
                self._preview.follow(config)
        except UsageError as error:
            problem = str(error)
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))
        self.forecast_button.setEnabled(not problem and not self._controller.is_busy)
        self.start_button.setEnabled(not problem and not self._controller.is_busy)
        hint = "Another run is under way; stop it first" if self._controller.is_busy else "Train with these settings"
        self.start_button.setToolTip(problem or hint)

    def _measure(self) -> None:
        self._forget_forecast()
        job = forecast_job(self.form.config())
        job.succeeded.connect(lambda text: self._show_forecast(job, text))
        job.failed.connect(lambda message: self._show_forecast(job, message))
        self.forecast_label.setText("Measuring…")
        self._forecast = job
        self._session.background.start(job)

    def _show_forecast(self, job: Job, text: str) -> None:
        if job is self._forecast:
            self._forecast = None
            self.forecast_label.setText(text)

    def _forget_forecast(self) -> None:
        """What was measured holds for other settings."""
        if self._forecast is not None:
            self._forecast.cancel()
            self._forecast = None
        self.forecast_label.setText(UNMEASURED)

    def _show_preview(self) -> None:
        try:
            self._preview.follow(self.form.config())
        except UsageError as error:
            self._session.failed.emit(str(error))
            return
        self._preview.show()
        self._preview.raise_()

    def _take_run(self, run: Run | None) -> None:
        self._progress = Progress()
        self._show_progress()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        for event in arrived:
            self._progress.take(event)
        self._show_progress()

    def _show_progress(self) -> None:
        self.bar.setValue(round(1000 * self._progress.fraction))
        self.detail_label.setText(self._progress.text(self._controller.phase.active))

    def _show_phase(self, phase: Phase) -> None:
        run = self._controller.run
        self.phase_label.setText(phase.value if run is None else f"<b>{phase.value}</b>  ·  {run.folder.name}")
        self.folder_button.setVisible(run is not None)
        continues = self._controller.can_continue
        self.pause_button.setText("&Pause" if not (continues or phase is Phase.PAUSED) else "&Resume")
        self.pause_button.setEnabled(phase in (Phase.TRAINING, Phase.PAUSED) or continues)
        self.pause_button.setToolTip(
            "Go on from where the run was left" if continues or phase is Phase.PAUSED else "Hold the run"
        )
        self.stop_button.setEnabled(phase.active and phase is not Phase.STOPPING)
        self._show_progress()
        self._check()

    def _open_folder(self) -> None:
        if self._controller.run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._controller.run.folder)))
