"""Above the generator's blocks: which part of them is shown, and what BatchNorm normalises by."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWhatsThis, QWidget

from app.layers.views.part_choice import PartChoice
from app.layers.views.wording import PART
from app.theme import GAP
from app.widgets.buttons import tool_button
from app.widgets.flow_row import together
from app.widgets.labels import muted
from gan.model.architecture import Architecture
from gan.request import BatchStatistics
from gan.words import marked, tr

SIZES = (4, 16, 64)
EXPLANATION = marked(
    "In training, BatchNorm scales each channel by the mean and variance of its batch, and "
    "keeps running averages of both. A trained generator uses the averages, so a z has one "
    "picture. With the statistics of a batch, a picture depends on the others in it: the "
    "smaller the batch, the more."
)
_PART_TIP = marked("Show what the blocks hold after the convolution, after BatchNorm or after the activation")
_NO_NORM = marked("This generator has no BatchNorm, so its pictures do not depend on any statistics")


class StripTools(QWidget):
    """Shows what holds and says what a person chooses; knows no session. In two rows where one is too narrow."""

    part_chosen = Signal(str)
    """The part of the blocks that is to be shown, such as ``norm``."""
    batch_chosen = Signal(object)
    """The :class:`BatchStatistics`, or None for the running ones."""

    rearranged = Signal()
    """It takes another height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch: BatchStatistics | None = None
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.part = PartChoice(tr(_PART_TIP))
        self.part.setAccessibleName(tr("Part of the blocks that is shown"))
        self.norm = QComboBox()
        self.norm.setObjectName("batch_norm")
        self.norm.setAccessibleName("BatchNorm")
        self.norm.addItem(tr("Running statistics"), 0)
        for size in SIZES:
            self.norm.addItem(tr("A batch of {size}", size=size), size)
        self.norm.setToolTip(tr(EXPLANATION))
        self.another = tool_button(tr("Another batch"), tr("The same z among other random ones: a different picture"))
        self.why = tool_button(tr("Why another picture?"), tr(EXPLANATION))
        self._parts = together(muted(tr(PART)), self.part)
        self._norms = together(muted(tr("BatchNorm by")), self.norm, self.another, self.why)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(GAP, GAP, GAP, 0)
        self._rows.setSpacing(GAP)
        self._rows.addWidget(self._parts, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self._norms, 0, Qt.AlignmentFlag.AlignRight)
        self.show_batch(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Whatever is too wide for one row stands in two."""
        widest = max(self._parts.sizeHint().width(), self._norms.sizeHint().width())
        return QSize(widest + 2 * GAP, super().sizeHint().height())

    def _arrange(self) -> None:
        needed = self._parts.sizeHint().width() + self._norms.sizeHint().width() + 3 * GAP
        one, two = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = one if needed <= self.width() else two
        if direction is not self._rows.direction():
            self._rows.setDirection(direction)
            self._rows.setAlignment(
                self._norms, Qt.AlignmentFlag.AlignRight if direction is one else Qt.AlignmentFlag.AlignLeft
            )
            self.updateGeometry()
            self.rearranged.emit()

    def _connect(self) -> None:
        self.part.chosen.connect(self.part_chosen)
        self.norm.activated.connect(self._choose)
        self.another.clicked.connect(self._choose_another)
        self.why.clicked.connect(self._explain)

    def show_layer(self, config: Architecture, name: str) -> None:
        """Offer the parts of the block of the layer called ``name``, that layer as chosen."""
        self.part.show_layer(config, name)

    def show_norms(self, config: Architecture) -> None:
        """Whether there is any BatchNorm to choose for."""
        self.norm.setEnabled(config.has_batch_norm)
        self.norm.setToolTip(tr(EXPLANATION) if config.has_batch_norm else tr(_NO_NORM))

    def show_batch(self, batch: BatchStatistics | None) -> None:
        """Show what BatchNorm normalises by."""
        self._batch = batch
        with QSignalBlocker(self.norm):
            self.norm.setCurrentIndex(max(0, self.norm.findData(0 if batch is None else batch.size)))
        self.another.setVisible(batch is not None)
        self.why.setVisible(batch is not None)
        self._norms.updateGeometry()
        self._arrange()

    def _choose(self) -> None:
        size = self.norm.currentData()
        self.batch_chosen.emit(BatchStatistics(size) if size else None)

    def _explain(self) -> None:
        QWhatsThis.showText(self.why.mapToGlobal(self.why.rect().bottomLeft()), tr(EXPLANATION), self.why)

    def _choose_another(self) -> None:
        assert self._batch is not None
        self.batch_chosen.emit(BatchStatistics(self._batch.size, self._batch.seed + 1))
