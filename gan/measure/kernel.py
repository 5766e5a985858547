"""KID: the squared maximum mean discrepancy with a polynomial kernel (Binkowski et al., 2018)."""

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from gan.measure.spaces import Features
from gan.measure.values import Value, mean_of

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

SUBSET_SIZE, FEWEST_SUBSETS = 1_000, 4
DEGREE = 3


def kid(compared: "Comparison") -> Value:
    """The mean over subsets, as is usual, because one of all pictures would take their number squared.

    No two subsets share a picture, so the error of the mean follows from their spread.
    """
    both = compared.reference.training.features, compared.features
    real, generated = (_shuffled(features, compared.seed) for features in both)
    fewest = min(len(real), len(generated))
    size = max(2, min(SUBSET_SIZE, fewest // FEWEST_SUBSETS))
    values = []
    for start in range(0, fewest - size + 1, size):
        compared.check()
        rows = slice(start, start + size)
        values.append(discrepancy(real[rows], generated[rows]))
    return mean_of(np.array(values))


def _shuffled(features: Features, seed: int) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).permutation(features)).double()


def discrepancy(first: Tensor, second: Tensor) -> float:
    """Unbiased, so it can be below 0; of (N, F) and (M, F) in float64, at least two each."""
    across = _kernel(first, second).mean()
    return float(_mean_of_others(_kernel(first, first)) + _mean_of_others(_kernel(second, second)) - 2 * across)


def _kernel(first: Tensor, second: Tensor) -> Tensor:
    """``(x y / F + 1)^3``"""
    return (first @ second.T / first.shape[1] + 1) ** DEGREE


def _mean_of_others(kernel: Tensor) -> Tensor:
    count = len(kernel)
    return (kernel.sum() - kernel.trace()) / (count * (count - 1))
