"""``train``: one run from start, or from its saved state, to its end, as a stream of events."""

import time
from collections.abc import Generator, Iterator
from pathlib import Path

import torch

from gan.data.imagesets import ImageSet, Progress, load_imageset
from gan.devices import describe_device, pick_device, prepare
from gan.errors import LatentariumError
from gan.images import grid, save_png, to_uint8
from gan.model.checkpoint import save_generator
from gan.train import events
from gan.train.batches import Batches
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.randomness import Randomness
from gan.train.run import Action, Request, Run
from gan.train.schedule import Recurring
from gan.train.state import load_state, save_state
from gan.train.trainer import Trainer

LOG_SECONDS = 0.1
PAUSE_POLL_SECONDS = 0.05
SAMPLE_GROWTH = 0.02
SNAPSHOT_GROWTH = 0.05


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
        except LatentariumError as error:
            run.append(events.Failed(str(error)))
            raise
        except torch.OutOfMemoryError as error:
            message = "the device has not enough memory; try a smaller batch size, picture size or network width"
            run.append(events.Failed(message))
            raise TrainingError(message) from error
        except Exception as error:
            run.append(events.Failed(f"unexpected {type(error).__name__}: {error}"))
            raise


def _events(run: Run, resume: bool, data_dir: Path | None, progress: Progress | None) -> Iterator[TrainEvent]:
    config = run.config
    device = pick_device(config.device)
    prepare(device, config.threads)
    images = _load_images(run, data_dir, progress)
    trainer = Trainer(config, device)
    elapsed = load_state(run.state_path, trainer) if resume else 0.0
    yield from _Loop(run, trainer, images, elapsed).events()


def _load_images(run: Run, data_dir: Path | None, progress: Progress | None) -> ImageSet:
    config = run.config
    images = load_imageset(
        config.data,
        image_size=config.model.image_size,
        channels=config.model.channels,
        data_dir=data_dir,
        limit=config.limit,
        progress=progress,
        cancelled=lambda: any(request.action is Action.STOP for request in run.requests()),
    )
    if len(images) < 2:
        raise TrainingError(f"{config.data} holds {len(images)} picture; training needs at least 2")
    return images


