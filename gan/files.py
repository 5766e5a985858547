"""Writing files so that a crash, a full disk or a reader in between never meets half of one."""

import contextlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError, reason_of
from gan.words import tr


class FileError(LatentariumError):
    """A file or folder that cannot be written."""


def write_whole(path: Path, contents: bytes | Iterable[bytes | memoryview]) -> None:
    """Replace ``path`` by ``contents``, in one piece or in several: under a temporary name, flushed, renamed.

    Folders on the way are made. Raises :class:`FileError`; an older file at ``path`` is then untouched.
    """
    with whole_file(path) as file:
        for part in [contents] if isinstance(contents, bytes) else contents:
            file.write(part)


def typed_path(text: str) -> Path:
    """The path that a person typed, ~ being their home; that of nobody stays as it is, and is not there."""
    return Path(os.path.expanduser(text))


def is_there(path: Path) -> bool:
    """Whether there is a file or folder ``path``; a text that somebody wrote may be a path that no system has."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that replaces ``path`` when all is written; where that fails, ``path`` stays as it was.

    For what is too large to be held in memory. Folders on the way are made. Raises :class:`FileError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _written_beside(path) as file:
            yield file
    except OSError as error:
        raise FileError(tr("cannot write {path}: {reason}", path=path, reason=reason_of(error))) from error


def changed_at(path: Path) -> int:
    """When ``path`` was written, in nanoseconds; 0 if there is no such file, which reading it then explains."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def save_arrays(path: Path, **arrays: npt.ArrayLike) -> None:
    """Write an ``.npz`` file whole or not at all; the same arrays give the same bytes. Raises :class:`FileError`."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    write_whole(path, buffer.getvalue())


def remove_remains(folder: Path) -> None:
    """Remove what a process that was killed while it wrote has left in ``folder``."""
    for path in folder.glob(".*"):
        with contextlib.suppress(OSError):
            path.unlink()


def link_or_copy(source: Path, path: Path) -> None:
    """Give the file ``source`` a second name, ``path``, which keeps its contents when ``source`` is replaced.

    Raises :class:`FileError`.
    """
    beside = path.with_name(f".{path.name}.link")
    try:
        beside.unlink(missing_ok=True)
        try:
            os.link(source, beside)
        except OSError:  # a disk without hard links
            shutil.copyfile(source, beside)
        os.replace(beside, path)
    except OSError as error:
        raise FileError(tr("cannot write {path}: {reason}", path=path, reason=reason_of(error))) from error


def save_array(path: Path, array: npt.ArrayLike) -> None:
    """Write an ``.npy`` file whole or not at all. Raises :class:`FileError`."""
    buffer = io.BytesIO()
    np.save(buffer, np.asarray(array), allow_pickle=False)
    write_whole(path, buffer.getvalue())


@contextlib.contextmanager
def _written_beside(path: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
