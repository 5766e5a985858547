"""Points and paths in latent space, as float32 numpy arrays; needs no torch, the same on every device."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gan.array_file import WHOLE, ArrayFileError, read_arrays
from gan.errors import UsageError
from gan.model.architecture import Distribution
from gan.words import tr

Latent = npt.NDArray[np.float32]

LARGEST_SEED = 2**31 - 1
"""Seeds go from 0 to here, in the window as on the command line."""
FAR_OFF = 4.0
"""Beyond so many standard deviations of the length of random points, a point lies off their shell."""
ON_THE_WAY = 1e-3
"""As far as each number of a point may be from that of the way that it is on."""
_VARIANCE: Mapping[Distribution, float] = {Distribution.NORMAL: 1.0, Distribution.UNIFORM: 1 / 3}
"""Of each number of a random point."""
_LENGTH_VARIANCE: Mapping[Distribution, float] = {Distribution.NORMAL: 1 / 2, Distribution.UNIFORM: 1 / 15}
"""Of the length of a random point of many dimensions: the variance of its square over four times the mean of that."""
_NOTHING: Latent = np.zeros(0, np.float32)


class Mode(StrEnum):
    """How to get from one point to another."""

    LERP = "lerp"
    SLERP = "slerp"


def sample_z(count: int, z_dim: int, seed: int, distribution: Distribution = Distribution.NORMAL) -> Latent:
    """``count`` random points, shape (count, z_dim). The first points do not depend on ``count``."""
    return next(draws(z_dim, seed, count, distribution))


def draws(z_dim: int, seed: int, batch: int, distribution: Distribution = Distribution.NORMAL) -> Iterator[Latent]:
    """The points of :func:`sample_z` without end, (batch, z_dim) at a time."""
    random = np.random.default_rng(seed)
    while True:
        if distribution is Distribution.NORMAL:
            yield random.standard_normal((batch, z_dim), dtype=np.float32)
        else:
            yield 2 * random.random((batch, z_dim), dtype=np.float32) - 1


def deviation(distribution: Distribution) -> float:
    """The standard deviation of each number of a random point."""
    return _VARIANCE[distribution] ** 0.5


def bound(distribution: Distribution) -> float:
    """No number of a random point is farther from 0."""
    return 1.0 if distribution is Distribution.UNIFORM else float("inf")


def usual_length(z_dim: int, distribution: Distribution = Distribution.NORMAL) -> float:
    """About how long random points are."""
    return (_VARIANCE[distribution] * z_dim) ** 0.5


def load_z(path: Path) -> Latent:
    """Points from an ``.npy`` file, or the array ``z`` of an ``.npz`` file: (N, z_dim).

    Raises :class:`UsageError` for anything else.
    """
    try:
        arrays = read_arrays(path)
    except (OSError, ArrayFileError) as error:
        raise UsageError(tr("{path} holds no points of latent space ({error})", path=path, error=error)) from error
    points = np.atleast_2d(arrays.get(WHOLE, arrays.get("z", _NOTHING)))
    if points.dtype.kind not in "iuf":
        raise UsageError(
            tr("{path} holds no points of latent space, but an array of {dtype}", path=path, dtype=points.dtype)
        )
    with np.errstate(over="ignore"):  # what is too large for 32 bits becomes infinite, and is refused
        z = points.astype(np.float32)
    if z.ndim != 2 or not z.size or not np.isfinite(z).all():
        raise UsageError(
            tr("{path} holds no points of latent space, but an array of shape {shape}", path=path, shape=points.shape)
        )
    return z


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
    angle = _angle(a, b)
    if angle is None:
        return lerp(a, b, t)
    share_a, share_b = np.sin((1 - t) * angle) / np.sin(angle), np.sin(t * angle) / np.sin(angle)
    point: Latent = (share_a * a + share_b * b).astype(np.float32)
    return point


def _angle(a: Latent, b: Latent) -> float | None:
    """Between two vectors (z_dim,), in radians; None where there is no great circle between them."""
    norms = np.linalg.norm(a.astype(np.float64)), np.linalg.norm(b.astype(np.float64))
    if min(norms) == 0:
        return None
    cosine = float(np.dot(a / norms[0], b / norms[1]))
    angle = float(np.arccos(np.clip(cosine, -1, 1)))
    return None if np.sin(angle) < 1e-6 else angle


def parse_seed(text: str) -> int:
    """A seed that a person typed. Raises :class:`UsageError` for anything else."""
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if not 0 <= seed <= LARGEST_SEED:
        raise UsageError(
            tr(
                "a seed is a whole number from 0 to {largest_seed:,}, not {text}",
                largest_seed=LARGEST_SEED,
                text=text.strip() or "nothing",
            )
        )
    return seed


def is_off_shell(z: Latent, distribution: Distribution = Distribution.NORMAL) -> bool:
    """Whether ``z`` (z_dim,) is far from all random points, on which generators are trained.

    It is if it is far shorter or longer, or leaves their range. Lengths of normal points follow the chi distribution,
    whose mean is near sqrt(z_dim) and whose variance is near 1 / 2.
    """
    length, usual = float(np.linalg.norm(z)), usual_length(len(z), distribution)
    return _leaves_range(z, distribution) or abs(length - usual) > FAR_OFF * _LENGTH_VARIANCE[distribution] ** 0.5


def off_shell_text(z: Latent, distribution: Distribution = Distribution.NORMAL) -> str:
    """What people should know of ``z`` (z_dim,) if it :func:`is_off_shell`, else nothing."""
    if not is_off_shell(z, distribution):
        return ""
    if _leaves_range(z, distribution):
        told = tr("reaches {max:.2f} where random points lie between -1 and 1", max=float(np.abs(z).max()))
    else:
        length, usual = float(np.linalg.norm(z)), usual_length(len(z), distribution)
        told = tr("has length {length:.1f} where random points have about {usual:.1f}", length=length, usual=usual)
    return tr("Its z {told}: far from all that the generator was trained on.", told=told)


def _leaves_range(z: Latent, distribution: Distribution) -> bool:
    return bool(np.abs(z).max(initial=0) > bound(distribution))


def position_between(a: Latent, b: Latent, z: Latent, mode: Mode, likely: float = 0.0) -> float | None:
    """The t in [0, 1] with ``z`` = :func:`between` (a, b, t, mode); None if ``z`` (z_dim,) is not on the way.

    Ways that cross themselves have several; then it is the ``likely`` one, or an end.
    """
    if a.shape != z.shape or b.shape != z.shape or not len(z) or _is_aside(a, b, z):
        return None
    for t in (likely, 0.0, 1.0, _nearest_share(a, b, z, mode)):
        if 0 <= t <= 1 and np.abs(between(a, b, t, mode) - z).max() <= ON_THE_WAY:
            return t
    return None


def _is_aside(a: Latent, b: Latent, z: Latent) -> bool:
    """Whether ``z`` is farther from the plane of ``a`` and ``b``, which holds all ways between them, than points of one
    may seem: the quick answer for nearly every point."""
    of_a, of_b, along = (float(np.dot(p, q)) for p, q in ((a, a), (b, b), (a, b)))
    determinant = of_a * of_b - along**2
    if determinant <= 1e-3 * of_a * of_b:
        return False
    on_a, on_b = float(np.dot(a, z)), float(np.dot(b, z))
    foot = (on_a * of_b - on_b * along) / determinant * a + (on_b * of_a - on_a * along) / determinant * b
    return float(np.linalg.norm(z - foot)) > 2 * ON_THE_WAY * len(z) ** 0.5


def _nearest_share(a: Latent, b: Latent, z: Latent, mode: Mode) -> float:
    """The t of the foot of ``z`` on the line, or in the plane of the circle; NaN where neither is defined."""
    ends = np.stack([a, b]).astype(np.float64)
    along = ends[1] - ends[0]
    if mode is Mode.SLERP and (angle := _angle(a, b)) is not None:
        share_a, share_b = np.linalg.lstsq(ends.T, z.astype(np.float64), rcond=None)[0]
        return float(np.arctan2(share_b * np.sin(angle), share_a + share_b * np.cos(angle)) / angle)
    length = float(along @ along)
    return float((z - ends[0]) @ along) / length if length else float("nan")


def between(a: Latent, b: Latent, t: float, mode: Mode) -> Latent:
    """The point at ``t`` on the way from ``a`` to ``b``, shape (z_dim,)."""
    return lerp(a, b, t) if mode is Mode.LERP else slerp(a, b, t)


def average(points: Latent) -> Latent:
    """The mean of (N, z_dim) points, as the DCGAN paper averages the z of several examples; (z_dim,)."""
    if len(points) == 0:
        raise UsageError(tr("there is nothing to average"))
    mean: Latent = points.mean(axis=0, dtype=np.float64).astype(np.float32)
    return mean


def arithmetic(a: Latent, b: Latent, c: Latent) -> Latent:
    """A - B + C of three baskets of points, each (N, z_dim) and averaged; (z_dim,).

    Radford, Metz and Chintala (2016), section 6.3.2: one example a basket gives unstable results, three do well.
    """
    return average(a) - average(b) + average(c)


def neighbours(
    z: Latent, count: int, step: float, seed: int, distribution: Distribution = Distribution.NORMAL
) -> Latent:
    """``count`` variations of ``z`` (z_dim,), as far from it as ``step`` says: (count, z_dim).

    A step of 0 is ``z`` itself, 1 is unrelated. Between, random points stay random points of ``distribution``, so that
    breeding for many generations does not leave the shell: normal ones are mixed with others, uniform ones are moved,
    and thrown back from -1 and 1.
    """
    if not 0 <= step <= 1:
        raise UsageError(tr("a step lies between 0 and 1, not {step:g}", step=step))
    others = sample_z(count, len(z), seed, distribution)
    if distribution is Distribution.UNIFORM:
        return _thrown_back(z + np.float64(2 * step) * others)
    kept = np.float64(1 - step**2) ** 0.5
    mixed: Latent = (kept * z + np.float64(step) * others).astype(np.float32)
    return mixed


def _thrown_back(points: npt.NDArray[np.float64]) -> Latent:
    """Each number that leaves [-1, 1] reflected at the end that it passes, as often as it takes."""
    back: Latent = (np.abs((points - 1) % 4 - 2) - 1).astype(np.float32)
    return back


def with_length(z: Latent, length: float, held: Sequence[int] = ()) -> Latent:
    """``z`` (z_dim,) scaled to ``length``, which is truncation if that is shorter; dimensions in ``held`` stay.

    What is held may already be longer; then the rest becomes 0. A rest that is 0 has no direction and stays.
    """
    free = np.ones(len(z), bool)
    free[list(held)] = False
    rest = float(np.linalg.norm(z[free].astype(np.float64)))
    if rest == 0:
        return z.copy()
    wanted = max(length**2 - float(np.square(z[~free], dtype=np.float64).sum()), 0.0) ** 0.5
    scaled = z.astype(np.float64)
    scaled[free] *= wanted / rest
    return scaled.astype(np.float32)
