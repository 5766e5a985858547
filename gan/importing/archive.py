"""The directory of a zip archive, read with limits; nothing is unpacked to the disk."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from gan.importing.errors import ForeignFileError, damaged
from gan.importing.source import Extent, Source
from gan.words import tr

MOST_RECORDS = 100_000
LARGEST_UNPACKED = 2**28
"""Bytes of all records that are compressed, unpacked."""
_MOST_DIRECTORY = 2**23
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 2**16
_ENCRYPTED, _STORED, _DEFLATED = 1, 0, 8
_FULL = 0xFFFFFFFF
"""The value of a field whose number of 64 bits follows elsewhere."""
_EXTRA_64 = 1


@dataclass(frozen=True)
class Entry:
    """A record of an archive as its directory describes it: sizes in bytes, ``header`` is where it begins."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    header: int


class Archive:
    """The zip archive ``source``: its records by name. Raises :class:`ForeignFileError` if it is not a whole one."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._unpacked = 0
        self.entries: dict[str, Entry] = {}
        count, directory = _find_directory(source)
        if count > MOST_RECORDS or directory.length > _MOST_DIRECTORY:
            raise ForeignFileError(tr("it is an archive of too many parts to be a file of weights"))
        for entry in _entries(source.read(directory), count):
            if entry.name in self.entries:
                raise ForeignFileError(
                    tr("it is an archive with two parts of the same name; it may be made to do harm")
                )
            self.entries[entry.name] = entry

    def find(self, name: str) -> Extent | bytes:
        """Where in the source the record ``name`` is, or its bytes if it is compressed. Raises ForeignFileError."""
        entry = self.entries.get(name)
        if entry is None:
            raise damaged()
        if entry.flags & _ENCRYPTED:
            raise ForeignFileError(tr("it is an archive with a password; unpack it and open what is in it"))
        packed = self._packed(entry)
        if entry.method == _STORED and entry.packed == entry.size:
            found: Extent | bytes = packed
        elif entry.method == _DEFLATED:
            found = self._unpack(entry, packed)
        else:
            raise damaged()
        self._check(entry, found)
        return found

    def read(self, name: str, most: int) -> bytes:
        """The bytes of a record of at most ``most``."""
        if name in self.entries and self.entries[name].size > most:
            raise ForeignFileError(tr("it has a description that is too long to be one of weights"))
        found = self.find(name)
        return found if isinstance(found, bytes) else self._source.read(found)

    def _packed(self, entry: Entry) -> Extent:
        header = self._source.whole.part(entry.header, _LOCAL.size)
        signature, *_, name_length, extra_length = _LOCAL.unpack(self._source.read(header))
        if signature != b"PK\3\4":
            raise damaged()
        return self._source.whole.part(entry.header + _LOCAL.size + name_length + extra_length, entry.packed)

    def _unpack(self, entry: Entry, packed: Extent) -> bytes:
        self._unpacked += entry.size
        if self._unpacked > LARGEST_UNPACKED:
            raise ForeignFileError(
                tr("it unpacks to more than {largest_unpacked:g} MB", largest_unpacked=LARGEST_UNPACKED / 2**20)
            )
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        contents = bytearray()
        try:
            for chunk in self._source.chunks(packed):
                contents += unpacker.decompress(chunk, entry.size - len(contents) + 1)
                if len(contents) > entry.size:
                    break
        except zlib.error as error:
            raise damaged() from error
        if len(contents) != entry.size:
            raise damaged()
        return bytes(contents)

    def _check(self, entry: Entry, found: Extent | bytes) -> None:
        """PyTorch can be told to leave checksums out; they are 0 then."""
        checksum = 0
        for chunk in [found] if isinstance(found, bytes) else self._source.chunks(found):
            checksum = zlib.crc32(chunk, checksum)
        if entry.checksum not in (0, checksum):
            raise damaged()


def _find_directory(source: Source) -> tuple[int, Extent]:
    """How many records there are, and where they are listed."""
    length = min(source.whole.length, _END.size + _LONGEST_COMMENT)
    start = source.whole.length - length
    tail = source.read(source.whole.part(start, length))
    place = tail.rfind(b"PK\5\6")
    if place < 0 or place + _END.size > len(tail):
        raise damaged()
    _, _, _, _, count, size, offset, _ = _END.unpack_from(tail, place)
    if _FULL in (size, offset) or count == 0xFFFF:
        return _find_directory_64(source, start + place)
    return count, source.whole.part(offset, size)


def _find_directory_64(source: Source, end: int) -> tuple[int, Extent]:
    locator = source.read(source.whole.part(end - _LOCATOR_64.size, _LOCATOR_64.size))
    signature, _, place, _ = _LOCATOR_64.unpack(locator)
    if signature != b"PK\6\7":
        raise damaged()
    values = _END_64.unpack(source.read(source.whole.part(place, _END_64.size)))
    if values[0] != b"PK\6\6":
        raise damaged()
    *_, count, size, offset = values
    return count, source.whole.part(offset, size)


def _entries(directory: bytes, count: int) -> Iterator[Entry]:
    place = 0
    for _ in range(count):
        if place + _ENTRY.size > len(directory):
            raise damaged()
        values = _ENTRY.unpack_from(directory, place)
        signature, _, _, flags, method, _, _, checksum, packed, size, name_length, extra_length, comment_length = (
            values[:13]
        )
        if signature != b"PK\1\2":
            raise damaged()
        name_start = place + _ENTRY.size
        extra_start = name_start + name_length
        place = extra_start + extra_length + comment_length
        if place > len(directory):
            raise damaged()
        extra = directory[extra_start : extra_start + extra_length]
        size, packed, header = _long_sizes(extra, [size, packed, values[-1]])
        name = _checked_name(directory[name_start:extra_start])
        yield Entry(name, flags, method, checksum, packed, size, header)


def _long_sizes(extra: bytes, values: list[int]) -> list[int]:
    """``values`` with those that are full replaced by their numbers of 64 bits, which ``extra`` lists in order."""
    place = 0
    while _FULL in values and place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _EXTRA_64:
            field = extra[place + 4 : place + 4 + length]
            numbers = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
            return [next(numbers, value) if value == _FULL else value for value in values]
        place += 4 + length
    return values


def _checked_name(raw: bytes) -> str:
    name = raw.decode("utf-8", "replace")
    if name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/"):
        raise ForeignFileError(
            tr("it is an archive whose parts would be written outside of it; it may be made to do harm")
        )
    return name
