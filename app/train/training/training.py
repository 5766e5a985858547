"""The run that is under way and the next one, as far as no form is needed for it."""

from PySide6.QtCore import QObject, Signal

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.train.training.progress import Progress
from gan.data.imagesets import describe
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.train.wording import clock_text
from gan.words import joined, tr


class Training(QObject):
    """``progress`` of the followed run; ``data``, the pictures that were opened to be trained on, empty before any."""

    progressed = Signal()
    data_chosen = Signal(str)
    """A set's name or a folder, which :func:`describe` understands."""

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.progress = Progress()
        self._controller = controller
        self.data = ""
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(self._take_events)
        controller.arrived.connect(self._take_events)

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
