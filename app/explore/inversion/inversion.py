"""From a picture to its z, beside the window's own thread."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from gan.data.base import Images
from gan.data.pictures import EXTENSIONS, PictureFormat, load_picture
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.images import Picture
from gan.model.config import ModelConfig


def is_picture(target: str) -> bool:
    """Whether ``target`` is a file whose name says that it is a picture."""
    path = Path(target)
    return path.suffix.lower().lstrip(".") in EXTENSIONS and not path.is_dir()


class Inversion(QObject):
    """One search at a time; a new one ends an older one."""

    started = Signal(object)
    """The :class:`Job`."""
    target_read = Signal(object)
    """The picture that is looked for, (H, W, C) uint8 of the generator's size."""
    improved = Signal(object)
    """The best :class:`Guess` so far."""
    found = Signal(object)
    """The best :class:`Guess` of the whole search."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    def start(self, picture: Path | Picture, model: Path, config: ModelConfig) -> None:
        """Look for the z of ``picture``, a file or (H, W, C) of the generator's size, by the generator in ``model``."""
        if self._job is not None:
            self._job.cancel()
        job = Job("Looking for z", lambda job: self._search(job, picture, model, config))
        self._job = job
        job.succeeded.connect(lambda guess: self._end(job, guess))
        job.failed.connect(self.failed)
        job.ended.connect(lambda: self._forget(job))
        self.started.emit(job)
        self._background.start(job)

    def _search(self, job: Job, picture: Path | Picture, model: Path, config: ModelConfig) -> Guess:
        """Runs on another thread; what it emits arrives on the window's own."""
        if isinstance(picture, Path):
            picture = load_picture(picture, PictureFormat(config.image_size, config.channels))
        self.target_read.emit(picture)
        return _best_of(self, job, picture, model)

    def _end(self, job: Job, guess: Guess) -> None:
        if job is self._job:
            self.found.emit(guess)

    def _forget(self, job: Job) -> None:
        if job is self._job:
            self._job = None


def _best_of(inversion: Inversion, job: Job, picture: Images, model: Path) -> Guess:
    from gan.devices import set_threads
    from gan.explore.inversion import find_z
    from gan.model.checkpoint import load_generator

    settings, best = InversionSettings(), -np.inf
    set_threads(1)  # the window renders beside it

    def report(guess: Guess) -> None:
        nonlocal best
        job.report((guess.start - 1) * settings.steps + guess.step, settings.starts * settings.steps)
        if guess.psnr > best:
            best = guess.psnr
            inversion.improved.emit(guess)

    return find_z(load_generator(model), picture, settings, report)
