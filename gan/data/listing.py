"""Which pictures a folder, a .zip or an .npy file holds, without opening any."""

import hashlib
import itertools
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gan.data.base import SkippedFiles
from gan.data.containers import ARRAY, ZIP, is_container, open_array, open_zip
from gan.data.pictures import EXTENSIONS
from gan.errors import UsageError, reason_of
from gan.words import tr

HELPERS = frozenset(
    ("__macosx", "@eadir", "#recycle", "$recycle.bin", "system volume information", "lost+found", "thumbnails")
)
"""Folders that file managers and storage devices make beside the pictures, in lower case."""
RUN_FILES = ("config.json", "events.jsonl")
"""A folder with these is a training run, whose samples are no pictures to learn from."""

NO_PICTURE = "not named like a picture"
HIDDEN = "hidden"
HELPER = "in helper folders such as {}"
OF_A_RUN = "in the folders of training runs such as {}"


@dataclass(frozen=True)
class Listing:
    """The pictures below ``folder`` (or in such a file); ``names`` are relative, with "/" between, in a fixed order.

    ``digest`` changes when a picture is added, removed, renamed or written anew. ``skipped`` counts what was passed
    over, with the reason.
    """

    folder: Path
    names: tuple[str, ...]
    digest: str
    skipped: tuple[SkippedFiles, ...] = ()


@dataclass(frozen=True, order=True)
class _Found:
    name: str
    size: int
    mtime_ns: int


@dataclass
class _Skipped:
    """Counts by reason; the first folder of a kind is named."""

    counts: Counter[str] = field(default_factory=Counter)
    named: dict[str, str] = field(default_factory=dict)

    def add(self, reason: str, where: str, count: int = 1) -> None:
        if count:
            self.counts[reason] += count
            self.named.setdefault(reason, where)

    def result(self) -> tuple[SkippedFiles, ...]:
        return tuple(SkippedFiles(key.format(self.named[key]), count) for key, count in sorted(self.counts.items()))


def list_pictures(folder: Path) -> Listing:
    """Every picture below ``folder``, by its extension, or in a .zip or .npy file.

    Hidden files, folders of helpers and of training runs are passed over. Links are followed, each folder once, so
    loops do no harm. Raises :class:`UsageError` if there is no such folder, it cannot be read, or no picture is in it.
    """
    folder, skipped = folder.expanduser().resolve(), _Skipped()
    found = _some_of(folder, sys.maxsize, skipped)
    return Listing(folder, tuple(entry.name for entry in found), _digest(found), skipped.result())


def require_pictures(folder: Path) -> None:
    """Raises what :func:`list_pictures` does, but looks no further than to the first picture."""
    _some_of(folder.expanduser().resolve(), 1, None)


def class_names(names: Sequence[str]) -> tuple[str, ...]:
    """The class of each picture, if all lie in class folders: one level of at least two sub-folders. Else nothing."""
    paths = [tuple(name.split("/")) for name in names]
    levels = zip(*(path[:-1] for path in paths), strict=False)
    shared = sum(1 for _ in itertools.takewhile(lambda level: len(set(level)) == 1, levels))
    classes = [path[shared] for path in paths if len(path) == shared + 2]
    return tuple(classes) if len(classes) == len(paths) and len(set(classes)) > 1 else ()


def _some_of(folder: Path, count: int, skipped: _Skipped | None) -> list[_Found]:
    if not folder.is_dir() and not is_container(folder):
        raise UsageError(
            tr(
                "{folder} is not a folder of pictures, nor a {zip} or {npy} file of some",
                folder=folder,
                zip=ZIP,
                npy=ARRAY,
            )
        )
    try:
        found = sorted(itertools.islice(_entries(folder, skipped), count))
    except OSError as error:
        raise UsageError(
            tr("cannot read {path}: {reason}", path=error.filename or folder, reason=reason_of(error))
        ) from error
    if not found:
        raise UsageError(
            tr("no pictures in {folder} (such as .png, .jpg, .webp); choose a folder that holds some", folder=folder)
        )
    return found


def _entries(source: Path, skipped: _Skipped | None) -> Iterator[_Found]:
    if source.is_dir():
        return _walk(str(source), "", set(), skipped)
    return _in_zip(source, skipped) if source.suffix.lower() == ZIP else _in_array(source)


def _in_array(path: Path) -> Iterator[_Found]:
    count, status = len(open_array(path)), path.stat()
    digits = len(str(count - 1))
    return (_Found(f"{row:0{digits}}", status.st_size, status.st_mtime_ns) for row in range(count))


def _in_zip(path: Path, skipped: _Skipped | None) -> Iterator[_Found]:
    members = [info for info in open_zip(path).infolist() if not info.is_dir()]
    runs = _runs_among([info.filename for info in members])
    for info in members:
        reason, where = _skipped_in_zip(info.filename, runs)
        if not reason:
            yield _Found(info.filename, info.file_size, info.CRC)
        elif skipped is not None:
            skipped.add(reason, where)


def _runs_among(names: Sequence[str]) -> set[str]:
    """Folders, with "/" at the end, that hold :data:`RUN_FILES`."""
    known = set(names)
    ends = [name.removesuffix(RUN_FILES[0]) for name in names if name.endswith(f"/{RUN_FILES[0]}")]
    return {end for end in ends if end + RUN_FILES[1] in known}


def _skipped_in_zip(name: str, runs: set[str]) -> tuple[str, str]:
    *folders, last = name.split("/")
    run = next((run for run in runs if name.startswith(run)), "")
    helper = next((folder for folder in folders if folder.lower() in HELPERS), "")
    if not _is_picture_name(last):
        return NO_PICTURE, last
    if any(part.startswith(".") for part in (*folders, last)):
        return HIDDEN, last
    return (OF_A_RUN, run.rstrip("/")) if run else (HELPER, helper) if helper else ("", "")


def _walk(folder: str, prefix: str, visited: set[str], skipped: _Skipped | None) -> Iterator[_Found]:
    real = os.path.realpath(folder)
    if real in visited:
        return
    visited.add(real)
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        reason = _skip_reason(entry)
        if reason:
            if skipped is not None:
                skipped.add(reason, entry.name, _pictures_below(entry) if entry.is_dir() else 1)
        elif entry.is_dir():
            yield from _walk(entry.path, f"{prefix}{entry.name}/", visited, skipped)
        else:
            yield _found(entry, prefix + entry.name)


def _skip_reason(entry: "os.DirEntry[str]") -> str:
    """Nothing for a picture, or a folder to look into."""
    if entry.is_dir():
        if entry.name.startswith("."):
            return HIDDEN
        if entry.name.lower() in HELPERS:
            return HELPER
        return OF_A_RUN if all(os.path.isfile(os.path.join(entry.path, name)) for name in RUN_FILES) else ""
    if not _looks_like_picture(entry):
        return NO_PICTURE
    return HIDDEN if entry.name.startswith(".") else ""


def _pictures_below(entry: "os.DirEntry[str]") -> int:
    return sum(_is_picture_name(name) for _, _, names in os.walk(entry.path) for name in names)


def _looks_like_picture(entry: "os.DirEntry[str]") -> bool:
    """Links that lead nowhere count, so that they are reported; pipes and devices do not."""
    return _is_picture_name(entry.name) and (entry.is_file() or entry.is_symlink())


def _is_picture_name(name: str) -> bool:
    return os.path.splitext(name)[1][1:].lower() in EXTENSIONS


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
