"""What becomes black and white of pictures with more than 8 bits: shown beside them, and chosen there."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.theme import GAP
from app.widgets.undoable_line import UndoableLine
from gan.data.value_range import AS_STORED, AUTO, BETWEEN
from gan.words import marked, tr

NUMBERS = ""
CHOICES = {
    AUTO: marked("stretched to what is there"),
    AS_STORED: marked("as the file type says"),
    NUMBERS: marked("by numbers"),
}


class RangeChoice(QWidget):
    """Hidden as long as the pictures have 8 bits, which need no choice."""

    chosen = Signal(str)
    """What :attr:`gan.train.config.TrainConfig.value_range` takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = f"0{BETWEEN}65535"
        label = QLabel(tr("Black to &white:"))
        self.box = QComboBox()
        self.box.setObjectName("value-range")
        self.box.setAccessibleName(tr("What becomes black and white"))
        for value, text in CHOICES.items():
            self.box.addItem(tr(text), value)
        label.setBuddy(self.box)
        self.numbers = UndoableLine()
        self.numbers.setAccessibleName(tr("The values that become black and white, such as 0..4095"))
        self.numbers.setToolTip(self.numbers.accessibleName())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(label)
        layout.addWidget(self.box)
        layout.addWidget(self.numbers, 1)
        layout.addStretch(1)
        self.box.activated.connect(self._choose)
        self.numbers.editingFinished.connect(lambda: self.chosen.emit(self.numbers.text().strip()))
        self.hide()

    def show_range(self, asked: str, found: str) -> None:
        """``asked`` is the setting; ``found`` what it comes to, empty for pictures with 8 bits."""
        if BETWEEN in found:
            self._found = found
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(asked if asked in (AUTO, AS_STORED) else NUMBERS))
        if not self.numbers.hasFocus():
            self.numbers.setText(asked if asked not in (AUTO, AS_STORED) else "")
        self.numbers.setVisible(self.box.currentData() == NUMBERS)
        self.setVisible(bool(found))

    def _choose(self) -> None:
        """Numbers begin with those that were found."""
        value = self.box.currentData()
        self.chosen.emit(value if value != NUMBERS else self._found)
