"""How well a hypothesis explains what BatchNorm layers have remembered.

A BatchNorm layer keeps the mean and the variance of what it was given while the generator was trained. Feed random z
through the layers as one supposes them to be, normalise by the statistics of the batch as training did, and compare:
a wrong stride, slope or distribution of z changes the moments of hundreds of channels.
"""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from gan.importing.skeleton import Array, FoundNorm, Kind, Link
from gan.model.part_specs import (
    Activation,
    Convolution,
    Enlargement,
    Linear,
    Norm,
    NormKind,
    Part,
    TransposedConvolution,
)
from gan.model.parts import part_module

WORST = 3.0
"""No channel counts more than that."""
_TINY = 1e-8
BATCH = 64
"""How many pictures a batch usually has: the fewer, the less far a number can lie from its batch's mean."""
USELESS = 1.5
"""A misfit above that, of the best hypothesis, says that the statistics do not belong to these weights."""


def misfit(values: Tensor, norm: FoundNorm, channels: Tensor | None = None) -> float:
    """Of the moments of ``values`` (N, C, H, W), or (N, features) behind a linear layer, and those stored.

    It is the root mean square over channels of the distance of (mean in standard deviations, log of the variance).
    ``channels`` says which of the norm's channels ``values`` has, all without it.
    """
    assert norm.mean is not None and norm.variance is not None
    mean, variance = _moments(values)
    stored_mean, stored_variance = (_chosen(array, channels) for array in (norm.mean, norm.variance))
    alive = stored_variance > _TINY
    if not bool(alive.any()):
        return 0.0
    offset = (mean - stored_mean).square() / stored_variance.clamp(min=_TINY)
    ratio = ((variance + _TINY) / (stored_variance + _TINY)).log().square()
    return float((offset + ratio)[alive].clamp(max=WORST**2).mean().sqrt())


def _moments(values: Tensor) -> tuple[Tensor, Tensor]:
    # torch.var_mean takes ten times as long.
    flat = values.reshape(*values.shape[:2], -1)
    mean, square = flat.mean(dim=(0, 2)), flat.square().mean(dim=(0, 2))
    return mean, (square - mean.square()).clamp(min=0)


def _chosen(array: Array, channels: Tensor | None) -> Tensor:
    tensor = torch.from_numpy(array)
    return tensor if channels is None else tensor[channels]


def operate(x: Tensor, link: Link, part: Part, channels: Tensor | None = None) -> Tensor:
    """What the layer with weights gives for ``x`` (N, C, H, W): its ``channels`` only, or all."""
    weight = torch.from_numpy(link.unit.weight)
    bias = None if link.unit.bias is None else torch.from_numpy(link.unit.bias)
    if channels is not None:
        weight = weight[:, channels] if link.kind is Kind.TRANSPOSED else weight[channels]
        bias = None if bias is None else bias[channels]
    match part:
        case Linear():
            return F.linear(x.flatten(1), weight, bias)
        case TransposedConvolution():
            return F.conv_transpose2d(x, weight, bias, part.stride, part.padding, part.output_padding)
        case Convolution():
            return F.conv2d(x, weight, bias, part.stride, part.padding)
    raise TypeError(part)


def normalised(values: Tensor, norm: FoundNorm | None, part: Norm) -> Tensor:
    """As training did it: by the moments of batches, then the layer's own scale and shift."""
    weight, bias = _parameter(norm, "weight"), _parameter(norm, "bias")
    match part.kind:
        case NormKind.PIXEL:
            return values * (values.square().mean(dim=1, keepdim=True) + part.eps).rsqrt()
        case NormKind.INSTANCE:
            return F.instance_norm(values, weight=weight, bias=bias, eps=part.eps)
    flat = values.flatten(1) if part.flat else values
    batches = flat.tensor_split(max(1, round(len(flat) / BATCH)))
    done = [F.batch_norm(batch, None, None, weight, bias, training=True, eps=part.eps) for batch in batches]
    return torch.cat(done).reshape(values.shape)


def _parameter(norm: FoundNorm | None, name: str) -> Tensor | None:
    array: Array | None = getattr(norm, name, None)
    return None if array is None else torch.from_numpy(array)


def activated(values: Tensor, activation: Activation | None, slopes: Array | None = None) -> Tensor:
    """The function of ``activation``; ``slopes`` are those that a PReLU has learned."""
    if activation is None:
        return values
    if slopes is not None:
        return F.prelu(values, torch.from_numpy(slopes))
    module = part_module(activation)
    result: Tensor = module(values)
    return result


def enlarged(values: Tensor, part: Enlargement | None) -> Tensor:
    """Maps of another side."""
    if part is None:
        return values
    result: Tensor = part_module(part)(values)
    return result


def balanced(count: int, z_dim: int, seed: int = 0) -> Tensor:
    """Normal points (count, z_dim) in pairs of z and -z, each dimension of variance 1: less noise in small samples."""
    half = torch.from_numpy(np.random.default_rng(seed).standard_normal((count // 2, z_dim), np.float32))
    half = half / half.square().mean(dim=0, keepdim=True).sqrt().clamp(min=0.1)
    return torch.stack([half, -half], dim=1).flatten(0, 1)


def uniform(points: Tensor) -> Tensor:
    """Normal points as evenly distributed ones in (-1, 1), of the same ranks."""
    return torch.erf(points / 2**0.5)
