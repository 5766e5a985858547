"""How strongly the picture answers to each dimension of z around the current point, measured beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.explore.latent import Latent


class Sensitivity(QObject):
    """What was measured last, until another generator is open."""

    changed = Signal()
    """Measured anew, or known no more."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._current: Latent | None = None
        self.job = LatestJob(background, self)
        self.job.succeeded.connect(self.show)
        self.job.failed.connect(session.failed)
        session.follow_model(self._take_model)

    @property
    def current(self) -> Latent | None:
        """How many grey levels of 255 a step of 1 changes a pixel by, (z_dim,), where it was measured last."""
        return self._current

    def measure(self) -> None:
        """Measure around the current point; nothing happens before a model is open."""
        model, z = self._session.model, self._session.z
        if model is not None:
            path = model.source.path
            self.job.start(Job("Measuring the sensitivity to z", lambda _: _around(path, z), computes=True))

    def show(self, sensitivity: Latent | None) -> None:
        """Let ``sensitivity`` (z_dim,) hold."""
        self._current = sensitivity
        self.changed.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self.job.forget()
        self.show(None)


def _around(model: Path, z: Latent) -> Latent:
    from gan.explore.jacobian import sensitivity
    from gan.model.checkpoint import load_generator

    return sensitivity(load_generator(model), z)
