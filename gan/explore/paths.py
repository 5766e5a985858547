"""Paths through any number of keyframes, and grids between four corners. numpy only."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gan.errors import UsageError
from gan.explore.latent import Latent, Mode, between
from gan.words import tr

DEFAULT_SECONDS = 2.0
SHORTEST, LONGEST = 0.05, 600.0


class Easing(StrEnum):
    """How the speed changes between two keyframes."""

    LINEAR = "linear"
    EASE_IN = "ease-in"
    EASE_OUT = "ease-out"
    SMOOTH = "smooth"

    def applied(self, t: float) -> float:
        """The share of the way that is done after the share ``t`` of the time, both in [0, 1]."""
        match self:
            case Easing.LINEAR:
                return t
            case Easing.EASE_IN:
                return t * t
            case Easing.EASE_OUT:
                return t * (2 - t)
            case Easing.SMOOTH:
                return t * t * (3 - 2 * t)


@dataclass(frozen=True, eq=False)
class Keyframe:
    """A stop ``z`` (z_dim,), and how long the way to the next one takes."""

    z: Latent
    seconds: float = DEFAULT_SECONDS

    def __post_init__(self) -> None:
        if not SHORTEST <= self.seconds <= LONGEST:
            raise UsageError(
                tr(
                    "a way takes from {shortest:g} to {longest:g} seconds, not {seconds:g}",
                    shortest=SHORTEST,
                    longest=LONGEST,
                    seconds=self.seconds,
                )
            )


@dataclass(frozen=True, eq=False)
class LatentPath:
    """At least two keyframes of one length; a ``closed`` one goes from the last back to the first."""

    keyframes: tuple[Keyframe, ...]
    mode: Mode = Mode.SLERP
    easing: Easing = Easing.LINEAR
    closed: bool = False

    def __post_init__(self) -> None:
        if len(self.keyframes) < 2:
            raise UsageError(tr("a path needs at least two keyframes"))
        if len({keyframe.z.shape for keyframe in self.keyframes}) > 1:
            raise UsageError(tr("all keyframes of a path must have the same number of dimensions"))

    @property
    def starts(self) -> tuple[float, ...]:
        """When each keyframe is reached, in seconds; a closed path reaches its first one again at the end."""
        durations = [keyframe.seconds for keyframe in self.keyframes]
        ways = len(durations) if self.closed else len(durations) - 1
        return tuple(np.cumsum([0.0, *durations[:ways]]).tolist())

    @property
    def duration(self) -> float:
        """Seconds from the first keyframe to the last, or around."""
        return self.starts[-1]

    def at(self, seconds: float) -> Latent:
        """The point at that time, (z_dim,). Times beyond the ends are the ends; a closed path goes round."""
        starts = self.starts
        seconds = seconds % starts[-1] if self.closed else min(max(seconds, 0.0), starts[-1])
        way = min(int(np.searchsorted(starts, seconds, side="right")) - 1, len(starts) - 2)
        share = (seconds - starts[way]) / (starts[way + 1] - starts[way])
        ends = self.keyframes[way].z, self.keyframes[(way + 1) % len(self.keyframes)].z
        return between(*ends, self.easing.applied(min(share, 1.0)), self.mode)

    def sample(self, frames: int) -> Latent:
        """``frames`` points evenly spaced in time, (frames, z_dim).

        An open path ends on its last keyframe. A closed one stops short of the first, so that a film loops evenly.
        """
        if frames < 2:
            raise UsageError(tr("a path needs at least two frames"))
        times = np.linspace(0, self.duration, frames, endpoint=not self.closed)
        return np.stack([self.at(float(time)) for time in times])


@dataclass(frozen=True)
class Plan:
    """Keyframes, which need not be enough for a path yet, and how they are joined."""

    keyframes: tuple[Keyframe, ...] = ()
    mode: Mode = Mode.SLERP
    easing: Easing = Easing.LINEAR
    closed: bool = False

    @property
    def path(self) -> LatentPath | None:
        """None while there are fewer than two keyframes."""
        if len(self.keyframes) < 2:
            return None
        return LatentPath(self.keyframes, self.mode, self.easing, self.closed)


def corner_grid(corners: Latent, rows: int, columns: int, mode: Mode = Mode.SLERP) -> Latent:
    """Points between four corners (4, z_dim), in the order of reading, as (rows * columns, z_dim).

    Each row goes from a point on the left edge to one on the right edge. Raises :class:`UsageError`.
    """
    if len(corners) != 4 or rows < 2 or columns < 2:
        raise UsageError(tr("a grid needs four corners and at least two rows and columns"))
    top_left, top_right, bottom_left, bottom_right = corners
    points = []
    for down in np.linspace(0, 1, rows):
        left, right = between(top_left, bottom_left, down, mode), between(top_right, bottom_right, down, mode)
        points += [between(left, right, across, mode) for across in np.linspace(0, 1, columns)]
    return np.stack(points)
