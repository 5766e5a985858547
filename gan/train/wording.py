"""A training run's events and times in words, for the log of the window and of the command line."""

import math

from gan.train import events
from gan.train.best import value_text
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent

FEW_STEPS = 200
"""Fewer steps than this give hardly more than blots."""


def line_for(event: TrainEvent) -> str:
    """One line for the log, or nothing for events that only curves and pictures show."""
    match event:
        case events.Started():
            limits = [f"{event.total_steps} steps" if event.total_steps else ""]
            limits += [f"{event.total_seconds / 60:g} minutes" if event.total_seconds else ""]
            until = " or ".join(filter(None, limits)) or "stopped"
            classes = f" of {event.classes} classes" if event.classes else ""
            unreadable = f", {event.unreadable} unreadable left out" if event.unreadable else ""
            return (
                f"training on {event.device} with {event.pictures} pictures{classes}{unreadable}, "
                f"{event.steps_per_epoch} steps an epoch, from step {event.step}, until {until}"
            )
        case events.EpochEnded():
            return f"epoch {event.epoch} ended at step {event.step} after {clock_text(event.elapsed)}"
        case events.Paused():
            return f"paused at step {event.step}"
        case events.Resumed():
            return f"resumed at step {event.step}"
        case events.LearningRatesChanged():
            left = f", of which the decay leaves {event.share:.0%} now" if event.share < 1 else ""
            return f"learning rates from step {event.step} on: G {event.lr_g:g}, D {event.lr_d:g}{left}"
        case events.StepTaken():
            return f"one step of {event.network.upper()} at step {event.step}"
        case events.Evaluated():
            found = value_text(event.measure, event.value, event.space, event.pictures)
            best = ", the best so far" if event.is_best else ""
            return f"step {event.step}: {found}{best}; measuring took {event.share:.1%} of the time"
        case events.Diagnosed():
            return f"step {event.step}: {event.message} {event.advice}"
        case events.Warned():
            return f"warning: {event.message}"
        case events.Finished():
            return f"finished at step {event.step} after {clock_text(event.elapsed)}"
        case events.Stopped(cut=True):
            return f"cut by the scheduler at step {event.step} after {clock_text(event.elapsed)}; everything is saved"
        case events.Stopped():
            return f"stopped at step {event.step} after {clock_text(event.elapsed)}; everything is saved"
        case events.Failed():
            return f"failed: {event.message}"
        case (
            events.Preparing()
            | events.StepLogged()
            | events.SamplesReady()
            | events.SnapshotSaved()
            | events.Measured()
        ):
            return ""


def few_steps_text(config: TrainConfig, pictures: int) -> str:
    """That so few ``pictures`` make epochs of so few steps that a run ends before it has learned; or nothing."""
    per_epoch = max(1, pictures // min(config.batch_size, pictures)) if pictures else 0
    total = (config.epochs or 0) * per_epoch
    if not 0 < total < FEW_STEPS or config.steps is not None:
        return ""
    epoch = "one step" if per_epoch == 1 else f"{per_epoch} steps"
    return (
        f"{pictures} pictures: an epoch is {epoch}, so {config.epochs} epochs are {total} steps, too few to learn "
        "much; end the run after minutes or steps instead, or after more epochs"
    )


def span_text(seconds: float) -> str:
    """A rough time for people: ``12 s``, ``4 min``, ``2.5 h``."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def size_text(size: int) -> str:
    """Bytes for people, as disks are sold: ``3 kB``, ``850 MB``, ``1.2 GB``."""
    if size < 10**6:
        return f"{math.ceil(size / 1000)} kB"
    return f"{size / 1e6:.0f} MB" if size < 10**9 else f"{size / 1e9:.1f} GB"


def disk_text(needed: int, free: int | None) -> str:
    """How much of the disk a run needs, and whether there is as much."""
    words = f"up to {size_text(needed)} of disk"
    if free is None:
        return words
    return f"{words}, but only {size_text(free)} are free" if free < needed else f"{words} ({size_text(free)} free)"


def clock_text(seconds: float) -> str:
    """``75`` as ``1:15``, ``3700`` as ``1:01:40``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
