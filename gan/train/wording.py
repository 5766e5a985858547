"""A training run's events and times in words, for the log of the window and of the command line."""

import math

from gan.device_text import device_text
from gan.train import events
from gan.train.best import value_text
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.words import counted, tr

FEW_STEPS = 200
"""Fewer steps than this give hardly more than blots."""


def line_for(event: TrainEvent) -> str:
    """One line for the log, or nothing for events that only curves and pictures show."""
    match event:
        case events.Started():
            limits = [tr("{total_steps} steps", total_steps=event.total_steps) if event.total_steps else ""]
            limits += [
                tr("{total_seconds:g} minutes", total_seconds=event.total_seconds / 60) if event.total_seconds else ""
            ]
            until = tr(" or ").join(filter(None, limits)) or tr("stopped")
            classes = tr(" of {classes} classes", classes=event.classes) if event.classes else ""
            unreadable = (
                tr(", {unreadable} unreadable left out", unreadable=event.unreadable) if event.unreadable else ""
            )
            return tr(
                "training on {device} with {pictures} pictures{classes}{unreadable}, "
                "{steps_per_epoch} steps an epoch, from step {step}, until {until}",
                device=device_text(event.device),
                pictures=event.pictures,
                classes=classes,
                unreadable=unreadable,
                steps_per_epoch=event.steps_per_epoch,
                step=event.step,
                until=until,
            )
        case events.EpochEnded():
            return tr(
                "epoch {epoch} ended at step {step} after {elapsed}",
                epoch=event.epoch,
                step=event.step,
                elapsed=clock_text(event.elapsed),
            )
        case events.Paused():
            return tr("paused at step {step}", step=event.step)
        case events.Resumed():
            return tr("resumed at step {step}", step=event.step)
        case events.LearningRatesChanged():
            left = tr(", of which the decay leaves {share:.0%} now", share=event.share) if event.share < 1 else ""
            return tr(
                "learning rates from step {step} on: G {lr_g:g}, D {lr_d:g}{left}",
                step=event.step,
                lr_g=event.lr_g,
                lr_d=event.lr_d,
                left=left,
            )
        case events.StepTaken():
            return tr("one step of {network} at step {step}", network=event.network.upper(), step=event.step)
        case events.Evaluated():
            found = value_text(event.measure, event.value, event.space, event.pictures)
            best = tr(", the best so far") if event.is_best else ""
            return tr(
                "step {step}: {found}{best}; measuring took {share:.1%} of the time",
                step=event.step,
                found=found,
                best=best,
                share=event.share,
            )
        case events.Diagnosed():
            return tr(
                "step {step}: {message} {advice}", step=event.step, message=tr(event.message), advice=tr(event.advice)
            )
        case events.Warned():
            return tr("warning: {message}", message=event.message)
        case events.Finished():
            return tr("finished at step {step} after {elapsed}", step=event.step, elapsed=clock_text(event.elapsed))
        case events.Stopped(cut=True):
            return tr(
                "cut by the scheduler at step {step} after {elapsed}; everything is saved",
                step=event.step,
                elapsed=clock_text(event.elapsed),
            )
        case events.Stopped():
            return tr(
                "stopped at step {step} after {elapsed}; everything is saved",
                step=event.step,
                elapsed=clock_text(event.elapsed),
            )
        case events.Failed():
            return tr("failed: {message}", message=event.message)
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
    epoch = counted("one step", "{count} steps", per_epoch)
    return tr(
        "{pictures} pictures: an epoch is {epoch}, so {epochs} epochs are {total} steps, too few to learn "
        "much; end the run after minutes or steps instead, or after more epochs",
        pictures=pictures,
        epoch=epoch,
        epochs=config.epochs,
        total=total,
    )


def span_text(seconds: float) -> str:
    """A rough time for people: ``12 s``, ``4 min``, ``2.5 h``."""
    if seconds < 90:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    return (
        tr("{minutes} min", minutes=round(seconds / 60))
        if seconds < 5400
        else tr("{hours:.1f} h", hours=seconds / 3600)
    )


def size_text(size: int) -> str:
    """Bytes for people, as disks are sold: ``3 kB``, ``850 MB``, ``1.2 GB``."""
    if size < 10**6:
        return f"{math.ceil(size / 1000)} kB"
    return f"{size / 1e6:.0f} MB" if size < 10**9 else f"{size / 1e9:.1f} GB"


def disk_text(needed: int, free: int | None) -> str:
    """How much of the disk a run needs, and whether there is as much."""
    words = tr("up to {needed} of disk", needed=size_text(needed))
    if free is None:
        return words
    return (
        tr("{words}, but only {free} are free", words=words, free=size_text(free))
        if free < needed
        else tr("{words} ({free} free)", words=words, free=size_text(free))
    )


def clock_text(seconds: float) -> str:
    """``75`` as ``1:15``, ``3700`` as ``1:01:40``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
