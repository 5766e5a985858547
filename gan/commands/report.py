"""A training run's events as text: lines on standard output, and a progress bar on a terminal."""

import sys
from types import TracebackType
from typing import Self

from tqdm import tqdm

from gan.train import events
from gan.train.events import TrainEvent


class Report:
    """Shows events as they come. A context manager, so that the bar is always closed."""

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None
        self._by_time = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, event: TrainEvent) -> None:
        """Print what a person wants to know, and move the bar."""
        if isinstance(event, events.Started):
            self._start_bar(event)
        elif isinstance(event, events.StepLogged):
            self._advance(event)
        line = line_for(event)
        if line:
            tqdm.write(line, file=sys.stdout)
            sys.stdout.flush()

    def _start_bar(self, event: events.Started) -> None:
        if sys.stderr.isatty():
            self._by_time = event.total_steps is None
            total = event.total_seconds if self._by_time else event.total_steps
            unit = "s" if self._by_time else "step"
            self._bar = tqdm(total=total, initial=0 if self._by_time else event.step, unit=unit, file=sys.stderr)

    def _advance(self, event: events.StepLogged) -> None:
        if self._bar is not None:
            now = event.elapsed if self._by_time else event.step
            self._bar.update(now - self._bar.n)
            self._bar.set_postfix_str(f"D {event.d_loss:.2f} G {event.g_loss:.2f}", refresh=False)


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
