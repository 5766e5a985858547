"""What lessons tell of the followed run: a few of the numbers that it has logged."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.runs.run_controller import RunController
from gan.train import events
from gan.train.events import StepLogged, TrainEvent

MOST = 2000
"""Logged steps that are kept; beyond that every second one is left out."""
SHARE = 0.05
"""Of the run, at its beginning and at its end, that means are taken over."""


class RunStory(QObject):
    """Listens from the start, so that no lesson has to read a log."""

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.logged: list[StepLogged] = []
        self.values: list[float] = []
        """What its snapshots were measured at, all of one kind; lower is better."""
        self._kind: tuple[str, str, int] | None = None
        controller.run_changed.connect(self._forget)
        controller.replayed.connect(self._take)
        controller.arrived.connect(self._take)

    @property
    def is_known(self) -> bool:
        """Whether there is anything to tell; a log is read a moment after its run was opened."""
        return bool(self.logged and self.values)

    def early(self, name: str) -> float:
        """The mean of one metric at the beginning of the run; the run has logged something."""
        return _mean(self.logged[: self._some], name)

    def late(self, name: str) -> float:
        """The same at its end."""
        return _mean(self.logged[-self._some :], name)

    @property
    def _some(self) -> int:
        return max(1, round(SHARE * len(self.logged)))

    def _forget(self) -> None:
        self.logged, self.values, self._kind = [], [], None

    def _take(self, arrived: list[TrainEvent]) -> None:
        for event in arrived:
            if isinstance(event, StepLogged):
                self.logged.append(event)
            elif isinstance(event, events.Evaluated):
                self._take_value(event)
        while len(self.logged) > MOST:
            self.logged = self.logged[::2]

    def _take_value(self, event: events.Evaluated) -> None:
        kind = (event.measure, event.space, event.pictures)
        if kind != self._kind:
            self._kind, self.values = kind, []
        self.values.append(event.value)


def _mean(logged: Sequence[StepLogged], name: str) -> float:
    return sum(float(getattr(event, name)) for event in logged) / len(logged)
