"""The runs of the library folder, read beside the window, and what can be done with them."""

import logging
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Qt, Signal
from PySide6.QtGui import QImage

from app.work.background import Background, Job
from gan.errors import LatentariumError, UsageError, reason_of
from gan.places import runs_folder
from gan.sizes import Size, read_size
from gan.train.run import Run, RunError, is_run, is_trained
from gan.train.summary import RunSummary, change_stamp, summarise
from gan.words import tr

log = logging.getLogger(__name__)

THUMBNAIL = 40
MOST_COMPARED = 3


class NoTrashError(RunError):
    """The system has no trash that takes a run, as on many disks of a network."""


@dataclass(frozen=True)
class ListedRun:
    """A run with its thumbnail, null if it has drawn no samples; ``stamp`` changes with the run."""

    summary: RunSummary
    thumbnail: QImage
    stamp: tuple[int, ...]


class RunLibrary(QObject):
    """``runs`` by folder. Hundreds of them are read one by one on another thread, those that changed only."""

    found = Signal(object)
    """A :class:`ListedRun` that is new or has changed."""
    gone = Signal(object)
    """The folder of a run that is not there any more."""
    refreshed = Signal()
    """All runs have been looked at."""
    moved = Signal(object, object)
    """A run's folder before and after it was renamed; None after it was put into the trash."""
    compared_changed = Signal(object)
    """Folders of the runs whose curves are to be seen beside those of the open one."""

    _read = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: dict[Path, ListedRun] = {}
        self._background = background
        self._job: Job | None = None
        self._again = False
        self._read.connect(self._take)

    def refresh(self) -> None:
        """Look at the library folder; once more if that is being done already."""
        self._again = self._job is not None
        if self._job is None:
            known = {folder: run.stamp for folder, run in self.runs.items()}
            self._job = Job(tr("Reading the runs"), lambda job: self._look(job, known))
            self._job.succeeded.connect(self._forget_others)
            self._job.ended.connect(self._end)
            self._background.start(self._job)

    def rename(self, folder: Path, name: str) -> Path:
        """Give a run another name, which is its folder's. Raises :class:`LatentariumError`; returns the new folder."""
        name = name.strip()
        target = folder.with_name(name) if name and Path(name).name == name and name not in (".", "..") else None
        if target is None:
            raise UsageError(tr("{name!r} cannot be a folder's name; leave out / and the like", name=name))
        if target == folder:
            return folder
        _require_idle(folder)
        if target.exists():
            raise UsageError(tr("there is a {name} already; choose another name", name=name))
        try:
            os.rename(folder, target)
        except OSError as error:
            raise RunError(tr("cannot rename {folder}: {value}", folder=folder.name, value=reason_of(error))) from error
        self._leave(folder, target)
        return target

    def delete(self, folder: Path) -> None:
        """Put a run into the trash.

        Raises :class:`NoTrashError` if the system has none for it, and another :class:`LatentariumError` if the run is
        being trained.
        """
        _require_idle(folder)
        if not move_to_trash(folder):
            raise NoTrashError(
                tr(
                    "{folder} cannot be moved to the trash; delete it for good, or delete the folder by hand",
                    folder=folder,
                )
            )
        self._leave(folder, None)

    def delete_for_good(self, folder: Path) -> None:
        """Remove a run from the disk. Raises :class:`LatentariumError` if it is being trained or something stays."""
        _require_idle(folder)
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise RunError(
                tr("cannot delete {value}: {value2}", value=error.filename or folder, value2=reason_of(error))
            ) from error
        self._leave(folder, None)

    def set_note(self, folder: Path, text: str) -> None:
        """Keep what a person wrote about a run. Raises :class:`LatentariumError`."""
        Run.open(folder).set_note(text)
        self.refresh()

    def compare_curves(self, folders: Iterable[Path]) -> None:
        """Show the curves of these runs, at most three, beside those of the open one; none ends it."""
        self.compared_changed.emit(tuple(folders)[:MOST_COMPARED])

    def _look(self, job: Job, known: dict[Path, tuple[int, ...]]) -> set[Path]:
        folders = _run_folders()
        for number, folder in enumerate(folders):
            job.report(number, len(folders))
            if known.get(folder) != change_stamp(folder):
                self._read_one(folder)
        return set(folders)

    def _read_one(self, folder: Path) -> None:
        stamp = change_stamp(folder)
        try:
            summary = summarise(folder)
            run = ListedRun(summary, _thumbnail(summary), stamp)
        except LatentariumError:  # a folder that vanished meanwhile, or no run after all
            return
        except Exception:  # whatever is wrong with one run, the others are listed
            log.exception("%s cannot be listed", folder)
            return
        self._read.emit(run)

    def _take(self, run: ListedRun) -> None:
        self.runs[run.summary.folder] = run
        self.found.emit(run)

    def _forget_others(self, present: set[Path]) -> None:
        for folder in set(self.runs) - present:
            del self.runs[folder]
            self.gone.emit(folder)

    def _end(self) -> None:
        self._job = None
        if self._again:
            self.refresh()
        else:
            self.refreshed.emit()

    def _leave(self, folder: Path, target: Path | None) -> None:
        if self.runs.pop(folder, None) is not None:
            self.gone.emit(folder)
        self.moved.emit(folder, target)
        self.refresh()


def move_to_trash(folder: Path) -> bool:
    """Whether the system's trash took ``folder``."""
    return bool(QFile(str(folder)).moveToTrash())


def _require_idle(folder: Path) -> None:
    if not is_run(folder):
        raise RunError(tr("{folder} is no run any more", folder=folder))
    if is_trained(folder):
        raise RunError(tr("{folder} is being trained; stop it first", folder=folder.name))


def _run_folders() -> list[Path]:
    """The newest first."""
    folder = runs_folder()
    found = [entry for entry in folder.iterdir() if is_run(entry)] if folder.is_dir() else []
    return sorted(found, key=change_stamp, reverse=True)


def _thumbnail(summary: RunSummary) -> QImage:
    """The top left corner of a grid of samples, where single pictures can still be made out; as many across as down."""
    image = QImage(str(summary.thumbnail)) if summary.thumbnail is not None else QImage()
    if image.isNull():
        return image
    width, height = read_size(summary.image_size or 1).within(Size(image.width(), image.height()))
    return image.copy(0, 0, max(1, width // 2), max(1, height // 2)).scaled(
        THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
