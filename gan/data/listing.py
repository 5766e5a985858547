"""Which pictures a folder holds, without opening any."""

import hashlib
import itertools
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gan.data.pictures import EXTENSIONS
from gan.errors import UsageError


@dataclass(frozen=True)
class Listing:
    """The pictures below a folder; ``names`` are relative, with "/" between, in a fixed order.

    ``digest`` changes when a picture is added, removed, renamed or written anew.
    """

    folder: Path
    names: tuple[str, ...]
    digest: str


@dataclass(frozen=True, order=True)
class _Found:
    name: str
    size: int
    mtime_ns: int


def list_pictures(folder: Path) -> Listing:
    """Every picture below ``folder``, by its extension. Hidden files and folders are passed over.

    Links are followed, each folder once, so loops do no harm. Raises :class:`UsageError` if there is
    no such folder, it cannot be read, or no picture is in it.
    """
    folder = folder.expanduser().resolve()
    found = _some_of(folder, sys.maxsize)
    return Listing(folder, tuple(entry.name for entry in found), _digest(found))


def require_pictures(folder: Path) -> None:
    """Raises what :func:`list_pictures` does, but looks no further than to the first picture."""
    _some_of(folder.expanduser().resolve(), 1)


def _some_of(folder: Path, count: int) -> list[_Found]:
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder of pictures")
    try:
        found = sorted(itertools.islice(_walk(str(folder), "", set()), count))
    except OSError as error:
        raise UsageError(f"cannot read {error.filename or folder}: {error.strerror or error}") from error
    if not found:
        raise UsageError(f"no pictures in {folder} (such as .png, .jpg, .webp); choose a folder that holds some")
    return found


def _walk(folder: str, prefix: str, visited: set[str]) -> Iterator[_Found]:
    real = os.path.realpath(folder)
    if real in visited:
        return
    visited.add(real)
    with os.scandir(folder) as scan:
        entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _walk(entry.path, f"{prefix}{entry.name}/", visited)
        elif _looks_like_picture(entry):
            yield _found(entry, prefix + entry.name)


def _looks_like_picture(entry: "os.DirEntry[str]") -> bool:
    """Links that lead nowhere count, so that they are reported; pipes and devices do not."""
    extension = os.path.splitext(entry.name)[1][1:].lower()
    return extension in EXTENSIONS and (entry.is_file() or entry.is_symlink())


def _found(entry: "os.DirEntry[str]", name: str) -> _Found:
    try:
        status = entry.stat()
    except OSError:  # reading it will tell why
        return _Found(name, -1, -1)
    return _Found(name, status.st_size, status.st_mtime_ns)


def _digest(found: list[_Found]) -> str:
    digest = hashlib.sha256()
    for entry in found:
        digest.update(f"{entry.name}\0{entry.size}\0{entry.mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
