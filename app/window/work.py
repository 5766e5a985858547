"""What a person is working on in one window: its name, whether it is saved, and that it is never lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.arguments import Page
from app.session.open_model import OpenModel
from app.toolkit.workspace import Workspace
from app.window.autosave import Autosave
from app.window.session_files import Snapshot, open_session, save, snapshot
from app.window.work_files import WorkFiles
from gan.errors import LatentariumError
from gan.files import FileError
from gan.session_file import load_session
from gan.sources import ModelSource
from gan.words import tr

_KEY = "work"


class Work(QObject):
    """``page()`` is the page that is shown. Nothing is kept by itself before :meth:`start`."""

    titled = Signal()
    """It has another name, or its last change is saved, or no longer."""
    failed = Signal(str)
    """One line for people."""
    replaced = Signal()
    """Other work is there instead."""

    def __init__(self, workspace: Workspace, page: Callable[[], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._page = workspace, page
        self._files: WorkFiles | None = None
        self._autosave: Autosave | None = None
        self._saved_as: Path | None = None
        self._changed, self._clean = False, True
        self._opening = self._held = self._changed_before = False
        self._unsaved_kept = self._came_back = False
        self._connect()

    def _connect(self) -> None:
        session = self._workspace.session
        session.undo_stack.indexChanged.connect(self._take_change)
        session.undo_stack.cleanChanged.connect(self._take_clean)
        session.inspection.layer_changed.connect(self._take_change)
        session.inspection.upsampling_changed.connect(self._take_change)
        session.model_changed.connect(self._take_model)
        self._workspace.parts.changed.connect(self._mark)

    @property
    def came_back(self) -> bool:
        """Whether it is that of an earlier window."""
        return self._came_back

    @property
    def saved_as(self) -> Path | None:
        """The file that the person has saved it in, or opened it from."""
        return self._saved_as

    @property
    def changed(self) -> bool:
        """Whether something is not in that file."""
        return self._changed or not self._clean

    def save(self, path: Path) -> None:
        """Save it where the person wants it. Raises :class:`LatentariumError`."""
        save(self._workspace, path, self._page())
        self._name(path, changed=False)

    def open(self, path: Path, source: ModelSource | None = None) -> Page | None:
        """Go on with what was saved in ``path``; returns its page. What there was becomes earlier work.

        ``source`` is its generator where that is not where it was.
        Raises :class:`LatentariumError`; what was open before then stays.
        """
        page = self._replace(path, source=source)
        self._name(path.absolute(), changed=False)
        return page

    def open_kept(self, path: Path, source: ModelSource | None = None) -> Page | None:
        """Go on with work that was kept by itself; returns its page. Raises as :meth:`open`."""
        page, kept = self._replace(path, nearest=True, source=source), _kept(path)
        saved_as = kept.get("saved_as")
        self._name(None if saved_as is None else Path(str(saved_as)), changed=kept.get("changed") is not False)
        return page

    def start(self, folder: Path) -> None:
        """From now on keep every change in a file in ``folder``; says so if that cannot be done."""
        try:
            self._files = WorkFiles(folder)
        except FileError as error:
            self.failed.emit(str(error))
            return
        self._autosave = Autosave(self._files.path, self._take, self)
        self._autosave.failed.connect(self.failed)

    def come_back(self) -> Page | None:
        """Go on where the window that was closed last has ended; None if there is nothing that can be read."""
        if self._files is None or not self._files.take_back():
            return None
        try:
            page = self.open_kept(self._files.path) or self._page()
            self._came_back = True
            return page
        except LatentariumError as error:
            kept = self._files.put_by(self._files.path)
            self.failed.emit(
                tr("Your last work waits under File > Open recent, in {kept}: {error}", kept=kept, error=error)
            )
            return None

    def crashed(self) -> list[Path]:
        """Work of windows that were killed, the newest first."""
        return [] if self._files is None else self._files.crashed()

    def earlier(self) -> list[Path]:
        """Work that gave way to newer work, the newest first."""
        return [] if self._files is None else self._files.earlier()

    def rescue(self, crashed: Path) -> Page | None:
        """Go on with the work of a window that was killed; returns its page. Raises as :meth:`open`."""
        assert self._files is not None and self._autosave is not None
        self._autosave.flush()
        if not self._files.take(crashed):
            raise FileError(tr("that work is not there any more; perhaps another window has restored it"))
        try:
            return self.open_kept(self._files.path)
        except LatentariumError as error:
            kept = self._files.give_back()
            self.touch()
            raise LatentariumError(tr("That work waits in {kept}: {error}", kept=kept, error=error)) from error

    def put_by(self, crashed: Path) -> None:
        """Count the work of a window that was killed among the earlier work."""
        if self._files is not None:
            self._files.put_by(crashed)

    def hold(self) -> None:
        """Keep what there is now: what happens from now on is only tried out, until :meth:`go_on`."""
        self.flush()
        self._held, self._changed_before = True, self.changed

    def go_on(self, *, put_back: bool) -> None:
        """Keep every change as ever: from what there was before if that was ``put_back``, else it becomes earlier."""
        self._held = False
        self._changed |= self._changed_before or (not put_back and self._saved_as is not None)
        if not put_back:
            self._put_own_by()
        self.touch()
        self.titled.emit()

    def touch(self) -> None:
        """Something has changed that is to be kept."""
        if self._autosave is not None and not self._quiet:
            self._autosave.touch()

    @property
    def _quiet(self) -> bool:
        return self._opening or self._held

    def flush(self) -> None:
        """Have every change in the file when this returns."""
        if self._autosave is not None:
            self._autosave.flush()

    def finish(self) -> None:
        """The window ends in good order; nothing is kept any more."""
        if self._autosave is not None and self._files is not None:
            self._autosave.shut_down()
            self._files.release()
        self._autosave = None

    def _take(self) -> Snapshot | None:
        now = snapshot(self._workspace, self._page())
        if now is None:
            return None
        self._unsaved_kept = self.changed
        saved_as = None if self._saved_as is None else str(self._saved_as)
        return replace(now, parts={**now.parts, _KEY: {"saved_as": saved_as, "changed": self.changed}})

    def _replace(self, path: Path, *, nearest: bool = False, source: ModelSource | None = None) -> Page | None:
        """Open ``path`` in place of what there is, which is put by if it is not saved."""
        self.flush()
        self._opening, self._held = True, False
        try:
            page = open_session(self._workspace, path, nearest=nearest, source=source)
        finally:
            self._opening = False
        if self._files is not None and path != self._files.path:
            self._put_own_by()
        self.replaced.emit()
        return page

    def _put_own_by(self) -> None:
        """What is in this window's file gives way; it is worth keeping only if it holds what is saved nowhere else."""
        if self._files is not None and self._unsaved_kept:
            self._files.put_own_by()
        self._unsaved_kept = False

    def _name(self, path: Path | None, *, changed: bool) -> None:
        self._saved_as, self._changed = path, changed
        self._workspace.session.undo_stack.setClean()
        self.touch()
        self.titled.emit()

    def _take_change(self, _: object) -> None:
        self.touch()

    def _take_clean(self, clean: bool) -> None:
        self._clean = clean
        self.titled.emit()

    def _mark(self) -> None:
        if not self._quiet:
            self._changed = True
            self.touch()
            self.titled.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Edits, and how they came about, do not outlive their architecture: the file from before does."""
        if before is None or self._quiet:
            return
        if before.config != now.config and self._autosave is not None:
            self._autosave.drop()
            self._put_own_by()
        self._changed |= self._saved_as is not None
        self.touch()
        self.titled.emit()


def _kept(path: Path) -> Mapping[str, Any]:
    """What was noted of the work in ``path``, beside the session itself."""
    noted = load_session(path).parts.get(_KEY)
    return noted if isinstance(noted, dict) else {}
