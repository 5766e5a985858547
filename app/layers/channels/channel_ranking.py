"""Which channels matter most: measured beside the window, once for each generator file and layer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.origin import Origin
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.explore.latent import sample_z
from gan.words import tr

if TYPE_CHECKING:
    from gan.layers.effects import Effects

POINTS = 16
"""How many random z a channel's effect is averaged over."""


@dataclass(frozen=True, eq=False)
class Measurement:
    """The ``effects`` (C,) that the channels of ``layer`` have on the pictures of ``origin``, without any edits."""

    origin: Origin
    layer: str
    effects: "Effects"


class ChannelRanking(QObject):
    """One measurement at a time; a new one ends the one before."""

    started = Signal(object)
    """The :class:`Job`."""
    measured = Signal(str)
    """The layer whose channels' effects are known now."""
    given_up = Signal()
    """A person has ended a measurement, or it failed."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[tuple[Origin, str], Measurement] = {}
        self._newest: dict[str, Measurement] = {}
        self._job = LatestJob(background, self)
        self._job.started.connect(self.started)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(session.failed)
        self._job.failed.connect(self.given_up)
        self._job.cancelled.connect(self.given_up)
        session.follow_model(self._take_model)

    def of(self, layer: str) -> Measurement | None:
        """What was measured last for ``layer``, perhaps of another snapshot of this architecture."""
        return self._newest.get(layer)

    def measure(self, layer: str) -> None:
        """Have :meth:`of` know the channels of ``layer`` in the open generator."""
        origin = self._session.origin
        if origin is None:
            return
        known = self._known.get((origin.unchanged, layer))
        if known is None:
            work = _work(origin.unchanged, layer, self._session.device)
            self._job.start(Job(tr("Ranking channels"), work, computes=True))
        else:
            self._take(known)

    def _take(self, measurement: Measurement) -> None:
        layer = measurement.layer
        self._known[measurement.origin, layer] = self._newest[layer] = measurement
        self.measured.emit(layer)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Another architecture has other channels."""
        if before is not None and before.config != now.config:
            self._job.forget()
            self._known.clear()
            self._newest.clear()


def _work(origin: Origin, layer: str, device: str) -> Callable[[Job], Measurement]:
    def work(job: Job) -> Measurement:
        import torch

        from gan.layers.effects import channel_effects

        with origin.generator(device) as generator:
            config, place = generator.config, next(generator.parameters()).device
            z = torch.from_numpy(sample_z(POINTS, config.z_dim, 0, config.distribution)).to(place)
            return Measurement(origin, layer, channel_effects(generator, layer, z, job.report))

    return work
