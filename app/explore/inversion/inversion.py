"""From a picture to its z, beside the window's own thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.origin import Origin
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.pictures import EXTENSIONS, PictureFormat, load_picture
from gan.errors import UsageError
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.explore.latent import off_shell_text
from gan.images import Picture, to_uint8
from gan.model.architecture import Architecture
from gan.words import marked, tr

if TYPE_CHECKING:
    from gan.model.networks import Generator

HINT = marked("Drop a picture on the window, or choose one, to find the point whose picture comes closest.")


def is_picture(target: str) -> bool:
    """Whether ``target`` is a file whose name says that it is a picture."""
    path = Path(target)
    return path.suffix.lower().lstrip(".") in EXTENSIONS and not path.is_dir()


@dataclass(frozen=True, eq=False)
class Found:
    """A ``guess``, the ``picture`` (H, W, C) that is drawn there by the network it was looked for in, ``origin``."""

    guess: Guess
    picture: Picture
    origin: Origin


class Inversion(QObject):
    """One search at a time, ``search``; a new one ends an older one.

    What is found is gone to, unless the person has gone elsewhere meanwhile; then :meth:`go` is offered.
    """

    changed = Signal()
    """Another target, guess, or other words."""
    _target_read = Signal(object, object)
    _improved = Signal(object, object)

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._asked: Path | Picture | None = None
        self._target: Picture | None = None
        self._found: Found | None = None
        self._start_z = session.z
        self._words = tr(HINT)
        self.search = LatestJob(background, self)
        self._connect()

    def _connect(self) -> None:
        self._target_read.connect(self._take_target)
        self._improved.connect(self._take_found)
        self.search.succeeded.connect(self._end)
        self.search.failed.connect(self._say)
        self.search.failed.connect(self._session.failed)
        self.search.cancelled.connect(lambda: self._say(tr("Cancelled; the point has not moved.")))
        self._session.model_changed.connect(self._take_model)
        self._session.network_changed.connect(self._take_network)

    @property
    def target(self) -> Picture | None:
        """The picture that is looked for, (H, W, C) uint8 of the generator's size, once it has been read."""
        return self._target

    @property
    def found(self) -> Found | None:
        """The best so far; None before the first, and when a generator with another latent space has been opened."""
        return self._found

    @property
    def guess(self) -> Guess | None:
        """The best point so far."""
        return None if self._found is None else self._found.guess

    @property
    def is_asking(self) -> bool:
        """Whether :meth:`choose` has to say which network is meant."""
        return self._asked is not None

    @property
    def is_of_here(self) -> bool:
        """Whether what was found was found in the network that draws now."""
        return self._found is not None and self._found.origin == self._session.origin

    @property
    def words(self) -> str:
        """How the search goes, or how it went, and in which network if that is another by now."""
        if self._found is None or self.is_of_here:
            return self._words
        return tr("In {origin}: {words}", origin=self._found.origin.text, words=self._words)

    def find(self, picture: Path | Picture) -> None:
        """Look for the z of a file's picture, or of one (H, W, C) of the generator's size, and go there.

        In an edited network :meth:`choose` says first which is meant. Raises :class:`UsageError` before a model is
        open.
        """
        origin = self._session.origin
        if origin is None:
            raise UsageError(tr("open a model before looking for the z of a picture"))
        self.search.forget()
        self._target = self._found = None
        self._asked = picture
        if origin.changes.edits:
            self._say(
                tr(
                    "The network is changed by {changes}. Which one is to draw the picture?",
                    changes=origin.changes.text,
                )
            )
        else:
            self.choose(edited=False)

    def choose(self, *, edited: bool) -> None:
        """Look in the network with its edits, or as it is in its file; by the running statistics in any case."""
        origin, model, picture = self._session.origin, self._session.model, self._asked
        if origin is None or model is None or picture is None:
            return
        meant, config = origin.edited if edited else origin.unchanged, model.config
        self._asked, self._start_z = None, self._session.z
        self._say(tr("Looking at random points…"))
        self.search.start(
            Job(tr("Looking for z"), lambda job: self._search(job, picture, meant, config), computes=True)
        )

    @property
    def can_go(self) -> bool:
        """Whether something was found, and is not where one is."""
        guess, z = self.guess, self._session.z
        return guess is not None and len(guess.z) == len(z) and not np.array_equal(guess.z, z)

    def go(self) -> None:
        """Go to what was found."""
        if self.guess is not None and self.can_go:
            self._session.set_z(self.guess.z, tr("go to the z of a picture"))

    def _search(self, job: Job, picture: Path | Picture, origin: Origin, config: Architecture) -> Found:
        """Runs on another thread; what it emits arrives on the window's own."""
        if isinstance(picture, Path):
            picture = _loaded(picture, config)
        self._target_read.emit(job, picture)
        return _find(job, picture, origin, lambda found: self._improved.emit(job, found))

    def _take_target(self, job: Job, picture: Picture) -> None:
        """Of an older search nobody hears any more."""
        if job is self.search.job:
            self._target = picture
            self.changed.emit()

    def _take_found(self, job: Job, found: Found) -> None:
        if job is self.search.job:
            self._found, guess = found, found.guess
            self._say(
                tr(
                    "Start {start}, step {step}: PSNR {psnr:.1f} dB",
                    start=guess.start,
                    step=guess.step,
                    psnr=guess.psnr,
                )
            )

    def _end(self, found: Found) -> None:
        self._found = found
        guess = found.guess
        words = [
            tr("Found: PSNR {psnr:.1f} dB. {judged}", psnr=guess.psnr, judged=_judged(guess.psnr)),
            self._off_shell(guess),
        ]
        if self._is_where_it_began(found.origin):
            self.go()
        else:
            words.append(tr("You have gone elsewhere meanwhile."))
        self._say(" ".join(filter(None, words)))

    def _off_shell(self, guess: Guess) -> str:
        return off_shell_text(guess.z, self._session.distribution)

    def _is_where_it_began(self, origin: Origin) -> bool:
        now = self._session.origin
        return now is not None and now.path == origin.path and np.array_equal(self._session.z, self._start_z)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """What was found belongs to its latent space."""
        if before is not None and before.config.z_dim != now.config.z_dim:
            self.search.forget()
            self._found = None
            self._say(tr(HINT))

    def _take_network(self) -> None:
        """Without edits there is nothing to ask any more."""
        origin = self._session.origin
        if self.is_asking and origin is not None and not origin.changes.edits:
            self.choose(edited=False)
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._words = words
        self.changed.emit()


