"""Many points laid out in two dimensions by what their pictures look like. numpy only."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


def principal_plane(features: Array) -> Array:
    """(N, F) -> (N, 2): the plane in which they spread most, each axis scaled into [-1, 1].

    Signs are chosen such that the point farthest out along each axis is on its positive side.
    """
    centred = (features - features.mean(axis=0)).astype(np.float64)
    size = min(centred.shape)
    # The smaller of the two product matrices has the same spectrum and is quick to decompose.
    if centred.shape[1] <= size:
        axes = np.linalg.eigh(centred.T @ centred)[1][:, -2:]
        plane = centred @ axes
    else:
        values, vectors = np.linalg.eigh(centred @ centred.T)
        plane = vectors[:, -2:] * np.sqrt(values[-2:].clip(min=0))
    plane = plane[:, ::-1]
    extremes = plane[np.abs(plane).argmax(axis=0), np.arange(plane.shape[1])]
    scaled: Array = (plane / np.where(extremes == 0, 1, extremes)).astype(np.float32)
    return scaled
