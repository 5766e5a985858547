"""Directions that mean something, as sliders: found without labels, opened from a file, named, saved."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.explore.directions.direction_row import STOPS, STRIP_POSITIONS, DirectionRow
from app.explore.directions.scores_dialog import ScoresDialog
from app.session.render_service import Slot
from app.session.session import Session
from app.theme import GAP
from app.work.job_bar import JobBar
from gan.errors import LatentariumError
from gan.explore.directions import SUFFIX
from gan.explore.latent import Latent
from gan.explore.methods import METHODS
from gan.images import Picture

SETTLE_MS = 250
FILES = f"Directions (*{SUFFIX})"


class DirectionsPanel(QWidget):
    """A row for each direction; strips are drawn anew once the point has stood still for a moment."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._directions = session.directions
        self.rows: list[DirectionRow] = []
        self.scores: ScoresDialog | None = None
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._build_ui()
        self._connect()
        self._show_directions()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_tools())
        self.job_bar = JobBar()
        layout.addWidget(self.job_bar)
        self.hint = QLabel()
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        layout.addWidget(self.hint)
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(GAP)
        self._rows_layout.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._rows_layout)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.area, 1)

    def _build_tools(self) -> QHBoxLayout:
        self.method_box = QComboBox()
        self.method_box.setAccessibleName("How directions are found")
        for method in METHODS.values():
            self.method_box.addItem(method.title, method.name)
            self.method_box.setItemData(self.method_box.count() - 1, method.explanation, Qt.ItemDataRole.ToolTipRole)
        self.method_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.method_box.setMinimumContentsLength(4)
        self.find_button = _button("&Find")
        self.find_button.setToolTip("Find directions of the open generator")
        self.open_button = _button("&Open…")
        self.open_button.setToolTip("Open directions from a file")
        self.save_button = _button("Sa&ve…")
        self.save_button.setToolTip("Save these directions to a file, to share them or to use them on the command line")
        self.score_button = _button("Sco&re")
        self.score_button.setToolTip("Measure what these directions do to the known factors or classes of the data")
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.method_box, 1)
        for button in (self.find_button, self.open_button, self.save_button, self.score_button):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.find_button.clicked.connect(self._find)
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        self.score_button.clicked.connect(self._score)
        self.method_box.currentIndexChanged.connect(self._show_hint)
        self._settle.timeout.connect(self._draw_strips)
        self._directions.changed.connect(self._show_directions)
        self._directions.searching.connect(self.job_bar.watch)
        self._session.z_changed.connect(self._show_positions)
        self._session.sheets.rendered.connect(self._show_strips)

    def showEvent(self, event: QShowEvent) -> None:
        self._settle.start()

    def _find(self) -> None:
        model = self._session.model
        if model is not None:
            self._directions.find(self.method_box.currentData(), model.source.path, model.source.name)

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Open directions", "", FILES)
        if name:
            self._try(lambda: self._directions.open(Path(name)))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save directions", f"directions{SUFFIX}", FILES)
        if name:
            path = Path(name if name.lower().endswith(SUFFIX) else f"{name}{SUFFIX}")
            self._try(lambda: self._directions.save(path))

    def _score(self) -> None:
        if self.scores is None:
            self.scores = ScoresDialog(self._session.scoring, self)
        self.scores.show()
        self.scores.raise_()
        try:
            self._session.score_directions()
        except LatentariumError as error:
            self.scores.words.setText(str(error).capitalize())

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except LatentariumError as error:
            self._session.failed.emit(str(error))

    def _show_directions(self) -> None:
        directions = self._directions.current
        names = directions.names if directions else ()
        if directions is None or len(self.rows) != len(names):
            self._build_rows()
        for row, name in zip(self.rows, names, strict=True):
            row.show_name(name)
        self.save_button.setEnabled(directions is not None)
        self.score_button.setEnabled(directions is not None)
        self._show_hint()
        self._show_positions(self._session.z)

    def _build_rows(self) -> None:
        for row in self.rows:
            row.deleteLater()
            self._rows_layout.removeWidget(row)
        directions = self._directions.current
        named = zip(directions.names, directions.shares, strict=True) if directions else ()
        self.rows = [DirectionRow(name, float(share)) for name, share in named]
        for index, row in enumerate(self.rows):
            self._rows_layout.insertWidget(index, row)
            row.moved.connect(lambda position, index=index: self._move(index, position))
            row.renamed.connect(lambda name, index=index: self._directions.rename(index, name))

    def _show_hint(self) -> None:
        explanation = METHODS[self.method_box.currentData()].explanation
        self.hint.setText(explanation)
        self.hint.setVisible(self._directions.current is None)
        self.method_box.setToolTip(explanation)

    def _move(self, index: int, position: float) -> None:
        directions = self._directions.current
        if directions is not None:
            z = directions.moved(self._session.z, index, position)
            self._session.set_z(z, directions.names[index], merge=f"direction {index}")

    def _show_positions(self, z: Latent) -> None:
        directions = self._directions.current
        if directions is not None and directions.z_dim == len(z):
            for row, position in zip(self.rows, directions.positions(z), strict=True):
                row.show_position(float(position))
        self._settle.start()

    def _draw_strips(self) -> None:
        directions, z = self._directions.current, self._session.z
        if self.isVisible() and directions is not None and directions.z_dim == len(z):
            walks = [directions.walk(z, index, STRIP_POSITIONS) for index in range(len(directions))]
            self._session.sheets.show(Slot.DIRECTIONS, np.concatenate(walks))

    def _show_strips(self, slot: Slot, pictures: Picture) -> None:
        if slot is Slot.DIRECTIONS and len(pictures) == len(self.rows) * STOPS:
            for index, row in enumerate(self.rows):
                row.show_strip(pictures[index * STOPS : (index + 1) * STOPS])


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    return button