def _loaded(path: Path, config: Architecture) -> Picture:
    """A file's picture in the shape of the generator's; one with opacity is opaque everywhere."""
    picture = load_picture(path, PictureFormat(config.picture_size.sides, min(config.channels, 3)))
    if config.channels <= 3:
        return picture
    return np.concatenate([picture, np.full_like(picture[:, :, :1], 255)], axis=2)


def _find(job: Job, picture: Picture, origin: Origin, improved: Callable[[Found], None]) -> Found:
    from gan.explore.inversion import find_z

    settings, best = InversionSettings(), -np.inf

    def report(guess: Guess) -> None:
        nonlocal best
        job.report((guess.start - 1) * settings.steps + guess.step, settings.starts * settings.steps)
        if guess.psnr > best:
            best = guess.psnr
            improved(Found(guess, _drawn(generator, guess), origin))

    with origin.generator() as generator:
        guess = find_z(generator, picture, settings, report)
        return Found(guess, _drawn(generator, guess), origin)


def _drawn(generator: "Generator", guess: Guess) -> Picture:
    import torch

    with torch.inference_mode():
        return to_uint8(generator(torch.from_numpy(guess.z)[None]))[0]


def _judged(psnr: float) -> str:
    if psnr >= 30:
        return tr("The generator makes this very picture.")
    if psnr >= 20:
        return tr("The generator makes something like it.")
    return tr("The generator knows nothing like this picture.")
