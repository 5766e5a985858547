"""A fully connected GAN and a DCGAN that are trained by turns: two ordinary runs, followed at once."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.runs.run_folders import new_pair_folder
from app.runs.trainer_process import launch
from app.session.session import Session
from app.toolkit.saved_parts import Restore, unchanged
from gan.data.imagesets import describe
from gan.errors import LatentariumError
from gan.json_file import shaped
from gan.model.config import ModelConfig
from gan.model.kinds import KINDS
from gan.places import runs_folder
from gan.train.config import TrainConfig
from gan.train.course import Course
from gan.train.events import TrainEvent
from gan.train.own_pictures import placed
from gan.train.run import Run
from gan.train.twins import Twins, is_pair, make_twins, open_twins

PART = "two_networks"
_FIRST = (
    *(Phase.STOPPING, Phase.PAUSED, Phase.TRAINING, Phase.STARTING, Phase.RESTARTING),
    *(Phase.FAILED, Phase.LOST, Phase.STOPPED, Phase.FINISHED, Phase.NONE),
)
"""Of two phases the one that stands first says how both stand."""


class Pair(QObject):
    """``courses`` by the kinds' names, empty before a pair is started or attached, and ``folder`` None."""

    changed = Signal()
    """There is more to see, or another pair."""
    phase_changed = Signal(object)
    """The :class:`Phase` of both."""
    attached = Signal()
    """Another pair is followed."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.folder: Path | None = None
        self.courses: dict[str, Course] = {}
        self.controllers = {kind: RunController(self) for kind in KINDS}
        self._told = ""
        for kind, controller in self.controllers.items():
            controller.run_changed.connect(partial(self._take_run, kind))
            controller.replayed.connect(partial(self._take_events, kind))
            controller.arrived.connect(partial(self._take_events, kind))
            controller.phase_changed.connect(lambda _: self._take_phase())
            controller.failed.connect(self._fail)

    @property
    def phase(self) -> Phase:
        """How both stand."""
        return min((controller.phase for controller in self.controllers.values()), key=_FIRST.index)

    @property
    def minutes(self) -> float:
        """How long each is trained in all; 0 without a pair."""
        run = next(iter(self.controllers.values())).run
        return 0.0 if run is None or run.config.minutes is None else run.config.minutes

    @property
    def seconds(self) -> float:
        """How long that has been trained which was trained longer."""
        return max((course.seconds for course in self.courses.values()), default=0.0)

    def run(self, kind: str) -> Run | None:
        """One of the two runs."""
        return self.controllers[kind].run

    def start(self, data: str, minutes: float) -> None:
        """Train both on ``data`` for ``minutes`` each. Raises :class:`LatentariumError` if that cannot be started."""
        info = describe(data)
        model = ModelConfig(info.image_size, info.channels)
        config = TrainConfig(data=placed(data), epochs=None, minutes=minutes, model=model)
        twins = make_twins(new_pair_folder(config), config)
        try:
            self._train(twins)
        except LatentariumError:
            shutil.rmtree(twins.folder, ignore_errors=True)
            raise

    def go_on(self, minutes: float) -> None:
        """Train the pair until each has had ``minutes`` in all, or what it was to have if that is more.

        Raises :class:`LatentariumError`.
        """
        assert self.folder is not None
        twins = open_twins(self.folder)
        for _, run in twins:
            run.require_idle()
            run.require_state()
        self._train(twins.lasting(max(minutes, self.minutes)))

    def stop(self) -> None:
        """End both with everything saved."""
        for controller in self.controllers.values():
            controller.stop()

    def attach(self, folder: Path) -> None:
        """Follow the pair in ``folder``, whoever trains it. Raises :class:`LatentariumError` if there is none."""
        twins = open_twins(folder)
        self._begin(twins)
        for kind, run in twins:
            self.controllers[kind].attach(run)
        self.attached.emit()

    def pick_up(self) -> None:
        """Follow a pair that is being trained, as one of an earlier window, unless there is one already."""
        for mark in sorted(runs_folder().glob("*/*/trainer.json")) if self.folder is None else ():
            with suppress(LatentariumError, OSError):
                if mark.parent.name in KINDS and Run.open(mark.parent).is_alive():
                    self.attach(mark.parent.parent)
                    return

    def to_json(self) -> Mapping[str, Any]:
        """See :class:`app.toolkit.saved_parts.SavedPart`."""
        return {PART: "" if self.folder is None else str(self.folder)}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """See :class:`app.toolkit.saved_parts.SavedPart`; a pair that is gone, or another at work, changes nothing."""
        folder = Path(shaped(values.get(PART, ""), str))
        if folder == Path() or folder == self.folder or self.phase.active or not is_pair(folder):
            return unchanged

        def restore() -> None:
            self._session.attempt(lambda: self.attach(folder))

        return restore

    def _train(self, twins: Twins) -> None:
        arguments = ["compare-kinds", "--out", str(twins.folder), "--train-only"]
        process = launch(arguments, runs_folder() / ".errors" / f"{twins.folder.name}.txt")
        self._begin(twins)
        for kind, run in twins:
            self.controllers[kind].expect(run, process)
        self.attached.emit()

    def _begin(self, twins: Twins) -> None:
        self.folder, self._told = twins.folder, ""

    def _take_run(self, kind: str, run: Run | None) -> None:
        if run is not None:
            self.courses[kind] = Course(run.config)
            self.changed.emit()

    def _take_events(self, kind: str, arrived: list[TrainEvent]) -> None:
        if kind in self.courses and self.courses[kind].take(arrived):
            self.changed.emit()

    def _take_phase(self) -> None:
        self._session.share_cores("two networks", self.phase.active)
        self.phase_changed.emit(self.phase)

    def _fail(self, message: str) -> None:
        """What ends the trainer of both is told once."""
        if message != self._told:
            self._told = message
            self.failed.emit(message)
