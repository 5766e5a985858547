"""The format of ``torch.save`` since 2020: a zip archive of one pickle and one record for each storage."""

import io
from typing import Any

from gan.importing.archive import Archive
from gan.importing.blocks import SIZES, Block, Storage, Tensor
from gan.importing.entries import Listing, block_of, checked, flattened
from gan.importing.errors import ForeignFileError, damaged
from gan.importing.inert import Inert, resolve
from gan.importing.limits import LARGEST_HEADER
from gan.importing.machine import load
from gan.importing.other_kinds import check_archive
from gan.importing.source import Extent, Source
from gan.words import tr

KIND = "PyTorch zip"
_OBJECTS = "data.pkl"
_ORDERS = {b"little": False, b"big": True}
_LONGEST_ORDER = 16


def read_torch_zip(source: Source) -> Listing:
    """What the archive ``source`` holds. Raises :class:`ForeignFileError`."""
    archive = Archive(source)
    check_archive(archive.entries)
    root = _root(archive)
    big_endian = _is_big_endian(archive, root)
    records: dict[str, Extent | bytes] = {}

    def located(tensor: Tensor) -> Block:
        key = tensor.storage.key
        if key not in records:
            records[key] = archive.find(f"{root}data/{key}")
        return block_of(tensor, records[key], big_endian)

    objects = load(io.BytesIO(archive.read(root + _OBJECTS, LARGEST_HEADER)), resolve, storage_named)
    return Listing(KIND, checked(flattened(objects, located)))


def storage_named(saved: Any) -> Storage:
    """The storage that a pickle names: ("storage", kind, key, device, count of numbers, ...)."""
    if not (isinstance(saved, tuple) and len(saved) >= 5 and saved[0] in ("storage", b"storage")):
        raise damaged()
    _, kind, key, _, count = saved[:5]
    if not (isinstance(kind, Inert) and kind.dtype in SIZES and type(key) in (str, int) and type(count) is int):
        raise damaged()
    return Storage(str(key), kind.dtype, count * SIZES[kind.dtype])


def _root(archive: Archive) -> str:
    """The folder in the archive that all is in, with its slash."""
    roots = [name.removesuffix(_OBJECTS) for name in archive.entries if name.split("/")[-1] == _OBJECTS]
    if len(roots) != 1:
        raise ForeignFileError(tr("it is a zip archive of several files of weights; unpack it and open one of them"))
    return roots[0]


def _is_big_endian(archive: Archive, root: str) -> bool:
    name = f"{root}byteorder"
    if name not in archive.entries:
        return False
    order = archive.read(name, _LONGEST_ORDER)
    if order not in _ORDERS:
        raise damaged()
    return _ORDERS[order]
