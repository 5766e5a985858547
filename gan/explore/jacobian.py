"""How a picture answers to small steps of z, to first order."""

import math
import warnings
from threading import Lock

import torch
from torch import Tensor
from torch.func import jvp, vmap

from gan.explore.latent import Latent
from gan.model.networks import Generator

CHUNK_VALUES = 2**22
_ALONE = Lock()
"""torch counts the levels of forward mode for all threads together, so that two at a time would end each other's."""


def jacobian(generator: Generator, z: Tensor) -> Tensor:
    """d picture / d z at ``z`` (z_dim,): shape (C * H * W, z_dim), one column for each dimension.

    Forward mode: one pass carries many columns at a time, so it costs about as much as a batch of z_dim pictures.
    """

    def picture(point: Tensor) -> Tensor:
        return generator(point[None]).flatten()

    def column(tangent: Tensor) -> Tensor:
        change: Tensor = jvp(picture, (z,), (tangent,))[1]
        return change

    widest = max(math.prod(shape) for spec in generator.config.blocks for shape in spec.shapes)
    with _ALONE, torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # torch's own, from its rules for forward mode
        basis = torch.eye(len(z), dtype=z.dtype, device=z.device)
        columns: Tensor = vmap(column, out_dims=1, chunk_size=max(1, CHUNK_VALUES // widest))(basis)
        return columns


def sensitivity(generator: Generator, z: Latent) -> Latent:
    """How strongly each dimension acts on the picture around ``z`` (z_dim,): shape (z_dim,).

    It is the root mean square change of a pixel, in grey levels of 255, for a step of 1 to first order.
    """
    device = next(generator.parameters()).device
    columns = jacobian(generator, torch.tensor(z, dtype=torch.float32, device=device))
    strengths: Latent = (127.5 * columns.pow(2).mean(dim=0).sqrt()).cpu().numpy()
    return strengths
