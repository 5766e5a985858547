"""What the names in a pickle stand for: functions of this package that make plain values, and never what they name."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from gan.importing.blocks import (
    SIZES,
    Block,
    InlineArray,
    NumpyType,
    Record,
    Storage,
    Tensor,
    as_shape,
    column_major,
    is_count,
    row_major,
    span,
)
from gan.importing.errors import HOW_TO_SAVE, ForeignFileError, damaged
from gan.importing.wording import printable
from gan.words import tr


@dataclass(frozen=True)
class Inert:
    """A name in a pickle; ``make`` is what calling it does. ``dtype`` is set for those of kinds of numbers."""

    make: Callable[..., Any]
    dtype: str = ""


def resolve(module: str, name: str) -> Inert:
    """What ``name`` of ``module`` stands for. Raises :class:`ForeignFileError` if weights do not need it."""
    known = _KNOWN.get((module, name))
    if known is not None:
        return known
    if module.split(".")[0] in _KEPT_PACKAGES or module.startswith(_KEPT_MODULES):
        return Inert(lambda *_: Record(f"{module}.{name}"))
    return _refuse(printable(module), printable(name))


def set_state(target: Any, state: Any) -> None:
    """Give what was made its state, as far as it is needed; a state dict's own versions are not."""
    if isinstance(target, InlineArray):
        target.block = _array(state)
    elif isinstance(target, NumpyType):
        target.big_endian = isinstance(state, tuple) and len(state) > 1 and state[1] in (">", b">")
    elif isinstance(target, Record):
        target.attributes |= state if isinstance(state, dict) else {}
    elif not isinstance(target, dict | Tensor):
        raise damaged()


def _refuse(module: str, name: str) -> NoReturn:
    if module.startswith("torch") and name.endswith("Storage"):
        raise ForeignFileError(
            tr(
                "it holds numbers of the kind {kind}, which is not read",
                kind=name.removesuffix("Storage"),
            )
        )
    if _HARMFUL & {module.split(".")[0], *name.split(".")[:-1]}:
        raise ForeignFileError(
            tr(
                "it asks to run {module}.{name}, which weights never need: it may be made to do harm, and nothing of "
                "it was run; do not open it with other programs either",
                module=module,
                name=name,
            )
        )
    if module == "torch._utils" and name.startswith("_rebuild_"):
        raise ForeignFileError(tr("it holds arrays of a kind that is not read (those made by {name})", name=name))
    if not name[:1].isupper():
        raise ForeignFileError(
            tr(
                "it asks to run {module}.{name}, which weights do not need, so nothing of it was run; in the program "
                "that it comes from, save the weights alone: {how_to_save}",
                module=module,
                name=name,
                how_to_save=HOW_TO_SAVE,
            )
        )
    raise ForeignFileError(
        tr(
            "it is not only weights, but a whole pickled object (class {name} of module {module}), which would run "
            "code of its own; in the program that it comes from, save the weights alone: {how_to_save}",
            name=name,
            module=module,
            how_to_save=HOW_TO_SAVE,
        )
    )


def _dict(*arguments: Any) -> dict[Any, Any]:
    """An OrderedDict or the like; a defaultdict's first argument is what it makes of missing keys."""
    pairs = arguments[-1] if arguments else ()
    made: dict[Any, Any] = {}
    for pair in pairs.items() if isinstance(pairs, dict) else pairs if isinstance(pairs, list) else ():
        if isinstance(pair, list | tuple) and len(pair) == 2 and type(pair[0]) in (str, int):
            made[pair[0]] = pair[1]
    return made


def _list(items: Any = (), *_: Any) -> list[Any]:
    return list(items) if isinstance(items, list | tuple) else []


def _tuple(items: Any = (), *_: Any) -> tuple[Any, ...]:
    return tuple(items) if isinstance(items, list | tuple) else ()


def _encoded(text: Any, encoding: Any = "latin1", *_: Any) -> bytes:
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1", "utf-8"):
        raise damaged()
    return text.encode("utf-8" if encoding == "utf-8" else "latin-1")


def _nothing(*_: Any) -> None:
    return None


def _first(value: Any = None, *_: Any) -> Any:
    return value


def _device(kind: Any = "", *_: Any) -> str:
    return kind if isinstance(kind, str) else ""


