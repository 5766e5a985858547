"""A button that asks how large and how fast a film is to be and where to, and writes it beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton

from app.widgets.asking import ask
from app.widgets.file_dialogs import Kind, ask_to_save
from app.work.background import Background, Job
from app.work.film_dialog import FilmDialog
from app.work.films import USUAL_LOOK, FilmLook
from app.work.latest_job import LatestJob
from gan.formats import Content, file_filter, with_suffix
from gan.model.architecture import Architecture

MakeJob = Callable[[Path, FilmLook], Job | None]
"""The job that writes a film to a path, or None while there is nothing to film."""


class FilmButton(QToolButton):
    """One film at a time; ``config()`` is that of the generator, None without one."""

    failed = Signal(str)
    """One line for people."""
    written = Signal(object)
    """The path of a film that is there now."""

    def __init__(
        self,
        text: str,
        tip: str,
        name: str,
        background: Background,
        make_job: MakeJob,
        config: Callable[[], Architecture | None],
    ) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(tip)
        self._name, self._make_job, self._config = name, make_job, config
        self._possible, self._target = False, Path()
        self.look = USUAL_LOOK
        """What was chosen last."""
        self.jobs = LatestJob(background, background)
        self.jobs.failed.connect(self.failed)
        self.jobs.succeeded.connect(self._tell_of_film)
        self.jobs.busy_changed.connect(self._show)
        self.clicked.connect(self._choose)
        self._show()

    def set_possible(self, possible: bool) -> None:
        """Say whether there is something to film."""
        self._possible = possible
        self._show()

    def save(self, target: Path) -> None:
        """Write the film; an end of ``target`` that names no film becomes ``.mp4``."""
        self._target = with_suffix(target, Content.FILM)
        job = self._make_job(self._target, self.look)
        if job is not None:
            self.jobs.start(job)

    def _tell_of_film(self, _: object) -> None:
        self.written.emit(self._target)

    def _choose(self) -> None:
        config = self._config()
        if config is not None:
            ask(FilmDialog(config, self.look, self), self._choose_target)

    def _choose_target(self, dialog: FilmDialog) -> None:
        self.look = dialog.look
        target = ask_to_save(Kind.EXPORT, self, self.toolTip(), self._name, file_filter(Content.FILM))
        if target is not None:
            self.save(target)

    def _show(self) -> None:
        self.setEnabled(self._possible and not self.jobs.busy)
