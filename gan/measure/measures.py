"""What is measured of generated pictures, one record each. No torch.

Another measure is another record here, and its function: trainer, logs, TensorBoard files and commands follow from it.
"""

from dataclasses import dataclass
from enum import StrEnum

from gan.measure.values import SURE, Value
from gan.records import by_name
from gan.words import marked, tr


class Material(StrEnum):
    """What a measure is computed from, and so what its function gets."""

    SAMPLES = "samples"
    """Two draws of real pictures, (N, C, H, W) in [-1, 1] each. The function is called once and returns another one,
    which turns generated pictures (M, C, H, W), 2 <= M <= N, into the number."""
    PATH = "path"
    """How much the picture changes from frame to frame of a path: what
    :func:`gan.measure.path_length.perceptual_steps` returns. The function turns it into the number."""
    FEATURES = "features"
    """Features of generated and real pictures: a :class:`gan.measure.comparison.Comparison`, which the function turns
    into a :class:`gan.measure.values.Value`. Such numbers belong to a feature space, which is named beside them."""


class Better(StrEnum):
    """Which values of a measure are good ones, for people."""

    LOWER = marked("lower is better")
    HIGHER = marked("higher is better")
    NEAR_ONE = marked("1 is as real pictures are")


@dataclass(frozen=True)
class Measure:
    """One number. ``name`` is what logs call it; ``title``, ``unit`` and ``explanation`` are for people.

    ``digits`` are shown after the point. ``function`` says where it is computed. ``better`` tells good values from bad
    ones, where there are such.
    """

    name: str
    title: str
    explanation: str
    material: Material
    function: str
    unit: str = ""
    digits: int = 2
    better: Better | None = None

    def text(self, value: float) -> str:
        """Such as ``path length 120 grey levels``."""
        return f"{tr(self.title)} {value:.{self.digits}f} {tr(self.unit)}".rstrip()

    def value_text(self, value: Value) -> str:
        """Such as ``1.72 ± 0.06``, which is the interval that holds 95 of 100 draws of pictures.

        Large numbers have fewer digits after the point.
        """
        digits = max(0, self.digits + 1 - len(str(int(abs(value.value)))))
        half = "" if value.error is None else f" ± {SURE * value.error:.{digits}f}"
        return f"{value.value:.{digits}f}{half}"


DISTANCE = Measure(
    "swd",
    "distance to real pictures",
    "The sliced Wasserstein distance of generated pictures to real ones. Lower is closer; two batches of real pictures "
    "are about 1 apart.",
    Material.SAMPLES,
    "gan.measure.distances:distance_to",
    better=Better.LOWER,
)
DIVERSITY = Measure(
    "diversity",
    "diversity",
    "The mean distance between two generated pictures, divided by that between two real ones.",
    Material.SAMPLES,
    "gan.measure.distances:diversity_beside",
    better=Better.NEAR_ONE,
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
FID = Measure(
    "fid",
    "FID",
    "The Fréchet distance between generated and real pictures: how far apart their features are on the whole, by mean "
    "and spread. It comes out too high for few pictures, so compare equal numbers of them.",
    Material.FEATURES,
    "gan.measure.frechet:fid",
    better=Better.LOWER,
)
KID = Measure(
    "kid",
    "KID",
    "The kernel distance between generated and real pictures, which is right for few pictures, too.",
    Material.FEATURES,
    "gan.measure.kernel:kid",
    digits=4,
    better=Better.LOWER,
)
PRECISION = Measure(
    "precision",
    "precision",
    "The share of generated pictures that look like some real ones: how good they are.",
    Material.FEATURES,
    "gan.measure.manifolds:precision",
    digits=3,
    better=Better.HIGHER,
)
RECALL = Measure(
    "recall",
    "recall",
    "The share of real pictures that look like some generated ones: how many kinds there are.",
    Material.FEATURES,
    "gan.measure.manifolds:recall",
    digits=3,
    better=Better.HIGHER,
)
DENSITY = Measure(
    "density",
    "density",
    "As precision, but pictures count more where real ones are many, and outliers hardly; can be above 1.",
    Material.FEATURES,
    "gan.measure.manifolds:density",
    digits=3,
    better=Better.HIGHER,
)
COVERAGE = Measure(
    "coverage",
    "coverage",
    "As recall, but outliers among the generated pictures add nothing.",
    Material.FEATURES,
    "gan.measure.manifolds:coverage",
    digits=3,
    better=Better.HIGHER,
)
FEATURE_DISTANCE = Measure(
    "feature-swd",
    "sliced distance",
    "The sliced Wasserstein distance of features of generated pictures to those of real ones. Two draws of real "
    "pictures are about 1 apart.",
    Material.FEATURES,
    "gan.measure.distances:feature_distance",
    better=Better.LOWER,
)
FEATURE_DIVERSITY = Measure(
    "feature-diversity",
    "diversity of features",
    "The mean distance between the features of two generated pictures, divided by that between two real ones.",
    Material.FEATURES,
    "gan.measure.distances:feature_diversity",
    digits=3,
    better=Better.NEAR_ONE,
)
MEMORISATION = Measure(
    "memorisation",
    "distance to training pictures",
    "How far generated pictures are from the nearest training picture, divided by how far new real ones are. Well "
    "below 1 they are copies.",
    Material.FEATURES,
    "gan.measure.memory:memorisation",
    digits=3,
    better=Better.NEAR_ONE,
)
COPIES = Measure(
    "copies",
    "close to training pictures",
    "The share of generated pictures that are closer to a training picture than 99 of 100 new real ones; 0.010 is what "
    "to expect without memory.",
    Material.FEATURES,
    "gan.measure.memory:copies",
    digits=3,
    better=Better.LOWER,
)
MEASURES = by_name(
    *(FID, KID, PRECISION, RECALL, DENSITY, COVERAGE, FEATURE_DISTANCE, FEATURE_DIVERSITY, MEMORISATION, COPIES),
    *(DISTANCE, DIVERSITY, PATH_LENGTH, UNEVENNESS),
)


def measures_of(material: Material) -> tuple[Measure, ...]:
    """Those that are computed from ``material``."""
    return tuple(measure for measure in MEASURES.values() if measure.material is material)
