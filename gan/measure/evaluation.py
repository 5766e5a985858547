"""How good generated pictures are: every measure of them in one record. Importing this needs no torch."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gan.data.base import Cancelled, Images, Progress
from gan.errors import UsageError
from gan.images import from_uint8
from gan.measure.cancelling import checking
from gan.measure.classes import ClassNumbers, class_accuracy, class_numbers
from gan.measure.extraction import extracted
from gan.measure.measures import Material, measures_of
from gan.measure.reference import FEWEST, Reference
from gan.measure.values import Value
from gan.model.classes import Classes
from gan.records import function_at
from gan.words import marked, tr

if TYPE_CHECKING:
    from torch import Tensor

    from gan.measure.comparison import Comparison

USUAL_COUNT = 10_000
FEW = 5_000
"""With fewer pictures a warning is given."""
SHOWN = 64
"""How many of the best and of the worst pictures are named."""
PIXEL_VALUES = 2**24
"""Of so many values at most distances in pixels are measured."""
MOST_IN_PIXELS = 2_000
REAL = marked("real pictures")


@dataclass(frozen=True)
class Pair:
    """A ``generated`` picture and the ``training`` picture nearest to it, by their places, and their distance in units
    of the median distance of new real pictures."""

    generated: int
    training: int
    distance: float


@dataclass(frozen=True)
class Evaluation:
    """All that was measured of ``generated`` pictures called ``name``, against the set ``data``, in the ``space``.

    ``values`` go by the names of :data:`gan.measure.measures.MEASURES`. ``training`` and ``held_out`` count the real
    pictures, ``held_out_text`` says which the new ones are. ``classes`` is empty for sets without labels; a picture's
    class is what the generator was ``told`` to draw, or else that of the nearest training picture, which is right for a
    share ``class_accuracy`` of new real pictures.
    ``best`` and ``worst`` are indices of generated pictures by their realism, the extreme ones first, ``closest`` those
    that come closest to training pictures. ``warnings`` are sentences.
    """

    name: str
    data: str
    space: str
    generated: int
    training: int
    held_out: int
    held_out_text: str
    values: Mapping[str, Value]
    classes: tuple[ClassNumbers, ...] = ()
    class_accuracy: float | None = None
    best: tuple[int, ...] = ()
    worst: tuple[int, ...] = ()
    closest: tuple[Pair, ...] = ()
    warnings: tuple[str, ...] = ()
    told: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""
        return {**asdict(self), "values": {name: asdict(value) for name, value in self.values.items()}}


def evaluate(
    pictures: Images,
    reference: Reference,
    *,
    name: str,
    told: Classes | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Evaluation:
    """Everything that can be measured of ``pictures``, uint8 (N, C, H, W), shaped as those of ``reference``.

    ``told`` (N,) are the labels of that set that the generator was told to draw, where it was told any.
    The same arguments give the same numbers. 10,000 grey pictures take about half a minute on one thread. Raises
    :class:`UsageError` for pictures of another shape or too few, and
    :class:`gan.measure.cancelling.MeasuringCancelledError`.
    """
    _require_alike(pictures, reference)
    check = checking(cancelled)
    features = extracted(pictures, reference.space.extractor(), tr("looking at {name}", name=name), progress, check)
    from gan.measure.comparison import Comparison

    return _evaluation(name, Comparison(reference, pictures, features, seed, check, told), progress)


def evaluate_real(
    reference: Reference,
    count: int = USUAL_COUNT,
    *,
    seed: int = 0,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Evaluation:
    """The same of at most ``count`` new real pictures, as if they were generated: what a perfect generator reaches."""
    from gan.measure.comparison import Comparison

    new = reference.apart.held_out.drawn(count, seed)
    return _evaluation(REAL, Comparison(reference.apart, new.images, new.features, seed, checking(cancelled)), progress)


def _require_alike(pictures: Images, reference: Reference) -> None:
    if len(pictures) < FEWEST:
        raise UsageError(
            tr("{count} pictures are too few to measure; make at least {fewest}", count=len(pictures), fewest=FEWEST)
        )
    real = reference.training.images.shape[1:]
    if pictures.shape[1:] != real:
        raise UsageError(
            tr(
                "the generated pictures are {made}, those of {data} were loaded as {real}; load them as "
                "the generated ones are",
                made=_shape_text(pictures.shape[1:]),
                data=reference.data,
                real=_shape_text(real),
            )
        )


def _shape_text(shape: tuple[int, ...]) -> str:
    return f"{shape[1]} x {shape[2]} with {shape[0]} channels"


def _evaluation(name: str, compared: "Comparison", progress: Progress | None) -> Evaluation:
    reference = compared.reference
    values = _measured(compared, progress)
    best, worst = _extremes(compared.membership.realism)
    return Evaluation(
        name,
        reference.data,
        reference.space.name,
        generated=len(compared.features),
        training=len(reference.training),
        held_out=len(reference.held_out),
        held_out_text=reference.held_out_text,
        values=values,
        classes=class_numbers(compared),
        class_accuracy=class_accuracy(reference),
        best=best,
        worst=worst,
        closest=_closest(compared),
        warnings=tuple(_warnings(compared)),
        told=compared.told is not None,
    )


def _measured(compared: "Comparison", progress: Progress | None) -> dict[str, Value]:
    measures = [*measures_of(Material.FEATURES), *measures_of(Material.SAMPLES)]
    values = {}
    for number, measure in enumerate(measures, 1):
        compared.check()
        function = function_at(measure.function)
        in_space = measure.material is Material.FEATURES
        values[measure.name] = function(compared) if in_space else Value(_in_pixels(function, compared))
        if progress is not None:
            progress("measuring", number, len(measures))
    return values


def _in_pixels(function: Callable[["Tensor", "Tensor"], Callable[["Tensor"], float]], compared: "Comparison") -> float:
    """What a measure of samples says."""
    import torch

    most = max(2, min(MOST_IN_PIXELS, PIXEL_VALUES // compared.images[0].size))
    draws = [draw.images for draw in compared.two_draws(most)]
    real, other, generated = (
        from_uint8(torch.from_numpy(images)) for images in (*draws, np.array(compared.images[: len(draws[0])]))
    )
    return function(real, other)(generated)


def _extremes(realism: npt.NDArray[np.float64]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indices of the best and of the worst."""
    order = np.argsort(-realism, kind="stable")
    return tuple(order[:SHOWN].tolist()), tuple(order[::-1][:SHOWN].tolist())


def _closest(compared: "Comparison") -> tuple[Pair, ...]:
    found, unit = compared.nearest, compared.reference.typical_distance
    rows = np.argsort(found.distances, kind="stable")[:SHOWN]
    return tuple(Pair(int(row), int(found.indices[row]), float(found.distances[row]) / unit) for row in rows)


def _warnings(compared: "Comparison") -> Iterator[str]:
    reference, count = compared.reference, len(compared.features)
    if count < FEW:
        yield (
            tr(
                "{count:,} pictures are few: FID comes out too high and everything varies; compare models at equal "
                "numbers, better at {usual_count:,}",
                count=count,
                usual_count=USUAL_COUNT,
            )
        )
    if reference.note:
        yield reference.note
    elif len(reference.training) < FEW:
        yield tr(
            "{data} has only {count:,} pictures, so all numbers are uncertain",
            data=reference.data,
            count=len(reference.training),
        )
    if reference.rows is not None:
        yield (
            tr(
                "{data} has no pictures that are held out, so memory shows only beside what training pictures "
                "have in common with each other",
                data=reference.data,
            )
        )
