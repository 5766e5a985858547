"""What pictures lie in: a folder, a .zip that is never unpacked, or an array in an .npy file."""

import functools
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError
from gan.words import tr

ZIP, ARRAY = ".zip", ".npy"
LARGEST_MEMBER = 2**29
"""Bytes of one picture in a .zip, so that none can fill the memory."""
KINDS = ("uint8", "uint16", "float16", "float32", "float64", "bool", "int16", "int32", "uint32", "int64", "uint64")
CHANNELS = (1, 3, 4)

Array = npt.NDArray[Any]


def is_container(path: Path) -> bool:
    """Whether ``path`` is a file that pictures can lie in, by its name."""
    return path.suffix.lower() in (ZIP, ARRAY) and path.is_file()


def holds_pictures(path: Path) -> bool:
    """Whether ``path`` is a .zip, or an array of pictures and not, say, of points in latent space."""
    try:
        return is_container(path) and (path.suffix.lower() == ZIP or open_array(path).size > 0)
    except UsageError:
        return False


@contextmanager
def opened(source: str, name: str) -> Iterator[IO[bytes] | Array]:
    """The picture ``name`` in ``source``: an open file, or values (H, W) or (H, W, C).

    Raises ``OSError`` and ``ValueError`` with a reason for people.
    """
    match Path(source).suffix.lower() if Path(source).is_file() else "":
        case ".zip":
            yield io.BytesIO(_member(open_zip(Path(source)), name))
        case ".npy":
            yield picture_at(open_array(Path(source)), int(name))
        case _:
            with open(f"{source}/{name}", "rb") as file:
                yield file


def open_zip(path: Path) -> zipfile.ZipFile:
    """The archive, kept open while nothing of it changes. Raises :class:`UsageError`."""
    try:
        status = path.stat()
        return _open_zip(path, status.st_mtime_ns, status.st_size)
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageError(
            tr("{path} cannot be read as a .zip file ({error}); fetch or pack it again", path=path, error=error)
        ) from error


@functools.lru_cache(1)
def _open_zip(path: Path, mtime_ns: int, size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """At most :data:`LARGEST_MEMBER` bytes, whatever the archive claims."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise ValueError(tr("locked with a password; unpack the archive into a folder"))
    with archive.open(info) as file:
        contents = file.read(LARGEST_MEMBER + 1)
    if len(contents) > LARGEST_MEMBER:
        raise ValueError(tr("too large: more than {most} MiB", most=LARGEST_MEMBER // 2**20))
    return contents


def open_array(path: Path) -> Array:
    """Memory-mapped, (N, H, W) or (N, H, W, C). Raises :class:`UsageError` for any other array."""
    try:
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise UsageError(
            tr("{path} cannot be read as an array of numbers ({error})", path=path, error=error)
        ) from error
    pictures = array.ndim == 3 or (array.ndim == 4 and array.shape[3] in CHANNELS)
    if not isinstance(array, np.ndarray) or not pictures or array.dtype.name not in KINDS or not array.size:
        raise UsageError(
            tr(
                "{path} holds {name} of shape {shape}; pictures are N x H x W, or N x H x W x C with "
                "{usual} or {last} channels",
                path=path,
                name=array.dtype.name,
                shape=array.shape,
                usual=", ".join(map(str, CHANNELS[:-1])),
                last=CHANNELS[-1],
            )
        )
    return array


def picture_at(array: Array, row: int) -> Array:
    """One picture of :func:`open_array`, (H, W) or (H, W, 3 or 4), in a type that the rest of the program knows."""
    picture = np.array(array[row])
    if picture.ndim == 3 and picture.shape[2] == 1:
        picture = picture[..., 0]
    if picture.dtype == np.bool_:
        return picture.astype(np.uint8) * 255
    return picture
