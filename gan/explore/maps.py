"""Many points laid out in two dimensions by what their pictures look like. numpy only."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PrincipalPlane:
    """The plane in which (N, F) features spread most, and where in it other features lie.

    ``mean`` has shape (F,), ``axes`` (F, 2): what a feature counts along each axis of the plane.
    """

    mean: Array
    axes: Array

    @classmethod
    def of(cls, features: Array) -> "PrincipalPlane":
        """Each axis is scaled such that ``features`` (N, F) lie in [-1, 1].

        Signs are chosen such that the point farthest out along each axis is on its positive side.
        """
        mean = features.mean(axis=0)
        centred = (features - mean).astype(np.float64)
        axes = _strongest(centred)
        plane = centred @ axes
        extremes = plane[np.abs(plane).argmax(axis=0), np.arange(plane.shape[1])]
        return cls(mean, (axes / np.where(extremes == 0, 1, extremes)).astype(np.float32))

    def places(self, features: Array) -> Array:
        """(N, F) -> (N, 2); what spreads farther than the plane's own points lies outside [-1, 1]."""
        places: Array = ((features - self.mean).astype(np.float64) @ self.axes.astype(np.float64)).astype(np.float32)
        return places


def _strongest(centred: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The two axes (F, 2) of largest variance, the largest first; zeros where nothing varies."""
    # The smaller of the two product matrices has the same spectrum and is quick to decompose.
    if centred.shape[1] <= centred.shape[0]:
        return np.linalg.eigh(centred.T @ centred)[1][:, :-3:-1]
    values, vectors = np.linalg.eigh(centred @ centred.T)
    lengths = np.sqrt(values[:-3:-1].clip(min=0))
    return centred.T @ vectors[:, :-3:-1] / np.where(lengths == 0, 1, lengths)
