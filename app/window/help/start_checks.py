"""Looks once, beside the window, whether this computer lets the program do what it should."""

from PySide6.QtCore import QObject, Signal

from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.diagnostics import Diagnosis, examine
from gan.words import tr


class StartChecks(QObject):
    """They import torch and ask disks and drivers, so they wait until there is a picture, or none will come."""

    known = Signal(object)
    """The :class:`Diagnosis`."""

    def __init__(self, session: Session, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.diagnosis: Diagnosis | None = None
        self._session, self._begun = session, False
        self._job = LatestJob(background, self)
        self._job.succeeded.connect(self._take)

    def start(self) -> None:
        """Look as soon as there is a picture, or something has failed."""
        self._session.picture_shown.connect(self._begin)
        self._session.failed.connect(self._begin)
        self._session.device_known.connect(self._look_again)

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._look()

    def _look_again(self) -> None:
        """Another device may have been chosen."""
        if self._begun:
            self._look()

    def _look(self) -> None:
        device = self._session.device
        self._job.start(Job(tr("Looking at this computer"), lambda job: examine(device)))

    def _take(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        self.known.emit(diagnosis)
