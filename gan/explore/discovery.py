"""Finding directions without labels, from the generator's first block alone."""

import itertools

import numpy as np
import torch
from torch import Tensor, nn

from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Latent, sample_z
from gan.explore.methods import find_method
from gan.model.networks import Generator
from gan.model.parts import FlatBatchNorm, Interpolation, is_batch_norm
from gan.records import function_at
from gan.words import tr

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
    device, config = next(generator.parameters()).device, generator.config
    points = sample_z(max(SAMPLES, 4 * config.z_dim), config.z_dim, seed, config.distribution)
    z = torch.tensor(points, device=device)
    activations = torch.cat([generator.first_activations(batch).flatten(1) for batch in z.split(BATCH)])
    activations -= activations.mean(dim=0)
    products = (activations @ activations.T).cpu().double()
    variances, coordinates = torch.linalg.eigh(products)
    strongest = coordinates.flip(1)[:, : config.z_dim]
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
    if not generator.config.is_chain:
        raise UsageError(
            tr("the first layers of this generator are known to its own code only; take another method, pca")
        )
    flat = _first_map(generator).flatten(1)
    strengths, vectors = torch.linalg.eigh(flat @ flat.T)
    shares = strengths.flip(0).clamp(min=0) / strengths.sum()
    return _rows(vectors.flip(1).T), shares.numpy().astype(np.float32)


def _first_map(generator: Generator) -> Tensor:
    """What one more in each dimension of z adds before the first activation: (z_dim, C, H, W), on the CPU."""
    z_dim, device = generator.config.z_dim, next(generator.parameters()).device
    start, one_more = torch.zeros(1, z_dim, device=device), torch.eye(z_dim, device=device)
    maps = (generator.entered(one_more) - generator.entered(start)).cpu().double()
    for part in itertools.takewhile(_is_affine, next(generator.blocks)):
        maps = _scaled(part, maps) if is_batch_norm(part) else _without_bias(part, maps, device)
    return maps


def _is_affine(part: nn.Module) -> bool:
    return is_batch_norm(part) or isinstance(part, nn.Linear | nn.ConvTranspose2d | nn.Conv2d | Interpolation)


def _without_bias(part: nn.Module, maps: Tensor, device: torch.device) -> Tensor:
    given = maps.float().to(device)
    linear: Tensor = part(given) - part(torch.zeros_like(given[:1]))
    return linear.cpu().double()


def _scaled(norm: "nn.modules.batchnorm._BatchNorm", maps: Tensor) -> Tensor:
    """By BatchNorm's scale; its shift adds the same to all points."""
    assert norm.running_var is not None
    scale = (norm.running_var + norm.eps).rsqrt()
    if norm.affine:
        scale = scale * norm.weight.detach()
    return maps * scale.cpu().double().reshape(-1, *(maps.shape[2:] if isinstance(norm, FlatBatchNorm) else (1, 1)))


def _rows(vectors: Tensor) -> Latent:
    """Rows of length 1."""
    rows: Latent = nn.functional.normalize(vectors, dim=1).numpy().astype(np.float32)
    return rows
