"""What a direction does, in terms of factors that are known.

From many random points a walk goes along the direction, from ``-REACH`` to ``REACH`` standard deviations, and every
factor is read off its pictures. Two numbers say how the factor follows:

- *rank correlation*: Spearman's rho between the position on the walk and the factor, averaged over the walks. It is 1
  if the factor grows at every step from every starting point, -1 if it falls, and near 0 if it does something else
  from each.
- *change*: how much the factor changes from one end of the walk to the other, averaged over the walks, as a share of
  its range (for a class: of its probability). A factor can follow faithfully and hardly move; this tells.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gan.data.base import Progress
from gan.explore.directions import Directions
from gan.explore.latent import Latent, deviation, sample_z
from gan.images import Picture
from gan.measure.ranks import rank_correlation
from gan.model.architecture import Distribution
from gan.words import tr

WALKS, STOPS, REACH = 24, 9, 2.5

Render = Callable[[Latent], Picture]
"""z (N, z_dim) -> pictures (N, H, W, C)."""
Read = Callable[[npt.NDArray[np.uint8]], npt.NDArray[np.float32]]
"""Pictures (N, C, H, W) -> factors (N, F)."""


@dataclass(frozen=True, eq=False)
class DirectionScores:
    """``correlations`` and ``changes``, both (K, F), for K directions and F ``factors``."""

    directions: tuple[str, ...]
    factors: tuple[str, ...]
    correlations: npt.NDArray[np.float64]
    changes: npt.NDArray[np.float64]

    def best(self, factor: int) -> int:
        """Index of the direction that this factor follows most faithfully."""
        return int(np.abs(self.correlations[:, factor]).argmax())


def score_directions(
    directions: Directions,
    factors: tuple[str, ...],
    render: Render,
    read: Read,
    distribution: Distribution = Distribution.NORMAL,
    *,
    seed: int = 0,
    report: Progress | None = None,
) -> DirectionScores:
    """Walk along every direction; ``seed`` draws where the walks start, points of ``distribution``."""
    starts = sample_z(WALKS, directions.z_dim, seed, distribution)
    positions = (deviation(distribution) * np.linspace(-REACH, REACH, STOPS)).astype(np.float32)
    correlations, changes = [], []
    for index in range(len(directions)):
        walks = np.concatenate([directions.walk(z, index, positions) for z in starts])
        values = read(render(walks).transpose(0, 3, 1, 2)).reshape(WALKS, STOPS, len(factors))
        correlations.append(_mean_correlation(positions, values))
        changes.append((values[:, -1] - values[:, 0]).mean(axis=0, dtype=np.float64))
        if report is not None:
            report(tr("walking along directions"), index + 1, len(directions))
    return DirectionScores(directions.names, factors, np.stack(correlations), np.stack(changes))


def _mean_correlation(positions: npt.NDArray[np.float32], values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """(T,), (W, T, F) -> (F,)"""
    of_walks = [[rank_correlation(positions, walk[:, i]) for i in range(walk.shape[1])] for walk in values]
    return np.array(of_walks).mean(axis=0)
