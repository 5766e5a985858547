"""Pictures while torch is still on its way, which takes a second: the arithmetic of a DCGAN at rest, in numpy.

They are those of :mod:`gan.render` up to rounding. What this does not know is left to torch.
"""

import time
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError
from gan.images import Picture
from gan.layers.transposed import Geometry, scatter
from gan.model.architecture import Architecture, Condition, Join
from gan.model.checkpoint import read_checkpoint, read_tensors
from gan.model.cost import multiply_adds
from gan.model.part_specs import Activation, ActivationKind, Linear, Norm, NormKind, Part, TransposedConvolution
from gan.request import RenderRequest, RenderResult

Array = npt.NDArray[np.float32]
Weights = Mapping[str, Array]
Tensors = Callable[[str], Array | None]
"""Gives a layer's tensors by name, where it has them."""

MOST_PRODUCTS = 1_000_000_000
"""Multiplications for all pictures, above which numpy would take about as long as torch takes to come."""

_FUNCTIONS: Mapping[ActivationKind, Callable[[Array], Array]] = {
    ActivationKind.RELU: lambda maps: np.maximum(maps, 0),
    ActivationKind.TANH: np.tanh,
    ActivationKind.SIGMOID: lambda maps: np.reciprocal(1 + np.exp(-maps)),
}


def early_result(request: RenderRequest) -> RenderResult | None:
    """What ``request`` asks for, if that is plain pictures of a DCGAN, not too many, whose file is not damaged.

    What is wrong with it is left for torch's renderer to say.
    """
    started = time.perf_counter()
    if not request.is_plain or request.compared or request.traced or request.judge:
        return None
    try:
        config = read_checkpoint(request.model).config
        config.check_class(request.chosen_class)
        if not can_draw(config, len(request.z)) or request.z.shape[1] != config.z_dim:
            return None
        weights = read_tensors(request.model)
    except LatentariumError:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        pixels = np.stack([drawn(config, weights, z, request.chosen_class or 0) for z in request.z])
    if not np.isfinite(pixels).all():
        return None
    return RenderResult(request, _pictures(pixels), elapsed=time.perf_counter() - started)


def can_draw(config: Architecture, count: int = 1) -> bool:
    """Whether it is a chain of a DCGAN's layers with pixels in [-1, 1], and ``count`` pictures are few enough."""
    parts = (part for block in config.blocks for part in block.parts)
    plain = config.is_chain and config.gives_pixels and all(map(_is_known, parts))
    return plain and 0 < count * multiply_adds(config.blocks) <= MOST_PRODUCTS


def drawn(config: Architecture, weights: Weights, z: Array, chosen_class: int = 0) -> Array:
    """The picture (C, H, W) in [-1, 1] of one ``z`` (z_dim,)."""
    maps = _entered(config, weights, z, chosen_class).reshape(config.blocks[0].in_shape)
    for block in config.blocks:
        for layer, part in zip(block.layer_names, block.parts, strict=True):
            maps = _applied(part, maps, _of_layer(weights, layer))
    return maps


def _of_layer(weights: Weights, layer: str) -> Tensors:
    return lambda name: weights.get(f"{layer}.{name}")


def _is_known(part: Part) -> bool:
    match part:
        case Linear() | TransposedConvolution():
            return True
        case Norm(kind, flat=flat):
            return kind is NormKind.BATCH and not flat
        case Activation(kind):
            return kind in _FUNCTIONS
        case _:
            return False


def _entered(config: Architecture, weights: Weights, z: Array, chosen_class: int) -> Array:
    """What the first block is given, as :meth:`gan.model.networks.Generator.entered` has it."""
    condition = config.condition
    if condition is None:
        return z
    label = weights["label.weight"][chosen_class] if condition.embedded else _one_hot(condition, chosen_class)
    match condition.join:
        case Join.CONCATENATED:
            return np.concatenate([label, z] if condition.first else [z, label])
        case Join.ADDED:
            return z + label
        case Join.MULTIPLIED:
            return z * label


def _one_hot(condition: Condition, chosen_class: int) -> Array:
    label = np.zeros(condition.classes, np.float32)
    label[chosen_class] = 1
    return label


def _applied(part: Part, maps: Array, weight: Tensors) -> Array:
    """What ``part`` makes of ``maps`` (C, H, W) with its tensors, given by ``weight``."""
    match part:
        case Linear(shape=shape):
            matrix, bias = weight("weight"), weight("bias")
            assert matrix is not None
            products = matrix @ maps.ravel()
            return (products if bias is None else products + bias).reshape(shape)
        case TransposedConvolution():
            kernels = weight("weight")
            assert kernels is not None
            geometry = Geometry(part.kernel, part.stride, part.padding, part.output_padding)
            result: Array = scatter(maps, kernels, weight("bias"), geometry)
            return result
        case Norm():
            return _normalised(part, maps, weight)
        case Activation(kind):
            return _FUNCTIONS[kind](maps)
        case _:
            raise AssertionError(f"can_draw has let {part} pass")


def _normalised(part: Norm, maps: Array, weight: Tensors) -> Array:
    """By the statistics of training (Ioffe and Szegedy, 2015, algorithm 2)."""
    mean, variance = weight("running_mean"), weight("running_var")
    assert mean is not None and variance is not None
    scale = 1 / np.sqrt(variance + np.float32(part.eps))
    offset = -mean * scale
    factor, bias = weight("weight"), weight("bias")
    if factor is not None and bias is not None:
        scale, offset = scale * factor, offset * factor + bias
    return maps * scale[:, None, None] + offset[:, None, None]


def _pictures(pixels: Array) -> Picture:
    """(N, C, H, W) in [-1, 1] -> (N, H, W, C), as :func:`gan.images.to_uint8`."""
    levels = np.rint((pixels + 1) * np.float32(127.5)).clip(0, 255)
    return np.ascontiguousarray(levels.astype(np.uint8).transpose(0, 2, 3, 1))
