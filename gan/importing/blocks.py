"""Arrays as a file describes them: where their bytes are, and how to walk through them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from gan.importing.errors import ForeignFileError, damaged
from gan.importing.limits import MOST_DIMENSIONS
from gan.importing.source import Extent
from gan.words import tr

SIZES = {
    "float64": 8,
    "float32": 4,
    "float16": 2,
    "bfloat16": 2,
    "int64": 8,
    "int32": 4,
    "int16": 2,
    "int8": 1,
    "uint64": 8,
    "uint32": 4,
    "uint16": 2,
    "uint8": 1,
    "bool": 1,
}
"""Bytes of one number of each kind that is read."""
_MOST_REPEATED = 2**16
"""Numbers of an array that shows those of its file more than once."""


@dataclass(frozen=True)
class Storage:
    """Bytes of a file that several arrays may share: those of the storage ``key`` from ``start`` on."""

    key: str
    dtype: str
    length: int
    start: int = 0


@dataclass(frozen=True)
class Block:
    """An array: numbers of ``dtype`` in ``data``, of which the first is the first of the array.

    ``strides`` are counted in numbers, and ``data`` is as long as they need.
    """

    data: Extent | bytes
    dtype: str
    shape: tuple[int, ...]
    strides: tuple[int, ...]
    big_endian: bool = False

    @property
    def length(self) -> int:
        """Bytes of ``data``."""
        return self.data.length if isinstance(self.data, Extent) else len(self.data)


@dataclass(frozen=True)
class Tensor:
    """A view of a storage, as PyTorch saves it, with its place in numbers."""

    storage: Storage
    dtype: str
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    @property
    def extent(self) -> Extent:
        """Its bytes among those of the storage with this key. Raises :class:`ForeignFileError`."""
        size = SIZES[self.dtype]
        held = Extent(self.storage.start, self.storage.length)
        return held.part(self.offset * size, span(self.shape, self.strides, self.storage.length // size) * size)


@dataclass
class InlineArray:
    """A numpy array among the objects of a file; it is empty until its state arrives."""

    block: Block | None = None


@dataclass
class NumpyType:
    """A numpy dtype, empty for what are no numbers; its byte order arrives later."""

    dtype: str
    big_endian: bool = False


@dataclass
class Record:
    """Some other object: what it is called, and what it holds by name. Nothing is done with it."""

    name: str
    attributes: dict[Any, Any] = field(default_factory=dict)


def span(shape: Sequence[int], strides: Sequence[int], most: int) -> int:
    """From the first number to the last of an array, both counted. Raises :class:`ForeignFileError`.

    An array may not have many more numbers than the ``most`` that its file holds for it.
    """
    if len(as_shape(shape)) != len(as_shape(strides)):
        raise damaged()
    count = number_count(shape)
    if count > max(most, _MOST_REPEATED):
        raise ForeignFileError(tr("it says that it holds an array with more numbers than there are in the file"))
    return 1 + sum((size - 1) * stride for size, stride in zip(shape, strides, strict=True)) if count else 0


def number_count(shape: Sequence[int]) -> int:
    """How many numbers an array of this shape has."""
    count = 1
    for size in shape:
        count *= size
    return count


def row_major(shape: Sequence[int]) -> tuple[int, ...]:
    """The strides of an array whose last index runs fastest."""
    strides: list[int] = []
    step = 1
    for size in reversed(shape):
        strides.insert(0, step)
        step *= size
    return tuple(strides)


def column_major(shape: Sequence[int]) -> tuple[int, ...]:
    """The strides of an array whose first index runs fastest."""
    return tuple(reversed(row_major(tuple(reversed(shape)))))


def as_shape(values: Any) -> tuple[int, ...]:
    """``values`` if they are one whole number for each of a few dimensions. Raises :class:`ForeignFileError`."""
    if not isinstance(values, tuple | list) or len(values) > MOST_DIMENSIONS or not all(map(is_count, values)):
        raise damaged()
    return tuple(values)


def is_count(value: Any) -> bool:
    """Whether ``value`` is a whole number that is not negative and fits into 64 bits."""
    return type(value) is int and 0 <= value < 2**63
