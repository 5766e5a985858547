"""How z, and a class where there is one, enter the first layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from gan.importing import priors
from gan.importing.evidence import balanced, uniform
from gan.importing.skeleton import Skeleton, Table
from gan.model.architecture import Condition, Distribution, Join

SIDES = ("image_size", "img_size", "imsize", "im_size", "resolution", "img_shape.2", "image_shape.2")
ONE_HOT_CLASSES = 10
"""How many classes a one-hot vector stands for, if the file does not say."""


@dataclass(frozen=True, eq=False)
class Entrance:
    """A hypothesis of what the first layer is given."""

    z_dim: int
    distribution: Distribution = Distribution.NORMAL
    condition: Condition | None = None
    table: Table | None = None
    cost: float = 0.0


def entrances(skeleton: Skeleton, extras: Mapping[str, Any]) -> list[Entrance]:
    """All that are tried. ``extras`` are plain values in the file, such as ``nz``."""
    features = skeleton.links[0].inputs
    conditions = list(_conditions(skeleton, features, extras))
    distributions = [(Distribution.NORMAL, 0.0)]
    if any(norm.has_statistics for link in skeleton.links for norm in link.norms):
        distributions.append((Distribution.UNIFORM, priors.UNIFORM_Z))
    return [
        Entrance(z_dim, distribution, condition, skeleton.table, cost + more)
        for z_dim, condition, cost in conditions
        for distribution, more in distributions
    ]


def _conditions(
    skeleton: Skeleton, features: int, extras: Mapping[str, Any]
) -> Iterator[tuple[int, Condition | None, float]]:
    if skeleton.table is not None:
        yield from _by_table(skeleton.table, features)
        return
    stated = _stated(extras, ("nz", "z_dim", "latent_dim", "noise_dim", "latent_size", "zdim", "z_size"))
    yield features, None, 0.0 if stated in (None, features) else 0.3
    classes = _stated(extras, ("num_classes", "n_classes", "classes", "label_dim", "num_labels")) or ONE_HOT_CLASSES
    if classes > 1 and features - classes >= 2:
        cost = 0.0 if stated == features - classes else priors.ONE_HOT
        for first in (False, True):
            condition = Condition(classes, classes, embedded=False, first=first)
            yield features - classes, condition, cost + priors.LABEL_FIRST * first


def _by_table(table: Table, features: int) -> Iterator[tuple[int, Condition, float]]:
    classes, width = table.weight.shape
    if features > width:
        yield features - width, Condition(classes, width), 0.0
        yield features - width, Condition(classes, width, first=True), priors.LABEL_FIRST
    if features == width:
        yield features, Condition(classes, width, join=Join.MULTIPLIED), 0.0
        yield features, Condition(classes, width, join=Join.ADDED), 0.01


def stated_side(extras: Mapping[str, Any]) -> int | None:
    """The pictures' side, where the file says it."""
    return _stated(extras, SIDES)


def _stated(extras: Mapping[str, Any], names: Sequence[str]) -> int | None:
    """The first whole number that ``extras`` hold under one of ``names``, at whatever depth."""
    found = (value for key, value in extras.items() if any(f".{key}".endswith(f".{name}") for name in names))
    return next((value for value in found if isinstance(value, int) and not isinstance(value, bool)), None)


def entered(entrance: Entrance, count: int) -> Tensor:
    """What the first layer is given for ``count`` balanced z and classes in turn: (count, features, 1, 1)."""
    z = balanced(count, entrance.z_dim)
    if entrance.distribution is Distribution.UNIFORM:
        z = uniform(z)
    features = z if entrance.condition is None else _with_class(z, entrance, entrance.condition)
    return features[:, :, None, None]


def _with_class(z: Tensor, entrance: Entrance, condition: Condition) -> Tensor:
    # Pairs of z and -z share a class.
    classes = torch.arange(len(z)).div(2, rounding_mode="floor") % condition.classes
    if entrance.table is not None:
        rows = torch.from_numpy(entrance.table.weight)[classes]
    else:
        rows = F.one_hot(classes, condition.classes).float()
    if condition.join is Join.CONCATENATED:
        return torch.cat([rows, z] if condition.first else [z, rows], dim=1)
    return z + rows if condition.join is Join.ADDED else z * rows
