"""What is wrong with a file of weights, in words that say what to do. What libraries say of it goes to the log."""

import logging
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gan.errors import reason_of
from gan.model.weights import Shapes
from gan.words import tr

if TYPE_CHECKING:
    from torch import Tensor

log = logging.getLogger(__name__)
_REMEDY = "take an earlier snapshot of its run, or get the file again"
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
        return tr("it cannot be read, {reason}", reason=reason_of(unreadable))
    return _damage(size, start)


def _damage(size: int, start: bytes) -> str:
    if not size:
        return tr("it is empty; copy it again from where it came from")
    if size > LENGTH_BYTES and start[LENGTH_BYTES:] != b"{":
        return tr("it is a file of another kind")
    if size < LENGTH_BYTES + int.from_bytes(start[:LENGTH_BYTES], "little"):
        return tr("it is cut off; copy it again from where it came from")
    return tr("it is cut off or damaged; copy it again from where it came from")


def misfit_of(wanted: Shapes, found: Shapes) -> str:
    """How the tensors ``found`` differ from those that are ``wanted``; empty if they do not."""
    if missing := wanted.keys() - found.keys():
        return f"{_named(missing)} missing"
    if extra := found.keys() - wanted.keys():
        return f"{_named(extra)} too many"
    name = next((name for name, shape in wanted.items() if shape != found[name]), None)
    return "" if name is None else f"{name} is {_shape(found[name])} instead of {_shape(wanted[name])}"


def unsound_of(weights: "Mapping[str, Tensor | npt.NDArray[Any]]") -> str:
    """Which of ``weights`` holds what is no finite number, and how many; empty if none does.

    Adding up a tensor is the quickest way to see whether all of it is finite; only a sum that is not is looked into.
    """
    for name, tensor in weights.items():
        if not math.isfinite(float(tensor.sum())):
            values = tensor if isinstance(tensor, np.ndarray) else tensor.cpu().float().numpy()
            if broken := np.count_nonzero(~np.isfinite(values)):
                return f"{broken:,} of the {values.size:,} numbers in {name} are NaN or infinite; {_REMEDY}"
    return ""


def _named(names: "set[str]") -> str:
    first, count = min(names), len(names)
    return f"{first} is" if count == 1 else f"{first} and {count - 1} more are"


def _shape(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "one number"
