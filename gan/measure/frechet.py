"""FID: the Fréchet distance between normal distributions that are fitted to features (Heusel et al., 2017)."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan.measure.spaces import Features
from gan.measure.values import Value, resampled_error

if TYPE_CHECKING:
    from gan.measure.comparison import Comparison

RESAMPLED = 20


@dataclass(frozen=True, eq=False)
class Gaussian:
    """The normal distribution of ``count`` features: ``mean`` (F,) and ``covariance`` (F, F), both float64."""

    mean: Tensor
    covariance: Tensor
    count: int

    @cached_property
    def root(self) -> Tensor:
        """The symmetric square root of the covariance."""
        values, vectors = torch.linalg.eigh(self.covariance)
        return (vectors * values.clamp(min=0).sqrt()) @ vectors.T

    def distance(self, other: "Gaussian") -> float:
        """``|m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))``, equation 6 of the paper.

        The trace of the root of ``C1 C2``, which is not symmetric, is that of the root of ``C1^(1/2) C2 C1^(1/2)``,
        which is, and has the same eigenvalues.
        """
        product = self.root @ other.covariance @ self.root
        shared = torch.linalg.eigvalsh((product + product.T) / 2).clamp(min=0).sqrt().sum()
        apart = (self.mean - other.mean).square().sum()
        return float(apart + self.covariance.trace() + other.covariance.trace() - 2 * shared)


def gaussian_of(features: Features | Tensor) -> Gaussian:
    """Of at least two features (N, F)."""
    points = torch.as_tensor(features).double()
    return Gaussian(points.mean(dim=0), torch.cov(points.T), len(points))


def fid(compared: "Comparison") -> Value:
    """Of all generated pictures against all real ones; the error is that of the draw of generated pictures."""
    real, points = compared.reference.gaussian, torch.from_numpy(compared.features).double()
    value = real.distance(gaussian_of(points))
    error = resampled_error(
        len(points), RESAMPLED, compared.seed, lambda rows: real.distance(gaussian_of(points[torch.from_numpy(rows)]))
    )
    return Value(value, error)
