"""Is it memory? The training pictures closest to the current one, looked up beside the window's own thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from gan.data.imagesets import Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.images import Picture
from gan.measure.neighbours import Closeness, Neighbour, NeighbourSearch
from gan.model.config import ModelConfig

SHOWN, MOST = 12, 60_000


class Memory(QObject):
    """Keeps one set of pictures at hand; questions that come while one is answered leave only the newest."""

    loading = Signal(object)
    """The :class:`Job` that reads the pictures."""
    ready = Signal(int)
    """How many pictures are at hand."""
    found = Signal(object)
    """A list of :class:`Neighbour`, the closest first."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._search: NeighbourSearch | None = None
        self._asking = False
        self._next: Picture | None = None

    @property
    def is_ready(self) -> bool:
        """Whether pictures are at hand."""
        return self._search is not None

    def forget(self) -> None:
        """Another generator is open, which learned from other pictures."""
        self._search = None
        self._next = None

    def load(self, data: str, config: ModelConfig, closeness: Closeness, discriminator: Path | None) -> None:
        """Have the pictures of ``data`` at hand. ``discriminator`` is needed for closeness by it."""
        self.forget()
        job = Job("Reading training pictures", lambda job: _load(job, data, config, closeness, discriminator))
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        self.loading.emit(job)
        self._background.start(job)

    def ask(self, picture: Picture) -> None:
        """Have :attr:`found` say what is closest to ``picture`` (H, W, C)."""
        if self._search is None:
            return
        if self._asking:
            self._next = picture
            return
        search, self._asking = self._search, True
        job = Job("Comparing", lambda _: search.nearest(picture, SHOWN))
        job.succeeded.connect(lambda found: self._answer(search, found))
        job.failed.connect(self.failed)
        job.ended.connect(self._go_on)
        self._background.start(job)

    def _take(self, search: NeighbourSearch) -> None:
        self._search = search
        self.ready.emit(len(search))

    def _answer(self, search: NeighbourSearch, found: list[Neighbour]) -> None:
        if search is self._search:
            self.found.emit(found)

    def _go_on(self) -> None:
        self._asking = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self.ask(waiting)


def _load(
    job: Job, data: str, config: ModelConfig, closeness: Closeness, discriminator: Path | None
) -> NeighbourSearch:
    wanted = Wanted(
        limit=MOST, progress=lambda _, done, total: job.report(done, total), cancelled=lambda: job.is_cancelled
    )
    images = load_imageset(data, PictureFormat(config.image_size, config.channels), wanted)
    return NeighbourSearch(images, closeness.extractor(discriminator), lambda done: job.report(done, len(images)))
