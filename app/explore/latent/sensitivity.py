"""How strongly the picture answers to each dimension of z around the current point, measured beside the window."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.origin import Origin
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.explore.latent import Latent
from gan.words import tr


@dataclass(frozen=True, eq=False)
class Measured:
    """``strengths`` (z_dim,) around the point ``z`` (z_dim,) of the network ``origin``."""

    strengths: Latent
    z: Latent
    origin: Origin


class Sensitivity(QObject):
    """What was measured last, until another generator is open."""

    changed = Signal()
    """Measured anew, or known no more."""
    moved = Signal()
    """What was measured is of here now, or of elsewhere: see :attr:`is_of_here`."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._measured: Measured | None = None
        self.job = LatestJob(background, self)
        self.job.succeeded.connect(self.show)
        self.job.failed.connect(session.failed)
        session.z_changed.connect(lambda _: self.moved.emit())
        session.network_changed.connect(self.moved)
        session.follow_model(self._take_model)

    @property
    def current(self) -> Latent | None:
        """How many grey levels of 255 a step of 1 changes a pixel by, (z_dim,), where it was measured last."""
        return None if self._measured is None else self._measured.strengths

    @property
    def is_of_here(self) -> bool:
        """Whether it was measured at the current point, in the network that draws now."""
        measured = self._measured
        if measured is None:
            return False
        return measured.origin == self._session.origin and np.array_equal(measured.z, self._session.z)

    def measure(self) -> None:
        """Measure around the current point; nothing happens before a model is open."""
        origin, z = self._session.origin, self._session.z
        if origin is not None:
            meant = origin.edited
            self.job.start(Job(tr("Measuring the sensitivity to z"), lambda _: _around(meant, z), computes=True))

    def show(self, measured: Measured | None) -> None:
        """Let ``measured`` hold."""
        self._measured = measured
        self.changed.emit()
        self.moved.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self.job.forget()
        self.show(None)


def _around(origin: Origin, z: Latent) -> Measured:
    from gan.explore.jacobian import sensitivity

    with origin.generator() as generator:
        return Measured(sensitivity(generator, z), z, origin)
