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
from gan.words import marked, tr

if TYPE_CHECKING:
    from torch import Tensor

log = logging.getLogger(__name__)
_REMEDY = marked("take an earlier snapshot of its run, or get the file again")
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
        return _named(missing, marked("{name} is missing"), marked("{name} and {more} more are missing"))
    if extra := found.keys() - wanted.keys():
        return _named(extra, marked("{name} is too many"), marked("{name} and {more} more are too many"))
    name = next((name for name, shape in wanted.items() if shape != found[name]), None)
    if name is None:
        return ""
    return tr(
        "{name} is {found} instead of {wanted}", name=name, found=_shape(found[name]), wanted=_shape(wanted[name])
    )


def unsound_of(weights: "Mapping[str, Tensor | npt.NDArray[Any]]") -> str:
    """Which of ``weights`` holds what is no finite number, and how many; empty if none does.

    Adding up a tensor is the quickest way to see whether all of it is finite; only a sum that is not is looked into.
    """
    for name, tensor in weights.items():
        if not math.isfinite(float(tensor.sum())):
            values = tensor if isinstance(tensor, np.ndarray) else tensor.cpu().float().numpy()
            if broken := np.count_nonzero(~np.isfinite(values)):
                return tr(
                    "{broken:,} of the {all:,} numbers in {name} are NaN or infinite; {remedy}",
                    broken=int(broken),
                    all=values.size,
                    name=name,
                    remedy=tr(_REMEDY),
                )
    return ""


def _named(names: "set[str]", one: str, many: str) -> str:
    return tr(one if len(names) == 1 else many, name=min(names), more=len(names) - 1)


def _shape(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or tr("one number")
