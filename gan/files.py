"""Writing files so that a crash, a full disk or a reader in between never meets half of one."""

import io
import os
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError


class FileError(LatentariumError):
    """A file or folder that cannot be written."""


def write_whole(path: Path, contents: bytes) -> None:
    """Replace ``path`` by ``contents``: under a temporary name, flushed to disk, then renamed.

    Folders on the way are made. Raises :class:`FileError`; an older file at ``path`` is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, contents)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror or error}") from error


def save_arrays(path: Path, **arrays: npt.ArrayLike) -> None:
    """Write an ``.npz`` file whole or not at all; the same arrays give the same bytes. Raises :class:`FileError`."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    write_whole(path, buffer.getvalue())


def _write_beside(path: Path, contents: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
