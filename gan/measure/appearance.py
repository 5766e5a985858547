"""What pictures look like, as plain numbers whose distances mean something. numpy only, no weights.

The numbers are the pixels at several sizes: at the full size they tell fine detail apart, and averaged over squares
they forgive what is merely shifted a little.
"""

import numpy as np
import numpy.typing as npt

from gan.images import Picture

Features = npt.NDArray[np.float32]

SMALLEST = 4
CHUNK = 512


def appearance(images: Picture) -> Features:
    """(N, H, W, C) uint8 -> (N, F): a pyramid of averages.

    It is scaled so that the distance of two pictures is the root mean square difference in grey levels (0 to 255),
    averaged over the sizes: full, half, quarter, down to 4 pixels.
    """
    return np.concatenate([_pyramid(images[i : i + CHUNK]) for i in range(0, max(len(images), 1), CHUNK)])


def distances(features: Features, point: Features) -> Features:
    """(N, F) and (F,) -> (N,)"""
    result: Features = np.sqrt(np.square(features - point).sum(axis=1))
    return result


def _pyramid(images: Picture) -> Features:
    level: Features = images.astype(np.float32)
    levels = [level]
    while min(level.shape[1:3]) >= 2 * SMALLEST and not any(side % 2 for side in level.shape[1:3]):
        sums = level[:, ::2, ::2] + level[:, 1::2, ::2] + level[:, ::2, 1::2] + level[:, 1::2, 1::2]
        level = sums * np.float32(0.25)
        levels.append(level)
    flat = [each.reshape(len(images), -1) for each in levels]
    return np.concatenate([each / np.float32(np.sqrt(each.shape[1] * len(flat))) for each in flat], axis=1)
