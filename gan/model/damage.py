"""What is wrong with a file of weights, in words that say what to do. What libraries say of it goes to the log."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor, nn

log = logging.getLogger(__name__)
LENGTH_BYTES = 8
"""A ``.safetensors`` file begins with the length of its header, little endian; the header is a JSON object."""


def damage_of(path: Path, error: Exception) -> str:
    """Why ``path``, which the library refused with ``error``, is no whole ``.safetensors`` file."""
    log.info("%s: %s: %s", path, type(error).__name__, error)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(LENGTH_BYTES + 1)
    except OSError as unreadable:
        return f"it cannot be read, {unreadable.strerror or unreadable}"
    return _damage(size, start)


def _damage(size: int, start: bytes) -> str:
    if not size:
        return "it is empty; copy it again from where it came from"
    if size > LENGTH_BYTES and start[LENGTH_BYTES:] != b"{":
        return "it is a file of another kind"
    if size < LENGTH_BYTES + int.from_bytes(start[:LENGTH_BYTES], "little"):
        return "it is cut off; copy it again from where it came from"
    return "it is cut off or damaged; copy it again from where it came from"


def misfit_of(network: "nn.Module", weights: "Mapping[str, Tensor]") -> str:
    """How ``weights`` differ from those that ``network`` has in number and shape; empty if they do not."""
    wanted = network.state_dict()
    if missing := wanted.keys() - weights.keys():
        return f"{_named(missing)} missing"
    if extra := weights.keys() - wanted.keys():
        return f"{_named(extra)} too many"
    other = (name for name, tensor in wanted.items() if tensor.shape != weights[name].shape)
    name = next(other, None)
    return "" if name is None else f"{name} is {_shape(weights[name])} instead of {_shape(wanted[name])}"


def _named(names: "set[str]") -> str:
    first, count = min(names), len(names)
    return f"{first} is" if count == 1 else f"{first} and {count - 1} more are"


def _shape(tensor: "Tensor") -> str:
    return " × ".join(map(str, tensor.shape)) or "one number"
