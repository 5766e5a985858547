"""Precision and recall (Kynkäänniemi et al., 2019), density and coverage (Naeem et al., 2020), realism.

The manifold of a set is taken to be all that lies in one of the balls around its points which reach to the k-th nearest
other point.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.measure.cancelling import Check, never
from gan.measure.spaces import Features
from gan.measure.values import Value, mean_of

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

NEAR, NEAR_BY_DENSITY = 3, 5
"""The k of precision and recall, and that of density and coverage, as in the papers."""
CHUNK_VALUES = 2**23
SMALLEST = 1e-12


@dataclass(frozen=True, eq=False)
class Membership:
    """Which points lie in whose manifold. For M generated and N real points:

    ``precise`` (M,) whether a generated point lies in the real manifold, ``recalled`` (N,) whether a real one lies in
    the generated manifold, ``density`` (M,) in how many real balls a generated point lies, divided by their k,
    ``covered`` (N,) whether the ball of a real point holds a generated one, ``realism`` (M,) as in equation 3 of
    Kynkäänniemi et al.: 1 and more for what lies in the real manifold, without its loosest half.
    """

    precise: npt.NDArray[np.bool_]
    recalled: npt.NDArray[np.bool_]
    density: npt.NDArray[np.float64]
    covered: npt.NDArray[np.bool_]
    realism: npt.NDArray[np.float64]


def membership(real: Features, generated: Features, check: Check = never) -> Membership:
    """Of (N, F) and (M, F); both need more than :data:`NEAR_BY_DENSITY` points. ``check`` is called now and then."""
    ours, theirs = torch.from_numpy(real).double(), torch.from_numpy(generated).double()
    near, wide = _squared_radii(ours, check)
    reach, _ = _squared_radii(theirs, check)
    tight = near <= near.median()
    recalled, covered = (torch.zeros(len(ours), dtype=torch.bool) for _ in range(2))
    precise, density, realism = [], [], []
    for rows, squares in _squares(theirs, ours, check):
        in_wide = squares <= wide
        precise.append((squares <= near).any(dim=1))
        density.append(in_wide.sum(dim=1).double() / NEAR_BY_DENSITY)
        realism.append((near[tight] / squares[:, tight].clamp(min=SMALLEST)).amax(dim=1).sqrt())
        covered |= in_wide.any(dim=0)
        recalled |= (squares <= reach[rows, None]).any(dim=0)
    parts = (torch.cat(precise), recalled, torch.cat(density), covered, torch.cat(realism))
    return Membership(*(part.numpy() for part in parts))


def precision(compared: "Comparison") -> Value:
    """The share of generated pictures that lie in the real manifold."""
    return mean_of(compared.membership.precise)


def recall(compared: "Comparison") -> Value:
    """The share of real pictures that lie in the generated manifold."""
    return mean_of(compared.membership.recalled)


def density(compared: "Comparison") -> Value:
    """The mean number of real balls that a generated picture lies in, as a share of their k; can be above 1."""
    return mean_of(compared.membership.density)


def coverage(compared: "Comparison") -> Value:
    """The share of real pictures whose ball holds a generated one."""
    return mean_of(compared.membership.covered)


def _squared_radii(points: Tensor, check: Check) -> tuple[Tensor, Tensor]:
    """How far it is from each point to the :data:`NEAR`-th and the :data:`NEAR_BY_DENSITY`-th nearest other."""
    radii = []
    for rows, squares in _squares(points, points, check):
        squares[torch.arange(len(squares)), torch.arange(len(points))[rows]] = -1  # itself is the first
        nearest = squares.topk(NEAR_BY_DENSITY + 1, dim=1, largest=False, sorted=True).values
        radii.append(nearest[:, [NEAR, NEAR_BY_DENSITY]])
    near, wide = torch.cat(radii).T
    return near, wide


def _squares(first: Tensor, second: Tensor, check: Check) -> Iterator[tuple[slice, Tensor]]:
    """Some rows of ``first`` at a time, and their squared distances to ``second``."""
    centre = second.mean(dim=0)  # the formula loses digits where points are far from 0
    first, second = first - centre, second - centre
    lengths = second.square().sum(dim=1)
    step = max(1, CHUNK_VALUES // len(second))
    for start in range(0, len(first), step):
        check()
        rows = slice(start, start + step)
        squares = torch.addmm(lengths, first[rows], second.T, alpha=-2)
        yield rows, squares.add_(first[rows].square().sum(dim=1, keepdim=True)).clamp_(min=0)
