"""The grids of a fixed noise batch that a run has drawn."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs.run_controller import RunController
from gan.train.events import SamplesReady, TrainEvent
from gan.train.run import Run


class SampleGrids(QObject):
    """``grids`` of the followed run, in the order of their steps."""

    changed = Signal()

    def __init__(self, controller: RunController) -> None:
        super().__init__(controller)
        self.grids: list[SamplesReady] = []
        self.tile = 0
        """Pixels on each side of one of a grid's pictures; 0 without a run."""
        self._folder = Path()
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(self._take_events)
        controller.arrived.connect(self._take_events)

    def path(self, grid: SamplesReady) -> Path:
        """The picture, which may be gone."""
        return self._folder / grid.path

    def _take_run(self, run: Run | None) -> None:
        self.grids, self._folder = [], Path() if run is None else run.folder
        self.tile = 0 if run is None else run.config.model.image_size
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
