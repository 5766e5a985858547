"""How good a run's snapshots are, found out while it trains, and which one is the best."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from gan.data.imagesets import ImageSet
from gan.errors import LatentariumError
from gan.model.checkpoint import load_generator, save_discriminator
from gan.model.networks import Generator, telling
from gan.train import events
from gan.train.best import Best, best_of, discriminator_of_best, write_best
from gan.train.clock import Clock
from gan.train.drawn_classes import in_proportion
from gan.train.events import TrainEvent
from gan.train.gauges import BIT, Bits, Gauge, gauge_for
from gan.train.randomness import Randomness
from gan.train.run import Run

SHARE, MOST = 0.02, 0.03
"""Of the training time that measuring takes: while training goes on, and with what is measured at its end."""
LONGEST = 10.0
"""Seconds that measuring may take at the end of any sitting, however short that was."""


@dataclass(frozen=True)
class Candidate:
    """A saved snapshot: its ``generator``, and weights and provenance of the discriminator beside it.

    There are no weights where that discriminator is kept already. To make the generator took ``seconds``.
    """

    step: int
    generator: Generator
    discriminator: Mapping[str, Tensor]
    provenance: Mapping[str, Any]
    seconds: float = 0.0


class Evaluator:
    """Measures snapshots bit by bit between two steps, one snapshot after the other, and keeps the best.

    A bit is done when all that measuring has taken is at most :data:`SHARE` of this sitting. So training is slowed by
    no more than that, and who asks for something waits for no longer than a bit takes.
    """

    def __init__(self, run: Run, images: ImageSet, clock: Clock, randomness: Randomness) -> None:
        self._run, self._images, self._clock, self._randomness = run, images, clock, randomness
        self._began, self._spent = clock.elapsed, 0.0
        self._bits, self._paced_bits, self._paced_seconds = 0, 0, 0.0
        self._gauge: Gauge | None = None
        found = best_of(run)
        self._best = None if found is None else found[1]
        self._candidate: Candidate | None = None
        self._waiting: Candidate | None = None
        self._work: Bits | None = None

    def consider(self, candidate: Candidate) -> None:
        """Measure a snapshot that has just been saved, unless a newer one comes before its turn."""
        self._waiting = candidate
        self._spent += candidate.seconds

    def go_on(self) -> Iterator[TrainEvent]:
        """To be called between two steps."""
        if self._spent <= SHARE * self._sitting:
            yield from self._do_a_bit()

    def finish(self) -> Iterator[TrainEvent]:
        """At the end of a sitting: measure its last snapshot, instead of an older one that is under way.

        So the best is never the best only because nothing after it was looked at. That may take :data:`LONGEST`, or
        what is left of :data:`MOST` of the sitting; what would take longer is not begun.
        """
        self._drop_older()
        began, allowed = self._clock.now(), max(LONGEST, MOST * self._sitting - self._spent)
        while self._has_work and self._clock.now() - began + self._expected <= allowed:
            yield from self._do_a_bit()

    def _drop_older(self) -> None:
        """The kept best is measured only where others are to be compared with it, and goes on."""
        is_best = self._best is not None and self._candidate is not None and self._candidate.step == self._best.step
        if self._waiting is not None and not is_best:
            self._work = None

    @property
    def _has_work(self) -> bool:
        return self._work is not None or self._waiting is not None

    @property
    def _sitting(self) -> float:
        """Seconds of training since this sitting began."""
        return self._clock.elapsed - self._began

    @property
    def _expected(self) -> float:
        """Seconds that it takes until the measurement under way is done, as far as can be told."""
        if self._gauge is None or not self._paced_bits:
            return 0.0
        left = self._gauge.bits - self._bits if self._work is not None else self._gauge.bits
        return max(1, left) * self._paced_seconds / self._paced_bits

    def _do_a_bit(self) -> Iterator[TrainEvent]:
        if self._work is None:
            if self._waiting is None:
                return
            self._candidate, self._waiting, self._bits = self._waiting, None, 0
            self._work = self._measuring()
        began, value = self._clock.now(), None
        try:
            next(self._work)
        except StopIteration as done:
            self._work, value = None, done.value
        self._count(self._clock.now() - began)
        if value is not None and math.isfinite(value):
            yield self._evaluated(value)

    def _count(self, seconds: float) -> None:
        """A bit took so long. The first of a measurement prepares it, and says nothing about the others."""
        self._spent += seconds
        if self._bits:
            self._paced_bits, self._paced_seconds = self._paced_bits + 1, self._paced_seconds + seconds
        self._bits += 1

    def _measuring(self) -> Bits:
        """Where the kept best was measured in another way, it comes first, so that values can be compared."""
        gauge = self._gauge = self._gauge or gauge_for(self._images.images)
        yield
        if gauge is None:
            return math.nan
        if self._best is not None and self._best.kind != (gauge.measure, gauge.space, gauge.count):
            self._put_first(self._kept_best())
        return (yield from gauge.measured(self._drawn(gauge.count)))

    def _put_first(self, kept: Candidate | None) -> None:
        """Measure ``kept``, if it is there, before the candidate whose turn it is; that waits unless one is newer."""
        if kept is not None:
            self._candidate, self._waiting = kept, self._waiting or self._candidate

    def _kept_best(self) -> Candidate | None:
        found = best_of(self._run)
        try:
            generator = None if found is None else load_generator(found[0].path, self._randomness.device)
        except LatentariumError:
            generator = None
        if found is None or generator is None:
            self._best = None
            return None
        return Candidate(found[1].step, generator, {}, {})

    def _drawn(self, count: int) -> Iterator[Tensor]:
        """The same z every time, so that chance is the same for all snapshots."""
        assert self._candidate is not None
        generator, config = self._candidate.generator, self._run.config
        z = self._randomness.noise(count, config.model.z_dim, 0, "evaluation")
        classes = in_proportion(self._images, config, self._randomness, count)
        for start in range(0, count, BIT):
            rows = slice(start, start + BIT)
            with torch.inference_mode(), telling(None if classes is None else classes[rows], generator):
                pictures = generator(z[rows])
            yield pictures

    def _evaluated(self, value: float) -> TrainEvent:
        assert self._gauge is not None and self._candidate is not None
        candidate, gauge, value = self._candidate, self._gauge, round(value, 4)
        found = Best(candidate.step, gauge.measure, gauge.space, gauge.count, value)
        is_best = self._best is None or self._best.kind != found.kind or value < self._best.value
        if is_best:
            self._keep(found, candidate)
        share = round(self._spent / max(self._sitting, 1e-9), 4)
        return events.Evaluated(candidate.step, gauge.measure, gauge.space, gauge.count, value, is_best, share)

    def _keep(self, best: Best, candidate: Candidate) -> None:
        folder, config = self._run.folder, self._run.config.model
        if candidate.discriminator:
            path = discriminator_of_best(folder)
            save_discriminator(path, candidate.discriminator, config, candidate.provenance)
        write_best(folder, best)
        self._best = best
