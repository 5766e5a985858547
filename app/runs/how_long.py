"""Ask how much longer a run, or a branch of one, is to be trained."""

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.labels import plain
from app.widgets.number_fields import FloatField
from gan.errors import UsageError
from gan.train.config import LIMITS, TrainConfig
from gan.train.ends import Trained, extended, reached
from gan.train.wording import clock_text
from gan.words import tr

LONGEST, DECIMALS = 1e6, 2


class HowLongDialog(QDialog):
    """``trained`` is where training goes on; what is entered comes on top of it. ``config`` has been limited before."""

    def __init__(self, title: str, config: TrainConfig, trained: Trained, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config, self._trained = config, trained
        self.setWindowTitle(title)
        self._build_ui()
        self.unit.currentIndexChanged.connect(self._show_decimals)
        unit = reached(config, trained) or LIMITS[-1]
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit)))
        self.field.setValue(getattr(config, self.unit.currentData()) or 1)
        self.field.selectAll()

    def _build_ui(self) -> None:
        words = QLabel(
            tr(
                "It has reached its limit: step {step:,} after {seconds}.\nHow much longer is it to be trained?",
                step=self._trained.step,
                seconds=clock_text(self._trained.seconds),
            )
        )
        self.problem = plain()
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("&Train"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for part in (words, self._build_row(), self.problem, buttons):
            layout.addWidget(part)

    def _build_row(self) -> QWidget:
        self.field = FloatField()
        self.field.setObjectName("how-long")
        self.field.setAccessibleName(tr("How much longer"))
        self.field.setRange(0.01, LONGEST)
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Unit"))
        for name in LIMITS:
            if name != "epochs" or self._trained.per_epoch:
                self.unit.addItem(tr(name), name)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.unit)
        layout.addWidget(QLabel(tr("more")))
        return row

    def _show_decimals(self) -> None:
        """A step is never done by half."""
        self.field.setDecimals(0 if self.unit.currentData() == "steps" else DECIMALS)

    def config(self) -> TrainConfig:
        """The settings with the new limit. Raises :class:`UsageError`."""
        return extended(self._config, self._trained, self.unit.currentData(), self.field.value())

    def accept(self) -> None:
        """Only what can be trained closes the dialog."""
        if self.field.problem():
            self.field.tell_problem()
            return
        self.field.interpretText()
        try:
            self.config()
        except UsageError as error:
            self.problem.setText(str(error))
            self.problem.show()
        else:
            super().accept()
