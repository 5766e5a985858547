"""What kinds of things a generator draws: the share of each class of a labelled set, and how good it is. No torch.

The class of a generated picture is what the generator was told to draw. Where it was told nothing, or classes that the
set does not have, it is that of the nearest training picture in the feature space.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison
    from gan.measure.reference import Reference

FEWEST = 20
"""Shares of fewer pictures are not given."""
PER_DIMENSION = 2
"""So many pictures for each dimension are the least that an FID is given for."""


@dataclass(frozen=True)
class ClassNumbers:
    """One class: its share of the ``real`` and of the ``generated`` pictures, and how good those are.

    ``precision`` and ``recall`` are those of the pictures of this class, ``fid`` is between both; None where there are
    too few of them. Of pictures that were told to be of it a share ``right`` is nearest to a training picture of it;
    None of others.
    """

    name: str
    real: float
    generated: float
    precision: float | None = None
    recall: float | None = None
    fid: float | None = None
    right: float | None = None


def class_numbers(compared: "Comparison") -> tuple[ClassNumbers, ...]:
    """One for each class of the set; empty if it has no labels."""
    return tuple(_numbers(compared))


def class_accuracy(reference: "Reference") -> float | None:
    """The share of held-out pictures whose class is that of the nearest training picture; None without labels."""
    training, held_out = reference.training.labels, reference.held_out.labels
    if training is None or held_out is None:
        return None
    return float((training[reference.nearest.indices] == held_out).mean())


def _numbers(compared: "Comparison") -> Iterator[ClassNumbers]:
    labels, drawn = compared.reference.training.labels, compared.real.labels
    if labels is None or drawn is None:
        return
    looks, member = labels[compared.nearest.indices], compared.membership
    shown = looks if compared.told is None else compared.told
    for kind, name in enumerate(compared.reference.label_names):
        of_class = shown == kind
        yield ClassNumbers(
            name,
            real=float((labels == kind).mean()),
            generated=float(of_class.mean()),
            precision=_share(member.precise[of_class]),
            recall=_share(member.recalled[drawn == kind]),
            fid=_fid(compared, labels == kind, of_class),
            right=None if compared.told is None else _share(looks[of_class] == kind),
        )


def _share(values: npt.NDArray[np.bool_]) -> float | None:
    return float(values.mean()) if len(values) >= FEWEST else None


def _fid(compared: "Comparison", real: npt.NDArray[np.bool_], generated: npt.NDArray[np.bool_]) -> float | None:
    from gan.measure.frechet import gaussian_of

    fewest = PER_DIMENSION * compared.features.shape[1]
    if min(real.sum(), generated.sum()) < fewest:
        return None
    return gaussian_of(compared.reference.training.features[real]).distance(gaussian_of(compared.features[generated]))
