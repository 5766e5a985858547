"""Weights that are stored in parts, put together as PyTorch does in eval mode.

Spectral norm: ``weight / sigma`` with ``sigma = u · (W v)``, where W is the weight as a matrix whose rows are the
output channels (https://arxiv.org/abs/1802.05957, section 2.1). Weight norm: ``g v / |v|`` for each output channel
(https://arxiv.org/abs/1602.07868, equation 2). PyTorch has two ways of storing either.
"""

import re
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
_Fold = Callable[..., Array]


def fold_norms(arrays: Mapping[str, Array]) -> tuple[dict[str, Array], tuple[str, ...]]:
    """``arrays`` with whole weights, at the place of the first part of each, and the layers where that was done."""
    parts = _parts(arrays)
    folded: dict[str, Array] = {}
    for name, array in arrays.items():
        target, fold, names = parts.get(name, (name, None, ()))
        if fold is None:
            folded[target] = array
        elif target not in folded or name == target:
            folded[target] = fold(*(arrays[each] for each in names))
    layers = dict.fromkeys(target.rpartition(".")[0] for target, _, _ in parts.values())
    return folded, tuple(layers)


def _parts(arrays: Mapping[str, Array]) -> dict[str, tuple[str, _Fold, tuple[str, ...]]]:
    """For every array that is a part: the weight that it belongs to, how that is made, and of which arrays."""
    parts: dict[str, tuple[str, _Fold, tuple[str, ...]]] = {}
    for name in arrays:
        for pattern, others, fold in _STORED:
            found = pattern.fullmatch(name)
            if found is None:
                continue
            before, weight = found.groups()
            names = (name, *(other.format(before=before, weight=weight) for other in others))
            if all(each in arrays for each in names) and _fit(fold, *(arrays[each] for each in names)):
                target = f"{before}{weight}"
                parts |= dict.fromkeys(names, (target, fold, names))
    return parts


def _spectral(stored: Array, u: Array, v: Array) -> Array:
    """PyTorch takes the second dimension for the output channels of a transposed convolution, else the first.

    A file does not say which; where both fit, it is that for which ``u`` and ``v`` are singular vectors, so that sigma
    is the larger.
    """
    fitting = [axis for axis in _axes(stored) if _is_matrix(stored, axis, u, v)]
    sigma = max((_sigma(stored, axis, u, v) for axis in fitting), key=abs)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return (stored / sigma).astype(np.float32)


def _as_stored(stored: Array, u: Array, weight: Array) -> Array:
    """PyTorch 0.4 kept the weight that it had computed, but not ``v``."""
    return weight


def _sigma(stored: Array, axis: int, u: Array, v: Array) -> float:
    matrix = np.moveaxis(stored, axis, 0).reshape(stored.shape[axis], -1).astype(np.float64)
    return float(u.astype(np.float64) @ (matrix @ v.astype(np.float64)))


def _unit(stored: Array) -> Array:
    """Spectral norm of a weight of one dimension."""
    return (stored / max(float(np.linalg.norm(stored.astype(np.float64))), 1e-12)).astype(np.float32)


def _weight_norm(g: Array, v: Array) -> Array:
    """``g`` has one number for each output channel, or one for all."""
    axes = tuple(axis for axis in range(v.ndim) if g.ndim == 0 or g.shape[axis] == 1)
    squares = np.square(v.astype(np.float64))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return (v * (g / np.sqrt(squares.sum(axis=axes, keepdims=True)))).astype(np.float32)


def _axes(stored: Array) -> range:
    return range(min(stored.ndim, 2))


def _is_matrix(stored: Array, axis: int, u: Array, v: Array) -> bool:
    return u.shape == (stored.shape[axis],) and v.shape == (stored.size // max(stored.shape[axis], 1),)


def _fit(fold: _Fold, *arrays: Array) -> bool:
    if fold is _spectral:
        stored, u, v = arrays
        return stored.ndim > 1 and any(_is_matrix(stored, axis, u, v) for axis in _axes(stored))
    if fold is _weight_norm:
        g, v = arrays
        return g.ndim in (0, v.ndim) and all(size in (1, whole) for size, whole in zip(g.shape, v.shape, strict=False))
    if fold is _as_stored:
        return arrays[0].shape == arrays[2].shape
    return arrays[0].ndim == 1


_NEW = "{before}parametrizations.{weight}."
_STORED: tuple[tuple[re.Pattern[str], tuple[str, ...], _Fold], ...] = (
    (re.compile(r"(.*\.|)(\w+)_orig"), ("{before}{weight}_u", "{before}{weight}_v"), _spectral),
    (re.compile(r"(.*\.|)(\w+)_orig"), ("{before}{weight}_u", "{before}{weight}"), _as_stored),
    (re.compile(r"(.*\.|)(\w+)_bar"), ("{before}{weight}_u", "{before}{weight}_v"), _spectral),
    (re.compile(r"(.*\.|)parametrizations\.(\w+)\.original"), (f"{_NEW}0._u", f"{_NEW}0._v"), _spectral),
    (re.compile(r"(.*\.|)parametrizations\.(\w+)\.original"), (), _unit),
    (re.compile(r"(.*\.|)parametrizations\.(\w+)\.original0"), (f"{_NEW}original1",), _weight_norm),
    (re.compile(r"(.*\.|)(\w+)_g"), ("{before}{weight}_v",), _weight_norm),
)
"""Names of the part that tells it, those of its other parts, and how they make the weight.

``_bar`` is not PyTorch's own, but stands in many programs that are older than its spectral norm.
"""
