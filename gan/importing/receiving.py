"""The answer of the process that reads a file, checked as if a stranger had sent it, who may rule that process."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from gan.importing import safetensors_file, torch_legacy, torch_zip
from gan.importing.blocks import SIZES, is_count, number_count, span
from gan.importing.entries import Scalar
from gan.importing.errors import ForeignFileError, damaged
from gan.importing.limits import (
    DEEPEST,
    LARGEST_ARRAYS,
    LARGEST_HEADER,
    LENGTH_BYTES,
    LONGEST_NAME,
    MOST_ARRAYS,
    MOST_VALUES,
)
from gan.importing.wording import printable
from gan.json_file import JsonError, converted, parse_json
from gan.words import Relayed, Wording, tr

Array = npt.NDArray[Any]

_LONGEST_ERROR = 500
_MOST_VALUES, _DEEPEST_WORDS = 8, 3
_KINDS = (torch_zip.KIND, torch_legacy.KIND, safetensors_file.KIND)
_CODES = {
    "float64": "f8",
    "float32": "f4",
    "float16": "f2",
    "bfloat16": "u2",
    "int64": "i8",
    "int32": "i4",
    "int16": "i2",
    "int8": "i1",
    "uint64": "u8",
    "uint32": "u4",
    "uint16": "u2",
    "uint8": "u1",
    "bool": "u1",
}


@dataclass(frozen=True)
class _Header:
    error: Wording | None = None
    kind: str = ""
    entries: list[tuple[list[str], Any]] = field(default_factory=list)


@dataclass(frozen=True)
class _About:
    dtype: str
    big_endian: bool
    shape: list[int]
    strides: list[int]
    length: int


def receive(stream: IO[bytes]) -> tuple[str, dict[str, Any]]:
    """The kind of the file and the tree of what it holds. Raises :class:`ForeignFileError`."""
    length = int.from_bytes(_exactly(stream, LENGTH_BYTES), "little")
    if length > LARGEST_HEADER:
        raise damaged()
    header = _header(_exactly(stream, length))
    if header.error is not None:
        raise ForeignFileError(Relayed.by(_checked_words(header.error)))
    if header.kind not in _KINDS:
        raise damaged()
    values = [_checked(value) for _, value in header.entries]
    _check_sizes(values)
    tree: dict[str, Any] = {}
    for (path, _), value in zip(header.entries, values, strict=True):
        _place(tree, path, _array(stream, value) if isinstance(value, _About) else value)
    return header.kind, tree


def _exactly(stream: IO[bytes], length: int) -> bytes:
    contents = stream.read(length)
    if len(contents) != length:
        raise ForeignFileError(tr("it could not be read to its end; it may be damaged or made to do harm"))
    return contents


def _header(text: bytes) -> _Header:
    try:
        return parse_json(text, _Header)
    except JsonError as error:
        raise damaged() from error


def _checked_words(wording: Wording, depth: int = 0) -> Wording:
    """Fit for one line that people read."""
    if len(wording.values) > _MOST_VALUES or depth > _DEEPEST_WORDS:
        raise damaged()
    values = {
        name: _checked_words(value, depth + 1) if isinstance(value, Wording) else printable(value, _LONGEST_ERROR)
        for name, value in wording.values.items()
    }
    return Wording(printable(wording.text, _LONGEST_ERROR), values)


def _checked(value: Any) -> "_About | Scalar":
    if isinstance(value, bool | int | float) or (isinstance(value, str) and _is_name(value)):
        return value
    try:
        about = converted(value, _About)
    except JsonError as error:
        raise damaged() from error
    if about.dtype not in SIZES or not is_count(about.length):
        raise damaged()
    size = SIZES[about.dtype]
    if span(about.shape, about.strides, about.length // size) * size != about.length:
        raise damaged()
    return about


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and text.isprintable()


def _check_sizes(entries: Sequence[Any]) -> None:
    """Raises :class:`ForeignFileError` for more than this package hands on."""
    arrays = [entry for entry in entries if isinstance(entry, _About)]
    length = sum(max(about.length, number_count(about.shape) * _size(about.dtype)) for about in arrays)
    if len(entries) > MOST_ARRAYS + MOST_VALUES or len(arrays) > MOST_ARRAYS or length > LARGEST_ARRAYS:
        raise damaged()


def _size(dtype: str) -> int:
    return 8 if dtype == "float64" else np.dtype(_kept_as(dtype)).itemsize


def _kept_as(dtype: str) -> type[np.generic]:
    return np.float32 if "float" in dtype else np.int64


def _array(stream: IO[bytes], about: _About) -> Array:
    """The next array of the ``stream``, its numbers in a row: float32, or int64."""
    buffer = _exactly(stream, about.length)
    kind = np.dtype(_CODES[about.dtype]).newbyteorder(">" if about.big_endian else "<")
    array = _strided(buffer, kind, about)
    if about.dtype == "bfloat16":
        array = np.asarray(array.astype(np.uint32) << 16).view(np.float32)
    with np.errstate(over="ignore", invalid="ignore"):
        return array.astype(_kept_as(about.dtype), order="C")


def _strided(buffer: bytes, kind: np.dtype[Any], about: _About) -> Array:
    strides = tuple(stride * kind.itemsize for stride in about.strides)
    try:
        return np.ndarray(tuple(about.shape), kind, buffer, strides=strides)
    except (ValueError, OverflowError) as error:  # no memory of this length, which may only be so where it is empty
        raise damaged() from error


def _place(tree: dict[str, Any], path: list[str], value: Any) -> None:
    """Put ``value`` into the ``tree`` at ``path``."""
    if len(path) > DEEPEST or not all(map(_is_name, path)):
        raise damaged()
    if not path:
        raise ForeignFileError(tr("it holds one array or value, not the weights of a network by their names"))
    *folders, name = path
    for folder in folders:
        tree = tree.setdefault(folder, {})
        if not isinstance(tree, dict):
            raise damaged()
    if name in tree:
        raise damaged()
    tree[name] = value
