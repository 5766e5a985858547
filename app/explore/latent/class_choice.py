"""Which class a generator draws that has several."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.session.edits import Edits
from app.theme import GAP
from app.widgets.labels import no_key
from app.widgets.segmented import SegmentedControl
from gan.words import marked, tr

MOST_BUTTONS, MOST_LETTERS = 10, 12
"""More classes than these, or longer names in all, are chosen from a list."""
_TIP = marked(
    "What the generator is told to draw: one of the classes that it was trained on (F7: the next, Shift+F7: back)"
)


class ClassChoice(QWidget):
    """A button for each class, or a list of them; hidden while the open generator has none."""

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._listed: Sequence[str] = ()
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.label = QLabel(tr("Cl&ass"))
        self.buttons = SegmentedControl({}, narrow=True)
        self.box = QComboBox()
        self.box.setObjectName("class")
        for widget in (self.buttons, self.box):
            widget.setAccessibleName(tr("Class"))
            widget.setToolTip(tr(_TIP))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        row.addWidget(self.buttons, 1)
        row.addWidget(self.box, 1)

    def _connect(self) -> None:
        self._edits.changed.connect(self._show)
        self._edits.classes_changed.connect(self._show)
        self.buttons.chosen.connect(lambda number: self._edits.choose_class(int(number)))
        self.box.activated.connect(self._edits.choose_class)

    def _show(self) -> None:
        names, chosen = self._edits.class_names, self._edits.chosen_class
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        few = len(names) <= MOST_BUTTONS and sum(map(len, names)) <= MOST_LETTERS
        self.buttons.setVisible(few)
        self.box.setVisible(not few)
        if few:
            self._show_buttons(names, chosen)
        else:
            self._show_box(names, chosen)

    def _show_buttons(self, names: Sequence[str], chosen: int) -> None:
        self.buttons.offer({str(number): no_key(name) for number, name in enumerate(names)})
        for number, name in enumerate(names):
            self.buttons.button(str(number)).setAccessibleName(tr("Class {name}", name=name))
        self.buttons.set_current(str(chosen))
        self.label.setBuddy(self.buttons.button(str(chosen)))

    def _show_box(self, names: Sequence[str], chosen: int) -> None:
        with QSignalBlocker(self.box):
            if names != self._listed:
                self._listed = names
                self.box.clear()
                self.box.addItems(names)
            self.box.setCurrentIndex(chosen)
        self.label.setBuddy(self.box)
