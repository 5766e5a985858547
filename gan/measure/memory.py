"""Does a generator draw what it has seen? How close its pictures come to training pictures, beside new real ones."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch

from gan.measure.cancelling import Check, never
from gan.measure.spaces import Features
from gan.measure.values import Value, mean_of, resampled_error

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

CHUNK_VALUES = 2**23
RESAMPLED = 100
CLOSE = 0.01
"""The share of new real pictures that is called close to a training picture."""


@dataclass(frozen=True, eq=False)
class Nearest:
    """For each of N points its nearest one among others: ``indices`` there and ``distances``, both (N,)."""

    indices: npt.NDArray[np.int64]
    distances: npt.NDArray[np.float64]


def nearest(
    points: Features,
    among: Features,
    own: npt.NDArray[np.int64] | None = None,
    check: Check = never,
) -> Nearest:
    """Of ``points`` (N, F) among (M, F). Where these hold the points themselves, ``own`` (N,) says in which rows,
    which then do not count. ``check`` is called now and then."""
    centre = among.mean(axis=0, dtype=np.float64).astype(np.float32)
    ours, theirs = torch.from_numpy(points - centre), torch.from_numpy(among - centre)
    lengths = theirs.square().sum(dim=1)
    step = max(1, CHUNK_VALUES // len(theirs))
    found = []
    for start in range(0, len(ours), step):
        check()
        squares = torch.addmm(lengths, ours[start : start + step], theirs.T, alpha=-2)
        if own is not None:
            squares[torch.arange(len(squares)), torch.from_numpy(own[start : start + step])] = torch.inf
        found.append(squares.argmin(dim=1))
    indices = torch.cat(found).numpy()
    # The shorter formula loses digits where the distance is small, so that of the nearest is measured again.
    return Nearest(indices, np.linalg.norm(points.astype(np.float64) - among[indices], axis=1))


def memorisation(compared: "Comparison") -> Value:
    """The median distance of a generated picture to its nearest training picture, divided by that of a new real one."""
    shares = compared.nearest.distances / compared.reference.typical_distance
    error = resampled_error(len(shares), RESAMPLED, compared.seed, lambda rows: float(np.median(shares[rows])))
    return Value(float(np.median(shares)), error)


def copies(compared: "Comparison") -> Value:
    """The share of generated pictures that are closer to a training picture than :data:`CLOSE` of new real ones."""
    return mean_of(compared.nearest.distances < np.quantile(compared.reference.nearest.distances, CLOSE))
