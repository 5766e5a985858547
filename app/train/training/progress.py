"""How far a run is and how long it will take, from its events."""

from gan.train import events
from gan.train.events import TrainEvent
from gan.train.wording import clock_text
from gan.words import tr

SMOOTHING = 0.9


class Progress:
    """Takes a run's events and says how far it is."""

    def __init__(self) -> None:
        self._started: events.Started | None = None
        self._logged: events.StepLogged | None = None
        self._preparing: events.Preparing | None = None
        self._rate = 0.0

    def take(self, event: TrainEvent) -> None:
        """Any event; most say nothing about progress."""
        if isinstance(event, events.Preparing):
            self._preparing = event
        elif isinstance(event, events.Started):
            self._started, self._preparing = event, None
        elif isinstance(event, events.StepLogged):
            rate = event.images_per_second
            self._rate = rate if self._rate == 0 else SMOOTHING * self._rate + (1 - SMOOTHING) * rate
            self._logged = event

    @property
    def fraction(self) -> float:
        """How much of the run, or of what is done before it, is done, in [0, 1]; 0 for a run without a limit."""
        if self._preparing is not None:
            return self._preparing.done / max(1, self._preparing.total)
        if self._started is None or self._logged is None:
            return 0.0
        shares = [0.0]
        if self._started.total_steps:
            shares.append(self._logged.step / self._started.total_steps)
        if self._started.total_seconds:
            shares.append(self._logged.elapsed / self._started.total_seconds)
        return min(max(shares), 1.0)

    @property
    def seconds_left(self) -> float | None:
        """At the speed so far; None while it is not known."""
        if self._logged is None or self._preparing is not None or self.fraction == 0:
            return None
        return self._logged.elapsed * (1 - self.fraction) / self.fraction

    def text(self, active: bool) -> str:
        """``epoch 3.2 · step 940 · 1,050 pictures/s · 4:10 left``."""
        if self._preparing is not None and active:
            told = self._preparing
            done = f"{told.done:,}" + (tr(" of {total:,}", total=told.total) if told.total else "")
            return tr("{title}: {about}", title=told.what, about=done)
        if self._logged is None:
            return ""
        words = [tr("epoch {epoch:.1f}", epoch=self._logged.epoch), tr("step {step:,}", step=self._logged.step)]
        if not active:
            return " · ".join([*words, tr("trained for {elapsed}", elapsed=clock_text(self._logged.elapsed))])
        words.append(tr("{rate:,.0f} pictures/s", rate=self._rate))
        left = self.seconds_left
        return " · ".join([*words, tr("{left} left", left=clock_text(left))] if left is not None else words)
