"""What a run puts on disk while it trains: samples, snapshots and states, each when it is due."""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from gan.data.imagesets import ImageSet
from gan.images import Picture, grid, save_png, to_uint8
from gan.model.checkpoint import save_discriminator, save_generator
from gan.model.networks import telling
from gan.train import events
from gan.train.averaging import statistics_count
from gan.train.clock import Clock
from gan.train.drawn_classes import in_proportion, in_turn
from gan.train.evaluating import Candidate, Evaluator
from gan.train.events import TrainEvent
from gan.train.labels import sheet_classes
from gan.train.randomness import Randomness
from gan.train.run import Run
from gan.train.schedule import SAMPLE_GROWTH, SNAPSHOT_GROWTH, Recurring
from gan.train.state import State, captured, write_state
from gan.train.team import ALONE, Team
from gan.train.trainer import Trainer
from gan.train.writing import Writer
from gan.train.yardstick import Yardstick


class Keeper:
    """Saves what ``trainer`` has learned from ``images``; in a ``team`` the leader writes, the others say the same."""

    def __init__(
        self,
        run: Run,
        trainer: Trainer,
        images: ImageSet,
        clock: Clock,
        randomness: Randomness,
        writer: Writer,
        evaluator: Evaluator,
        team: Team = ALONE,
    ) -> None:
        self._run, self._trainer, self._images, self._clock, self._writer = run, trainer, images, clock, writer
        self._evaluator, self._team, self._writes = evaluator, team, team.leads
        config, elapsed = run.config, clock.elapsed
        self._fixed_z = randomness.noise(config.sample_count, config.model.z_dim, 0, "samples")
        self._columns = sheet_classes(config)
        self._in_turn = in_turn(self._columns, config.sample_count, trainer.device)
        self._in_proportion = in_proportion(images, config, randomness, config.sample_count)
        self._classes = in_proportion(images, config, randomness, statistics_count(config.model))
        self._yardstick = Yardstick(images.images, config.sample_count, randomness) if team.leads else None
        self._per_epoch = max(1, len(images) // min(config.batch_size, len(images)))
        self._samples = Recurring(config.sample_seconds, SAMPLE_GROWTH, elapsed)
        self._snapshots = Recurring(config.snapshot_seconds, SNAPSHOT_GROWTH, elapsed)
        self._states = Recurring(config.state_seconds, 0.0, elapsed)

    def save_what_is_due(self) -> Iterator[TrainEvent]:
        """To be called between two steps."""
        elapsed = self._clock.elapsed
        if self._samples.due(elapsed):
            yield from self.draw_samples()
        if self._snapshots.due(elapsed):
            yield self.save_snapshot()
        if self._states.due(elapsed) or self._state_is_due_by_steps():
            self._write_state_soon()

    def save_everything(self, *, hurried: bool = False) -> Iterator[TrainEvent]:
        """At the end of a sitting; the state first, as it is refused if the numbers have exploded.

        When it is ``hurried`` the last snapshot is not measured, which may take minutes.
        Raises :class:`gan.train.team.TeamError` instead if the weights of a team are not the same.
        """
        self._clock.stop()
        self._team.check_alike(self._trainer.weights(), self._trainer.step)
        with self._team.unhurried():
            self.save_state()
            yield from self.draw_samples()
            yield self.save_snapshot()
            if not hurried:
                yield from self._evaluator.finish()

    def draw_samples(self) -> Iterator[TrainEvent]:
        """The fixed noise batch as the running average of G draws it, and how it compares with real pictures."""
        step, path = self._trainer.step, self._run.sample_path(self._trainer.step)
        if self._yardstick is None:
            return
        pictures = self._drawn(self._in_turn)
        save_png(path, self._sheet(pictures))
        yield events.SamplesReady(step, self._run.relative(path))
        if self._in_proportion is not None:
            pictures = self._drawn(self._in_proportion)
        measured = self._yardstick.measure(pictures)
        if measured:
            yield events.Measured(step, {name: round(value, 4) for name, value in measured.items()})

    @torch.inference_mode()
    def _drawn(self, classes: Tensor | None) -> Tensor:
        """The fixed noise batch as the running average of G draws it."""
        with telling(classes, self._trainer.ema):
            pictures: Tensor = self._trainer.ema(self._fixed_z)
        return pictures

    def _sheet(self, pictures: Tensor) -> Picture:
        """A grid with a column for each class that is shown, or about square."""
        return grid(to_uint8(pictures), len(self._columns) or None)

    def save_snapshot(self, request: int | None = None) -> TrainEvent:
        """The running average of G, with where it comes from; D beside it replaces that of the snapshot before.

        How good it is will be found out.
        """
        path = self._run.snapshot_path(self._trainer.step)
        if self._writes:
            self._write_snapshot(path)
        return events.SnapshotSaved(self._trainer.step, self._run.relative(path), request)

    def _write_snapshot(self, path: Path) -> None:
        trainer, config = self._trainer, self._run.config
        provenance = {
            "data": self._images.name,
            "pictures": len(self._images),
            "step": trainer.step,
            "epoch": round(trainer.step / self._per_epoch, 4),
            "seed": config.seed,
            "batch_size": config.batch_size,
        }
        began = self._clock.now()
        averaged = trainer.averaged(self._classes)
        seconds = self._clock.now() - began
        save_generator(path, averaged.state_dict(), config.model, provenance, half=True)
        discriminator = {name: tensor.clone() for name, tensor in trainer.discriminator.state_dict().items()}
        save_discriminator(self._run.discriminator_path, discriminator, config.model, provenance)
        self._evaluator.consider(Candidate(trainer.step, averaged, discriminator, provenance, seconds))

    def save_state(self) -> None:
        """All that resume needs, on disk before this returns."""
        self._write_state_soon()
        self._writer.finish()

    def _state_is_due_by_steps(self) -> bool:
        every = self._run.config.state_steps
        return every is not None and self._trainer.step % every == 0

    def _write_state_soon(self) -> None:
        """The copy is made now, written while training goes on."""
        if not self._writes:
            return
        state = captured(self._trainer, self._clock.elapsed)
        self._writer.submit(lambda: self._write_state(state))

    def _write_state(self, state: State) -> None:
        write_state(self._run.state_path, state)
        self._run.keep_state(state.step, self._run.config.kept_states)

    def draw_stepping(self, request: int, moment: str) -> str:
        """The fixed noise batch as G itself draws it ``before`` or ``after`` a step; a path below the run."""
        path = self._run.stepping_path(request, moment)
        if self._writes:
            save_png(path, self._sheet(self._trainer.pictures(self._fixed_z, self._in_turn)))
        return self._run.relative(path)
