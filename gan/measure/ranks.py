"""Rank correlation."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]


def rank_correlation(a: Array, b: Array) -> float:
    """Spearman's rho of two series (N,), from -1 to 1; 0 if one of them is constant."""
    first, second = _centred_ranks(a), _centred_ranks(b)
    norm = float(np.linalg.norm(first) * np.linalg.norm(second))
    return float(first @ second) / norm if norm else 0.0


def _centred_ranks(values: Array) -> Array:
    """Ranks with mean 0; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    middles = np.cumsum(counts) - (counts - 1) / 2
    centred: Array = middles[inverse] - (len(values) + 1) / 2
    return centred
