"""``train``: one run from start, or from its saved state, to its end, as a stream of events."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import torch

from gan.data.imagesets import ImageSet, Progress
from gan.devices import describe_device, pick_device, prepare
from gan.errors import LatentariumError
from gan.files import FileError
from gan.train import events
from gan.train.batches import Batches, Feed
from gan.train.clock import Clock
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.keeping import Keeper
from gan.train.loading import load_pictures, tell_of_unreadable
from gan.train.randomness import Randomness
from gan.train.run import Run
from gan.train.state import load_state
from gan.train.steering import Steering
from gan.train.trainer import Trainer
from gan.train.writing import Writer

LOG_SECONDS = 0.1


class TrainingError(LatentariumError):
    """A run that cannot go on."""


def train(
    run: Run, *, resume: bool = False, data_dir: Path | None = None, progress: Progress | None = None
) -> Iterator[TrainEvent]:
    """Train ``run`` by its config until a limit, a stop request or an error; log and yield every event.

    With ``resume`` it goes on from the last saved state, which must be there. Requests in
    ``control.json`` are obeyed between two steps; those from before this call are forgotten. The run's
    last snapshot and state are on disk before ``Finished`` or ``Stopped`` is yielded. Raises
    :class:`gan.errors.LatentariumError` subclasses; whatever ends the run is logged as ``Failed``.
    """
    if resume:
        run.require_state()
    with run.training():
        try:
            for event in _events(run, resume, data_dir, progress):
                run.append(event)
                yield event
        except Exception as error:
            failure = _explained(error)
            with suppress(FileError):  # the disk may be what failed
                run.append(events.Failed(str(failure) if failure else f"unexpected {type(error).__name__}: {error}"))
            if failure is None or failure is error:
                raise
            raise failure from error


def _explained(error: Exception) -> LatentariumError | None:
    """``error`` in words for people, or None if nobody foresaw it."""
    if isinstance(error, LatentariumError):
        return error
    if isinstance(error, torch.OutOfMemoryError):
        return TrainingError(
            "the device has not enough memory; try a smaller batch size, picture size or network width"
        )
    if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
        return TrainingError("there is not enough memory; try a smaller batch size, picture size or network width")
    return None


def _events(run: Run, resume: bool, data_dir: Path | None, progress: Progress | None) -> Iterator[TrainEvent]:
    config = run.config
    device = pick_device(config.device)
    prepare(device, config.threads)
    images = load_pictures(run, data_dir, progress)
    trainer = Trainer(config, device)
    elapsed = load_state(run.state_path, trainer) if resume else 0.0
    with Writer() as writer:
        yield from _Loop(run, trainer, images, elapsed, writer).events()


class _Loop:
    """One sitting of a run. ``elapsed`` is the training time of earlier sittings in seconds."""

    def __init__(self, run: Run, trainer: Trainer, images: ImageSet, elapsed: float, writer: Writer) -> None:
        self.run, self.config, self.trainer, self.images = run, run.config, trainer, images
        randomness = Randomness(self.config.seed, trainer.device)
        self.batches = Batches(images.images, self.config.batch_size, randomness, mirror=self.config.mirror)
        self.feed = Feed(self.batches, randomness, self.config.model.z_dim)
        self.clock = Clock(elapsed)
        fixed_z = randomness.noise(self.config.sample_count, self.config.model.z_dim, 0, "samples")
        self.keeper = Keeper(run, trainer, images, self.clock, fixed_z, writer)
        self.steering = Steering(run, trainer, self.feed, self.keeper, self.clock)
        self.total_steps = _total_steps(self.config, self.batches.per_epoch)
        self.total_seconds = None if self.config.minutes is None else 60 * self.config.minutes
        self.logged_step, self.logged_at = trainer.step, elapsed

    def events(self) -> Iterator[TrainEvent]:
        """Phases of training from ``Started`` to ``Finished`` or ``Stopped``."""
        yield from self._start()
        while not self._done():
            self.trainer.learn(*self.feed.batch(self.trainer.step))
            yield from self._log_if_due()
            yield from self._end_epoch()
            yield from self.keeper.save_what_is_due()
            yield from self.steering.obey()
            if self.steering.stopped:
                return
        yield from self.keeper.save_everything()
        yield events.Finished(self.trainer.step, self.clock.elapsed)

    def _start(self) -> Iterator[TrainEvent]:
        yield events.Started(
            step=self.trainer.step,
            device=describe_device(self.trainer.device),
            pictures=len(self.images),
            steps_per_epoch=self.batches.per_epoch,
            total_steps=self.total_steps,
            total_seconds=self.total_seconds,
            unreadable=len(self.images.unreadable),
        )
        if self.trainer.learning_rates != (self.config.lr_g, self.config.lr_d):
            yield events.LearningRatesChanged(self.trainer.step, *self.trainer.learning_rates)
        yield from tell_of_unreadable(self.run, self.images.unreadable)
        yield self.keeper.draw_samples()

    def _done(self) -> bool:
        if self.total_steps is not None and self.trainer.step >= self.total_steps:
            return True
        return self.total_seconds is not None and self.clock.elapsed >= self.total_seconds

    def _log_if_due(self) -> Iterator[TrainEvent]:
        elapsed = self.clock.elapsed
        if elapsed - self.logged_at < LOG_SECONDS and not self._done():
            return
        step = self.trainer.step
        rate = (step - self.logged_step) * self.batches.batch_size / max(elapsed - self.logged_at, 1e-9)
        self.logged_step, self.logged_at = step, elapsed
        means = self.trainer.metrics.take()
        if means:
            epoch = step / self.batches.per_epoch
            yield events.StepLogged(step, round(epoch, 4), round(elapsed, 3), **means, images_per_second=round(rate, 1))

    def _end_epoch(self) -> Iterator[TrainEvent]:
        epoch, position = divmod(self.trainer.step, self.batches.per_epoch)
        if position == 0:
            yield events.EpochEnded(epoch, self.trainer.step, round(self.clock.elapsed, 3))


def _total_steps(config: TrainConfig, per_epoch: int) -> int | None:
    limits = [config.steps, None if config.epochs is None else config.epochs * per_epoch]
    return min((limit for limit in limits if limit is not None), default=None)
