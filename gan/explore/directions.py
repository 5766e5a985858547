"""Directions of latent space that mean something: what they are, how to move along them, their file. numpy only.

Directions have length 1, and z is standard normal, so the position of a point along one, ``z @ direction``, counts in
standard deviations whatever the direction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from gan.array_file import Array, ArrayFileError, read_arrays
from gan.errors import LatentariumError, UsageError, reason_of
from gan.explore.latent import Latent
from gan.files import save_arrays
from gan.words import tr

FORMAT = "latentarium-directions-1"
SUFFIX = ".npz"
UNIT_TOLERANCE = 1e-3


class DirectionsError(LatentariumError):
    """A file that holds no directions, or none that can be read."""


@dataclass(frozen=True, eq=False)
class Directions:
    """Named directions of one latent space, the strongest first.

    ``vectors`` has shape (K, z_dim), each row of length 1. ``shares`` (K,) says how much of all that the first
    block does each one accounts for, by the measure of ``method``,
    a name of :data:`gan.explore.methods.METHODS`. ``model`` names the generator they belong to.
    """

    method: str
    vectors: Latent
    shares: Latent
    names: tuple[str, ...]
    model: str = ""

    def __post_init__(self) -> None:
        count, z_dim = self.vectors.shape if self.vectors.ndim == 2 else (0, 0)
        if not count or not z_dim or self.shares.shape != (count,) or len(self.names) != count:
            raise UsageError(tr("directions need one vector, one share and one name each"))
        if not np.isfinite(self.shares).all():
            raise UsageError(tr("shares of directions must be finite numbers"))
        if not np.allclose(np.linalg.norm(self.vectors, axis=1), 1, atol=UNIT_TOLERANCE):
            raise UsageError(tr("directions must have length 1"))

    def __len__(self) -> int:
        return len(self.vectors)

    @property
    def z_dim(self) -> int:
        """Dimensions of the latent space."""
        return int(self.vectors.shape[1])

    def require_fit(self, z_dim: int) -> None:
        """Raises :class:`UsageError` if these are no directions of a latent space of ``z_dim`` dimensions."""
        if self.z_dim != z_dim:
            raise UsageError(
                tr(
                    "these directions are for a z of {z_dim}, but this generator has a z of {needed}",
                    z_dim=self.z_dim,
                    needed=z_dim,
                )
            )

    def positions(self, z: Latent) -> Latent:
        """Where ``z`` (z_dim,) stands along each direction, in standard deviations: (K,)."""
        positions: Latent = self.vectors @ z
        return positions

    def moved(self, z: Latent, index: int, position: float) -> Latent:
        """``z`` (z_dim,) moved along one direction until it stands at ``position``; the rest of it stays."""
        vector = self.vectors[index].astype(np.float64)
        point: Latent = (z + (position - vector @ z) * vector).astype(np.float32)
        return point

    def walk(self, z: Latent, index: int, positions: Latent) -> Latent:
        """``z`` (z_dim,) at each of ``positions`` (T,) along one direction: (T, z_dim)."""
        return np.stack([self.moved(z, index, float(position)) for position in positions])

    def renamed(self, index: int, name: str) -> "Directions":
        """The same with another name for one of them."""
        names = list(self.names)
        names[index] = name
        return replace(self, names=tuple(names))


def save_directions(path: Path, directions: Directions) -> None:
    """Write an ``.npz`` file; the same directions give the same bytes. Raises :class:`gan.files.FileError`."""
    save_arrays(
        path,
        format=FORMAT,
        method=directions.method,
        model=directions.model,
        vectors=directions.vectors,
        shares=directions.shares,
        names=np.array(directions.names),
    )


def load_directions(path: Path) -> Directions:
    """The directions in ``path``. Raises :class:`DirectionsError`."""
    try:
        return _parsed(read_arrays(path))
    except FileNotFoundError:
        raise DirectionsError(tr("there is no file {path}", path=path)) from None
    except KeyError as error:
        raise DirectionsError(tr("{path} holds no directions, but other arrays", path=path)) from error
    except OSError as error:
        raise DirectionsError(tr("cannot read {path}: {reason}", path=path, reason=reason_of(error))) from error
    except (ArrayFileError, UsageError) as error:
        raise DirectionsError(
            tr("{path} holds no directions that can be read: {error}", path=path, error=error)
        ) from error


def _parsed(arrays: Mapping[str, Array]) -> Directions:
    if str(arrays["format"]) != FORMAT:
        raise UsageError(tr("its format is another one"))
    return Directions(
        str(arrays["method"]),
        _numbers(arrays["vectors"]),
        _numbers(arrays["shares"]),
        tuple(map(str, arrays["names"].ravel())),
        str(arrays["model"]),
    )


def _numbers(array: Array) -> Latent:
    """As float32; what is too large for that becomes infinite, which no directions have."""
    if array.dtype.kind not in "iuf":
        raise UsageError(tr("{dtype} stands where numbers belong", dtype=array.dtype))
    with np.errstate(over="ignore"):
        return array.astype(np.float32)
