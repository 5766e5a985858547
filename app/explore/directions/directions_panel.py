"""Directions that mean something, as sliders: found without labels, opened from a file, named, saved."""

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.explore.directions.direction_row import STOPS, STRIP_POSITIONS, DirectionRow
from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scores_dialog import ScoresDialog
from app.explore.directions.scoring import DirectionScoring
from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import tool_button
from app.widgets.file_dialogs import Kind, ask_to_open, ask_to_save
from app.widgets.labels import muted
from app.work.job_bar import JobBar
from gan.explore.directions import SUFFIX
from gan.explore.latent import Latent
from gan.explore.methods import METHODS
from gan.images import Picture
from gan.words import tr

SETTLE_MS = 250


class DirectionsPanel(QWidget):
    """A row for each direction; strips are drawn anew once the point has stood still for a moment."""

    def __init__(
        self,
        session: Session,
        directions: FoundDirections,
        scoring: DirectionScoring,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._directions, self._scoring = session, directions, scoring
        self._sheet = session.sheets.open(self)
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
        self.hint = muted(wraps=True)
        layout.addWidget(self.hint)
        self.origin = muted(wraps=True)
        layout.addWidget(self.origin)
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(GAP)
        self._rows_layout.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._rows_layout)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.area, 1)

    def _build_tools(self) -> QVBoxLayout:
        self.method_box = QComboBox()
        self.method_box.setAccessibleName(tr("How directions are found"))
        for method in METHODS.values():
            self.method_box.addItem(tr(method.title), method.name)
            self.method_box.setItemData(
                self.method_box.count() - 1, tr(method.explanation), Qt.ItemDataRole.ToolTipRole
            )
        self.find_button = tool_button(tr("Fi&nd"), tr("Find directions of the open generator"))
        self.open_button = tool_button(tr("&Open…"), tr("Open directions from a file"))
        self.save_button = tool_button(
            tr("&Save…"), tr("Save these directions to a file, to share them or to use them on the command line")
        )
        self.score_button = tool_button(
            tr("Sco&re"), tr("Measure what these directions do to the known factors or classes of the data")
        )
        search, found = QHBoxLayout(), QHBoxLayout()
        search.addWidget(self.method_box, 1)
        search.addWidget(self.find_button)
        for button in (self.open_button, self.save_button, self.score_button):
            found.addWidget(button)
        found.addStretch()
        rows = QVBoxLayout()
        for row in (search, found):
            row.setSpacing(GAP // 2)
            rows.addLayout(row)
        return rows

    def _connect(self) -> None:
        self.find_button.clicked.connect(self._find)
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        self.score_button.clicked.connect(self._score)
        self.method_box.currentIndexChanged.connect(self._show_hint)
        self.job_bar.follow(self._directions.search)
        self._settle.timeout.connect(self.draw_now)
        self._directions.changed.connect(self._show_directions)
        self._session.z_changed.connect(self._show_positions)
        self._session.network_changed.connect(self._show_directions)
        self._sheet.rendered.connect(self._show_strips)

    @property
    def method(self) -> str:
        """How directions are to be found: a name in :data:`METHODS`."""
        return str(self.method_box.currentData())

    def _find(self) -> None:
        self._directions.find(self.method)

    def _open(self) -> None:
        path = ask_to_open(Kind.DIRECTIONS, self, tr("Open directions"), _files())
        if path is not None:
            self._session.attempt(lambda: self._directions.open(path))

    def _save(self) -> None:
        chosen = ask_to_save(Kind.DIRECTIONS, self, tr("Save directions"), f"directions{SUFFIX}", _files())
        if chosen is not None:
            path = chosen if chosen.suffix.lower() == SUFFIX else chosen.with_name(f"{chosen.name}{SUFFIX}")
            if self._session.attempt(lambda: self._directions.save(path)):
                self._session.written.emit(path)

    def _score(self) -> None:
        if self.scores is None:
            self.scores = ScoresDialog(self._scoring, self)
            self.scores.direction_chosen.connect(self.show_direction)
        self.scores.show()
        self.scores.raise_()
        self.scores.score()

    def show_direction(self, name: str) -> None:
        """Bring the slider of the direction called ``name`` into view and give it the keyboard."""
        row = next((row for row in self.rows if row.name.text() == name), None)
        if row is not None:
            self.area.ensureWidgetVisible(row)
            row.slider.setFocus()
            self.window().activateWindow()

    def _show_directions(self) -> None:
        directions = self._directions.current
        self._fit_rows(0 if directions is None else len(directions))
        if directions is not None:
            for row, name, share in zip(self.rows, directions.names, directions.shares, strict=True):
                row.show_direction(name, float(share) if self._directions.is_of_here else None)
        self.save_button.setEnabled(directions is not None)
        self.score_button.setEnabled(directions is not None)
        self._show_hint()
        self._show_origin()
        self._show_positions(self._session.z)

    def _show_origin(self) -> None:
        self.origin.setText(self._directions.origin_text)
        self.origin.setVisible(self._directions.current is not None)

    def _fit_rows(self, count: int) -> None:
        """As many rows, new ones at the end; a row that a person is typing in stays."""
        while len(self.rows) > count:
            row = self.rows.pop()
            self._rows_layout.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < count:
            self._add_row(len(self.rows))

    def _add_row(self, index: int) -> None:
        row = DirectionRow()
        row.moved.connect(partial(self._move, index))
        row.renamed.connect(partial(self._directions.rename, index))
        self._rows_layout.insertWidget(index, row)
        self.rows.append(row)

    def _show_hint(self) -> None:
        explanation = tr(METHODS[self.method].explanation)
        self.hint.setText(explanation)
        self.hint.setVisible(self._directions.current is None)
        self.method_box.setToolTip(explanation)

    def _move(self, index: int, position: float) -> None:
        directions = self._directions.current
        if directions is not None:
            z = directions.moved(self._session.z, index, position * self._session.deviation)
            self._session.set_z(z, directions.names[index], merge=f"direction {index}")

    def _show_positions(self, z: Latent) -> None:
        directions = self._directions.current
        if directions is not None and directions.z_dim == len(z):
            for row, position in zip(self.rows, directions.positions(z), strict=True):
                row.show_position(float(position) / self._session.deviation)
        self._settle.start()

    def draw_now(self) -> None:
        """Draw the strips around the current point without waiting for it to stand still."""
        directions, z = self._directions.current, self._session.z
        if directions is not None and directions.z_dim == len(z):
            positions = STRIP_POSITIONS * self._session.deviation
            walks = [directions.walk(z, index, positions) for index in range(len(directions))]
            self._sheet.show(np.concatenate(walks))

    def _show_strips(self, pictures: Picture) -> None:
        """Not while other directions have just come, whose pictures are still to be asked for."""
        if len(pictures) == len(self.rows) * STOPS:
            for index, row in enumerate(self.rows):
                row.show_strip(pictures[index * STOPS : (index + 1) * STOPS])


def _files() -> str:
    return tr("Directions (*{suffix})", suffix=SUFFIX)
