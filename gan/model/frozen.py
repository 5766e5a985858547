"""A generator as the plain arithmetic of one picture: what is drawn again and again while nobody looks inside.

BatchNorm, which at rest is a product and a sum for each channel, is folded into the weights before it, and a transposed
convolution is what its definition says: one matrix product, whose columns are added up where they overlap. torch's own
lays the weights out anew for every picture, which for one picture takes as long as the rest.
"""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_weights

from gan.model.networks import Generator, GeneratorBlock

Operation = Callable[[Tensor], Tensor]

FEW_PRODUCTS = 30_000_000
"""Multiplications for one picture, below which one thread draws it sooner than several that wait for each other: on two
cores 28 px (7 million) took 0.6 ms with one and 0.8 ms with two, 64 px (105 million) 10 and 6 ms."""


class Frozen:
    """Draws what ``generator`` draws at rest, up to rounding; its weights and class must not change meanwhile."""

    def __init__(self, generator: Generator) -> None:
        self.generator = generator
        self._operations = [operation for block in generator.blocks for operation in _operations(block)]
        self.is_small = sum(map(_products, generator.blocks)) < FEW_PRODUCTS
        """Whether one thread is enough."""

    def __call__(self, z: Tensor) -> Tensor:
        """One z, (1, z_dim) -> its picture, (1, C, H, W) in [-1, 1]."""
        x = self.generator.entered(z)
        for operation in self._operations:
            x = operation(x)
        return self.generator.as_pixels(x)


def can_freeze(generator: Generator) -> bool:
    """Whether it is made of the layers of a DCGAN, on a processor; a linear one may come first."""
    if type(generator) is not Generator or next(generator.parameters()).device.type != "cpu":
        return False
    first, *others = (block.operation for block in generator.blocks)
    return isinstance(first, nn.Linear | nn.ConvTranspose2d) and all(map(_is_transposed, others))


def _is_transposed(module: nn.Module) -> bool:
    return isinstance(module, nn.ConvTranspose2d)


def _products(block: GeneratorBlock) -> int:
    """Multiplications for one picture."""
    _, height, width = block.spec.operation_input
    weights = sum(weight.numel() for weight in block.operation.parameters())
    return weights * height * width if _is_transposed(block.operation) else weights


def _operations(parts: nn.Sequential) -> Iterator[Operation]:
    """Those of one block in order; parts that are neither convolution, nor BatchNorm behind one, stay as they are."""
    modules = list(parts)
    while modules:
        module = modules.pop(0)
        if not isinstance(module, nn.ConvTranspose2d):
            yield torch.relu if isinstance(module, nn.ReLU) else module
        elif modules and isinstance(modules[0], nn.BatchNorm2d) and modules[0].track_running_stats:
            yield _product(module, *_folded(module, modules.pop(0)))
        else:
            yield _product(module, module.weight, module.bias)


def _folded(module: nn.ConvTranspose2d, norm: nn.Module) -> tuple[Tensor, Tensor]:
    assert isinstance(norm, nn.BatchNorm2d) and norm.running_mean is not None and norm.running_var is not None
    return fuse_conv_bn_weights(
        module.weight,
        module.bias,
        norm.running_mean,
        norm.running_var,
        norm.eps,
        norm.weight,
        norm.bias,
        transpose=True,
    )


def _product(module: nn.ConvTranspose2d, weight: Tensor, bias: Tensor | None) -> Operation:
    """(1, C, H, W) -> what ``module`` makes of it with another ``weight`` (C, C', k, k) and ``bias`` (C',)."""
    assert not isinstance(module.padding, str)
    matrix = weight.detach().flatten(1).t().contiguous()
    offset = None if bias is None else bias.detach()[:, None, None]
    kernel, stride, padding = list(module.kernel_size), list(module.stride), list(module.padding)
    more = [kernel[side] - 2 * padding[side] - stride[side] + module.output_padding[side] for side in (0, 1)]

    def multiply(x: Tensor) -> Tensor:
        height, width = x.shape[2:]
        size = [height * stride[0] + more[0], width * stride[1] + more[1]]
        columns = (matrix @ x.reshape(x.shape[1], height * width))[None]
        maps = torch.ops.aten.col2im(columns, size, kernel, [1, 1], padding, stride)
        return maps if offset is None else maps.add_(offset)

    return multiply
