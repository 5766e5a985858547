"""``train``: one run from start, or from its saved state, to its end, as a stream of events."""

import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path

import torch

from gan.data.imagesets import ImageSet, Progress
from gan.devices import describe_device, pick_device, prepare
from gan.errors import LatentariumError
from gan.files import FileError
from gan.model.checkpoint import CheckpointError
from gan.train import events
from gan.train.batches import Batches, Feed
from gan.train.board import board
from gan.train.clock import Clock, Now
from gan.train.config import TrainConfig
from gan.train.doctor import EXPLODED, Doctor
from gan.train.ends import older_states
from gan.train.evaluating import Evaluator
from gan.train.events import TrainEvent
from gan.train.keeping import Keeper
from gan.train.loading import load_pictures, settled, tell_of_unreadable
from gan.train.logbook import Logbook
from gan.train.own_pictures import tell_of_change
from gan.train.picture_check import tell_of_set
from gan.train.randomness import Randomness
from gan.train.run import Run, is_run
from gan.train.state import ExplodedError, load_state
from gan.train.steering import Steering
from gan.train.team import ALONE, Team
from gan.train.trainer import Trainer
from gan.train.writing import Writer
from gan.words import tr

LOG_SECONDS = 0.1
COMPARED_EVERY = 100
"""Steps between two comparisons of the weights of a team."""


class TrainingError(LatentariumError):
    """A run that cannot go on."""


def train(
    run: Run,
    *,
    resume: bool = False,
    data_dir: Path | None = None,
    progress: Progress | None = None,
    team: Team = ALONE,
    now: Now = time.monotonic,
) -> Generator[TrainEvent, None, None]:
    """Train ``run`` by its config until a limit, a stop request or an error; log and yield every event.

    With ``resume`` it goes on from the last saved state, which must be there if the run has begun. Requests
    in ``control.json`` are obeyed between two steps; those from before this call are forgotten. The run's
    last snapshot and state are on disk before ``Finished`` or ``Stopped`` is yielded. Raises
    :class:`gan.errors.LatentariumError` subclasses; whatever ends the run is logged as ``Failed``.
    In a ``team`` every process calls this; the leader alone writes and logs. Training time is measured by ``now``.
    """
    if resume and team.leads:  # the others may come when it has begun already
        run.require_state()
    training = _events(run, resume, data_dir, progress, team, now)
    yield from _logged(run, training) if team.leads else training


def _logged(run: Run, training: Generator[TrainEvent, None, None]) -> Iterator[TrainEvent]:
    log = Logbook(run)
    with run.training():
        try:
            # Closed even if the log cannot be written, so that no state is still being written after the end.
            with closing(training), board(run.folder / "tensorboard", run.config.tensorboard) as write:
                for event in training:
                    told = _written(log, event, training)
                    write(event)
                    yield event
                    yield from told
            log.close()
        except Exception as error:
            failure = _explained(error)
            with suppress(FileError):  # the disk may be what failed
                log.fail(failure.words if failure else f"unexpected {type(error).__name__}: {error}")
            if failure is None or failure is error:
                raise
            raise failure from error


def _written(log: Logbook, event: TrainEvent, training: Generator[TrainEvent, None, None]) -> list[TrainEvent]:
    """What logging ``event`` has to tell; if it cannot be logged, ``training`` saves what it can and raises."""
    try:
        return log.write(event)
    except FileError as error:
        training.throw(error)
        raise


def _explained(error: Exception) -> LatentariumError | None:
    """``error`` in words for people, or None if nobody foresaw it."""
    if isinstance(error, LatentariumError):
        return error
    if isinstance(error, torch.OutOfMemoryError):
        return TrainingError(
            tr("the device has not enough memory; try a smaller batch size, picture size or network width")
        )
    if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
        return TrainingError(tr("there is not enough memory; try a smaller batch size, picture size or network width"))
    return None


def _events(
    run: Run, resume: bool, data_dir: Path | None, progress: Progress | None, team: Team, now: Now
) -> Generator[TrainEvent, None, None]:
    device = pick_device(run.config.device, team.local_rank)
    prepare(device, run.config.threads, team.local_size)
    run, images = _prepared(run, data_dir, progress, team)
    config = run.config
    trainer = Trainer(config, device, team)
    elapsed = _resumed(run, trainer) if resume and run.state_path.is_file() else 0.0
    team.spread(trainer.weights())
    with Writer() as writer:
        loop = _Loop(run, trainer, images, Clock(elapsed, now), writer, team)
        try:
            yield from _judged(loop.events(), Doctor(config.loss)) if team.leads else loop.events()
        except FileError as error:
            raise loop.saved_after(error) from error


def _resumed(run: Run, trainer: Trainer) -> float:
    """Seconds of training before; raises :class:`CheckpointError`, with the states that can be used instead."""
    try:
        return load_state(run.state_path, trainer)
    except CheckpointError as error:
        raise CheckpointError(tr("{what}; {what_now}", what=error, what_now=older_states(run))) from error


