"""The grids of a fixed noise batch that a run has drawn."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs.run_controller import RunController
from gan.sizes import Size
from gan.train.events import SamplesReady, TrainEvent
from gan.train.labels import sheet_classes
from gan.train.run import Run


class SampleGrids(QObject):
    """``grids`` of the followed run, in the order of their steps."""

    changed = Signal()

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.grids: list[SamplesReady] = []
        self.tile: Size | None = None
        """That of each of a grid's pictures; None without a run."""
        self.count = 0
        """How many there are in a grid."""
        self._run: Run | None = None
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(self._take_events)
        controller.arrived.connect(self._take_events)

    def path(self, grid: SamplesReady) -> Path:
        """The picture, which may be gone."""
        return (Path() if self._run is None else self._run.folder) / grid.path

    @property
    def columns(self) -> tuple[str, ...]:
        """The classes that the columns of a grid show, by their names; empty where none are learned."""
        if self._run is None:
            return ()
        names = self._run.config.model.class_names
        return tuple(names[number] for number in sheet_classes(self._run.config))

    def _take_run(self, run: Run | None) -> None:
        self.grids, self._run = [], run
        self.tile = None if run is None else run.config.model.picture_size
        self.count = 0 if run is None else run.config.sample_count
        self.changed.emit()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        drawn = [event for event in arrived if isinstance(event, SamplesReady)]
        for grid in drawn:
            self._add(grid)
        if drawn:
            self.changed.emit()

    def _add(self, grid: SamplesReady) -> None:
        """A run that is continued draws its samples anew from the step that it goes on from."""
        while self.grids and self.grids[-1].step >= grid.step:
            self.grids.pop()
        self.grids.append(grid)
