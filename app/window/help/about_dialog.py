"""What this program is, of what versions, on what device, and where it keeps things."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.buttons import push_button
from app.widgets.labels import muted, plain
from app.window.help.diagnostics import window_facts
from app.window.help.outside import show_folder
from gan.diagnostics import PLACES, Diagnosis, place_facts, version_facts
from gan.words import marked, tr

WHAT = marked(
    "A laboratory for deep convolutional GANs: move through latent space, open the generator layer by layer, "
    "train one on your own pictures and watch it learn."
)
VERSIONS = ("Latentarium", "Python", "torch", "Qt", "PySide6", "pyqtgraph")
LOADING = marked("torch is still being loaded")
WIDTH = 620


class AboutDialog(QDialog):
    """Follows nothing: it shows what is known when it is opened, and :meth:`show_diagnosis` more."""

    def __init__(self, diagnosis: Diagnosis | None, copy: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Latentarium"))
        self.setMinimumWidth(WIDTH)
        self._build_ui(copy)
        if diagnosis is not None:
            self.show_diagnosis(diagnosis)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Say what was found meanwhile."""
        self.device_label.setText(diagnosis.facts["Device"])
        self.checks_label.setText("\n".join(problem.text for problem in diagnosis.problems) or tr("Nothing is amiss"))

    def _build_ui(self, copy: Callable[[], object]) -> None:
        self.device_label, self.checks_label = _fact(tr(LOADING)), _fact(tr(LOADING))
        self._grid, self._row = QGridLayout(), 0
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        self._add_facts()
        self._add_places()
        self.copy_button = push_button(
            tr("Copy &diagnostics"), tr("Versions, device, folders, checks and the end of the log")
        )
        self.copy_button.clicked.connect(copy)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(_title())
        layout.addWidget(plain(tr(WHAT), wraps=True))
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))  # lines that wrap would have it twice as high

    def _add_facts(self) -> None:
        versions = version_facts() | window_facts()
        for name in VERSIONS:
            self._add(name, _fact(versions[name]))
        self._add(tr("Device"), self.device_label)
        self._add(tr("Checks"), self.checks_label)

    def _add_places(self) -> None:
        texts = place_facts()
        self._grid.setRowMinimumHeight(self._row, GAP)
        self._row += 1
        for place in PLACES:
            button = push_button(tr("Open"), tr("Show this folder: {place}", place=tr(place.name).lower()))
            button.setAccessibleName(tr("Open the folder: {place}", place=tr(place.name)))
            button.clicked.connect(partial(show_folder, place.folder()))
            self._add(tr(place.name), _fact(texts[place.name]), button)

    def _add(self, name: str, fact: QLabel, button: QWidget | None = None) -> None:
        middle_or_top = Qt.AlignmentFlag.AlignVCenter if button is not None else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(muted(name), self._row, 0, middle_or_top)
        self._grid.addWidget(fact, self._row, 1)
        if button is not None:
            self._grid.addWidget(button, self._row, 2)
        self._row += 1


def _title() -> QLabel:
    title = plain("Latentarium")
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    font.setBold(True)
    title.setFont(font)
    return title


def _fact(text: str) -> QLabel:
    label = plain(text, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
