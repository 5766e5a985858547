"""What the trainer answered to those who steer."""

from PySide6.QtCore import QObject, Signal

from app.runs.run_controller import RunController
from gan.train.events import LearningRatesChanged, StepTaken, TrainEvent
from gan.train.run import Run

Rates = tuple[float, float]


class Answers(QObject):
    """``rates`` of G and D that hold in the followed run, None before any; its last single ``step``, if it took one."""

    rates_changed = Signal()
    step_changed = Signal()

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.rates: Rates | None = None
        self.step: StepTaken | None = None
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(self._take_events)
        controller.arrived.connect(self._take_events)

    def _take_run(self, run: Run | None) -> None:
        self._set_step(None)
        if run is not None:
            self._set_rates((run.config.lr_g, run.config.lr_d))

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        rates = [event for event in arrived if isinstance(event, LearningRatesChanged)]
        steps = [event for event in arrived if isinstance(event, StepTaken)]
        if rates:
            self._set_rates((rates[-1].lr_g, rates[-1].lr_d))
        if steps:
            self._set_step(steps[-1])

    def _set_rates(self, rates: Rates) -> None:
        self.rates = rates
        self.rates_changed.emit()

    def _set_step(self, step: StepTaken | None) -> None:
        self.step = step
        self.step_changed.emit()
