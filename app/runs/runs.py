"""All that the window does with runs: opening, starting, following, comparing and moving them."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs import elsewhere
from app.runs.comparison import Comparison
from app.runs.follower import Follower
from app.runs.run_controller import RunController
from app.runs.run_library import RunLibrary
from app.runs.timeline import Timeline
from app.session.open_model import OpenModel, chosen_model
from app.session.session import Session
from app.work.background import Background
from gan.errors import LatentariumError
from gan.files import typed_path
from gan.model.checkpoint import read_checkpoint
from gan.places import runs_folder
from gan.sources import FIRST_MODEL, ModelSource, bundled_models, find_model
from gan.train.config import TrainConfig
from gan.train.run import Run, is_run


class Runs(QObject):
    """``controller`` has the run that is trained or followed, ``timeline`` the snapshots of the one that is shown."""

    failed = Signal(str)
    """One line for people."""

    def __init__(
        self, session: Session, background: Background, controller: RunController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.controller = controller
        self.timeline = Timeline(self)
        self.comparison = Comparison(session, self.timeline, self)
        self.follower = Follower(session, controller, self.timeline, self.comparison.timeline, background)
        self.library = RunLibrary(background, self)
        self._connect()

    def _connect(self) -> None:
        for part in (self.controller, self.comparison, self.follower):
            part.failed.connect(self.failed)
        self._session.model_changed.connect(self._take_model)
        self.library.moved.connect(self._move)
        self.controller.phase_changed.connect(lambda phase: self._session.share_cores("training", phase.active))
        self.controller.phase_changed.connect(lambda phase: self._remember() if phase.active else None)

    def open(self, name: str, *, follows: bool = True) -> None:
        """Open a bundled model, a generator's file, or a run (as :meth:`open_run` does).

        Unless it ``follows``, the Train room stays with the run that it has.
        Raises :class:`gan.errors.LatentariumError`; what was open before then stays.
        """
        if name not in bundled_models() and is_run(typed_path(name)):
            self.open_run(typed_path(name))
        else:
            self.open_source(find_model(name), follows=follows)

    def open_source(self, source: ModelSource, *, follows: bool = True) -> None:
        """Put a generator under the sliders, and follow its run unless another one is under way.

        A run that is being trained, if it is another one, is followed no longer: its snapshots would take the place.
        Raises :class:`gan.errors.LatentariumError`; what was open before then stays.
        """
        model = OpenModel(source, read_checkpoint(source.path))
        if self.controller.is_busy and not self._is_of_followed(source):
            self.follower.set_following(False)
        if follows and source.run is not None and not self.controller.is_busy:
            self.controller.attach(source.run)
        self._session.open(model)

    def _is_of_followed(self, source: ModelSource) -> bool:
        run, followed = source.run, self.controller.run
        return run is not None and followed is not None and run.folder == followed.folder

    def open_run(self, folder: Path) -> None:
        """Follow a run in the Train room, with a snapshot, if it has one, under the sliders.

        It is the newest while the run is trained, and the best, as far as that is known, once it has ended.

        A run that was followed before goes on by itself. Raises :class:`gan.errors.LatentariumError`.
        """
        run = Run.open(folder)
        model = chosen_model(run)
        if self.controller.run is None or self.controller.run.folder != folder or not self.controller.is_busy:
            self.controller.attach(run)
        if model is not None:
            self._session.open(model)

    def pick_up(self) -> None:
        """Follow the run that is being trained, if none is under way: one from an earlier window.

        It lies in the library, or was followed elsewhere.

        Its newest generator goes under the sliders unless something else has been opened there by hand.
        """
        run = None if self.controller.is_busy else _trained_run()
        if run is None:
            return
        source = None if self._session.model is None else self._session.model.source
        if source is None or (source.name == FIRST_MODEL and self._session.undo_stack.count() == 0):
            self._session.attempt(lambda: self.open_run(run.folder))
        else:
            self.follower.set_following(self.timeline.is_of(run))
            self.controller.attach(run)

    def start(self, config: TrainConfig) -> None:
        """Start a run and follow it. Raises :class:`gan.errors.LatentariumError` if that cannot be done."""
        self.controller.start(config)

    def shut_down(self) -> None:
        """Let go of the run, which goes on."""
        self.controller.detach()

    def _remember(self) -> None:
        if self.controller.run is not None:
            elsewhere.remember(self.controller.run.folder)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self.timeline.show(now.source)

    def _move(self, folder: Path, target: Path | None) -> None:
        """A run was renamed, or put into the trash: what is open of it moves along, or is closed."""
        if self.comparison.timeline.run is not None and self.comparison.timeline.run.folder == folder:
            self.comparison.close()
        is_followed = self.controller.run is not None and self.controller.run.folder == folder
        is_shown = self.timeline.run is not None and self.timeline.run.folder == folder
        if is_followed:
            self.controller.forget()
        if target is not None and (is_followed or is_shown):
            self.open_run(target)
        elif is_shown:
            self.open(FIRST_MODEL)


def _trained_run() -> Run | None:
    """The run whose trainer has said last that it works, of those that are being trained."""
    followed = elsewhere.remembered()
    folders = [mark.parent for mark in runs_folder().glob("*/trainer.json")] + ([followed] if followed else [])
    for folder in sorted(folders, key=_beaten_at, reverse=True):
        with suppress(LatentariumError, OSError, ValueError):
            run = Run.open(folder)
            if run.is_alive():
                return run
    return None


def _beaten_at(folder: Path) -> float:
    try:
        return (folder / "trainer.json").stat().st_ctime
    except (OSError, ValueError):  # it has ended meanwhile, or is the path of no system
        return 0.0
