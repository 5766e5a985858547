"""A button that asks where to write a film, and writes it beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QToolButton

from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.formats import Content, file_filter, with_suffix


class FilmButton(QToolButton):
    """``make_job(target)`` is the job that writes one, or None while there is nothing to film. One film at a time."""

    failed = Signal(str)
    """One line for people."""

    def __init__(
        self, text: str, tip: str, name: str, background: Background, make_job: Callable[[Path], Job | None]
    ) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(tip)
        self._name, self._make_job = name, make_job
        self._possible = False
        self.jobs = LatestJob(background, background)
        self.jobs.failed.connect(self.failed)
        self.jobs.busy_changed.connect(self._show)
        self.clicked.connect(self._choose)
        self._show()

    def set_possible(self, possible: bool) -> None:
        """Say whether there is something to film."""
        self._possible = possible
        self._show()

    def save(self, target: Path) -> None:
        """Write the film; an end of ``target`` that names no film becomes ``.mp4``."""
        job = self._make_job(with_suffix(target, Content.FILM))
        if job is not None:
            self.jobs.start(job)

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.toolTip(), self._name, file_filter(Content.FILM))
        if name:
            self.save(Path(name))

    def _show(self) -> None:
        self.setEnabled(self._possible and not self.jobs.busy)
