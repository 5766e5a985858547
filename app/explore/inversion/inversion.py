"""From a picture to its z, beside the window's own thread."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.pictures import EXTENSIONS, PictureFormat, load_picture
from gan.errors import UsageError
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.images import Picture
from gan.model.config import ModelConfig

HINT = "Drop a picture on the window, or choose one: the point whose picture comes closest is looked for."


def is_picture(target: str) -> bool:
    """Whether ``target`` is a file whose name says that it is a picture."""
    path = Path(target)
    return path.suffix.lower().lstrip(".") in EXTENSIONS and not path.is_dir()


class Inversion(QObject):
    """One search at a time, ``search``; a new one ends an older one. What is found is gone to."""

    changed = Signal()
    """Another target, guess, or other words."""
    _target_read = Signal(object, object)
    _improved = Signal(object, object)

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._target: Picture | None = None
        self._guess: Guess | None = None
        self._words = HINT
        self.search = LatestJob(background, self)
        self._connect()

    def _connect(self) -> None:
        self._target_read.connect(self._take_target)
        self._improved.connect(self._take_guess)
        self.search.succeeded.connect(self._go_to)
        self.search.failed.connect(self._say)
        self.search.failed.connect(self._session.failed)
        self.search.cancelled.connect(lambda: self._say("Cancelled; the point has not moved."))
        self._session.model_changed.connect(self._take_model)

    @property
    def target(self) -> Picture | None:
        """The picture that is looked for, (H, W, C) uint8 of the generator's size, once it has been read."""
        return self._target

    @property
    def guess(self) -> Guess | None:
        """The best so far; None before the first, and when another generator has been opened."""
        return self._guess

    @property
    def words(self) -> str:
        """How the search goes, or how it went."""
        return self._words

    def find(self, picture: Path | Picture) -> None:
        """Look for the z of a file's picture, or of one (H, W, C) of the generator's size, and go there.

        Raises :class:`UsageError` before a model is open.
        """
        model = self._session.model
        if model is None:
            raise UsageError("open a model before looking for the z of a picture")
        self._target = self._guess = None
        self._say("Looking at random points…")
        path, config = model.source.path, model.config
        self.search.start(Job("Looking for z", lambda job: self._search(job, picture, path, config), computes=True))

    def _search(self, job: Job, picture: Path | Picture, model: Path, config: ModelConfig) -> Guess:
        """Runs on another thread; what it emits arrives on the window's own."""
        if isinstance(picture, Path):
            picture = load_picture(picture, PictureFormat(config.image_size, config.channels))
        self._target_read.emit(job, picture)
        return _find(job, picture, model, lambda guess: self._improved.emit(job, guess))

    def _take_target(self, job: Job, picture: Picture) -> None:
        """Of an older search nobody hears any more."""
        if job is self.search.job:
            self._target = picture
            self.changed.emit()

    def _take_guess(self, job: Job, guess: Guess) -> None:
        if job is self.search.job:
            self._guess = guess
            self._say(f"Start {guess.start}, step {guess.step}: PSNR {guess.psnr:.1f} dB")

    def _go_to(self, guess: Guess) -> None:
        self._guess = guess
        self._say(f"Found: PSNR {guess.psnr:.1f} dB. {_judged(guess.psnr)}")
        if len(guess.z) == len(self._session.z):
            self._session.set_z(guess.z, "go to the z of a picture")

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """What was found belongs to the generator that found it."""
        self._guess = None
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._words = words
        self.changed.emit()


def _find(job: Job, picture: Picture, model: Path, improved: Callable[[Guess], None]) -> Guess:
    from gan.explore.inversion import find_z
    from gan.model.checkpoint import load_generator

    settings, best = InversionSettings(), -np.inf

    def report(guess: Guess) -> None:
        nonlocal best
        job.report((guess.start - 1) * settings.steps + guess.step, settings.starts * settings.steps)
        if guess.psnr > best:
            best = guess.psnr
            improved(guess)

    return find_z(load_generator(model), picture, settings, report)


def _judged(psnr: float) -> str:
    if psnr >= 30:
        return "The generator makes this very picture."
    if psnr >= 20:
        return "The generator makes something like it."
    return "The generator knows nothing like this picture."
