"""The ``.safetensors`` format: the length of a header (8 bytes), the header (JSON), and the arrays in one piece."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from gan.importing.blocks import SIZES, Block, as_shape, number_count, row_major, span
from gan.importing.entries import Entry, Listing, checked, flattened
from gan.importing.errors import ForeignFileError, damaged
from gan.importing.limits import LARGEST_HEADER, LONGEST_NAME
from gan.importing.source import Extent, Source
from gan.importing.wording import printable
from gan.words import tr

KIND = ".safetensors"
_LENGTH_BYTES = 8
_METADATA = "__metadata__"
_DTYPES = {
    "F64": "float64",
    "F32": "float32",
    "F16": "float16",
    "BF16": "bfloat16",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U64": "uint64",
    "U32": "uint32",
    "U16": "uint16",
    "U8": "uint8",
    "BOOL": "bool",
}


def is_safetensors(start: bytes) -> bool:
    """Whether a file of that ``start`` says that it is of this format."""
    return start[_LENGTH_BYTES : _LENGTH_BYTES + 1] == b"{"


def read_safetensors(source: Source) -> Listing:
    """What the file ``source`` holds, in the order of its bytes. Raises :class:`ForeignFileError`."""
    length = int.from_bytes(source.start(_LENGTH_BYTES), "little")
    if length > LARGEST_HEADER:
        raise damaged()
    header = _parsed(source.read(source.whole.part(_LENGTH_BYTES, length)))
    start = _LENGTH_BYTES + length
    numbers = source.whole.part(start, source.whole.length - start)
    metadata = header.pop(_METADATA, {})
    arrays = sorted((_entry(name, about, numbers) for name, about in header.items()), key=_place)
    _check_order([entry.value for entry in arrays if isinstance(entry.value, Block)], numbers)
    return Listing(KIND, checked(iter([*arrays, *_texts(metadata)])))


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        header = json.loads(text.decode(), object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise damaged() from error
    if not isinstance(header, dict):
        raise damaged()
    return header


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise damaged()
    return values


def _refuse(_: str) -> NoReturn:
    raise damaged()


def _entry(name: str, about: Any, numbers: Extent) -> Entry:
    if not (isinstance(about, dict) and len(name) <= LONGEST_NAME):
        raise damaged()
    kind, shape, offsets = (about.get(key) for key in ("dtype", "shape", "data_offsets"))
    if not isinstance(kind, str):
        raise damaged()
    return Entry((printable(name, LONGEST_NAME),), _block(kind, as_shape(shape), as_shape(offsets), numbers))


def _block(kind: str, shape: tuple[int, ...], offsets: tuple[int, ...], numbers: Extent) -> Block:
    if kind not in _DTYPES:
        raise ForeignFileError(tr("it holds numbers of the kind {kind}, which is not read", kind=printable(kind)))
    dtype = _DTYPES[kind]
    if len(offsets) != 2 or offsets[1] - offsets[0] != number_count(shape) * SIZES[dtype]:
        raise damaged()
    start, length = offsets[0], offsets[1] - offsets[0]
    strides = row_major(shape)
    span(shape, strides, length // SIZES[dtype])
    return Block(numbers.part(start, length), dtype, shape, strides)


def _place(entry: Entry) -> tuple[int, int]:
    assert isinstance(entry.value, Block) and isinstance(entry.value.data, Extent)
    return entry.value.data.start, entry.value.data.length


def _check_order(blocks: list[Block], numbers: Extent) -> None:
    """Every byte belongs to one array."""
    place = numbers.start
    for block in blocks:
        if not (isinstance(block.data, Extent) and block.data.start == place):
            raise damaged()
        place += block.length
    if place != numbers.start + numbers.length:
        raise damaged()


def _texts(metadata: Any) -> Iterator[Entry]:
    return flattened({_METADATA: metadata}, lambda _: _refuse(""))