class _Loop:
    """One sitting of a run. ``elapsed`` is the training time of earlier sittings in seconds."""

    def __init__(self, run: Run, trainer: Trainer, images: ImageSet, elapsed: float) -> None:
        self.run, self.config, self.trainer, self.images = run, run.config, trainer, images
        self.randomness = Randomness(self.config.seed, trainer.device)
        self.batches = Batches(images.images, self.config.batch_size, self.randomness, mirror=self.config.mirror)
        self.fixed_z = self.randomness.noise(self.config.sample_count, self.config.model.z_dim, 0, "samples")
        self.samples = Recurring(self.config.sample_seconds, SAMPLE_GROWTH, elapsed)
        self.snapshots = Recurring(self.config.snapshot_seconds, SNAPSHOT_GROWTH, elapsed)
        self.states = Recurring(self.config.state_seconds, 0.0, elapsed)
        self.answered: set[int] = set()
        self.total_steps = _total_steps(self.config, self.batches.per_epoch)
        self.total_seconds = None if self.config.minutes is None else 60 * self.config.minutes
        self.clock = _Clock(elapsed)
        self.logged_step, self.logged_at = trainer.step, elapsed

    def events(self) -> Iterator[TrainEvent]:
        """Phases of training from ``Started`` to ``Finished`` or ``Stopped``."""
        yield self._started()
        yield self._draw_samples()
        while not self._done():
            self._learn()
            yield from self._log_if_due()
            yield from self._end_epoch()
            yield from self._save_if_due()
            for request in self._new_requests():
                stopped = yield from self._obey(request)
                if stopped:
                    return
        yield from self._close()
        yield events.Finished(self.trainer.step, self.clock.elapsed)

    def _started(self) -> TrainEvent:
        return events.Started(
            step=self.trainer.step,
            device=describe_device(self.trainer.device),
            pictures=len(self.images),
            steps_per_epoch=self.batches.per_epoch,
            total_steps=self.total_steps,
            total_seconds=self.total_seconds,
            unreadable=len(self.images.unreadable),
        )

    def _done(self) -> bool:
        if self.total_steps is not None and self.trainer.step >= self.total_steps:
            return True
        return self.total_seconds is not None and self.clock.elapsed >= self.total_seconds

    def _learn(self) -> None:
        step = self.trainer.step
        real = self.batches.batch(step)
        self.trainer.learn(real, self.randomness.noise(len(real), self.config.model.z_dim, step))

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

    def _save_if_due(self) -> Iterator[TrainEvent]:
        elapsed = self.clock.elapsed
        if self.samples.due(elapsed):
            yield self._draw_samples()
        if self.snapshots.due(elapsed):
            yield self._save_snapshot()
        if self.states.due(elapsed):
            save_state(self.run.state_path, self.trainer, elapsed)

    @torch.inference_mode()
    def _draw_samples(self) -> TrainEvent:
        path = self.run.sample_path(self.trainer.step)
        save_png(path, grid(to_uint8(self.trainer.ema(self.fixed_z))))
        return events.SamplesReady(self.trainer.step, self.run.relative(path))

    def _save_snapshot(self, request: int | None = None) -> TrainEvent:
        path = self.run.snapshot_path(self.trainer.step)
        provenance = {
            "data": self.images.name,
            "pictures": len(self.images),
            "step": self.trainer.step,
            "epoch": round(self.trainer.step / self.batches.per_epoch, 4),
            "seed": self.config.seed,
            "batch_size": self.config.batch_size,
        }
        save_generator(path, self.trainer.ema.state_dict(), self.config.model, provenance, half=True)
        return events.SnapshotSaved(self.trainer.step, self.run.relative(path), request)

    def _new_requests(self) -> Iterator[Request]:
        for request in self.run.requests():
            if request.id not in self.answered:
                self.answered.add(request.id)
                yield request

    def _obey(self, request: Request) -> Generator[TrainEvent, None, bool]:
        """Answer one request by events; returns True when the run is to stop."""
        if request.action is Action.PAUSE:
            return (yield from self._pause(request))
        if request.action is Action.STOP:
            return (yield from self._stop(request))
        if request.action is Action.SNAPSHOT:
            yield self._save_snapshot(request.id)
        else:
            yield events.Resumed(self.trainer.step, request.id)
        return False

    def _pause(self, request: Request) -> Generator[TrainEvent, None, bool]:
        self.clock.stop()
        save_state(self.run.state_path, self.trainer, self.clock.elapsed)
        yield events.Paused(self.trainer.step, request.id)
        while True:
            for other in self._new_requests():
                if other.action is Action.STOP:
                    return (yield from self._stop(other))
                if other.action is Action.RESUME:
                    self.clock.go()
                    yield events.Resumed(self.trainer.step, other.id)
                    return False
                yield (
                    self._save_snapshot(other.id)
                    if other.action is Action.SNAPSHOT
                    else events.Paused(self.trainer.step, other.id)
                )
            time.sleep(PAUSE_POLL_SECONDS)

    def _stop(self, request: Request) -> Generator[TrainEvent, None, bool]:
        yield from self._close()
        yield events.Stopped(self.trainer.step, self.clock.elapsed, request.id)
        return True

    def _close(self) -> Iterator[TrainEvent]:
        yield self._draw_samples()
        yield self._save_snapshot()
        save_state(self.run.state_path, self.trainer, self.clock.elapsed)


class _Clock:
    """Seconds of training over all sittings; stands still during a pause."""

    def __init__(self, elapsed: float) -> None:
        self._before = elapsed
        self._since: float | None = time.monotonic()

    @property
    def elapsed(self) -> float:
        return self._before + (0.0 if self._since is None else time.monotonic() - self._since)

    def stop(self) -> None:
        self._before, self._since = self.elapsed, None

    def go(self) -> None:
        self._since = time.monotonic()


def _total_steps(config: TrainConfig, per_epoch: int) -> int | None:
    limits = [config.steps, None if config.epochs is None else config.epochs * per_epoch]
    return min((limit for limit in limits if limit is not None), default=None)
