"""Settings of a new run, and the controls of the one that is followed."""

from contextlib import suppress
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
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
from app.runs.how_long import HowLongDialog
from app.runs.phase import Phase
from app.runs.runs import Runs
from app.session.session import Session
from app.theme import ERROR, GAP
from app.train.training.class_offer import ClassOffer
from app.train.training.preview_dialog import PreviewDialog
from app.train.training.settings_form import SettingsForm
from app.train.training.training import Training
from app.widgets.asking import ask
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.icons import dress
from app.widgets.labels import literal, muted, plain
from app.work.background import Background
from app.work.latest_job import LatestJob
from gan.errors import UsageError
from gan.train.config import TrainConfig
from gan.train.ends import older_states, trained_in
from gan.train.own_pictures import are_gone
from gan.train.run import Run, RunError
from gan.words import marked, tr

UNMEASURED = marked("How long it takes is not measured yet.")
NAME_WIDTH = 200
"""Pixels for the name of the run; a longer one is shortened in the middle, as it would widen the panel."""


class TrainingPanel(QWidget):
    """Start, Pause, Stop; what is entered applies to the next run, never to the one that is under way."""

    def __init__(
        self,
        session: Session,
        runs: Runs,
        background: Background,
        training: Training,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._runs, self._training = session, runs, training
        self._controller = runs.controller
        self.forecast = LatestJob(background, self)
        self.classes = ClassOffer(background, self)
        self.form = SettingsForm()
        self.preview = PreviewDialog(background, self)
        self._build_ui()
        entered = training.entered
        if entered is not None:
            self.form.go_on_from(entered)
        self._connect()
        if training.data:
            session.attempt(lambda: self.form.set_data(training.data))
        self._ask_for_classes()
        self._show_phase(self._controller.phase)

    def _build_ui(self) -> None:
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(area, 1)
        self.problem_label = plain()
        self.problem_label.setObjectName("problem")
        self.problem_label.setStyleSheet(f"color: {ERROR};")
        self.problem_label.setWordWrap(True)
        layout.addWidget(self.problem_label)
        layout.addLayout(self._build_forecast())
        layout.addLayout(self._build_buttons())
        layout.addWidget(self._build_status())
        self.follow_box = QCheckBox(tr("Follow: the sl&iders show its newest generator"))
        self.follow_box.setToolTip(
            tr("The newest while it trains; once it has ended, the best, as far as that is known")
        )
        self.follow_box.setObjectName("follow")
        self.follow_box.setChecked(self._runs.follower.following)
        layout.addWidget(self.follow_box)

    def _build_forecast(self) -> QHBoxLayout:
        self.forecast_label = muted(tr(UNMEASURED), wraps=True)
        self.forecast_label.setObjectName("forecast")
        self.forecast_button = push_button(
            tr("Forec&ast"), tr("Measure some steps with these settings on this computer; takes some seconds")
        )
        row = QHBoxLayout()
        row.addWidget(self.forecast_label, 1)
        row.addWidget(self.forecast_button)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        self.start_button = push_button(tr("Start &new run"))
        self.start_button.setObjectName("start")
        self.start_button.setProperty("primary", True)
        dress(self.start_button, "play", QPalette.ColorRole.HighlightedText)
        self.pause_button = push_button(tr("&Pause"), icon="pause")
        self.pause_button.setObjectName("pause")
        self.stop_button = push_button(
            tr("S&top"), tr("Save everything and end the run; it can be continued later"), "stop"
        )
        self.stop_button.setObjectName("stop")
        row = QHBoxLayout()
        row.addWidget(self.start_button, 1)
        row.addWidget(self.pause_button)
        row.addWidget(self.stop_button)
        return row

    def _build_status(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress of the run"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.phase_label = QLabel()
        self.phase_label.setObjectName("phase")
        self.folder_button = push_button(
            tr("Open fol&der"), tr("Show the run's folder: its settings, events, samples and snapshots")
        )
        self.settings_button = push_button(
            tr("&Use its settings"), tr("Fill the form above with the settings of this run")
        )
        for button in (self.folder_button, self.settings_button):
            button.setFlat(True)
        self.detail_label = muted(wraps=True)
        self.detail_label.setObjectName("progress")
        status = QWidget()
        layout = QVBoxLayout(status)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        last = QHBoxLayout()
        last.addWidget(self.settings_button)
        last.addWidget(self.folder_button)
        last.addStretch(1)
        layout.addWidget(self.phase_label)
        layout.addWidget(self.bar)
        layout.addWidget(self.detail_label)
        layout.addLayout(last)
        return status

    def _connect(self) -> None:
        self.form.changed.connect(self._check)
        self.form.changed.connect(self._remember)
        self.form.changed.connect(self._ask_for_classes)
        self.classes.found.connect(self.form.show_classes)
        self.form.changed.connect(self._forget_forecast)
        self.form.preview_button.clicked.connect(self._show_preview)
        self.preview.value_range_chosen.connect(self.form.set_value_range)
        self.preview.moved.connect(self.form.set_place)
        self.start_button.clicked.connect(self.start)
        self.forecast_button.clicked.connect(self._measure)
        self.forecast.succeeded.connect(self.forecast_label.setText)
        self.forecast.failed.connect(self.forecast_label.setText)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.stop_button.clicked.connect(self._controller.stop)
        self.folder_button.clicked.connect(self._open_folder)
        self.settings_button.clicked.connect(self._take_settings)
        self.follow_box.toggled.connect(self._runs.follower.set_following)
        self._runs.follower.following_changed.connect(self.follow_box.setChecked)
        self._training.data_chosen.connect(self.form.set_data)
        self._training.progressed.connect(self._show_progress)
        self._controller.phase_changed.connect(self._show_phase)

    def start(self) -> None:
        """Start a run with what is entered."""
        if self.forecast.busy:
            self._forget_forecast()
        self._session.attempt(lambda: self._runs.start(self.form.config()))

    def _pause_or_resume(self) -> None:
        if self._controller.phase.active or self._has_pictures():
            self._go_on()

    def _has_pictures(self) -> bool:
        """Asks where the pictures of the run are if they have been moved; False if that is not answered."""
        run = self._controller.run
        if run is None or not are_gone(run):
            return True
        title = tr("Where are the pictures of {folder} now?", folder=run.folder.name)
        place = ask_for_folder(Kind.DATA, self, title)
        return place is not None and self._session.attempt(lambda: self._controller.move_pictures(str(place)))

    def _go_on(self) -> None:
        if self._controller.can_train_longer:
            self._session.attempt(self._train_longer)
        elif self._controller.phase is Phase.TRAINING:
            self._controller.pause()
        else:
            self._controller.resume()

    def _train_longer(self) -> None:
        run = self._controller.run
        assert run is not None
        trained = trained_in(run, run.state_path)
        if trained is None:
            raise RunError(tr("{state} is cut off; {others}", state=run.state_path, others=older_states(run)))
        ask(
            HowLongDialog(tr("Train longer"), run.config, trained, self),
            lambda agreed: self._session.attempt(lambda: self._train_this_longer(run, agreed.config())),
        )

    def _train_this_longer(self, run: Run, config: TrainConfig) -> None:
        """Unless another run is followed meanwhile."""
        if self._controller.run is run:
            self._controller.train_longer(config)

    def _take_settings(self) -> None:
        """Start from the settings of the run that is followed."""
        if self._controller.run is not None:
            self.form.go_on_from(self._controller.run.config)

    def _check(self) -> None:
        try:
            config = self.form.config()
            problem = ""
            if self.preview.isVisible():
                self.preview.follow(config)
        except UsageError as error:
            problem = str(error)
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))
        self.forecast_button.setEnabled(not problem and not self._controller.is_busy)
        self._enable(self.start_button, not problem and not self._controller.is_busy)
        starting = self._controller.phase is Phase.STARTING
        self.start_button.setText(tr("Starting…") if starting else tr("Start &new run"))
        hint = (
            tr("Another run is under way; stop it first")
            if self._controller.is_busy
            else tr("Train with these settings")
        )
        self.start_button.setToolTip(literal(problem or hint))

    def _remember(self) -> None:
        with suppress(UsageError):
            self._training.remember(self.form.config())

    def _ask_for_classes(self) -> None:
        self.classes.ask(self.form.data())

    def _measure(self) -> None:
        self.forecast_label.setText(tr("Measuring…"))
        self.forecast.start(forecast_job(self.form.config()))

    def _forget_forecast(self) -> None:
        """What was measured holds for other settings."""
        self.forecast.forget()
        self.forecast_label.setText(tr(UNMEASURED))

    def _show_preview(self) -> None:
        if self._session.attempt(lambda: self.preview.follow(self.form.config())):
            self.preview.show()
            self.preview.raise_()

    def _show_progress(self) -> None:
        progress = self._training.progress
        starting = self._controller.phase is Phase.STARTING and not progress.fraction
        self.bar.setRange(0, 0 if starting else 1000)  # moves to and fro while there is nothing to count
        self.bar.setValue(round(1000 * progress.fraction))
        self.detail_label.setText(progress.text(self._controller.phase.active))

    def _show_phase(self, phase: Phase) -> None:
        run = self._controller.run
        making = self._controller.is_making
        name = "" if run is None or making else f"  ·  {escape(self._short(run.folder.name))}"
        self.phase_label.setToolTip("" if run is None else literal(run.folder.name))
        self.phase_label.setText(f"<b>{tr(phase.value)}</b>{name}" if run is not None or making else tr(phase.value))
        for button in (self.folder_button, self.settings_button):
            button.setVisible(run is not None)
        self._show_pause(phase)
        self._enable(self.stop_button, phase.active and phase is not Phase.STOPPING and not making)
        self._show_progress()
        self._check()
        if self.window().focusWidget() is self:
            self._give_keyboard()

    def _enable(self, button: QPushButton, enabled: bool) -> None:
        """One with the keyboard leaves it to the panel, until there is a button to use next; Qt would pass it on."""
        if self.window().focusWidget() is button and not enabled:  # even while a dialog has the keyboard
            self.setFocus()
        button.setEnabled(enabled)

    def _give_keyboard(self) -> None:
        """To what can be done with the run now."""
        button = next((each for each in (self.pause_button, self.start_button) if each.isEnabled()), None)
        if button is not None:
            button.setFocus()

    def _short(self, name: str) -> str:
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)

    def _show_pause(self, phase: Phase) -> None:
        """Pause, Resume or Train longer, whichever the run can do."""
        longer, continues = self._controller.can_train_longer, self._controller.can_continue
        text, tip = tr("&Pause"), tr("Hold the run")
        if longer:
            text, tip = tr("Train lon&ger…"), tr("Go on with this run beyond its limit")
        elif continues or phase is Phase.PAUSED:
            text, tip = tr("&Resume"), tr("Go on from where the run was left")
        self.pause_button.setText(text)
        dress(self.pause_button, "play" if longer or continues or phase is Phase.PAUSED else "pause")
        self.pause_button.setToolTip(tip)
        self._enable(self.pause_button, phase in (Phase.TRAINING, Phase.PAUSED) or continues or longer)

    def _open_folder(self) -> None:
        if self._controller.run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._controller.run.folder)))
