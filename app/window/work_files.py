"""Where windows keep their work while nobody saves it: one session file for each window, in the state folder.

A window holds a lock beside its file for as long as it runs. So the name of a file and its lock tell what it is:
``work-*.json`` with a lock that somebody holds belongs to a window that runs, with a lock that nobody holds to one that
was killed, and without one to a window that was closed. What was killed becomes ``crashed-*.json`` until a person
says what to do with it; ``earlier-*.json`` is work that gave way to newer work.
"""

import logging
import uuid
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from gan.errors import reason_of
from gan.files import FileError, link_or_copy
from gan.session_file import SUFFIX
from gan.words import tr

log = logging.getLogger(__name__)

MOST_EARLIER = 20
_LOCK = ".lock"


class WorkFiles:
    """The file of one window, ``path``, which no other window writes, and what other windows have left."""

    def __init__(self, folder: Path) -> None:
        """Raises :class:`gan.files.FileError` if nothing can be written in ``folder``."""
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(tr("cannot write {folder}: {reason}", folder=folder, reason=reason_of(error))) from error
        self.path = self._named("work")
        self._lock = _lock_of(self.path)
        if not self._lock.tryLock(0):
            raise FileError(
                tr(
                    "cannot write {folder}: your work is not kept by itself; save the session now and then",
                    folder=folder,
                )
            )
        self._find_crashed()

    def crashed(self) -> list[Path]:
        """Work of windows that were killed, the newest first."""
        return self._all("crashed")

    def earlier(self) -> list[Path]:
        """Work that gave way to newer work, the newest first."""
        return self._all("earlier")

    def take_back(self) -> bool:
        """Make the newest work of windows that were closed this window's own; whether there is any."""
        closed = [path for path in self._all("work") if path != self.path and not path.with_suffix(_LOCK).exists()]
        taken = next((path for path in closed if _moved(path, self.path)), None)
        for path in closed:
            if path.exists():
                self.put_by(path)
        return taken is not None

    def take(self, crashed: Path) -> bool:
        """Make the work of a window that was killed this window's own; what it had so far is earlier work then."""
        self.put_own_by()
        return _moved(crashed, self.path)

    def give_back(self) -> Path:
        """This window's file cannot be read now: keep it as the work of a window that was killed."""
        kept = self._named("crashed")
        _moved(self.path, kept)
        return kept

    def put_by(self, path: Path) -> Path:
        """Count ``path`` among the earlier work, of which the oldest is forgotten in the end."""
        kept = self._named("earlier")
        _moved(path, kept)
        self._forget_the_oldest()
        return kept

    def put_own_by(self) -> None:
        """Count what this window has written so far among the earlier work; its file stays until it writes again."""
        if self.path.exists():
            try:
                link_or_copy(self.path, self._named("earlier"))
            except FileError:
                log.exception("cannot keep %s", self.path)
            self._forget_the_oldest()

    def release(self) -> None:
        """The window has been closed in good order."""
        self._lock.unlock()

    def _named(self, kind: str) -> Path:
        return self._folder / f"{kind}-{uuid.uuid4().hex[:12]}{SUFFIX}"

    def _all(self, kind: str) -> list[Path]:
        return sorted(self._folder.glob(f"{kind}-*{SUFFIX}"), key=_written_at, reverse=True)

    def _forget_the_oldest(self) -> None:
        for old in self.earlier()[MOST_EARLIER:]:
            with suppress(OSError):
                old.unlink()

    def _find_crashed(self) -> None:
        """A lock that can be had although it was not given back is that of a window that was killed."""
        for held in self._folder.glob(f"work-*{_LOCK}"):
            path = held.with_suffix(SUFFIX)
            lock = _lock_of(path)
            if path != self.path and lock.tryLock(0):
                _moved(path, self._named("crashed"))
                lock.unlock()


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(_LOCK)))
    lock.setStaleLockTime(0)  # only the end of its process makes a lock stale
    return lock


def _moved(path: Path, target: Path) -> bool:
    try:
        path.replace(target)
    except FileNotFoundError:
        return False
    except OSError:
        log.exception("cannot move %s", path)
        return False
    return True


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
