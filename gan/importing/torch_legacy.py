"""The format that ``torch.save`` wrote before 2020: five pickles, then the storages one after the other.

The pickles are a magic number, the version, what the computer was like, the objects, and the keys of the storages.
Each storage is its count of numbers (8 bytes) and the numbers.
"""

import io
from collections.abc import Mapping
from typing import Any

from gan.importing.blocks import SIZES, Block, Storage, Tensor, is_count
from gan.importing.entries import Listing, block_of, checked, flattened
from gan.importing.errors import ForeignFileError, damaged
from gan.importing.inert import resolve
from gan.importing.limits import LARGEST_HEADER
from gan.importing.machine import load
from gan.importing.source import Extent, Source
from gan.importing.torch_zip import storage_named
from gan.words import tr

KIND = "old PyTorch format"
_MAGIC = 0x1950A86A20F9469CFC6C
_VERSION = 1001
_COUNT_BYTES = 8


def is_torch_legacy(start: bytes) -> bool:
    """Whether a file of that ``start`` says that it is of this format."""
    return start[:1] == b"\x80" and _MAGIC.to_bytes(10, "little") in start[:32]


def read_torch_legacy(source: Source) -> Listing:
    """What the file ``source`` holds. Raises :class:`ForeignFileError`."""
    file = io.BytesIO(source.start(LARGEST_HEADER))
    storages: dict[str, Storage] = {}

    def persistent(saved: Any) -> Storage:
        whole = storages.setdefault(storage_named(saved).key, storage_named(saved))
        return _view(whole, saved[5] if len(saved) > 5 else None)

    magic, version, computer = (load(file, resolve, persistent) for _ in range(3))
    if magic != _MAGIC or version != _VERSION:
        raise ForeignFileError(tr("it is of a version of PyTorch's old format that is not read"))
    objects = load(file, resolve, persistent)
    keys = load(file, resolve, persistent)
    extents = _extents(source, file.tell(), keys, storages)
    big_endian = isinstance(computer, dict) and computer.get("little_endian") is False

    def located(tensor: Tensor) -> Block:
        if tensor.storage.key not in extents:
            raise damaged()
        return block_of(tensor, extents[tensor.storage.key], big_endian)

    return Listing(KIND, checked(flattened(objects, located)))


def _view(storage: Storage, view: Any) -> Storage:
    """A part of a storage: (key, first number, count of numbers)."""
    if view is None:
        return storage
    if not (isinstance(view, tuple) and len(view) == 3 and all(map(is_count, view[1:]))):
        raise damaged()
    size = SIZES[storage.dtype]
    return Storage(storage.key, storage.dtype, view[2] * size, view[1] * size)


def _extents(source: Source, place: int, keys: Any, storages: Mapping[str, Storage]) -> dict[str, Extent]:
    """Where the numbers of each storage are, the first of which begins at byte ``place``."""
    if not isinstance(keys, list):
        raise damaged()
    extents = {}
    for key in map(str, keys):
        if key not in storages:
            raise damaged()
        count = int.from_bytes(source.read(source.whole.part(place, _COUNT_BYTES)), "little")
        if count * SIZES[storages[key].dtype] != storages[key].length:
            raise damaged()
        extents[key] = source.whole.part(place + _COUNT_BYTES, storages[key].length)
        place += _COUNT_BYTES + storages[key].length
    return extents
