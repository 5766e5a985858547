"""What a search for the z of a picture is asked and what it answers; needs no torch."""

from dataclasses import dataclass

from gan.explore.latent import Latent
from gan.settings import Settings, setting


@dataclass(frozen=True)
class InversionSettings(Settings):
    """How hard to look for the z of a picture."""

    starts: int = setting(6, "Searches at most; none follows one that comes close enough.", minimum=1, maximum=100)
    steps: int = setting(40, "Steps of each search at most.", minimum=1, maximum=1000)
    screened: int = setting(
        256, "Random points looked at to find where to start.", label="Points looked at", minimum=1, maximum=100_000
    )
    prior: float = setting(
        3e-4,
        "How much a long z counts as an error; keeps z near those that the generator was trained on.",
        label="Pull to the centre",
        minimum=0.0,
        maximum=10.0,
    )
    seed: int = setting(0, "Where the random points come from.", minimum=0)


@dataclass(frozen=True, eq=False)
class Guess:
    """A z (z_dim,) on the way, ``psnr`` of its picture in dB, and where it was found: start and step from 1."""

    z: Latent
    psnr: float
    start: int
    step: int
