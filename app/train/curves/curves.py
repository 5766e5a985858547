"""The curves of the followed run, of runs beside it, and what the training doctor says."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs.runs import Runs
from app.train.curves.curve_data import CurveData
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.train.events import Diagnosed, TrainEvent
from gan.train.run import Run
from gan.words import tr


class Curves(QObject):
    """``data`` of the followed run, ``compared`` by the names of other runs, the newest ``diagnosis`` or None."""

    changed = Signal()
    """There is more, or another run."""
    compared_changed = Signal()
    diagnosis_changed = Signal()

    def __init__(self, runs: Runs, background: Background) -> None:
        super().__init__(runs)
        self.data = CurveData()
        self.compared: dict[str, CurveData] = {}
        self.diagnosis: Diagnosed | None = None
        self._library = runs.library
        self._reading = LatestJob(background, self)
        self._reading.succeeded.connect(self._compare)
        self._reading.failed.connect(runs.failed)
        runs.library.compared_changed.connect(self._read)
        runs.controller.run_changed.connect(self._take_run)
        runs.controller.replayed.connect(self._take_events)
        runs.controller.arrived.connect(self._take_events)

    def compare_nothing(self) -> None:
        """Show the followed run alone."""
        self._library.compare_curves(())

    def dismiss(self) -> None:
        """The person has read the diagnosis."""
        self._diagnose(None)

    def _take_run(self, run: Run | None) -> None:
        self.data = CurveData()
        self._diagnose(None)
        self.changed.emit()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        found = [event for event in arrived if isinstance(event, Diagnosed)]
        if found:
            self._diagnose(found[-1])
        if self.data.take(arrived):
            self.changed.emit()

    def _diagnose(self, diagnosis: Diagnosed | None) -> None:
        self.diagnosis = diagnosis
        self.diagnosis_changed.emit()

    def _read(self, folders: tuple[Path, ...]) -> None:
        self._reading.start(
            Job(tr("Reading the curves"), lambda _: {folder.name: _curves_of(folder) for folder in folders})
        )

    def _compare(self, compared: dict[str, CurveData]) -> None:
        self.compared = compared
        self.compared_changed.emit()


def _curves_of(folder: Path) -> CurveData:
    data = CurveData()
    data.take(Run.open(folder).events())
    return data
