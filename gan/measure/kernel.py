"""KID: the squared maximum mean discrepancy with a polynomial kernel (Binkowski et al., 2018)."""

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from gan.measure.values import Value

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

SUBSETS, SUBSET_SIZE = 50, 1_000
DEGREE = 3


def kid(compared: "Comparison") -> Value:
    """The mean over random subsets, as is usual, because one of all pictures would take their number squared.

    The error is the standard deviation over the subsets, which the literature states beside KID.
    """
    both = compared.reference.training.features, compared.features
    real, generated = (torch.from_numpy(features).double() for features in both)
    size = min(SUBSET_SIZE, len(real), len(generated))
    random = np.random.default_rng(compared.seed)
    values = []
    for _ in range(SUBSETS):
        compared.check()
        rows = (torch.from_numpy(random.choice(len(each), size, replace=False)) for each in (real, generated))
        values.append(discrepancy(real[next(rows)], generated[next(rows)]))
    return Value(float(np.mean(values)), float(np.std(values, ddof=1)))


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
