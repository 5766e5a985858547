"""Does the generator copy? The training pictures closest to the current one, looked up beside the window's thread."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel, same_pictures
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.imagesets import ImageSet, Wanted, load_imageset
from gan.data.missing import is_missing, is_superseded, real_place
from gan.errors import UsageError
from gan.images import Picture
from gan.measure.neighbours import CLOSENESS, Closeness, Neighbour, NeighbourSearch
from gan.request import RenderResult
from gan.words import tr

SHOWN, MOST = 12, 60_000


class NearestPictures(QObject):
    """Keeps one set of training pictures at hand, as long as the generator learned from them."""

    changed = Signal()
    """Other pictures are at hand, or none."""
    found = Signal(object)
    """A list of :class:`gan.measure.neighbours.Neighbour`, the closest first."""
    missing = Signal(str, str)
    """(what the generator learned from, in words why it cannot be had): it is not on this computer."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._picture: Picture | None = None
        self._answered: Picture | None = None
        self._images: ImageSet | None = None
        self._search: NeighbourSearch | None = None
        self._closeness = next(iter(CLOSENESS.values()))
        self.reading = LatestJob(background, self)
        """The job that reads the pictures."""
        self._asking = LatestJob(background, self)
        self._connect()

    def _connect(self) -> None:
        self.reading.succeeded.connect(lambda read: self._take_search(*read))
        self._asking.succeeded.connect(lambda answer: self._take_answer(*answer))
        self.reading.failed.connect(self._take_failure)
        self._asking.failed.connect(self._session.failed)
        self._session.rendered.connect(self._take_picture)
        self._session.follow_model(self._take_model)

    @property
    def count(self) -> int:
        """How many pictures are at hand."""
        return 0 if self._search is None else len(self._search)

    @property
    def note(self) -> str:
        """A clause about the pictures at hand, if they are only part of a set."""
        return "" if self._images is None else self._images.note

    @property
    def is_of_here(self) -> bool:
        """Whether what was found last is closest to the picture that is shown now."""
        now, answered = self._picture, self._answered
        return now is not None and answered is not None and np.array_equal(now, answered)

    @property
    def closeness(self) -> Closeness:
        """What close means for the pictures that are at hand, or being read."""
        return self._closeness

    @property
    def data(self) -> str | None:
        """What the open generator learned from, if that is known."""
        return None if self._session.model is None else self._session.model.data

    @property
    def discriminator(self) -> Path | None:
        """The discriminator of the run that the open generator belongs to, if it was kept."""
        source = None if self._session.model is None else self._session.model.source
        return None if source is None or source.run is None else source.discriminator

    def read(self, closeness: Closeness) -> None:
        """Have what the generator learned from at hand; nothing happens where that is not known."""
        model, data = self._session.model, self.data
        if model is None or data is None:
            return
        self._forget()
        self._closeness = closeness
        discriminator = self.discriminator

        def work(job: Job) -> tuple[ImageSet, NeighbourSearch]:
            return _read(job, data, model, closeness, discriminator)

        self.reading.start(Job(tr("Reading training pictures"), work, computes=closeness.needs_discriminator))

    def ask(self) -> None:
        """Have :attr:`found` say what is closest to the current picture; nothing happens without any at hand.

        An excerpt makes way for the whole set, which is read once it is on this computer.
        """
        search, picture = self._search, self._picture
        if self._images is not None and self.data is not None and is_superseded(self._images, self.data):
            self.read(self._closeness)
        elif search is not None and picture is not None:
            self._asking.start(Job(tr("Comparing"), lambda _: (picture, search.nearest(picture, SHOWN))))

    def _forget(self) -> None:
        self.reading.forget()
        self._asking.forget()
        self._images = self._search = None
        self.changed.emit()

    def _take_search(self, images: ImageSet, search: NeighbourSearch) -> None:
        self._images, self._search = images, search
        self.changed.emit()

    def _take_failure(self, message: str) -> None:
        if self.data is not None and is_missing(self.data):
            self.missing.emit(self.data, message)
        else:
            self._session.failed.emit(message)

    def _take_answer(self, picture: Picture, neighbours: list[Neighbour]) -> None:
        self._answered = picture
        self.found.emit(neighbours)

    def _take_picture(self, result: RenderResult) -> None:
        self._picture = result.images[0]

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Snapshots of one run have learned from the same pictures, which stay at hand."""
        if before is None or not same_pictures(before.source, now.source):
            self._picture = None
            self._forget()


def _read(
    job: Job, data: str, model: OpenModel, closeness: Closeness, discriminator: Path | None
) -> tuple[ImageSet, NeighbourSearch]:
    if closeness.needs_discriminator and discriminator is None:
        raise UsageError(tr("the discriminator of this generator was not kept; choose another kind of closeness"))
    wanted = Wanted(
        limit=min(MOST, model.limit or MOST),
        progress=lambda _, done, total: job.report(done, total),
        cancelled=lambda: job.is_cancelled,
    )
    images = load_imageset(real_place(data), model.picture_format, wanted)
    extract = closeness.extractor(discriminator)
    return images, NeighbourSearch(images, extract, lambda done: job.report(done, len(images)))
