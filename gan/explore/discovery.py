"""Finding directions without labels, from the generator's first block alone."""

import numpy as np
import torch
from torch import Tensor, nn

from gan.explore.directions import Directions
from gan.explore.latent import Latent, sample_z
from gan.explore.methods import find_method
from gan.model.networks import Generator
from gan.records import function_at

SAMPLES = 2000
BATCH = 256


def find_directions(generator: Generator, method: str, count: int, *, seed: int = 0, model: str = "") -> Directions:
    """The ``count`` strongest directions, fewer if z has fewer dimensions; ``seed`` draws the samples, if it needs any.

    Signs are chosen such that the largest component of each direction is positive. ``method`` is a name of
    :data:`gan.explore.methods.METHODS`. Raises :class:`gan.errors.UsageError` for another.
    """
    vectors, shares = function_at(find_method(method).finder)(generator, seed)
    vectors, shares = vectors[:count], shares[:count]
    largest = vectors[np.arange(len(vectors)), np.abs(vectors).argmax(axis=1)]
    names = tuple(f"{method} {number}" for number in range(1, len(vectors) + 1))
    return Directions(method, vectors * np.sign(largest)[:, None], shares, names, model)


@torch.no_grad()
def by_components(generator: Generator, seed: int) -> tuple[Latent, Latent]:
    """Principal components of the first block's activations, carried over to z by regression.

    Härkönen et al. (2020), "GANSpace", section 2.2. The coordinates of the samples follow from the matrix of
    their inner products; as they are uncorrelated, each regression is one product. Shares are those of variance.
    """
    device = next(generator.parameters()).device
    z = torch.tensor(sample_z(max(SAMPLES, 4 * generator.config.z_dim), generator.config.z_dim, seed), device=device)
    activations = torch.cat([_first_activations(generator, batch) for batch in z.split(BATCH)])
    activations -= activations.mean(dim=0)
    products = (activations @ activations.T).cpu().double()
    variances, coordinates = torch.linalg.eigh(products)
    strongest = coordinates.flip(1)[:, : generator.config.z_dim]
    vectors = strongest.T @ z.cpu().double()
    shares = variances.flip(0)[: len(vectors)] / variances.sum()
    return _rows(vectors), shares.numpy().astype(np.float32)


@torch.no_grad()
def by_factorisation(generator: Generator, seed: int) -> tuple[Latent, Latent]:
    """Eigenvectors of A^T A for the first block's affine map A.

    Shen and Zhou (2021), "Closed-Form Factorization of Latent Semantics in GANs" (SeFa), equation 4. A is the
    weight with BatchNorm's scale, which belongs to the same map: without it, how strongly a channel counts would
    depend on a factor that BatchNorm takes out again. Shares are those of all eigenvalues.
    """
    block = next(generator.blocks)
    weight = block.conv.weight.detach().cpu().double()  # (z_dim, C, H, W)
    if isinstance(block.norm, nn.BatchNorm2d):
        weight = weight * _scale(block.norm)[None, :, None, None]
    flat = weight.flatten(1)
    strengths, vectors = torch.linalg.eigh(flat @ flat.T)
    shares = strengths.flip(0).clamp(min=0) / strengths.sum()
    return _rows(vectors.flip(1).T), shares.numpy().astype(np.float32)


def _first_activations(generator: Generator, z: Tensor) -> Tensor:
    """(N, C * H * W)"""
    block = next(generator.blocks)
    activations: Tensor = block(z[:, :, None, None]).flatten(1)
    return activations


def _scale(norm: nn.BatchNorm2d) -> Tensor:
    assert norm.running_var is not None
    scale = (norm.running_var + norm.eps).rsqrt()
    return (scale if norm.weight is None else scale * norm.weight.detach()).cpu().double()


def _rows(vectors: Tensor) -> Latent:
    """Rows of length 1."""
    rows: Latent = nn.functional.normalize(vectors, dim=1).numpy().astype(np.float32)
    return rows
