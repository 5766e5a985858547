"""A folder of pictures (or a .zip or .npy file of some) -> one memory-mapped file, made once and kept in the cache.

A pack is a folder of its own below ``packed/``: ``images.npy`` (uint8, N x C x H x W) and ``meta.json``.
It is built under a temporary name and renamed when all of it is on disk, so what bears its final
name is whole. The name is a hash of everything that the pictures in it depend on; when the folder
has changed, the old packs are removed and a new one is made.
"""

import errno
import hashlib
import json
import os
import shutil
import struct
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from gan import places
from gan.data.base import EVERYTHING, DataError, Images, SkippedFiles, UnreadablePicture, Wanted
from gan.data.decoding import decoded
from gan.data.listing import Listing, class_names, list_pictures
from gan.data.measuring import measured_range
from gan.data.pictures import PictureFormat, printable
from gan.data.value_range import AS_STORED, AUTO
from gan.errors import LatentariumError, UsageError, reason_of
from gan.json_file import LARGEST_COLLECTION, read_json
from gan.words import Relayed, Wording, said, tr, wording_of

FORMAT = 2
ABANDONED_SECONDS = 24 * 3600
_HEADER_BYTES = 128


class PackingCancelledError(LatentariumError):
    """Packing was called off; nothing of it is kept."""


@dataclass(frozen=True)
class Pack:
    """A packed folder: read-only memory-mapped uint8 (N, C, H, W), and the files that were left out.

    ``classes`` names the class folder of each picture, if there are such. ``value_range`` is what became black and
    white of pictures with more than 8 bits, empty without any.
    """

    images: Images
    unreadable: tuple[UnreadablePicture, ...]
    value_range: str = ""
    classes: tuple[str, ...] = ()
    skipped: tuple[SkippedFiles, ...] = ()


@dataclass(frozen=True)
class _Meta:
    """``meta.json``; ``shape`` is that of the images, ``unreadable`` has paths and reasons."""

    folder: str
    digest: str
    shape: list[int]
    value_range: str
    unreadable: list[tuple[str, str | Wording]]


@dataclass(frozen=True)
class _Recipe:
    """All that the contents of a pack depend on."""

    listing: Listing
    form: PictureFormat
    limit: int | None

    @property
    def path(self) -> Path:
        parts = (FORMAT, self.listing.folder, self.listing.digest, *astuple(self.form), self.limit)
        text = "\0".join(map(str, parts))
        return packed_folder() / hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]

    @property
    def most(self) -> int:
        """How many pictures there can be."""
        count = len(self.listing.names)
        return count if self.limit is None else min(count, self.limit)

    @property
    def picture_shape(self) -> tuple[int, int, int]:
        return self.form.channels, self.form.size.height, self.form.size.width


def packed_folder() -> Path:
    """Where packs are kept; they can be deleted at any time."""
    return places.cache_folder() / "packed"


def pack_folder(folder: Path, form: PictureFormat, wanted: Wanted = EVERYTHING) -> Pack:
    """The pictures below ``folder``, sorted by path, brought into ``form``.

    With a limit only the first readable ones. Unreadable files are listed, not fatal. Raises
    :class:`UsageError` if none can be read, :class:`DataError` if they cannot be stored and
    :class:`PackingCancelledError` soon after it is cancelled.
    """
    listing, limit = list_pictures(folder), wanted.limit
    if limit is not None and limit >= len(listing.names):
        limit = None
    recipe = _Recipe(listing, form, limit)
    pack = _packed_before(recipe)
    if pack is None:
        with _explained(recipe):
            _make(recipe, wanted)
        pack = _opened(recipe.path)
    if pack is None:
        raise DataError(tr("{path} cannot be read back after it was written; check the disk", path=recipe.path))
    return replace(pack, images=pack.images[:limit], classes=_classes(listing, pack)[:limit], skipped=listing.skipped)


def _packed_before(recipe: _Recipe) -> Pack | None:
    """One with these pictures in it: from the same recipe, or from another one with the same range."""
    wholes = (recipe, replace(recipe, limit=None))
    measured = (replace(each, form=replace(each.form, value_range=AUTO)) for each in wholes)
    for each in (*wholes, *measured):
        pack = _opened(each.path)
        if pack is not None and (each == recipe or pack.value_range in ("", recipe.form.value_range)):
            return pack
    return None


def _classes(listing: Listing, pack: Pack) -> tuple[str, ...]:
    """That of each picture of ``pack``."""
    classes = class_names(listing.names)
    left_out = {entry.path for entry in pack.unreadable}
    named = zip(listing.names, classes, strict=False)
    return tuple(kind for name, kind in named if printable(name) not in left_out)[: len(pack.images)]


def _opened(path: Path) -> Pack | None:
    """The pack at ``path``, or None if there is none that is whole."""
    try:
        meta = _read_meta(path)
        images = np.load(path / "images.npy", mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, TypeError, LatentariumError):
        return None
    unreadable = tuple(UnreadablePicture(name, _told(reason)) for name, reason in meta.unreadable)
    fits = images.shape == tuple(meta.shape) and images.dtype == np.uint8
    return Pack(images, unreadable, meta.value_range) if fits else None


def _told(reason: str | Wording) -> str:
    return reason if isinstance(reason, str) else Relayed.by(reason)


