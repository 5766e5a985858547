"""Files that were made to do harm, or that are something else than weights, each with a name."""

import io
import json
import pickle
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from tests.gan.importing.saving import archive, old_of, pickled, saved, tensor_pickle, zip_of


class _Calls:
    """Its pickle calls ``function``."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self._reduced = (function, arguments)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self._reduced


def pickles(canary: Path) -> Iterator[tuple[str, bytes]]:
    """Pickles that would make the file ``canary``, use up all memory, or never end."""
    command = f"touch {canary}"
    code = f"open({str(canary)!r}, 'w')"
    for module in ("os", "posix", "nt"):
        yield f"{module}.system", _call(module, "system", command)
    yield "subprocess", _call("subprocess", "Popen", ["touch", str(canary)])
    for name in ("eval", "exec", "compile", "__import__", "getattr", "open"):
        yield name, _call("builtins", name, code)
        yield f"{name} of Python 2", _call("__builtin__", name, code)
    yield "reduced", pickle.dumps({"weight": _Calls(exec, code)}, 2)
    yield "torch.load", _call("torch", "load", str(canary))
    yield "a name like that of a tensor", _call("torch._utils", "_rebuild_tensor_v2.__globals__", command)
    yield "load from bytes", _call("torch.storage", "_load_from_bytes", b"abc")
    yield "name in name", b"\x80\x04" + pickled("torch._utils") + pickled("os.system") + b"\x93\x8c\x01a\x85R."
    yield "operator", _call("operator", "attrgetter", "__class__.__base__.__subclasses__")
    yield "instance", b"(S'" + command.encode() + b"'\nios\nsystem\n."
    yield "object", b"(cos\nsystem\nS'" + command.encode() + b"'\no."
    yield "extension", b"\x80\x02\x82\x01."
    yield "new object", b"\x80\x02cos\nsystem\n" + pickled(command) + b"\x85\x81."
    yield "new object with names", b"\x80\x04cos\nsystem\n" + pickled(command) + b"\x85}\x92."
    yield "state", b"\x80\x02ccollections\nOrderedDict\n" + pickled({"__class__": "a"}) + b"b."
    yield "called text", pickled("os").join((b"\x80\x02", b")R."))
    yield "persistent", b"\x80\x02cos\nsystem\nQ."
    yield "persistent text", b"\x80\x02Pos.system\n."
    yield "nested lists", b"\x80\x02" + b"]" * 10**6 + b"a" * (10**6 - 1) + b"."
    yield "nested tuples as key", b"\x80\x02})" + b"\x85" * 10**6 + b"K\x01s."
    yield "memo", b"\x80\x02]" + b"".join(b"r" + struct.pack("<I", 2**32 - 1 - each) for each in range(10**5)) + b"."
    yield "memo of nothing", b"\x80\x02q\x00."
    yield "never put", b"\x80\x02h\x05."
    yield "long", b"\x80\x02}X\x01\x00\x00\x00a\x8b" + struct.pack("<i", 10**6) + b"\xff" * 10**6 + b"s."
    yield "longer than there is", b"\x80\x02\x8b" + struct.pack("<i", 2**31 - 1) + b"."
    yield "negative length", b"\x80\x02\x8b" + struct.pack("<i", -1) + b"."
    yield "decimal", b"L" + b"9" * 10**6 + b"L\n."
    yield "text of 2^63 bytes", b"\x80\x04\x8d" + struct.pack("<Q", 2**63) + b"a."
    yield "bytes of 2^62", b"\x80\x04\x8e" + struct.pack("<Q", 2**62) + b"a."
    yield "laughs", _laughs()
    yield "itself", b"\x80\x02]q\x00h\x00a."
    yield "itself in a dict", b"\x80\x02}q\x00K\x01h\x00s."
    yield "no end", b"\x80\x02]"
    yield "nothing", b""
    yield "no value", b"\x80\x02."
    yield "two values", b"\x80\x02NN."
    yield "mark", b"\x80\x02(."
    yield "popped mark", b"\x80\x020."
    yield "many steps", b"\x80\x02]" + b"Na" * 2 * 10**6 + b"."
    yield "module", b"\x80\x02cmodel\nGenerator\n)\x81}b."
    yield "encoded as", _call("_codecs", "encode", "a", "rot13")
    yield "numpy bytes", _numpy_array((10**6,), b"1234")
    yield "numpy sizes", _numpy_array((2**62, 4), b"1234")
    yield "numpy dimensions", _numpy_array((1,) * 100, b"1234")


def tensors() -> Iterator[tuple[str, bytes]]:
    """Pickles of tensors that lie about their 4 numbers."""
    yield "storage", tensor_pickle(10**12)
    yield "size", tensor_pickle(4, 0, (10**12,), (1,))
    yield "sizes that overflow", tensor_pickle(4, 0, (2**32, 2**32), (0, 0))
    yield "repeated", tensor_pickle(4, 0, (10**5, 10**5), (0, 0))
    yield "negative count", tensor_pickle(-4)
    yield "negative size", tensor_pickle(4, 0, (-2, -2))
    yield "negative stride", tensor_pickle(4, 3, (2, 2), (-2, -1))
    yield "negative offset", tensor_pickle(4, -1)
    yield "offset", tensor_pickle(4, 1)
    yield "offset that overflows", tensor_pickle(4, 2**62)
    yield "stride", tensor_pickle(4, 0, (2, 2), (3, 1))
    yield "stride that overflows", tensor_pickle(4, 0, (2, 2), (2**62, 2**62))
    yield "stride of 70 bits", tensor_pickle(4, 0, (2, 2), (2**70, 1))
    yield "many dimensions", tensor_pickle(4, 0, (1,) * 1000, (1,) * 1000)
    yield "other dimensions", tensor_pickle(4, 0, (2, 2), (1,))
    yield "empty but huge", tensor_pickle(4, 0, (0, 2**62, 2**62), (2**62, 2**62, 2**62))


def archives() -> Iterator[tuple[str, bytes]]:
    """Zip archives that lie."""
    good = {"net/data.pkl": tensor_pickle(), "net/data/0": bytes(16)}
    yield "bomb", archive({**good, "net/data/0": bytes(3 * 10**8)}, zipfile.ZIP_DEFLATED)
    yield "bomb of a pickle", archive({"net/data.pkl": bytes(10**8)}, zipfile.ZIP_DEFLATED)
    yield "many records", archive(dict.fromkeys(map(str, range(10**5)), b"") | good)
    yield "twice", _twice(good)
    for name in ("../../evil", "/etc/evil", "net/../../evil", "C:\\evil"):
        yield name, archive({name: b"a", **good}).replace(b"C:/evil", b"C:\\evil")
    yield "encrypted", _flagged(archive(good))
    yield "byte order", archive({**good, "net/byteorder": b"middle"})
    yield "long byte order", archive({**good, "net/byteorder": b"little" * 10**5})
    yield "no storage", archive({"net/data.pkl": tensor_pickle()})
    yield "short storage", archive({**good, "net/data/0": bytes(15)})
    yield "two roots", archive({**good, "other/data.pkl": tensor_pickle()})
    yield "bzip2", archive(good, zipfile.ZIP_BZIP2)
    whole = archive(good)
    yield "only an end", whole[-22:]
    for place, name in ((-12, "count"), (-10, "size of the directory"), (-6, "place of the directory")):
        yield name, whole[:place] + b"\xfe\xff" + whole[place + 2 :]
    yield "flipped number", whole.replace(bytes(16), bytes(15) + b"\1", 1)


def safetensors() -> Iterator[tuple[str, bytes]]:
    """Files of safetensors that lie."""
    one = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
    yield "length", (2**63).to_bytes(8, "little") + b"{}"
    yield "length of all", b"\xff" * 8 + b"{}"
    yield "overlapping", _safetensors({"a": one, "b": one}, 8)
    yield "overlapping in part", _safetensors({"a": one, "b": one | {"data_offsets": [4, 12]}}, 12)
    yield "beyond", _safetensors({"a": one | {"data_offsets": [8, 16]}}, 8)
    yield "hole", _safetensors({"a": one | {"data_offsets": [8, 16]}}, 16)
    yield "more at the end", _safetensors({"a": one}, 9)
    yield "backwards", _safetensors({"a": one | {"data_offsets": [8, 0]}}, 8)
    yield "negative", _safetensors({"a": one | {"shape": [-2], "data_offsets": [8, 0]}}, 8)
    yield "shape that overflows", _safetensors({"a": one | {"shape": [2**62, 4]}}, 8)
    yield "many dimensions", _safetensors({"a": one | {"shape": [2**62] * 10**5}}, 8)
    yield "not finite", _safetensors({"a": one | {"shape": [float("nan")]}}, 8)
    yield "no list", _safetensors({"a": one | {"shape": {"a": 1}}}, 8)
    yield "no dict", _safetensors({"a": [1]}, 8)
    yield "text", _safetensors({"a": one | {"data_offsets": "ab"}}, 8)
    yield "other numbers", _safetensors({"a": one | {"dtype": "F4\n"}}, 8)
    yield "deep", _with_length(b'{"a":' + b"[" * 10**6)
    yield "number", _with_length(b'{"a":' + b"9" * 10**5 + b"}")
    yield "same name", _with_length(b'{"a":{},"a":{}}')
    yield "no JSON", _with_length(b"{nothing")


def others() -> Iterator[tuple[str, bytes, str]]:
    """Files of other kinds, and a word that the reason must have."""
    network = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.ReLU())
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        torch.jit.save(torch.jit.trace(network, torch.zeros(1, 1, 4, 4)), buffer)
    yield "TorchScript", buffer.getvalue(), "TorchScript"
    buffer = io.BytesIO()
    torch.export.save(torch.export.export(network, (torch.zeros(1, 1, 4, 4),)), buffer)
    yield "exported", buffer.getvalue(), "torch.export"
    yield "whole network", saved(network), "Sequential"
    yield "old whole network", saved(network, "old"), "Sequential"
    yield "ONNX", b"\x08\x08\x12\x07pytorch\x1a\x052.4.0:\x10", "ONNX"
    yield "HDF5", b"\x89HDF\r\n\x1a\n" + bytes(100), "Keras"
    buffer = io.BytesIO()
    np.save(buffer, np.zeros(3))
    yield "npy", buffer.getvalue(), "numpy"
    buffer = io.BytesIO()
    np.savez(buffer, a=np.zeros(3))
    yield "npz", buffer.getvalue(), "numpy"
    yield "pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n", "git lfs pull"
    yield "page", b"\n<!DOCTYPE html><html><body>\xf0\x9f\x99\x82 Not found</body></html>", "web page"
    yield "JSON", b'{"model_type": "dcgan"}', "JSON"
    yield "text", b"weights are elsewhere\n", "text"
    yield "picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"
    yield "document", archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "document"
    yield "pictures", archive({"a.png": b"a", "b.png": b"b"}), "pictures"
    yield "zipped weights", archive({"model/netG.pth": b"a"}), "unpack"
    yield "other zip", archive({"setup.py": b"a"}), "setup.py"
    yield "empty zip", archive({}), "zip"
    yield "tar", bytes(257) + b"ustar\0" + bytes(300), "tar"
    yield "gzip", b"\x1f\x8b\x08" + bytes(50), "gzip"
    yield "database", b"SQLite format 3\0" + bytes(100), "database"
    yield "empty", b"", "empty"
    yield "zeros", bytes(1000), "damaged"
    yield "pickle", pickle.dumps({"weight": [1.0]}), "pickle"
    yield "noise", bytes(range(255, 0, -1)), "unknown"
    yield "one tensor", saved(torch.zeros(3)), "one array"
    yield "one number", saved(3), "no weights"
    yield "sparse", saved({"a": torch.eye(3).to_sparse()}), "_rebuild_sparse_tensor"
    yield "complex numbers", saved({"a.weight": torch.zeros(2, dtype=torch.complex64)}), "ComplexFloat"


ENDLESS = ("laughs", "nested lists", "nested tuples as key", "many steps")
"""What keeps the reader busy for seconds, until it has enough."""


def all_files(canary: Path) -> Iterator[tuple[str, bytes]]:
    """Every file above, those that would run something in both formats."""
    for name, contents in pickles(canary):
        yield f"zip, {name}", zip_of(contents)
        if name not in ENDLESS:
            yield f"old, {name}", old_of(contents)
    for name, contents in tensors():
        yield f"tensor, {name}", zip_of(contents, _0=bytes(16))
    yield from ((f"archive, {name}", contents) for name, contents in archives())
    yield from ((f"safetensors, {name}", contents) for name, contents in safetensors())
    yield from ((f"other, {name}", contents) for name, contents, _ in others())


def _call(module: str, name: str, *arguments: Any) -> bytes:
    pushed = b"".join(map(pickled, arguments))
    return b"\x80\x02c" + f"{module}\n{name}\n".encode() + b"(" + pushed + b"tR."


def _laughs() -> bytes:
    """Thirty lists, each of which holds the one before twice."""
    lists = (b"]q%c(h%ch%ce0" % (place, place - 1, place - 1) for place in range(1, 31))
    return b"\x80\x02]q\x000" + b"".join(lists) + b"h\x1e."


def _numpy_array(shape: tuple[int, ...], data: bytes) -> bytes:
    kind = b"cnumpy\ndtype\n(X\x02\x00\x00\x00f4\x89\x88tR"
    state = b"(" + pickled(1) + pickled(shape) + kind + b"\x89C" + bytes([len(data)]) + data + b"tb"
    return b"\x80\x04}X\x01\x00\x00\x00acnumpy.core.multiarray\n_reconstruct\n(tR" + state + b"s."


def _twice(records: dict[str, bytes]) -> bytes:
    return archive({**records, "net/data.pkX": b"a"}).replace(b"net/data.pkX", b"net/data.pkl")


def _flagged(contents: bytes) -> bytes:
    """With the flag of encryption in every entry of the directory."""
    parts = contents.split(b"PK\1\2")
    return b"PK\1\2".join([parts[0], *(part[:4] + b"\1" + part[5:] for part in parts[1:])])


def _safetensors(header: dict[str, Any], length: int) -> bytes:
    return _with_length(json.dumps(header).encode()) + bytes(length)


def _with_length(header: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header