def _prepared(run: Run, data_dir: Path | None, progress: Progress | None, team: Team) -> tuple[Run, ImageSet]:
    """The run, settled, and its pictures. The leader packs or downloads what there is to; the others find it done."""
    if not team.leads:
        team.wait_for_all()
    with team.unhurried():
        images = load_pictures(run, data_dir, progress, writes=team.leads)
        run = settled(run, images, writes=team.leads)
    if team.leads:
        team.wait_for_all()
    return run, images


def _judged(training: Iterator[TrainEvent], doctor: Doctor) -> Iterator[TrainEvent]:
    """``training`` with the doctor's words in between; ends it when the numbers have exploded."""
    for event in training:
        yield event
        diagnosed = doctor.listen(event)
        if diagnosed is not None:
            yield diagnosed
            if diagnosed.kind == EXPLODED.kind:
                raise ExplodedError(f"{diagnosed.message} {diagnosed.advice}")


class _Loop:
    """One sitting of a run."""

    def __init__(self, run: Run, trainer: Trainer, images: ImageSet, clock: Clock, writer: Writer, team: Team) -> None:
        self.run, self.config, self.trainer, self.images = run, run.config, trainer, images
        randomness = Randomness(self.config.seed, trainer.device)
        self.team = team
        self.batches = Batches(
            images.images,
            self.config.batch_size,
            randomness,
            labels=images.labels if self.config.labels else None,
            mirror=self.config.mirror,
            team=team,
        )
        self.feed = Feed(self.batches, randomness, self.config.model.z_dim, team)
        self.clock = clock
        self.evaluator = Evaluator(run, images, clock, randomness)
        self.keeper = Keeper(run, trainer, images, clock, randomness, writer, self.evaluator, team)
        self.steering = Steering(run, trainer, self.feed, self.keeper, clock, team)
        self.total_steps = _total_steps(self.config, self.batches.per_epoch)
        self.total_seconds = None if self.config.minutes is None else 60 * self.config.minutes
        self.logged_step, self.logged_at = trainer.step, clock.elapsed

    def events(self) -> Iterator[TrainEvent]:
        """Phases of training from ``Started`` to ``Finished`` or ``Stopped``."""
        yield from self._start()
        while not self._is_over():
            self.trainer.learn(*self.feed.batch(self.trainer.step))
            yield from self._remarks()
            if self.trainer.step % COMPARED_EVERY == 0:
                self.team.check_alike(self.trainer.weights(), self.trainer.step)
            yield from self._log_if_due()
            yield from self._end_epoch()
            yield from self.keeper.save_what_is_due()
            yield from self.evaluator.go_on()
            yield from self.steering.obey()
            if self.steering.stopped:
                return
        yield from self.keeper.save_everything()
        yield events.Finished(self.trainer.step, self.clock.elapsed)

    def saved_after(self, error: FileError) -> FileError:
        """``error``, because of which training ends, once the state has been saved if it can be."""
        if not is_run(self.run.folder):  # it was moved away, and is not to be made anew
            return error
        try:
            self.keeper.save_state()
        except LatentariumError:
            return error
        words = tr(
            "{error}; training has ended, its state at step {step} is saved: --resume",
            error=error,
            step=self.trainer.step,
        )
        return FileError(words)

    def _start(self) -> Iterator[TrainEvent]:
        processes = f", {self.team.size} processes" if self.team.size > 1 else ""
        yield events.Started(
            step=self.trainer.step,
            device=describe_device(self.trainer.device) + processes,
            pictures=len(self.images),
            classes=len(self.config.model.class_names),
            steps_per_epoch=self.batches.per_epoch,
            total_steps=self.total_steps,
            total_seconds=self.total_seconds,
            unreadable=len(self.images.unreadable),
        )
        if self.trainer.learning_rates != (self.config.lr_g, self.config.lr_d):
            yield events.LearningRatesChanged(
                self.trainer.step, *self.trainer.learning_rates, share=round(self.trainer.lr_share, 4)
            )
        if self.team.leads:
            yield from tell_of_unreadable(self.run, self.images.unreadable)
            yield from tell_of_change(self.run)
            yield from tell_of_set(self.trainer.step, self.config, self.images)
        yield from self.keeper.draw_samples()

    def _remarks(self) -> Iterator[TrainEvent]:
        while self.trainer.remarks:
            yield events.Warned(self.trainer.remarks.pop(0))

    def _is_over(self) -> bool:
        """Also tells the trainer how much of the run is over. The clocks of a team differ, so the leader's counts."""
        progress = self._progress()
        self.trainer.progress = progress if self.total_seconds is None else self.team.share_number(progress)
        return self.trainer.progress >= 1

    def _progress(self) -> float:
        """The share that is over of the limit that is nearest to being reached; 0 for a run without an end."""
        steps = self.trainer.step / self.total_steps if self.total_steps else 0.0
        return max(steps, self.clock.elapsed / self.total_seconds if self.total_seconds else 0.0)

    def _log_if_due(self) -> Iterator[TrainEvent]:
        elapsed = self.clock.elapsed
        if elapsed - self.logged_at < LOG_SECONDS and self._progress() < 1:
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
