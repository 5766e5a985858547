"""How weights are stored in a page: formats of numbers, and many tensors as one text. numpy only."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
ALIGNED = 4
"""Every tensor begins at a multiple of so many bytes, as a browser wants it."""
LARGEST_WHOLE = 127
SCALES = ".scales"
"""Goes on the name of a tensor of whole numbers: what each output channel is multiplied by."""


@dataclass(frozen=True)
class Numbers:
    """A format. ``store`` turns a tensor, whose last axis is the output channel, into what is kept of it, by the end
    that its name gets; ``restore`` gives the numbers that a browser then has."""

    name: str
    title: str
    store: Callable[[Array], Mapping[str, npt.NDArray[Any]]]
    restore: Callable[[Mapping[str, npt.NDArray[Any]]], Array]

    def restored(self, tensor: Array) -> Array:
        """``tensor`` as it is after it was stored in this format."""
        return self.restore(self.store(tensor))


def _whole(tensor: Array) -> Mapping[str, npt.NDArray[Any]]:
    largest = np.abs(tensor.reshape(-1, tensor.shape[-1])).max(axis=0)
    scales = (np.where(largest > 0, largest, 1) / LARGEST_WHOLE).astype(np.float32)
    return {"": (tensor / scales).round().astype(np.int8), SCALES: scales}


def _halves(tensor: Array) -> Mapping[str, npt.NDArray[Any]]:
    """What is too large for 16 bits becomes infinite, which no page is written with."""
    with np.errstate(over="ignore"):
        return {"": tensor.astype(np.float16)}


def _plain(stored: Mapping[str, npt.NDArray[Any]]) -> Array:
    return stored[""].astype(np.float32)


WHOLE = Numbers(
    "i8",
    "whole numbers of 8 bits, with a scale for each output channel",
    _whole,
    lambda stored: stored[""].astype(np.float32) * stored[SCALES],
)
HALF = Numbers("f16", "floating point of 16 bits", _halves, _plain)
FULL = Numbers("f32", "floating point of 32 bits", lambda tensor: {"": tensor}, _plain)
FORMATS = (WHOLE, HALF, FULL)
"""The shortest first."""
_NAMES = {"int8": WHOLE.name, "float16": HALF.name, "float32": FULL.name}


@dataclass(frozen=True)
class Packed:
    """Tensors in ``text``, base64, and where in its bytes each one is: ``offset``, ``count``, ``numbers``."""

    text: str
    places: Mapping[str, Mapping[str, Any]]


def pack(tensors: Mapping[str, Array], numbers: Numbers) -> Packed:
    """Weights, which have more than one axis, in the format ``numbers``; all others in 32 bits."""
    body, places = bytearray(), {}
    for name, tensor in tensors.items():
        chosen = numbers if tensor.ndim > 1 else FULL
        for end, array in chosen.store(tensor).items():
            places[name + end] = {"numbers": _NAMES[array.dtype.name], "offset": len(body), "count": array.size}
            body += np.ascontiguousarray(array).tobytes()
            body += bytes(-len(body) % ALIGNED)
    return Packed(base64.b64encode(body).decode(), places)