def _read_meta(path: Path) -> "_Meta":
    """Raises OSError and :class:`gan.json_file.JsonError`."""
    return read_json(path / "meta.json", _Meta, LARGEST_COLLECTION)


def _make(recipe: _Recipe, wanted: Wanted) -> None:
    packed_folder().mkdir(parents=True, exist_ok=True)
    _remove_stale(recipe)
    _check_room(recipe)
    temporary = Path(tempfile.mkdtemp(prefix=f".{recipe.path.name}-", dir=packed_folder()))
    try:
        value_range = _value_range(recipe, wanted)
        form = replace(recipe.form, value_range=value_range or AS_STORED)
        count, unreadable = _write_images(temporary / "images.npy", replace(recipe, form=form), wanted)
        meta = _Meta(
            folder=str(recipe.listing.folder),
            digest=recipe.listing.digest,
            shape=[count, *recipe.picture_shape],
            value_range=value_range,
            unreadable=[(entry.path, wording_of(said(entry.reason))) for entry in unreadable],
        )
        (temporary / "meta.json").write_text(json.dumps(asdict(meta)), "utf-8")
        _put_in_place(temporary, recipe.path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _value_range(recipe: _Recipe, wanted: Wanted) -> str:
    _check(wanted)
    return measured_range(recipe.listing, recipe.form.value_range, recipe.limit, lambda: _check(wanted))


def _put_in_place(temporary: Path, path: Path) -> None:
    if path.exists():
        if _opened(path) is not None:  # another process was faster with the same pictures
            return
        shutil.rmtree(path)
    os.replace(temporary, path)


def _write_images(path: Path, recipe: _Recipe, wanted: Wanted) -> tuple[int, list[UnreadablePicture]]:
    """Write the .npy file batch by batch; returns how many pictures, and the files left out."""
    count = 0
    unreadable: list[UnreadablePicture] = []
    with path.open("wb") as file, closing(decoded(recipe.listing, recipe.form, recipe.most)) as batches:
        file.write(_npy_header(recipe.most, recipe.picture_shape))
        _check(wanted)
        for pictures, failed in batches:
            _check(wanted)
            count += _append(file, pictures[: recipe.most - count])
            unreadable.extend(failed)
            _report(wanted, count + len(unreadable), recipe)
            if count == recipe.most:
                break
        _finish(file, count, recipe)
    if count == 0:
        first = unreadable[0]
        raise UsageError(
            tr(
                "none of the pictures in {folder} can be read; {path}: {reason}",
                folder=recipe.listing.folder,
                path=first.path,
                reason=first.reason,
            )
        )
    return count, unreadable


def _append(file: BinaryIO, pictures: Images) -> int:
    file.write(pictures.data)
    return len(pictures)


def _report(wanted: Wanted, done: int, recipe: _Recipe) -> None:
    wanted.report(tr("packing pictures"), done, max(done, recipe.most))


def _finish(file: BinaryIO, count: int, recipe: _Recipe) -> None:
    file.seek(0)
    file.write(_npy_header(count, recipe.picture_shape))
    file.flush()
    os.fsync(file.fileno())


def _check(wanted: Wanted) -> None:
    if wanted.cancelled is not None and wanted.cancelled():
        raise PackingCancelledError(tr("packing the pictures was cancelled"))


def _npy_header(count: int, picture_shape: tuple[int, int, int]) -> bytes:
    """A version 1.0 header of always the same length (NEP 1): the count can be corrected at the end."""
    shape = (count, *picture_shape)
    text = repr({"descr": "|u1", "fortran_order": False, "shape": shape})
    padded = text.ljust(_HEADER_BYTES - len(np.lib.format.MAGIC_PREFIX) - 5) + "\n"
    return np.lib.format.magic(1, 0) + struct.pack("<H", len(padded)) + padded.encode("ascii")


def _check_room(recipe: _Recipe) -> None:
    needed = recipe.most * int(np.prod(recipe.picture_shape)) + _HEADER_BYTES
    free = shutil.disk_usage(packed_folder()).free
    if needed > free:
        raise OSError(
            errno.ENOSPC,
            tr("{needed:.0f} MB are needed, {free:.0f} MB are free", needed=needed / 1e6, free=free / 1e6),
        )


@contextmanager
def _explained(recipe: _Recipe) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            advice = tr("free some space or choose a smaller picture size")
        else:
            advice = tr("LATENTARIUM_HOME can name another place")
        raise DataError(
            tr(
                "cannot store packed pictures in {folder}: {reason}; {advice}",
                folder=packed_folder(),
                reason=reason_of(error),
                advice=advice,
            )
        ) from error


def _remove_stale(recipe: _Recipe) -> None:
    """Remove packs of an earlier state of the folder, and what a killed process left half done."""
    for path in packed_folder().iterdir():
        if path.name.startswith("."):
            stale = time.time() - path.stat().st_mtime > ABANDONED_SECONDS
        else:
            stale = _is_outdated(path, recipe.listing)
        if stale:
            # A pack that Windows keeps because it is mapped somewhere goes the next time.
            shutil.rmtree(path, ignore_errors=True)


def _is_outdated(path: Path, listing: Listing) -> bool:
    try:
        meta = _read_meta(path)
        return meta.folder == str(listing.folder) and meta.digest != listing.digest
    except (OSError, LatentariumError):
        return False
