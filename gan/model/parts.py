"""The parts of a generator as torch modules. All take and give maps, (N, C, H, W)."""

from collections.abc import Callable, Mapping
from typing import TypeGuard

from torch import Tensor, nn
from torch.nn import functional as F

from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Custom,
    Enlargement,
    Enlarging,
    Linear,
    Norm,
    NormKind,
    Part,
    Shape,
    TransposedConvolution,
)

# Never in place: that would overwrite what a hook on the part before has captured.
_ACTIVATIONS: Mapping[ActivationKind, Callable[[Activation], nn.Module]] = {
    ActivationKind.RELU: lambda part: nn.ReLU(),
    ActivationKind.LEAKY: lambda part: nn.LeakyReLU(part.slope),
    ActivationKind.PRELU: lambda part: nn.PReLU(part.slopes),
    ActivationKind.ELU: lambda part: nn.ELU(),
    ActivationKind.SELU: lambda part: nn.SELU(),
    ActivationKind.GELU: lambda part: nn.GELU(),
    ActivationKind.SILU: lambda part: nn.SiLU(),
    ActivationKind.TANH: lambda part: nn.Tanh(),
    ActivationKind.SIGMOID: lambda part: nn.Sigmoid(),
}


def part_module(part: Part) -> nn.Module:
    """The module of one part, with fresh weights where it has any."""
    match part:
        case Linear():
            return MapLinear(part.in_features, part.shape, part.bias)
        case TransposedConvolution():
            return nn.ConvTranspose2d(
                part.in_channels,
                part.out_channels,
                part.kernel,
                part.stride,
                part.padding,
                part.output_padding,
                bias=part.bias,
            )
        case Convolution():
            return nn.Conv2d(
                part.in_channels, part.out_channels, part.kernel, part.stride, part.padding, bias=part.bias
            )
        case Enlargement():
            return Interpolation(part)
        case Norm():
            return _norm(part)
        case Activation():
            return _ACTIVATIONS[part.kind](part)
        case Custom():
            raise AssertionError(f"{part.path} is made by its own code")


class MapLinear(nn.Linear):
    """(N, C, H, W) of any shape with ``in_features`` numbers -> ``(N, *shape)``."""

    def __init__(self, in_features: int, shape: Shape, bias: bool = True) -> None:
        super().__init__(in_features, shape[0] * shape[1] * shape[2], bias)
        self.shape = shape

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.flatten(1)).unflatten(1, self.shape)


class FlatBatchNorm(nn.BatchNorm1d):
    """BatchNorm of every single number of maps (N, C, H, W), as behind a linear layer."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.flatten(1)).reshape(x.shape)


class PixelNorm(nn.Module):
    """Every cell is divided by the root mean square over its channels."""

    def __init__(self, eps: float) -> None:
        super().__init__()
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        return x * (x.square().mean(dim=1, keepdim=True) + self.eps).rsqrt()


class Interpolation(nn.Module):
    """Maps enlarged to a given side."""

    def __init__(self, part: Enlargement) -> None:
        super().__init__()
        self.part = part

    def forward(self, x: Tensor) -> Tensor:
        size, how = (self.part.side, self.part.side), self.part.how
        if how is Enlarging.NEAREST:
            return F.interpolate(x, size, mode=how.value)
        return F.interpolate(x, size, mode=how.value, align_corners=self.part.align_corners)


def _norm(part: Norm) -> nn.Module:
    if part.kind is NormKind.PIXEL:
        return PixelNorm(part.eps)
    if part.kind is NormKind.INSTANCE:
        return nn.InstanceNorm2d(part.count, part.eps, affine=part.affine)
    kind = FlatBatchNorm if part.flat else nn.BatchNorm2d
    return kind(part.count, part.eps, affine=part.affine)


def is_batch_norm(module: nn.Module) -> "TypeGuard[nn.modules.batchnorm._BatchNorm]":
    """Whether it normalises by statistics over the batch or over the training data."""
    return isinstance(module, nn.modules.batchnorm._BatchNorm)
