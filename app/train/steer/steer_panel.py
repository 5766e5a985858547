"""Steer a run that is under way: learning rates, a snapshot now, and single steps with what each changed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.theme import GAP
from app.train.fields import Field, as_text
from app.train.steer.answers import Answers, Rates
from app.train.steer.step_words import ROWS, step_words
from app.widgets.buttons import push_button
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from gan.errors import UsageError
from gan.train.config import TrainConfig
from gan.train.events import StepTaken
from gan.words import marked, tr

EMPTY = marked("Press a step: the run pauses, one network learns from one batch, and what that changed stands here.")
WORDS = 150
"""Pixels that words beside the buttons have at least."""
RATES = ("lr_g", "lr_d")
MOMENTS = (marked("before"), marked("after"))
_RATES_TIP = marked(
    "Both learning rates hold from the next step on; where they decay, these are the rates that they decay from"
)


class SteerPanel(QWidget):
    """Every press is a request in the run's folder; what is shown is what the trainer answered."""

    def __init__(self, controller: RunController, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._answers = controller, answers
        self._build_ui()
        self._connect()
        self._show_rates()
        self._show_step()
        self._show_phase(controller.phase)

    def _build_ui(self) -> None:
        self._left, self._right = self._build_controls(), self._build_outcome()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(GAP, GAP, GAP, GAP)
        self._parts.setSpacing(2 * GAP)
        self._parts.addLayout(self._left)
        self._parts.addLayout(self._right, 1)

    def minimumSizeHint(self) -> QSize:
        """What is too wide for one row stands in two."""
        widest = max(part.minimumSize().width() for part in (self._left, self._right))
        return QSize(widest + 2 * GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a step has done beside what does it; below where its words would be a thin column."""
        super().resizeEvent(event)
        needed = self._left.minimumSize().width() + max(WORDS, self._right.minimumSize().width()) + 4 * GAP
        one, two = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(one if self.width() >= needed else two)

    def _build_controls(self) -> QVBoxLayout:
        self.rates = {name: Field(TrainConfig.info(name)) for name in RATES}
        form = QFormLayout()
        for field in self.rates.values():
            field.setFixedWidth(80)
            form.addRow(tr(field.info.label), field)
        self.rates_button = push_button(tr("Set &rates"), tr(_RATES_TIP))
        self.snapshot_button = push_button(
            tr("Snapshot n&ow"), tr("Save the generator now; it appears in the timeline")
        )
        self.step_d_button = push_button(tr("Step of &D"), tr("Pause, and let D learn from one batch"))
        self.step_g_button = push_button(tr("Step of &G"), tr("Pause, and let G learn from one batch"))
        buttons = QGridLayout()
        for place, button in enumerate(
            (self.rates_button, self.snapshot_button, self.step_d_button, self.step_g_button)
        ):
            buttons.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _build_outcome(self) -> QVBoxLayout:
        self.words = muted(tr(EMPTY), wraps=True)
        self.words.setObjectName("step-words")
        self.views = {moment: _view(moment) for moment in MOMENTS}
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.table = QWidget()
        self.table.setLayout(self._build_table())
        row.addWidget(self.table)
        for view in self.views.values():
            row.addWidget(view, 1)
        self.outcome = QWidget()
        self.outcome.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.outcome, 1)
        column.addStretch(0)
        return column

    def _build_table(self) -> QGridLayout:
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        for column, title in enumerate(("", *MOMENTS)):
            table.addWidget(muted(tr(title)), 0, column)
        self.numbers: dict[tuple[str, str], QLabel] = {}
        for row, (name, title) in enumerate(ROWS.items(), 1):
            table.addWidget(muted(tr(title)), row, 0)
            for column, moment in enumerate(MOMENTS, 1):
                self.numbers[name, moment] = QLabel()
                table.addWidget(self.numbers[name, moment], row, column)
        table.setRowStretch(len(ROWS) + 1, 1)
        return table

    def _connect(self) -> None:
        self._answers.rates_changed.connect(self._show_rates)
        self._answers.step_changed.connect(self._show_step)
        self._controller.phase_changed.connect(self._show_phase)
        self.rates_button.clicked.connect(self._set_rates)
        self.snapshot_button.clicked.connect(self._controller.save_snapshot)
        self.step_d_button.clicked.connect(lambda: self._controller.step("d"))
        self.step_g_button.clicked.connect(lambda: self._controller.step("g"))
        for field in self.rates.values():
            field.changed.connect(lambda: self._show_phase(self._controller.phase))

    def _entered_rates(self) -> Rates | None:
        """None while one of them is wrong."""
        try:
            return self.rates["lr_g"].value(), self.rates["lr_d"].value()
        except UsageError:
            return None

    def _set_rates(self) -> None:
        rates = self._entered_rates()
        if rates is not None:
            self._controller.set_learning_rates(*rates)

    def _show_rates(self) -> None:
        for name, value in zip(RATES, self._answers.rates or (), strict=False):
            self.rates[name].set_value(as_text(value))

    def _show_step(self) -> None:
        step = self._answers.step
        self.words.setText(tr(EMPTY) if step is None else step_words(step))
        self.outcome.setVisible(step is not None)
        if step is not None:
            self._show_scores(step)
            self._show_pictures(step)

    def _show_scores(self, step: StepTaken) -> None:
        for name in ROWS:
            self.numbers[name, "before"].setText(f"{getattr(step.before, name):.3f}")
            self.numbers[name, "after"].setText(f"{getattr(step.after, name):.3f}")

    def _show_pictures(self, step: StepTaken) -> None:
        run = self._controller.run
        for moment, path in (("before", step.samples_before), ("after", step.samples_after)):
            self.views[moment].setVisible(moment == "before" or step.network == "g")
            self.views[moment].set_image(QImage(str(run.folder / path)) if run is not None else QImage())

    def _show_phase(self, phase: Phase) -> None:
        steers = phase in (Phase.TRAINING, Phase.PAUSED)
        for button in (self.snapshot_button, self.step_d_button, self.step_g_button):
            button.setEnabled(steers)
        self.rates_button.setEnabled(steers and self._entered_rates() is not None)


def _view(moment: str) -> ImageView:
    view = ImageView(tr(moment), whole_pixels=False)
    view.setAccessibleName(tr("Samples {moment} the step", moment=tr(moment)))
    view.setToolTip(tr("What G makes of the same noise {moment} the step", moment=tr(moment)))
    return view
