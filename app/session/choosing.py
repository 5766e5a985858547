"""The discriminator chooses: whether random points are those that it keeps, how many, and what it sees in a sample."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from msgspec import Meta
from PySide6.QtCore import QObject, QTimer, Signal

from app.session.open_model import OpenModel, same_pictures
from app.session.real_pictures import RealPictures
from app.session.renderers import Renderers
from app.session.session import Session
from app.session.surveying import Asked, Surveyed, surveyed
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.errors import UsageError
from gan.explore.acceptance import SMALLEST_SHARE, USUAL_SHARE
from gan.explore.choosing import Space, survey_size
from gan.files import changed_at
from gan.json_file import shaped
from gan.words import tr

IDLE_MS = 120_000
"""So long after it was asked for last, what draws and judges is kept in memory."""


@dataclass(frozen=True)
class _Saved:
    """What a session holds."""

    enabled: bool = False
    share: Annotated[float, Meta(ge=SMALLEST_SHARE, le=1)] = USUAL_SHARE


class Choosing(QObject):
    """Follows the open generator. What was surveyed stays while other snapshots of its run are open, as outdated."""

    changed = Signal()
    """Another share, random points are chosen or no longer, or another generator is open."""
    set_by_hand = Signal()
    """The same, if a person did it."""
    surveyed_changed = Signal()
    """Another survey, or none."""
    aged = Signal()
    """The generator or the discriminator may be another one since: see :attr:`is_outdated`."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._share, self._enabled, self._compares = USUAL_SHARE, False, False
        self._surveyed: Surveyed | None = None
        self.reason = tr("Open a model first.")
        """Why nobody can choose; empty if somebody can."""
        self.real = RealPictures(session, background)
        self.surveying = LatestJob(background, self)
        """The job that judges a sample."""
        self._renderers = Renderers(session.device)
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self.surveying.succeeded.connect(self.take)
        self.surveying.failed.connect(self._session.failed)
        self.real.changed.connect(self._take_real)
        self.real.failed.connect(lambda: self.compare(False))
        self._idle.timeout.connect(self._renderers.forget)
        self._session.network_changed.connect(self.aged)
        self._session.follow_model(self._take_model)

    @property
    def share(self) -> float:
        """How much of what is drawn is kept, about."""
        return self._share

    @property
    def enabled(self) -> bool:
        """Whether a person wants random points to be chosen."""
        return self._enabled

    @property
    def active(self) -> bool:
        """Whether they are: somebody can choose, too."""
        return self._enabled and not self.reason

    @property
    def compares(self) -> bool:
        """Whether scores are compared with those of real pictures, as soon as those are at hand."""
        return self._compares

    @property
    def current(self) -> Surveyed | None:
        """What was made of a sample last."""
        return self._surveyed

    @property
    def is_outdated(self) -> bool:
        """Whether the generator, its edits or the discriminator are others since."""
        current = self._surveyed
        if current is None:
            return False
        return current.asked.origin != self._session.origin or current.asked.has_moved_on

    def set_share(self, share: float) -> None:
        """Keep another share of what is drawn."""
        self._set(self._enabled, min(max(share, SMALLEST_SHARE), 1.0))

    def set_enabled(self, enabled: bool) -> None:
        """Have random points chosen, or no longer."""
        self._set(enabled, self._share)

    def compare(self, compares: bool) -> None:
        """Compare scores with those of real pictures from now on, which are read first, or no longer."""
        if compares == self._compares:
            return
        self._compares = compares
        if compares and (self.real.current is None or self.real.is_superseded):
            self.real.read()
        elif self._surveyed is not None:
            self.survey()
        self.changed.emit()

    def survey(self) -> None:
        """Judge a sample of what the open generator draws now; whoever looks is told if nobody can."""
        self._session.attempt(self._start_survey)

    def _start_survey(self) -> None:
        asked = self.asked()
        if self.known(asked) is None:
            title = tr("Judging {count:,} random points", count=asked.count)
            self.surveying.start(Job(title, lambda job: surveyed(asked, job.report), computes=True))

    def asked(self) -> Asked:
        """What decides now. Raises :class:`UsageError` where nobody can choose."""
        session, model = self._session, self._session.model
        origin, request = session.origin, session.network
        if model is None or origin is None or request is None:
            raise UsageError(tr("open a model first"))
        self._idle.start()
        judge, config = model.source.judge, model.config
        return Asked(
            origin,
            request,
            Space(config.z_dim, config.distribution),
            survey_size(config.picture_shape),
            judge,
            changed_at(judge.path),
            model.source.scores_are_ratios,
            self._renderers,
            model.checkpoint.provenance.get("step"),
            self.real.current if self._compares else None,
        )

    def known(self, asked: Asked) -> Surveyed | None:
        """The answer to ``asked``, if it was found before."""
        current = self._surveyed
        return current if current is not None and current.asked.same(asked) else None

    def take(self, found: Surveyed) -> None:
        """Let what was found hold, unless another generator is open by now."""
        model = self._session.model
        if found is not self._surveyed and model is not None and found.asked.origin.path == model.source.path:
            self._surveyed = found
            self.surveyed_changed.emit()

    def to_json(self) -> dict[str, Any]:
        """The share, and whether random points are chosen."""
        return {"choosing": {"enabled": self._enabled, "share": self._share}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Callable[[], None]:
        """The inverse of :meth:`to_json`; a session without leaves both as they are."""
        if "choosing" not in values:
            return lambda: None
        return partial(self._restore, shaped(values["choosing"], _Saved))

    def _restore(self, saved: _Saved) -> None:
        self._enabled, self._share = saved.enabled, saved.share
        self.changed.emit()

    def _set(self, enabled: bool, share: float) -> None:
        if (enabled, share) != (self._enabled, self._share):
            self._enabled, self._share = enabled, share
            self.changed.emit()
            self.set_by_hand.emit()

    def _take_real(self) -> None:
        if self.real.current is None:
            self._compares = False
        elif self._compares:
            self.survey()

    def look_again(self) -> None:
        """A run has written something: it may have a discriminator by now, or another one."""
        if self._session.model is not None:
            reason = self._session.model.no_judge
            if reason != self.reason:
                self.reason = reason
                self.changed.emit()
            self.aged.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self.reason = now.no_judge
        if before is None or not same_pictures(before.source, now.source) or before.config != now.config:
            self.surveying.forget()
            self._renderers.forget()
            self._surveyed = None
            self.surveyed_changed.emit()
        self.changed.emit()
