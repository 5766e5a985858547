"""Random points for a tool: those of the seed, or of those what the discriminator keeps."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from app.session.choosing import Choosing
from app.session.session import Session
from app.session.surveying import Chosen, Wanted, chosen
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.words import tr

NOTHING_HELD: Mapping[int, float] = MappingProxyType({})


class RandomPoints(QObject):
    """Answers the newest question; one of another generator, or one that is not wanted any more, has no answer."""

    drawn = Signal(object)
    """Points (N, z_dim), at once where nobody chooses."""

    def __init__(self, choosing: Choosing, session: Session, background: Background) -> None:
        super().__init__(choosing)
        self.choosing = choosing
        """Who chooses, and whether."""
        self._session = session
        self._last: Chosen | None = None
        self.job = LatestJob(background, self)
        """The job that chooses."""
        self.job.succeeded.connect(self._take)
        self.job.failed.connect(session.failed)
        session.model_changed.connect(lambda *_: self.job.forget())

    def ask(self, count: int, seed: int, held: Mapping[int, float] = NOTHING_HELD) -> None:
        """Have :attr:`drawn` tell the first ``count`` points of ``seed``, with the values of dimensions that are held.

        Nothing happens before a model is open.
        """
        self.job.forget()
        wanted = Wanted(self.choosing.share, count, seed, tuple(held.items()))
        if self.choosing.active:
            self._session.attempt(lambda: self._choose(wanted))
        elif self._session.model is not None:
            self.drawn.emit(wanted.holding(self._session.sample(count, seed)))

    def _choose(self, wanted: Wanted) -> None:
        """What was chosen last is not chosen again: sheets ask for the same at every turn."""
        asked = self.choosing.asked()
        if self._last is not None and self._last.is_answer(asked, wanted):
            self.drawn.emit(self._last.z)
            return
        work = partial(chosen, asked=asked, known=self.choosing.known(asked), wanted=wanted)
        self.job.start(Job(tr("Letting the discriminator choose"), work, computes=True))

    def _take(self, answer: Chosen) -> None:
        self._last = answer
        self.choosing.take(answer.surveyed)
        self.drawn.emit(answer.z)
