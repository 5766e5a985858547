"""The process that reads a file of strangers: it has the open file as its input and can open nothing else.

It answers on its output: the length of a header (8 bytes, little endian), the header (JSON), then the bytes of each
array in the order of the header. A file that is refused has a header with an ``error`` alone.
"""

import codecs
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from gan.importing.blocks import Block
from gan.importing.entries import Entry
from gan.importing.errors import ForeignFileError
from gan.importing.formats import read_listing
from gan.importing.limits import LENGTH_BYTES, MEMORY, SECONDS
from gan.importing.source import Extent, Source
from gan.words import wording_of

OPENED_MORE = 3
"""The exit status of a process that tried to do anything but read its input and write its output."""


def main() -> NoReturn:
    """Read the file that is the input, answer, and end."""
    source = Source(open(0, "rb", buffering=0, closefd=False))  # noqa: SIM115
    codecs.lookup("raw-unicode-escape")  # which would be imported when an old pickle needs it
    _limit()
    sys.addaudithook(_refuse)
    for part in answer(source):
        _write(part)
    os._exit(0)


def answer(source: Source) -> Iterator[bytes]:
    """The answer in pieces."""
    try:
        listing = read_listing(source)
    except ForeignFileError as error:
        yield from _with_length({"error": wording_of(error.words).to_json()})
        return
    yield from _with_length({"kind": listing.kind, "entries": list(map(_described, listing.entries))})
    for entry in listing.entries:
        if isinstance(entry.value, Block):
            data = entry.value.data
            yield from source.chunks(data) if isinstance(data, Extent) else [data]


def _described(entry: Entry) -> list[Any]:
    block = entry.value
    if not isinstance(block, Block):
        return [entry.path, block]
    about = {"dtype": block.dtype, "big_endian": block.big_endian, "shape": block.shape, "strides": block.strides}
    return [entry.path, about | {"length": block.length}]


def _with_length(header: dict[str, Any]) -> Iterator[bytes]:
    text = json.dumps(header).encode()
    yield len(text).to_bytes(LENGTH_BYTES, "little")
    yield text


def _write(part: bytes) -> None:
    view = memoryview(part)
    while view:
        view = view[os.write(1, view) :]


def _limit() -> None:
    """Keep this process from more memory and time than :data:`MEMORY` and :data:`SECONDS`, and from other files.

    Where a system lacks one of these limits, the others hold.
    """
    if sys.platform == "win32":
        return
    import resource

    limits = {
        "RLIMIT_AS": MEMORY,
        "RLIMIT_CPU": SECONDS,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_NOFILE": 0,
    }
    for name, most in limits.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _refuse(event: str, _: Any) -> None:
    """Reading needs nothing that Python tells audit hooks of: no file, import, process or connection."""
    os._exit(OPENED_MORE)


if __name__ == "__main__":
    main()
