"""Finding the networks in what a file holds: their weights under the names that the layers have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.importing.naming import common_prefix, is_average, role_of, without_wrappers
from gan.importing.norms import fold_norms
from gan.importing.reading import Contents, ForeignFileError

Scalar = bool | int | float | str
Array = npt.NDArray[np.float32]

_FEWEST = 2
_MOST_DIMENSIONS = 5
_COUNTER = "num_batches_tracked"
_AVERAGE_COUNTER = "n_averaged"
_OPTIMIZER_KEYS = frozenset(("state", "param_groups"))
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
        _state_dict(name, arrays, extras)
        for path, tree in _weight_dicts(contents.tree, "")
        for name, arrays in _networks(path, _arrays(tree))
    ]
    if not found:
        raise ForeignFileError("it holds no weights of a network")
    return tuple(found)


def _weight_dicts(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if _is_optimizer(tree):
        return
    if _holds_weights(tree):
        yield path, tree
    for key, value in _dicts(tree):
        yield from _weight_dicts(value, _joined(path, key))


def _is_optimizer(tree: Mapping[str, Any]) -> bool:
    return tree.keys() >= _OPTIMIZER_KEYS


def _dicts(tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((key, value) for key, value in tree.items() if isinstance(value, Mapping))


def _holds_weights(tree: Mapping[str, Any]) -> bool:
    names = [name for name, value in tree.items() if isinstance(value, np.ndarray) and _is_weight(value)]
    return len(names) >= _FEWEST and any("." in name or name.endswith(_ENDINGS) for name in names)


def _is_weight(array: npt.NDArray[Any]) -> bool:
    return array.dtype == np.float32 and 1 <= array.ndim <= _MOST_DIMENSIONS


def _arrays(tree: Mapping[str, Any]) -> dict[str, npt.NDArray[Any]]:
    arrays = {name: value for name, value in tree.items() if isinstance(value, np.ndarray)}
    return {bare: arrays[name] for name, bare in without_wrappers(arrays).items()}


def _networks(path: str, arrays: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The networks that one dict holds, each with its own prefix: one, or a generator, a discriminator, an average."""
    prefix = common_prefix(arrays)
    path, arrays = _joined(path, prefix.removesuffix(".")), {name[len(prefix) :]: arrays[name] for name in arrays}
    groups: dict[str, dict[str, Any]] = {}
    for name, array in arrays.items():
        group, _, rest = name.partition(".")
        groups.setdefault(group if rest else "", {})[rest or name] = array
    roles = [group for group in groups if role_of(group) or is_average(group)]
    if len(groups) < 2 or not (len(roles) > 1 or any(map(is_average, roles))):
        yield path, arrays
        return
    for group in roles:
        yield from _networks(_joined(path, group), groups[group])
    others = {name: array for name, array in arrays.items() if name.partition(".")[0] not in roles}
    if _holds_weights(others):
        yield path, others


def _state_dict(name: str, arrays: Mapping[str, npt.NDArray[Any]], extras: dict[str, Scalar]) -> StateDict:
    weights = {
        key: array.astype(np.float32, copy=False)
        for key, array in arrays.items()
        if key.rpartition(".")[2] != _COUNTER and key != _AVERAGE_COUNTER
    }
    whole, folded = fold_norms(weights)
    average = _AVERAGE_COUNTER in arrays or is_average(name)
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
        elif not value.ndim and key.rpartition(".")[2] not in (_COUNTER, _AVERAGE_COUNTER):
            yield name, value.item()


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path and key else path or key
