"""The idx files of the MNIST family, plain or gzipped, read where they lie.

The format (Y. LeCun, "The MNIST database"): two zero bytes, the element type, the number of
dimensions, each size as a big-endian 32-bit number, then the values.
"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from gan.data.base import DataError
from gan.errors import reason_of
from gan.words import tr

UNSIGNED_BYTE = 0x08
LARGEST = 2**32
_GZIP_MAGIC = b"\x1f\x8b"


def read_idx(path: Path, dimensions: int) -> npt.NDArray[np.uint8]:
    """The values of an idx file of unsigned bytes with so many ``dimensions``.

    Raises :class:`DataError`, naming the file, if it is missing, of another kind, cut off or longer than
    its header says.
    """
    try:
        with _opened(path) as file:
            sizes = _read_sizes(file, path, dimensions)
            return np.frombuffer(_read_values(file, path, math.prod(sizes)), np.uint8).reshape(sizes)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(tr("{path} is cut off or damaged; fetch it again", path=path)) from error
    except OSError as error:
        raise DataError(tr("cannot read {path}: {reason}", path=path, reason=reason_of(error))) from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(2) == _GZIP_MAGIC
    return gzip.open(path, "rb") if zipped else path.open("rb")  # type: ignore[return-value]


def _read_sizes(file: BinaryIO, path: Path, dimensions: int) -> tuple[int, ...]:
    magic = file.read(4)
    if magic != bytes((0, 0, UNSIGNED_BYTE, dimensions)):
        raise DataError(f"{path} is no idx file of bytes with {dimensions} dimensions (it begins with {magic.hex()})")
    header = file.read(4 * dimensions)
    if len(header) < 4 * dimensions:
        raise DataError(tr("{path} is cut off within its header; fetch it again", path=path))
    return struct.unpack(f">{dimensions}I", header)


def _read_values(file: BinaryIO, path: Path, count: int) -> bytes:
    if count > LARGEST:
        raise DataError(
            tr("{path} claims to hold {count} bytes, which cannot be right; fetch it again", path=path, count=count)
        )
    values = file.read(count)
    if len(values) < count:
        raise DataError(
            tr(
                "{path} is cut off: it holds {count} of {wanted} bytes; fetch it again",
                path=path,
                count=len(values),
                wanted=count,
            )
        )
    if file.read(1):
        raise DataError(
            tr(
                "{path} is longer than the {count} bytes that its header tells of; fetch it again",
                path=path,
                count=count,
            )
        )
    return values