def _reconstructed(kind: Any, *_: Any) -> Any:
    """An object of pickle protocols 0 and 1."""
    if not isinstance(kind, Inert):
        raise damaged()
    return kind.make()


def _tensor(storage: Any, offset: Any, shape: Any, strides: Any, *_: Any) -> Tensor:
    return _view(storage, storage.dtype if isinstance(storage, Storage) else "", offset, shape, strides)


def _typed_tensor(
    storage: Any, offset: Any, shape: Any, strides: Any, gradient: Any, hooks: Any, kind: Any, *_: Any
) -> Tensor:
    return _view(storage, kind.dtype if isinstance(kind, Inert) else "", offset, shape, strides)


def _view(storage: Any, dtype: str, offset: Any, shape: Any, strides: Any) -> Tensor:
    if not (isinstance(storage, Storage) and dtype in SIZES and is_count(offset)):
        raise damaged()
    return Tensor(storage, dtype, offset, as_shape(shape), as_shape(strides))


def _derived(make: Any, kind: Any, arguments: Any, *_: Any) -> Any:
    """A tensor with attributes of its own, which are left out."""
    if not (isinstance(make, Inert) and isinstance(arguments, tuple)):
        raise damaged()
    return make.make(*arguments)


def _numpy_type(code: Any, *_: Any) -> NumpyType:
    text = code.decode("latin-1") if isinstance(code, bytes) else code if isinstance(code, str) else ""
    return NumpyType(_NUMPY_CODES.get(text.lstrip("<>=|"), ""), text.startswith(">"))


def _array(state: Any) -> Block | None:
    """The array with the state (version, shape, dtype, by columns, bytes); None for one that holds no numbers."""
    if not (isinstance(state, tuple) and len(state) == 5):
        raise damaged()
    _, shape, kind, by_columns, data = state
    return _block(data, kind, shape, by_columns is True)


def _from_buffer(data: Any, kind: Any, shape: Any, order: Any = "C", *_: Any) -> InlineArray:
    return InlineArray(_block(data, kind, shape, order == "F"))


def _block(data: Any, kind: Any, shape: Any, by_columns: bool) -> Block | None:
    if isinstance(kind, NumpyType) and not kind.dtype:
        return None
    if not (isinstance(kind, NumpyType) and isinstance(data, bytes)):
        raise damaged()
    shape = as_shape(shape)
    strides = column_major(shape) if by_columns else row_major(shape)
    size = SIZES[kind.dtype]
    needed = span(shape, strides, len(data) // size) * size
    if needed > len(data):
        raise damaged()
    return Block(data[:needed], kind.dtype, shape, strides, kind.big_endian)


def _number(kind: Any, data: Any = None, *_: Any) -> Any:
    """A numpy scalar as a plain number."""
    if not (isinstance(kind, NumpyType) and kind.dtype and isinstance(data, bytes)):
        return None
    if len(data) != SIZES[kind.dtype]:
        raise damaged()
    return struct.unpack((">" if kind.big_endian else "<") + _STRUCT_CODES[kind.dtype], data)[0]


_NUMPY_CODES = {
    "f8": "float64",
    "f4": "float32",
    "f2": "float16",
    "i8": "int64",
    "i4": "int32",
    "i2": "int16",
    "i1": "int8",
    "u8": "uint64",
    "u4": "uint32",
    "u2": "uint16",
    "u1": "uint8",
    "b1": "bool",
}
_STRUCT_CODES = {
    "float64": "d",
    "float32": "f",
    "float16": "e",
    "int64": "q",
    "int32": "i",
    "int16": "h",
    "int8": "b",
    "uint64": "Q",
    "uint32": "I",
    "uint16": "H",
    "uint8": "B",
    "bool": "?",
}
_STORAGES = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
    "UntypedStorage": "uint8",
}
_STORAGE_MODULES = ("torch", "torch.cuda", "torch.storage")
_DTYPES = {each: each for each in SIZES} | {
    "float": "float32",
    "double": "float64",
    "half": "float16",
    "long": "int64",
    "int": "int32",
}

