"""Points and paths in latent space, as float32 numpy arrays; needs no torch, the same on every device."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError

Latent = npt.NDArray[np.float32]


class Mode(StrEnum):
    """How to get from one point to another."""

    LERP = "lerp"
    SLERP = "slerp"


def sample_z(count: int, z_dim: int, seed: int) -> Latent:
    """``count`` standard normal points, shape (count, z_dim). The first points do not depend on ``count``."""
    return np.random.default_rng(seed).standard_normal((count, z_dim), dtype=np.float32)


def lerp(a: Latent, b: Latent, t: float) -> Latent:
    """The straight line from ``a`` (t = 0) to ``b`` (t = 1); both ends are exact."""
    point: Latent = (np.float64(1 - t) * a + np.float64(t) * b).astype(np.float32)
    return point


def slerp(a: Latent, b: Latent, t: float) -> Latent:
    """The great circle from ``a`` to ``b`` (Shoemake, 1985; White, 2016); both ends are exact.

    Vectors have shape (z_dim,). Between ends of one norm it keeps that norm, where ``lerp`` dips towards
    the centre. Where the circle is not defined (a vector is zero, or both point the same or opposite
    ways) it is ``lerp``.
    """
    norms = np.linalg.norm(a.astype(np.float64)), np.linalg.norm(b.astype(np.float64))
    if min(norms) == 0:
        return lerp(a, b, t)
    cosine = float(np.dot(a / norms[0], b / norms[1]))
    angle = np.arccos(np.clip(cosine, -1, 1))
    if np.sin(angle) < 1e-6:
        return lerp(a, b, t)
    share_a, share_b = np.sin((1 - t) * angle) / np.sin(angle), np.sin(t * angle) / np.sin(angle)
    point: Latent = (share_a * a + share_b * b).astype(np.float32)
    return point


def between(a: Latent, b: Latent, t: float, mode: Mode) -> Latent:
    """The point at ``t`` on the way from ``a`` to ``b``, shape (z_dim,)."""
    return lerp(a, b, t) if mode is Mode.LERP else slerp(a, b, t)


def path(keyframes: Latent, frames: int, mode: Mode) -> Latent:
    """``frames`` points, evenly spaced from the first keyframe through all others to the last.

    ``keyframes`` has shape (K, z_dim) with K >= 2, the result (frames, z_dim) with frames >= 2.
    """
    if len(keyframes) < 2 or frames < 2:
        raise UsageError("a path needs at least two keyframes and two frames")
    positions = np.linspace(0, len(keyframes) - 1, frames)
    return np.stack([_on_path(keyframes, position, mode) for position in positions])


def _on_path(keyframes: Latent, position: float, mode: Mode) -> Latent:
    index = min(int(position), len(keyframes) - 2)
    return between(keyframes[index], keyframes[index + 1], position - index, mode)
