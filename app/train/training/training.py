"""The run that is under way and the next one, as far as no form is needed for it."""

import json
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.toolkit.workspace import Memory
from app.train.training.progress import Progress
from gan.data.imagesets import describe
from gan.errors import LatentariumError
from gan.json_file import parse_json
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.train.wording import clock_text
from gan.words import joined, tr

ENTERED = "training/settings"
"""The name of the settings of a new run in what is remembered."""


class Training(QObject):
    """``progress`` of the followed run; ``data``, the pictures that were opened to be trained on, empty before any.

    ``memory`` keeps what was entered for a new run.
    """

    progressed = Signal()
    data_chosen = Signal(str)
    """A set's name or a folder, which :func:`describe` understands."""

    def __init__(self, controller: RunController, memory: Memory) -> None:
        super().__init__(controller)
        self.progress = Progress()
        self._controller, self._memory = controller, memory
        self.data = ""
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(self._take_events)
        controller.arrived.connect(self._take_events)

    @property
    def entered(self) -> TrainConfig | None:
        """What was entered last, also before this start; None before anything was, or if it means nothing any more."""
        text = self._memory.get(ENTERED)
        try:
            return TrainConfig.from_dict(parse_json(text, dict[str, Any])) if text else None
        except (ValueError, LatentariumError):
            return None

    def remember(self, config: TrainConfig) -> None:
        """It was entered."""
        self._memory.set(ENTERED, json.dumps(config.to_dict()))

    @property
    def words(self) -> str:
        """What goes on and how long it will take, such as ``Training, 0:40 left``; empty if nothing does."""
        phase, left = self._controller.phase, self.progress.seconds_left
        if not phase.active:
            return ""
        if left is None or phase is not Phase.TRAINING:
            return tr(phase.value)
        return joined((tr(phase.value), tr("{left} left", left=clock_text(left))))

    def choose(self, data: str) -> None:
        """Train the next run on other pictures. Raises :class:`gan.errors.LatentariumError` if they are none."""
        describe(data)
        self.data = data
        self.data_chosen.emit(data)

    def _take_run(self, run: Run | None) -> None:
        self.progress = Progress()
        self.progressed.emit()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        for event in arrived:
            self.progress.take(event)
        self.progressed.emit()