_RECORDS = (("argparse", "Namespace"), ("types", "SimpleNamespace"), ("uuid", "UUID"))
_KEPT_PACKAGES = frozenset(
    {"omegaconf", "pytorch_lightning", "lightning", "lightning_fabric", "easydict", "yacs"}
    | {"pathlib", "datetime", "typing"}
)
"""Packages whose objects are met beside weights; they are kept as records without any function."""
_KEPT_MODULES = ("torch.optim.", "numpy.random.")
_HARMFUL = frozenset(
    {"builtins", "__builtin__", "os", "posix", "nt", "sys", "io", "code", "codecs", "types", "operator", "functools"}
    | {"importlib", "pkgutil", "zipimport", "runpy", "pickle", "marshal", "inspect", "gc", "ctypes", "platform"}
    | {"subprocess", "multiprocessing", "threading", "asyncio", "signal", "pty", "commands", "shutil", "tempfile"}
    | {"socket", "http", "urllib", "requests", "webbrowser", "pip", "site", "sysconfig", "linecache"}
    | {"pdb", "bdb", "timeit", "cProfile", "doctest"}
)
"""Packages whose classes are no networks either."""


def _plain(module: str) -> Mapping[tuple[str, str], Inert]:
    return {
        (module, "dict"): Inert(_dict),
        (module, "list"): Inert(_list),
        (module, "set"): Inert(_list),
        (module, "frozenset"): Inert(_list),
        (module, "tuple"): Inert(_tuple),
        (module, "bytearray"): Inert(_nothing),
        (module, "complex"): Inert(_nothing),
        (module, "slice"): Inert(_nothing),
        (module, "range"): Inert(_nothing),
        (module, "object"): Inert(lambda *_: Record("object")),
        **{(module, name): Inert(_first) for name in ("int", "float", "bool", "str", "bytes", "long", "unicode")},
    }


def _numpy(package: str) -> Mapping[tuple[str, str], Inert]:
    return {
        (f"{package}.multiarray", "_reconstruct"): Inert(lambda *_: InlineArray()),
        (f"{package}.multiarray", "scalar"): Inert(_number),
        (f"{package}.numeric", "_frombuffer"): Inert(_from_buffer),
    }


_KNOWN: Mapping[tuple[str, str], Inert] = {
    ("collections", "OrderedDict"): Inert(_dict),
    ("collections", "defaultdict"): Inert(_dict),
    ("collections", "Counter"): Inert(_dict),
    ("collections", "deque"): Inert(_list),
    ("_codecs", "encode"): Inert(_encoded),
    ("copyreg", "_reconstructor"): Inert(_reconstructed),
    ("copy_reg", "_reconstructor"): Inert(_reconstructed),
    ("torch._utils", "_rebuild_tensor"): Inert(_tensor),
    ("torch._utils", "_rebuild_tensor_v2"): Inert(_tensor),
    ("torch._utils", "_rebuild_tensor_v3"): Inert(_typed_tensor),
    ("torch._utils", "_rebuild_parameter"): Inert(_first),
    ("torch._utils", "_rebuild_parameter_with_state"): Inert(_first),
    ("torch._utils", "_rebuild_device_tensor_from_numpy"): Inert(_first),
    ("torch._utils", "_rebuild_device_tensor_from_cpu_tensor"): Inert(_first),
    ("torch._tensor", "_rebuild_from_type_v2"): Inert(_derived),
    ("torch.nn.parameter", "Parameter"): Inert(_first),
    ("torch.nn.parameter", "Buffer"): Inert(_first),
    ("torch", "Tensor"): Inert(_nothing),
    ("torch._tensor", "Tensor"): Inert(_nothing),
    ("torch", "Size"): Inert(_tuple),
    ("torch", "device"): Inert(_device),
    ("torch.serialization", "_get_layout"): Inert(_nothing),
    ("numpy", "ndarray"): Inert(_nothing),
    ("numpy", "dtype"): Inert(_numpy_type),
    **{("torch", name): Inert(_nothing, dtype) for name, dtype in _DTYPES.items()},
    **{(module, name): Inert(_nothing, dtype) for module in _STORAGE_MODULES for name, dtype in _STORAGES.items()},
    **{pair: Inert(lambda *_, name=pair[1]: Record(name)) for pair in _RECORDS},
    **_plain("builtins"),
    **_plain("__builtin__"),
    **_numpy("numpy.core"),
    **_numpy("numpy._core"),
}
