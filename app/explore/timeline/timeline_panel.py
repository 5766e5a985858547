"""The run's snapshots below the picture: go back and forth, play, save as a film, compare with another run."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.runs.timeline_bar import TimelineBar
from app.session.session import Session
from app.theme import GAP
from app.work.films import SUFFIXES, film_job
from app.work.job_bar import JobBar
from gan.errors import LatentariumError
from gan.places import runs_folder
from gan.sources import bundled_models
from gan.train.run import SavedState

FILTERS = "MP4 film (*.mp4);;GIF film (*.gif)"
MOST_RECENT = 12


class TimelinePanel(QWidget):
    """The timeline of the generator under the sliders."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.bar = TimelineBar(self._session.timeline)
        self.film_button = _tool_button("Save &film…", "Write this z through the training as MP4 or GIF")
        self.film_button.setObjectName("save-film")
        self.compare_button = _tool_button("&Compare ▾", "Show another run beside this one, with the same z")
        self.compare_button.setObjectName("compare")
        self.compare_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.compare_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self)
        self.compare_button.setMenu(self.menu)
        self.branch_button = _tool_button("Continue from &here", "")
        self.branch_button.setObjectName("continue-from-here")
        self.job_bar = JobBar()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.job_bar, 1)
        row.addStretch(0)
        row.addWidget(self.branch_button)
        row.addWidget(self.film_button)
        row.addWidget(self.compare_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.bar)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.film_button.clicked.connect(self._choose_film)
        self.branch_button.clicked.connect(self._continue_from_here)
        self._session.training.phase_changed.connect(lambda _: self._show())
        self.menu.aboutToShow.connect(self._fill_menu)
        self._session.timeline.changed.connect(self._show)
        self._session.model_changed.connect(lambda _: self._show())

    def save_film(self, path: Path) -> None:
        """Write the film beside the window; an end of ``path`` that names no film becomes ``.mp4``."""
        path = path if path.suffix.lower() in SUFFIXES else path.with_name(f"{path.name}.mp4")
        session = self._session
        job = film_job(path, session.timeline.snapshots, session.z, session.device, session.edits.changes)
        job.failed.connect(self._session.failed)
        self.job_bar.watch(job)
        job.ended.connect(self._show)
        self._show()
        self._session.background.start(job)

    def _choose_film(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the training as a film", "training.mp4", FILTERS)
        if name:
            self.save_film(Path(name))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for name in bundled_models():
            self._add(name, name)
        self.menu.addSeparator()
        for folder in _recent_runs():
            self._add(folder.name, str(folder))
        self.menu.addSeparator()
        self.menu.addAction("Another run…", self._choose_run)
        if self._session.comparison.checkpoint is not None:
            self.menu.addAction("Compare no longer", self._session.comparison.close)

    def _add(self, title: str, target: str) -> None:
        self.menu.addAction(title, self._opener(target))

    def _opener(self, target: str) -> Callable[[], None]:
        def compare() -> None:
            try:
                self._session.compare_with(target)
            except LatentariumError as error:
                self._session.failed.emit(str(error))

        return compare

    def _choose_run(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Compare with a training run", str(runs_folder()))
        if folder:
            self._opener(folder)()

    def _show(self) -> None:
        self.film_button.setEnabled(len(self._session.timeline.snapshots) > 1 and not self.job_bar.busy)
        self.compare_button.setEnabled(self._session.model is not None)
        self._show_branch()

    def _show_branch(self) -> None:
        state, busy = self._nearest_state(), self._session.training.is_busy
        self.branch_button.setEnabled(state is not None and not busy)
        if state is None:
            tip = "No full state of this run is kept, so training cannot go on from here"
        elif busy:
            tip = "Stop the run that is under way first"
        else:
            tip = f"Start a new run from step {state.step:,}, the nearest of which the full state is kept"
        self.branch_button.setToolTip(tip)

    def _nearest_state(self) -> SavedState | None:
        timeline = self._session.timeline
        snapshot, run = timeline.snapshot, timeline.run
        if snapshot is None or run is None:
            return None
        return min(run.states(), key=lambda state: abs(state.step - snapshot.step), default=None)

    def _continue_from_here(self) -> None:
        state = self._nearest_state()
        if state is not None:
            self._session.follower.continue_from(state)


def _recent_runs() -> list[Path]:
    """Runs of the library that have a snapshot, the newest first."""
    if not runs_folder().is_dir():
        return []
    found = [folder for folder in runs_folder().iterdir() if (folder / "snapshots").is_dir()]
    return sorted(found, key=lambda folder: folder.stat().st_mtime, reverse=True)[:MOST_RECENT]


def _tool_button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
