"""How far two sets of pictures are apart, without any network."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan.measure.values import Value

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

PROJECTIONS = 256
CLOSEST = 0.02
MOST_DRAWN = 2_000
"""Features of so many pictures are compared, each with all others."""
SMALLEST = 1e-9
"""What is divided by is at least this, for pictures that are all alike."""


def sliced_wasserstein(first: Tensor, second: Tensor, *, projections: int = PROJECTIONS, seed: int = 0) -> float:
    """The mean, over random directions, of the distance between both sets' shadows on a line.

    Both are (N, ...) of the same shape. On a line the Wasserstein distance of two sets of equal size
    is the mean difference of their sorted values (Rabin et al., 2011; for judging GANs, Karras et al.,
    2018, section 5).
    """
    ours, theirs = first.detach().flatten(1).double().cpu(), second.detach().flatten(1).double().cpu()
    generator = torch.Generator().manual_seed(seed)
    directions = torch.randn(ours.shape[1], projections, generator=generator, dtype=torch.float64)
    directions /= directions.norm(dim=0)
    shadows = (ours @ directions).sort(dim=0).values, (theirs @ directions).sort(dim=0).values
    return float((shadows[0] - shadows[1]).abs().mean())


def mean_pairwise_distance(pictures: Tensor) -> float:
    """The mean Euclidean distance between two different ones of ``pictures`` (N, ...); N is at least 2."""
    return float(torch.pdist(pictures.detach().flatten(1).double().cpu()).mean())


def distance_to(real: Tensor, other: Tensor) -> Callable[[Tensor], float]:
    """How far generated pictures are from ``real``, in units of what ``real`` and ``other`` are apart.

    Two draws of a few pictures that repeat can hit the very same ones; the unit is at least :data:`CLOSEST` of how far
    ``real`` are from their own mean, so that no chance makes it nothing.
    """
    width = sliced_wasserstein(real, real.mean(dim=0, keepdim=True).expand_as(real))
    apart = max(sliced_wasserstein(real, other), CLOSEST * width, SMALLEST)
    return lambda generated: sliced_wasserstein(generated, real[: len(generated)]) / apart


def diversity_beside(real: Tensor, other: Tensor) -> Callable[[Tensor], float]:
    """How different generated pictures are from each other, in units of how different ``real`` ones are."""
    spread = max(mean_pairwise_distance(real), SMALLEST)
    return lambda generated: mean_pairwise_distance(generated) / spread


def feature_distance(compared: "Comparison") -> Value:
    """:func:`distance_to`, of features."""
    return Value(_of_features(distance_to, compared))


def feature_diversity(compared: "Comparison") -> Value:
    """:func:`diversity_beside`, of features."""
    return Value(_of_features(diversity_beside, compared))


def _of_features(beside: Callable[[Tensor, Tensor], Callable[[Tensor], float]], compared: "Comparison") -> float:
    real, other = (torch.from_numpy(draw.features) for draw in compared.two_draws(MOST_DRAWN))
    return beside(real, other)(torch.from_numpy(compared.features[: len(real)]))
