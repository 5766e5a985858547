"""What a run said, a line each."""

from collections import deque
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.runs.run_controller import RunController
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.train.wording import line_for

MOST_LINES = 5000


class RunLog(QObject):
    """One line for each event that is not a curve or a picture, and the command that started the trainer.

    ``lines`` are those of the followed run, the newest :data:`MOST_LINES`.
    """

    cleared = Signal()
    added = Signal(list)
    """New lines, in order."""

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.lines: deque[str] = deque(maxlen=MOST_LINES)
        self._last_reason = ""
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(lambda logged: self._take_events(logged, ""))
        controller.arrived.connect(lambda arrived: self._take_events(arrived, f"{datetime.now():%H:%M:%S}  "))
        controller.launched.connect(lambda command: self._add([f"$ {command}"]))
        controller.failed.connect(self._take_failure)

    def _take_run(self, run: Run | None) -> None:
        self.lines.clear()
        self.cleared.emit()
        if run is not None:
            self._add([str(run.folder)])

    def _take_failure(self, message: str) -> None:
        """What the run's own last event said already is not said again."""
        if not self._last_reason or not message.endswith(self._last_reason):
            self._add([message])

    def _take_events(self, arrived: list[TrainEvent], prefix: str) -> None:
        self._last_reason = next((event.message for event in arrived if isinstance(event, events.Failed)), "")
        self._add([prefix + line for line in map(line_for, arrived) if line])

    def _add(self, lines: list[str]) -> None:
        if lines:
            self.lines.extend(lines)
            self.added.emit(lines)
