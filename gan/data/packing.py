"""A folder of pictures -> one memory-mapped file, made once and kept in the cache.

A pack is a folder of its own below ``packed/``: ``images.npy`` (uint8, N x C x S x S) and ``meta.json``.
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
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from gan import places
from gan.data.base import EVERYTHING, DataError, Images, UnreadablePicture, Wanted
from gan.data.decoding import decoded
from gan.data.listing import Listing, list_pictures
from gan.data.pictures import PictureFormat
from gan.errors import LatentariumError, UsageError

FORMAT = 1
ABANDONED_SECONDS = 24 * 3600
_HEADER_BYTES = 128


class PackingCancelledError(LatentariumError):
    """Packing was called off; nothing of it is kept."""


@dataclass(frozen=True)
class Pack:
    """A packed folder: read-only memory-mapped uint8 (N, C, S, S), and the files that were left out."""

    images: Images
    unreadable: tuple[UnreadablePicture, ...]


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
        return self.form.channels, self.form.image_size, self.form.image_size


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
    whole = _Recipe(listing, form, None)
    recipe = whole if limit is None or limit >= len(listing.names) else _Recipe(listing, form, limit)
    pack = _opened(whole.path) or _opened(recipe.path)
    if pack is None:
        with _explained(recipe):
            _make(recipe, wanted)
        pack = _opened(recipe.path)
    if pack is None:
        raise DataError(f"{recipe.path} cannot be read back after it was written; check the disk")
    return Pack(pack.images[:limit], pack.unreadable)


def _opened(path: Path) -> Pack | None:
    """The pack at ``path``, or None if there is none that is whole."""
    try:
        meta = json.loads((path / "meta.json").read_text("utf-8"))
        images = np.load(path / "images.npy", mmap_mode="r", allow_pickle=False)
        unreadable = tuple(UnreadablePicture(*entry) for entry in meta["unreadable"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Pack(images, unreadable) if list(images.shape) == meta["shape"] else None


def _make(recipe: _Recipe, wanted: Wanted) -> None:
    packed_folder().mkdir(parents=True, exist_ok=True)
    _remove_stale(recipe)
    _check_room(recipe)
    temporary = Path(tempfile.mkdtemp(prefix=f".{recipe.path.name}-", dir=packed_folder()))
    try:
        count, unreadable = _write_images(temporary / "images.npy", recipe, wanted)
        meta = {
            "folder": str(recipe.listing.folder),
            "digest": recipe.listing.digest,
            "shape": [count, *recipe.picture_shape],
            "unreadable": [[entry.path, entry.reason] for entry in unreadable],
        }
        (temporary / "meta.json").write_text(json.dumps(meta), "utf-8")
        _put_in_place(temporary, recipe.path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


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
        raise UsageError(f"none of the pictures in {recipe.listing.folder} can be read; {first.path}: {first.reason}")
    return count, unreadable


def _append(file: BinaryIO, pictures: Images) -> int:
    file.write(pictures.data)
    return len(pictures)


def _report(wanted: Wanted, done: int, recipe: _Recipe) -> None:
    wanted.report("packing pictures", done, max(done, recipe.most))


def _finish(file: BinaryIO, count: int, recipe: _Recipe) -> None:
    file.seek(0)
    file.write(_npy_header(count, recipe.picture_shape))
    file.flush()
    os.fsync(file.fileno())


def _check(wanted: Wanted) -> None:
    if wanted.cancelled is not None and wanted.cancelled():
        raise PackingCancelledError("packing the pictures was cancelled")


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
        raise OSError(errno.ENOSPC, f"{needed / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free")


@contextmanager
def _explained(recipe: _Recipe) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        advice = "free some space or choose a smaller picture size" if error.errno == errno.ENOSPC else ""
        advice = advice or "LATENTARIUM_HOME can name another place"
        reason = error.strerror or error
        raise DataError(f"cannot store packed pictures in {packed_folder()}: {reason}; {advice}") from error


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
        meta = json.loads((path / "meta.json").read_text("utf-8"))
        return bool(meta["folder"] == str(listing.folder) and meta["digest"] != listing.digest)
    except (OSError, ValueError, KeyError, TypeError):
        return False
