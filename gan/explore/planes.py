"""A plane through latent space along two directions. numpy only."""

from dataclasses import dataclass

import numpy as np

from gan.errors import UsageError
from gan.explore.latent import Latent
from gan.words import tr

SMALLEST_ANGLE_SINE = 1e-3
_DIRECTIONS = 1


@dataclass(frozen=True, eq=False)
class Plane:
    """Two directions, (2, z_dim), each of length 1; they need not be at right angles.

    Raises :class:`UsageError` if they point the same way or against each other.
    """

    vectors: Latent

    def __post_init__(self) -> None:
        cosine = float(self.vectors[0].astype(np.float64) @ self.vectors[1])
        if 1 - cosine**2 < SMALLEST_ANGLE_SINE**2:
            raise UsageError(tr("these two directions are one and the same; choose another one"))

    def positions(self, z: Latent) -> Latent:
        """Where points ``z`` (..., z_dim) stand along both, in standard deviations: (..., 2)."""
        positions: Latent = z @ self.vectors.T
        return positions

    def moved(self, z: Latent, positions: Latent) -> Latent:
        """``z`` (z_dim,) moved within the plane until it stands at each of ``positions`` (N, 2): (N, z_dim).

        What is at right angles to the plane stays.
        """
        vectors = self.vectors.astype(np.float64)
        shares = np.linalg.solve(vectors @ vectors.T, (positions - vectors @ z).T)
        points: Latent = (z + shares.T @ vectors).astype(np.float32)
        return points


def random_directions(count: int, z_dim: int, seed: int) -> Latent:
    """``count`` random directions at right angles to each other, (count, z_dim); at most ``z_dim``.

    They have nothing to do with the points that :func:`gan.explore.latent.sample_z` draws from the same seed.
    """
    drawn = np.random.default_rng((seed, _DIRECTIONS)).standard_normal((z_dim, count))
    rows: Latent = np.linalg.qr(drawn)[0].T.astype(np.float32)
    return rows
