"""Files as strangers write them, and reading them in this process."""

import io
import pickle
import zipfile
from collections.abc import Mapping
from typing import Any

import torch

from gan.importing.child import answer
from gan.importing.receiving import receive
from gan.importing.source import Source

FORMATS = {"zip": True, "old": False}


def saved(value: Any, form: str = "zip") -> bytes:
    """What ``torch.save`` writes for ``value``."""
    buffer = io.BytesIO()
    torch.save(value, buffer, _use_new_zipfile_serialization=FORMATS[form])
    return buffer.getvalue()


def read(contents: bytes) -> tuple[str, dict[str, Any]]:
    """The kind and the tree of a file with these ``contents``, as the two processes read it together."""
    answered = b"".join(answer(Source(io.BytesIO(contents))))
    return receive(io.BytesIO(answered))


def archive(records: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, contents in records.items():
            file.writestr(name, contents)
    return buffer.getvalue()


def zip_of(objects: bytes, **storages: bytes) -> bytes:
    """A PyTorch zip with this pickle of its objects."""
    records = {f"net/data/{key.removeprefix('_')}": contents for key, contents in storages.items()}
    return archive({"net/data.pkl": objects, **records, "net/version": b"3\n"})


def old_of(objects: bytes) -> bytes:
    """A file of the old format with this pickle of its objects, and no storages."""
    start = [0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}]
    return b"".join(pickle.dumps(each, 2) for each in start) + objects + pickle.dumps([], 2)


def tensor_pickle(
    count: int = 4, offset: int = 0, shape: tuple[int, ...] = (2, 2), strides: tuple[int, ...] = (2, 1)
) -> bytes:
    """The pickle of {"main.0.weight": a float32 tensor} whose numbers are in the storage "0"; all may be lies."""
    parts = (
        b"\x80\x02}X\x0d\x00\x00\x00main.0.weightctorch._utils\n_rebuild_tensor_v2\n((",
        pickled("storage"),
        b"ctorch\nFloatStorage\n",
        *map(pickled, ("0", "cpu", count)),
        b"tQ",
        *map(pickled, (offset, shape, strides, False)),
        b"ccollections\nOrderedDict\n)RtRs.",
    )
    return b"".join(parts)


def pickled(value: Any) -> bytes:
    """The instructions that push ``value``."""
    return pickle.dumps(value, 2)[2:-1]
