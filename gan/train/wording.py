"""A training run's events and times in words, for the log of the window and of the command line."""

from gan.train import events
from gan.train.events import TrainEvent


def line_for(event: TrainEvent) -> str:
    """One line for the log, or nothing for events that only curves and pictures show."""
    match event:
        case events.Started():
            limits = [f"{event.total_steps} steps" if event.total_steps else ""]
            limits += [f"{event.total_seconds / 60:g} minutes" if event.total_seconds else ""]
            until = " or ".join(filter(None, limits)) or "stopped"
            unreadable = f", {event.unreadable} unreadable left out" if event.unreadable else ""
            return (
                f"training on {event.device} with {event.pictures} pictures{unreadable}, "
                f"{event.steps_per_epoch} steps an epoch, from step {event.step}, until {until}"
            )
        case events.EpochEnded():
            return f"epoch {event.epoch} ended at step {event.step} after {clock_text(event.elapsed)}"
        case events.Paused():
            return f"paused at step {event.step}"
        case events.Resumed():
            return f"resumed at step {event.step}"
        case events.LearningRatesChanged():
            return f"learning rates from step {event.step} on: G {event.lr_g:g}, D {event.lr_d:g}"
        case events.StepTaken():
            return f"one step of {event.network.upper()} at step {event.step}"
        case events.Diagnosed():
            return f"step {event.step}: {event.message} {event.advice}"
        case events.Warned():
            return f"warning: {event.message}"
        case events.Finished():
            return f"finished at step {event.step} after {clock_text(event.elapsed)}"
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


def span_text(seconds: float) -> str:
    """A rough time for people: ``12 s``, ``4 min``, ``2.5 h``."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def clock_text(seconds: float) -> str:
    """``75`` as ``1:15``, ``3700`` as ``1:01:40``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
