"""Finding the networks in what a file holds: their weights under the names that the layers have."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.importing.errors import save_weights
from gan.importing.naming import common_prefix, is_average, role_of, without_wrappers
from gan.importing.norms import fold_norms
from gan.importing.reading import Contents, ForeignFileError
from gan.words import tr

Scalar = bool | int | float | str
Array = npt.NDArray[np.float32]

_FEWEST = 2
_MOST_DIMENSIONS = 5
_BATCHES = "num_batches_tracked"
_AVERAGED = "n_averaged"
"""What PyTorch's own moving average of a network counts."""
_OPTIMIZER = "param_groups"
_ENDINGS = ("weight", "bias", "running_mean")


@dataclass(frozen=True)
class StateDict:
    """The weights of one network in a file.

    ``name`` is where they are in the file, its keys and prefixes separated by dots, empty for the whole file.
    ``arrays`` are float32, in the order of the file, under names without what is common to all and without what
    wrappers added; spectral and weight norms are folded into the weights of the layers ``folded``. ``extras`` are the
    numbers and texts that the file holds beside weights, by their keys separated by dots. ``role`` is "generator" or
    "discriminator" where names say so, else empty; ``is_average`` marks a moving average of another network.
    """

    name: str
    arrays: dict[str, Array]
    extras: dict[str, Scalar]
    folded: tuple[str, ...]
    role: str
    is_average: bool


def find_state_dicts(contents: Contents) -> tuple[StateDict, ...]:
    """The networks in ``contents``, in its order. Raises :class:`ForeignFileError` if there is none."""
    extras = dict(_extras(contents.tree, ""))
    found = [
        _state_dict(name, arrays, extras, _AVERAGED in tree or is_average(name))
        for path, tree in _weight_dicts(contents.tree, "")
        for name, arrays in _networks(path, _arrays(tree))
    ]
    if not found:
        optimiser, nothing = tr("the state of an optimiser, and no weights"), tr("no weights")
        held = optimiser if _is_optimizer(contents.tree) else nothing
        raise ForeignFileError(
            tr("it holds {held} of a network; {save_weights}", held=held, save_weights=save_weights())
        )
    return tuple(found)


def _weight_dicts(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if _is_optimizer(tree):
        return
    if _holds_weights(tree):
        yield path, tree
    for key, value in _dicts(tree):
        yield from _weight_dicts(value, _joined(path, key))


def _is_optimizer(tree: Mapping[str, Any]) -> bool:
    return _OPTIMIZER in tree


def _dicts(tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((key, value) for key, value in tree.items() if isinstance(value, Mapping))


def _holds_weights(tree: Mapping[str, Any]) -> bool:
    names = [name for name, value in tree.items() if isinstance(value, np.ndarray) and _is_weight(value)]
    return len(names) >= _FEWEST and any("." in name or name.endswith(_ENDINGS) for name in names)


def _is_weight(array: npt.NDArray[Any]) -> bool:
    return array.dtype == np.float32 and 1 <= array.ndim <= _MOST_DIMENSIONS


def _is_counter(array: npt.NDArray[Any]) -> bool:
    return array.dtype != np.float32 and not array.ndim


def _arrays(tree: Mapping[str, Any]) -> dict[str, npt.NDArray[Any]]:
    arrays = {name: value for name, value in tree.items() if isinstance(value, np.ndarray) and not _is_counter(value)}
    return {bare: arrays[name] for name, bare in without_wrappers(arrays).items()}


def _networks(path: str, arrays: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The networks that one dict holds, each without its prefix: one, or a generator, a discriminator, an average."""
    prefix = common_prefix(arrays)
    path, arrays = _joined(path, prefix.removesuffix(".")), {name[len(prefix) :]: arrays[name] for name in arrays}
    firsts = {name.partition(".")[0] for name in arrays if "." in name}
    told = {first for first in firsts if role_of(first) or is_average(first)}
    if len(told) < 2 and not (len(firsts) > 1 and any(map(is_average, told))):
        yield path, arrays
        return
    for key, own in _split(arrays, told).items():
        if _holds_weights(own):
            yield from _networks(_joined(path, key), own)


def _split(arrays: Mapping[str, Any], firsts: Set[str]) -> dict[str, dict[str, Any]]:
    """``arrays`` by the first part of their names if it is one of ``firsts``; all others under an empty text."""
    groups: dict[str, dict[str, Any]] = {}
    for name, array in arrays.items():
        first, _, rest = name.partition(".")
        key = first if first in firsts and rest else ""
        groups.setdefault(key, {})[rest if key else name] = array
    return groups


def _state_dict(
    name: str, arrays: Mapping[str, npt.NDArray[Any]], extras: dict[str, Scalar], average: bool
) -> StateDict:
    whole, folded = fold_norms({key: array.astype(np.float32, copy=False) for key, array in arrays.items()})
    return StateDict(name, whole, extras, folded, _role(name), average)


def _role(name: str) -> str:
    """The innermost part of ``name`` that tells."""
    return next(filter(None, map(role_of, reversed(name.split(".")))), "")


def _extras(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, Scalar]]:
    if _is_optimizer(tree):
        return
    for key, value in tree.items():
        name = _joined(path, key)
        if isinstance(value, Mapping):
            yield from _extras(value, name)
        elif isinstance(value, Scalar):
            yield name, value
        elif _is_counter(value) and key.rpartition(".")[2] not in (_BATCHES, _AVERAGED):
            yield name, value.item()


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path and key else path or key
