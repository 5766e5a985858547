"""An open file, read by position; asking for what is not there is an error, and so nothing is taken on its word."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from gan.importing.errors import damaged

CHUNK = 2**20


@dataclass(frozen=True)
class Extent:
    """``length`` bytes of a file, from byte ``start`` on."""

    start: int
    length: int

    def part(self, start: int, length: int) -> "Extent":
        """``length`` bytes from the ``start``-th of these. Raises :class:`ForeignFileError` if they lie outside."""
        if min(start, length) < 0 or start + length > self.length:
            raise damaged()
        return Extent(self.start + start, length)


class Source:
    """The bytes of an open ``file``; ``whole`` is all of them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.whole = Extent(0, file.seek(0, os.SEEK_END))

    def read(self, extent: Extent) -> bytes:
        """Raises :class:`ForeignFileError` if the file is shorter."""
        return b"".join(self.chunks(extent))

    def chunks(self, extent: Extent) -> Iterator[bytes]:
        """The same in pieces of at most :data:`CHUNK` bytes."""
        extent = self.whole.part(extent.start, extent.length)
        self._file.seek(extent.start)
        left = extent.length
        while left:
            chunk = self._file.read(min(left, CHUNK))
            if not chunk:
                raise damaged()
            left -= len(chunk)
            yield chunk

    def start(self, length: int) -> bytes:
        """The first ``length`` bytes, or all if there are fewer."""
        return self.read(self.whole.part(0, min(length, self.whole.length)))
