"""Which generator of a run is under the sliders: the newest while it trains, then the best, or any of the timeline."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.runs.run_controller import RunController
from app.runs.run_folders import branch_folder
from app.runs.timeline import Timeline
from app.session.open_model import OpenModel, model_at, newest_model
from app.session.session import Session
from app.work.background import Background, Job
from gan.errors import LatentariumError
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.run import Run, SavedState, Snapshot
from gan.words import tr


class Follower(QObject):
    """Opens a snapshot of a run in ``session`` when one is saved or chosen.

    ``timeline`` belongs to the shown run, ``compared`` to the one beside it; new snapshots appear in both.
    """

    following_changed = Signal(bool)
    """Whether new snapshots of the run go under the sliders."""
    failed = Signal(str)
    """One line for people."""

    def __init__(
        self,
        session: Session,
        training: RunController,
        timeline: Timeline,
        compared: Timeline,
        background: Background,
    ) -> None:
        super().__init__(timeline.parent())
        self._session, self._training = session, training
        self._timeline, self._compared = timeline, compared
        self._background = background
        self._following = True
        training.arrived.connect(self._follow)
        timeline.moved.connect(self._show_snapshot)

    @property
    def following(self) -> bool:
        """Whether new snapshots of the run go under the sliders."""
        return self._following

    def set_following(self, following: bool) -> None:
        """Choose whether new snapshots of the run go under the sliders; the newest one does at once."""
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)
            run = self._training.run
            if following and run is not None:
                self._show(lambda: newest_model(run))

    def continue_from(self, state: SavedState, config: TrainConfig | None = None) -> None:
        """Start a branch of the shown run from a full state of it; the state is copied beside the window.

        ``config``, by default the run's, may have other limits.
        """
        run = self._timeline.run
        if run is None or self._training.is_busy:
            self.failed.emit(tr("another run is under way; stop it before continuing from here"))
            return
        job = Job(tr("Starting a branch"), lambda _: run.branch(branch_folder(run, state.step), state, config))
        job.succeeded.connect(self._start_branch)
        job.failed.connect(self._give_up)
        self._training.make_ready()
        self._background.start(job)

    def _give_up(self, message: str) -> None:
        self._training.give_up()
        self.failed.emit(message)

    def _start_branch(self, branch: Run) -> None:
        try:
            self._training.begin(branch)
        except LatentariumError as error:
            self.failed.emit(str(error))
        else:
            self.set_following(True)

    def _follow(self, arrived: list[TrainEvent]) -> None:
        run = self._training.run
        if run is None:
            return
        saved = [event for event in arrived if isinstance(event, events.SnapshotSaved)]
        if saved and self._following:
            self._show(lambda: model_at(run, run.folder / saved[-1].path))
        if saved or any(isinstance(event, events.Evaluated) for event in arrived):
            for timeline in (self._timeline, self._compared):
                if timeline.is_of(run):
                    timeline.refresh()
        if self._following and any(isinstance(event, events.Finished | events.Stopped) for event in arrived):
            self._show_best(run)

    def _show_best(self, run: Run) -> None:
        """A run that has ended stands for its best snapshot, if that is known."""
        if self._timeline.is_of(run):
            self._timeline.move_to_best()

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Who goes back in the run that is being trained follows it no longer; its newest end is followed."""
        run = self._timeline.run
        assert run is not None
        if self._training.is_busy and self._timeline.is_of(self._training.run):
            self.set_following(self._timeline.at_end)
        self._show(lambda: model_at(run, snapshot.path))

    def _show(self, read: Callable[[], OpenModel | None]) -> None:
        try:
            model = read()
        except LatentariumError as error:
            self.failed.emit(str(error))
            return
        if model is not None:
            self._session.open(model)
