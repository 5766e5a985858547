"""What is measured of generated pictures, one record each. No torch.

Another measure is another record here, and its function: trainer, logs, TensorBoard files and commands follow from it.
"""

from dataclasses import dataclass
from enum import StrEnum

from gan.records import by_name


class Material(StrEnum):
    """What a measure is computed from, and so what its function gets."""

    SAMPLES = "samples"
    """Two draws of real pictures, (N, C, H, W) in [-1, 1] each. The function is called once and returns another one,
    which turns generated pictures (M, C, H, W), 2 <= M <= N, into the number."""
    PATH = "path"
    """How much the picture changes from frame to frame of a path: what
    :func:`gan.measure.path_length.perceptual_steps` returns. The function turns it into the number."""


@dataclass(frozen=True)
class Measure:
    """One number. ``name`` is what logs call it; ``title``, ``unit`` and ``explanation`` are for people.

    ``digits`` are shown after the point. ``function`` says where it is computed.
    """

    name: str
    title: str
    explanation: str
    material: Material
    function: str
    unit: str = ""
    digits: int = 2

    def text(self, value: float) -> str:
        """Such as ``path length 120 grey levels``."""
        return f"{self.title} {value:.{self.digits}f} {self.unit}".rstrip()


DISTANCE = Measure(
    "swd",
    "distance to real pictures",
    "The sliced Wasserstein distance of generated pictures to real ones. Lower is closer; two batches of real pictures "
    "are about 1 apart.",
    Material.SAMPLES,
    "gan.measure.distances:distance_to",
)
DIVERSITY = Measure(
    "diversity",
    "diversity",
    "The mean distance between two generated pictures, divided by that between two real ones.",
    Material.SAMPLES,
    "gan.measure.distances:diversity_beside",
)
PATH_LENGTH = Measure(
    "path-length",
    "path length",
    "How far a path goes, as the eye sees it.",
    Material.PATH,
    "gan.measure.path_length:total",
    unit="grey levels",
    digits=0,
)
UNEVENNESS = Measure(
    "unevenness",
    "unevenness",
    "The largest step over the mean one: 1 for a path that changes evenly.",
    Material.PATH,
    "gan.measure.path_length:unevenness",
    digits=1,
)
MEASURES = by_name(DISTANCE, DIVERSITY, PATH_LENGTH, UNEVENNESS)


def measures_of(material: Material) -> tuple[Measure, ...]:
    """Those that are computed from ``material``."""
    return tuple(measure for measure in MEASURES.values() if measure.material is material)
