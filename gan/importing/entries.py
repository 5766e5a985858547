"""From the objects of a file to a list of what it holds: a path through dicts and lists, and an array or a value."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from gan.importing.blocks import Block, InlineArray, Record, Tensor, number_count
from gan.importing.errors import ForeignFileError, save_weights
from gan.importing.limits import DEEPEST, LARGEST_ARRAYS, LONGEST_NAME, MOST_ARRAYS, MOST_VALUES
from gan.importing.source import Extent
from gan.importing.wording import printable
from gan.words import tr

Scalar = bool | int | float | str
_LONGEST_LIST = 64
"""Of a longer list, such as one of all losses, single numbers are left out."""
_MOST_VISITED = 2_000_000


@dataclass(frozen=True)
class Entry:
    """What a file holds at a ``path`` of keys; places in lists are keys, too."""

    path: tuple[str, ...]
    value: Block | Scalar


@dataclass(frozen=True)
class Listing:
    """What a file holds, in its order; ``kind`` is what people call such a file."""

    kind: str
    entries: list[Entry]


def checked(entries: Iterator[Entry]) -> list[Entry]:
    """``entries`` within the limits of this package; values that are too many are left out.

    Raises :class:`ForeignFileError`.
    """
    kept: list[Entry] = []
    arrays = length = 0
    for entry in entries:
        if isinstance(entry.value, Block):
            arrays += 1
            length += max(entry.value.length, widened(entry.value))
        elif len(kept) - arrays == MOST_VALUES:
            continue
        kept.append(entry)
        if length > LARGEST_ARRAYS:
            raise ForeignFileError(
                tr("it holds more than {largest_arrays:g} MB of numbers", largest_arrays=LARGEST_ARRAYS / 2**20)
            )
        if arrays > MOST_ARRAYS:
            raise ForeignFileError(tr("it has too many parts to be a file of weights"))
    if not arrays:
        raise ForeignFileError(tr("it holds no weights; {save_weights}", save_weights=save_weights()))
    return kept


def widened(block: Block) -> int:
    """Bytes of an array as it is handed on."""
    return number_count(block.shape) * (4 if "float" in block.dtype else 8)


def flattened(value: Any, located: Callable[[Tensor], Block]) -> Iterator[Entry]:
    """The entries of the plain values and arrays within ``value``; all else is left out.

    Raises :class:`ForeignFileError` if dicts and lists are nested too deep, or hold each other.
    """
    visited = 0

    def walk(value: Any, path: tuple[str, ...]) -> Iterator[Entry]:
        nonlocal visited
        visited += 1
        if visited > _MOST_VISITED:
            raise ForeignFileError(tr("it has too many parts to be a file of weights"))
        if isinstance(value, Tensor):
            yield Entry(path, located(value))
        elif isinstance(value, InlineArray):
            if value.block is not None:
                yield Entry(path, value.block)
        elif _is_scalar(value):
            yield Entry(path, printable(value, LONGEST_NAME) if isinstance(value, str) else value)
        else:
            for key, item in _items(value):
                if len(path) == DEEPEST:
                    raise ForeignFileError(
                        tr("its dicts and lists are nested more than {deepest} deep", deepest=DEEPEST)
                    )
                yield from walk(item, (*path, key))

    return walk(value, ())


def block_of(tensor: Tensor, data: Extent | bytes, big_endian: bool) -> Block:
    """``tensor`` with its part of the ``data`` of its storage. Raises :class:`ForeignFileError` if there is less."""
    held = data if isinstance(data, Extent) else Extent(0, len(data))
    extent = tensor.extent
    held.part(0, tensor.storage.start + tensor.storage.length)
    part = held.part(extent.start, extent.length)
    own = part if isinstance(data, Extent) else data[part.start : part.start + part.length]
    return Block(own, tensor.dtype, tensor.shape, tensor.strides, big_endian)


def _is_scalar(value: Any) -> bool:
    if type(value) is float:
        return math.isfinite(value)
    return type(value) in (bool, str) or (type(value) is int and -(2**63) <= value < 2**63)


def _is_number(value: Any) -> bool:
    return _is_scalar(value) or (isinstance(value, Tensor) and not value.shape)


def _items(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Record):
        value = value.attributes
    if isinstance(value, dict):
        yield from {printable(str(key), LONGEST_NAME): item for key, item in value.items()}.items()
    elif isinstance(value, list | tuple):
        short = len(value) <= _LONGEST_LIST
        yield from ((str(place), item) for place, item in enumerate(value) if short or not _is_number(item))
