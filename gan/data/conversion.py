"""Another size or number of channels for pictures that are in memory already."""

import numpy as np
import numpy.typing as npt

from gan.data.base import Images
from gan.sizes import Size

CHUNK_VALUES = 2**21
LUMA_MILLE = (299, 587, 114)


def converted(images: Images, size: Size, channels: int) -> Images:
    """uint8 (N, C, H, W) -> (N, channels, height, width), of whose middle as much is kept as has the proportions.

    The same array if nothing is to do.
    """
    if channels == 1:
        images = recoloured(images, channels)
    return recoloured(resized(_middle(images, size), size), channels)


def recoloured(images: Images, channels: int) -> Images:
    """(N, 1 or 3, H, W) -> (N, channels, H, W); the same array if nothing is to do."""
    if images.shape[1] == channels:
        return images
    return grey(images) if channels == 1 else images.repeat(channels, axis=1)


def grey(images: Images) -> Images:
    """(N, 3, H, W) -> (N, 1, H, W): luma by ITU-R BT.601, rounded."""
    result = np.empty((len(images), 1, *images.shape[2:]), np.uint8)
    for rows in _chunks(images):
        red, green, blue = images[rows].astype(np.uint32).transpose(1, 0, 2, 3)
        luma = LUMA_MILLE[0] * red + LUMA_MILLE[1] * green + LUMA_MILLE[2] * blue
        result[rows, 0] = (luma + 500) // 1000
    return result


def resized(images: Images, size: Size) -> Images:
    """(N, C, H, W) -> (N, C, height, width), antialiased when it shrinks; other proportions stretch it.

    The filter is Catmull and Rom's cubic: sharper than bilinear, and its ripples beside an edge are
    clipped on a black or white ground, where Lanczos leaves a faint second one.
    """
    count, channels, height, width = images.shape
    if (width, height) == size:
        return images
    vertical, horizontal = _weights(height, size.height), _weights(width, size.width).T
    result = np.empty((count, channels, size.height, size.width), np.uint8)
    for rows in _chunks(images, size.pixels / (height * width)):
        smooth = vertical @ images[rows].astype(np.float32) @ horizontal
        result[rows] = np.rint(smooth.clip(0, 255))
    return result


def _middle(images: Images, size: Size) -> Images:
    """A view of the largest part in the middle that has the proportions of ``size``."""
    height, width = images.shape[2:]
    part = size.within(Size(width, height))
    top, left = (height - part.height) // 2, (width - part.width) // 2
    return images[:, :, top : top + part.height, left : left + part.width] if part != (width, height) else images


def _chunks(images: Images, growth: float = 1.0) -> list[slice]:
    values = max(1, images[0].size * max(1.0, growth)) if len(images) else 1
    step = max(1, int(CHUNK_VALUES / values))
    return [slice(start, start + step) for start in range(0, len(images), step)]


def _weights(old: int, new: int) -> npt.NDArray[np.float32]:
    """(new, old): how much each old pixel adds to each new one; rows sum to 1."""
    scale = old / new
    centres = (np.arange(new) + 0.5) * scale - 0.5
    distances = np.abs(np.arange(old) - centres[:, None]) / max(scale, 1.0)
    weights = _catmull_rom(distances)
    normalised: npt.NDArray[np.float32] = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return normalised


def _catmull_rom(distance: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Keys (1981), "Cubic convolution interpolation", equation 15, where a = -1/2."""
    near = (1.5 * distance - 2.5) * distance**2 + 1
    far = ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
    return np.where(distance < 1, near, np.where(distance < 2, far, 0.0))
