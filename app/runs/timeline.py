"""The snapshots of the run whose generator is shown, which of them that is, and play."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gan.sources import ModelSource
from gan.train.best import Best, read_best
from gan.train.run import Run, Snapshot

PLAY_MS = 400


class Timeline(QObject):
    """``index`` counts ``snapshots`` from the oldest; it is -1 while there are none."""

    changed = Signal()
    """Other snapshots, or another one of them is shown."""
    moved = Signal(object)
    """The :class:`Snapshot` that is to be shown."""
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.snapshots: tuple[Snapshot, ...] = ()
        self.index = -1
        self.best: Best | None = None
        """What is known of the best of them."""
        self._timer = QTimer(self, interval=PLAY_MS)
        self._timer.timeout.connect(self._advance)

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown."""
        return self.snapshots[self.index] if self.snapshots else None

    @property
    def at_end(self) -> bool:
        """Whether the newest snapshot is shown."""
        return self.index == len(self.snapshots) - 1

    @property
    def best_index(self) -> int:
        """Where the best snapshot is, -1 if that is not known."""
        steps = [snapshot.step for snapshot in self.snapshots]
        return steps.index(self.best.step) if self.best is not None and self.best.step in steps else -1

    @property
    def at_best(self) -> bool:
        """Whether the best snapshot is shown."""
        return 0 <= self.index == self.best_index

    @property
    def playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def is_of(self, run: Run | None) -> bool:
        """Whether these are the snapshots of ``run``."""
        return run is not None and self.run is not None and run.folder.absolute() == self.run.folder.absolute()

    def show(self, source: ModelSource) -> None:
        """The generator in ``source`` is shown; without a run it has no timeline."""
        if not self.is_of(source.run):
            self.set_playing(False)
        self.run = source.run
        self._look()
        self.index = _index_of(source.path, self.snapshots)
        self.changed.emit()

    def refresh(self) -> None:
        """Look for new snapshots; what is shown stays."""
        shown = self.snapshot
        if self.run is not None and shown is not None:
            self._look()
            self.index = _index_of(shown.path, self.snapshots)
            self.changed.emit()

    def _look(self) -> None:
        self.snapshots = () if self.run is None else self.run.snapshots()
        self.best = None if self.run is None else read_best(self.run.folder)

    def move_to_best(self) -> None:
        """Show the best snapshot; nothing happens while that is not known."""
        if self.best_index >= 0:
            self.set_playing(False)
            self.move_to(self.best_index)

    def move_to_newest(self) -> None:
        """Show the newest snapshot."""
        self.set_playing(False)
        self.move_to(len(self.snapshots) - 1)

    def move_to(self, index: int) -> None:
        """Show another snapshot; beyond the ends the one at the end."""
        index = min(max(index, 0), len(self.snapshots) - 1)
        if index >= 0 and index != self.index:
            self.index = index
            self.changed.emit()
            self.moved.emit(self.snapshots[index])

    def move_to_step(self, step: int) -> None:
        """Show the snapshot nearest to ``step``; the earlier one of two that are as near."""
        if self.snapshots:
            self.move_to(min(range(len(self.snapshots)), key=lambda index: abs(self.snapshots[index].step - step)))

    def set_playing(self, playing: bool) -> None:
        """Move through the training, from its start if the end is shown; it stops at the end."""
        if playing == self.playing or (playing and len(self.snapshots) < 2):
            return
        if playing:
            self._timer.start()
            if self.at_end:
                self.move_to(0)
        else:
            self._timer.stop()
        self.playing_changed.emit(playing)

    def _advance(self) -> None:
        self.move_to(self.index + 1)
        if self.at_end:
            self.set_playing(False)


def _index_of(path: Path, snapshots: tuple[Snapshot, ...]) -> int:
    """Where ``path`` is among ``snapshots``; the last one if it is gone."""
    path = path.absolute()
    return next((i for i, snapshot in enumerate(snapshots) if snapshot.path.absolute() == path), len(snapshots) - 1)
