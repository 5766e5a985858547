"""The one reader of ``.npy`` and ``.npz`` files: what a file says of itself is checked before memory is given to it."""

import math
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tokenize import TokenError
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError
from gan.words import tr

Array = npt.NDArray[Any]

LARGEST = 2**28
"""Bytes of all the arrays of one file, unpacked."""
MOST_ARRAYS = 64
WHOLE = ""
"""The name of an ``.npy`` file's only array."""
_ZIP = b"PK"
_KINDS = "biufUS"
_HEADERS: dict[tuple[int, int], Callable[..., tuple[tuple[int, ...], bool, np.dtype[Any]]]] = {
    (1, 0): np.lib.format.read_array_header_1_0,
    (2, 0): np.lib.format.read_array_header_2_0,
}


class ArrayFileError(LatentariumError):
    """A file that holds no arrays, arrays of objects, or more than this program reads."""


def read_arrays(path: Path) -> dict[str, Array]:
    """The arrays of numbers or text in ``path`` by name; that of an ``.npy`` file is called :data:`WHOLE`.

    Raises :class:`ArrayFileError`, and OSError if the file cannot be opened.
    """
    with path.open("rb") as file, _explained():
        if file.read(len(_ZIP)) != _ZIP:
            file.seek(0)
            return {WHOLE: _read(file, path.stat().st_size)}
        with zipfile.ZipFile(file) as archive:
            return _read_archive(archive)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, EOFError, SyntaxError, TokenError) as error:
        raise ArrayFileError(tr("it holds no arrays ({line})", line=_line(error))) from error
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, MemoryError) as error:
        raise ArrayFileError(tr("it cannot be unpacked ({line})", line=_line(error))) from error


def _line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _read_archive(archive: zipfile.ZipFile) -> dict[str, Array]:
    entries = archive.infolist()
    if len(entries) > MOST_ARRAYS or sum(entry.file_size for entry in entries) > LARGEST:
        raise ArrayFileError(
            tr(
                "it holds more than {largest:g} MB or {most_arrays} arrays",
                largest=LARGEST / 2**20,
                most_arrays=MOST_ARRAYS,
            )
        )
    arrays = {}
    for entry in entries:
        with archive.open(entry) as file:
            arrays[entry.filename.removesuffix(".npy")] = _read(file, entry.file_size)
    return arrays


def _read(file: IO[bytes], size: int) -> Array:
    """One array from ``size`` bytes."""
    version = np.lib.format.read_magic(file)
    if version not in _HEADERS:
        raise ArrayFileError(tr("its format is one of another version"))
    shape, by_columns, dtype = _HEADERS[version](file)
    if dtype.kind not in _KINDS:
        raise ArrayFileError(tr("it holds neither numbers nor text, but {dtype}", dtype=dtype))
    count = math.prod(shape)
    needed = count * max(dtype.itemsize, 1)
    if needed > min(size, LARGEST) or min(shape, default=0) < 0:
        raise ArrayFileError(tr("it says that it holds {needed} bytes, which are too many or not there", needed=needed))
    array = np.frombuffer(file.read(needed), dtype, count) if needed else np.zeros(0, dtype)
    return array.reshape(shape, order="F" if by_columns else "C")
