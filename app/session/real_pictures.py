"""Some pictures like those that the open generator learned from, new ones if there are any, read by a job."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel, same_pictures
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.base import ImageSet
from gan.data.imagesets import Wanted, new_pictures
from gan.data.missing import is_missing, is_superseded, real_place
from gan.explore.choosing import survey_size
from gan.words import tr

READ, KEPT = 60_000, 4
"""So many are looked at, to find some from all over the set: so many times as many as points are surveyed."""


class RealPictures(QObject):
    """``current`` are at hand as long as generators of the same run are open; None before they were read.

    They are so many that each class has some, and of large pictures fewer.
    """

    changed = Signal()
    """They are at hand now, or no longer."""
    failed = Signal()
    """They could not be read, or were not after all; people were told why."""
    missing = Signal(str, str)
    """(what the generator learned from, in words why it cannot be had): it is not on this computer."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self.current: ImageSet | None = None
        self.reading = LatestJob(background, self)
        self.reading.succeeded.connect(self._take)
        self.reading.failed.connect(self._take_failure)
        self.reading.cancelled.connect(self.failed)
        session.follow_model(self._take_model)

    @property
    def data(self) -> str | None:
        """What the open generator learned from, if that is known."""
        return None if self._session.model is None else self._session.model.data

    @property
    def is_superseded(self) -> bool:
        """Whether those at hand are an excerpt, and the whole set is on this computer by now."""
        return self.current is not None and self.data is not None and is_superseded(self.current, self.data)

    def read(self) -> None:
        """Have them at hand; nothing happens where it is not known what they are."""
        model, data = self._session.model, self.data
        if model is not None and data is not None:
            work = partial(_some_of, data=data, model=model)
            self.reading.start(Job(tr("Reading real pictures"), work))

    def _take(self, images: ImageSet | None) -> None:
        self.current = images
        self.changed.emit()

    def _take_failure(self, message: str) -> None:
        if self.data is not None and is_missing(self.data):
            self.missing.emit(self.data, message)
        else:
            self._session.failed.emit(message)
        self.failed.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if before is None or not same_pictures(before.source, now.source) or before.config != now.config:
            self.reading.forget()
            self._take(None)


def _some_of(job: Job, data: str, model: OpenModel) -> ImageSet:
    wanted = Wanted(
        limit=min(READ, model.limit or READ),
        progress=lambda _, done, total: job.report(done, total),
        cancelled=lambda: job.is_cancelled,
    )
    found = new_pictures(real_place(data), model.picture_format, wanted)
    return found.spread(KEPT * survey_size(model.config.picture_shape))
