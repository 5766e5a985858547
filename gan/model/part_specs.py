"""The parts that a generator is made of, as plain numbers; no torch in here.

All maps have shape (C, H, W); what a linear layer hands to the next one is (C, 1, 1).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from gan.errors import UsageError

Shape = tuple[int, int, int]
"""(C, H, W) of maps."""
LARGEST_SIDE = 1024
"""Pixels; no picture or map is larger."""


class Stage(StrEnum):
    """What the parts of a block are called."""

    LINEAR = "linear"
    UP = "up"
    CONV = "conv"
    NORM = "norm"
    ACT = "act"


class Enlarging(StrEnum):
    """How maps are enlarged without weights."""

    NEAREST = "nearest"
    BILINEAR = "bilinear"
    BICUBIC = "bicubic"


class NormKind(StrEnum):
    """Over what a normalisation takes its mean and variance."""

    BATCH = "batch"
    """Over the training data, for each channel; by the statistics that the file holds."""
    INSTANCE = "instance"
    """Over each map of the picture."""
    PIXEL = "pixel"
    """Over the channels, for each cell: divided by their root mean square (Karras et al. 2018, section 4.2)."""


class ActivationKind(StrEnum):
    """Which function is applied to every number."""

    RELU = "relu"
    LEAKY = "leaky"
    PRELU = "prelu"
    ELU = "elu"
    SELU = "selu"
    GELU = "gelu"
    SILU = "silu"
    TANH = "tanh"
    SIGMOID = "sigmoid"


@dataclass(frozen=True)
class Linear:
    """Every output is a weighted sum of all inputs; the result is laid out as maps of ``shape``."""

    stage: ClassVar = Stage.LINEAR
    in_features: int
    shape: Shape
    bias: bool = True

    def output(self, shape: Shape) -> Shape:
        """Raises :class:`UsageError` for inputs of another number."""
        channels, height, width = shape
        require(channels * height * width == self.in_features, f"takes {self.in_features} numbers, not {shape}")
        return self.shape


@dataclass(frozen=True)
class TransposedConvolution:
    """As :class:`torch.nn.ConvTranspose2d`."""

    stage: ClassVar = Stage.CONV
    in_channels: int
    out_channels: int
    kernel: int
    stride: int = 1
    padding: int = 0
    output_padding: int = 0
    bias: bool = True

    def __post_init__(self) -> None:
        require(min(self.kernel, self.stride) >= 1, "has a kernel or stride below 1")

    def output(self, shape: Shape) -> Shape:
        """Raises :class:`UsageError` for another number of channels, or if nothing would be left."""
        require(shape[0] == self.in_channels, f"takes {self.in_channels} channels, not {shape[0]}")
        require(0 <= self.output_padding < self.stride, "has an output padding as large as its stride")
        more = self.kernel - 2 * self.padding + self.output_padding
        return _sized(self.out_channels, *((side - 1) * self.stride + more for side in shape[1:]))


@dataclass(frozen=True)
class Convolution:
    """As :class:`torch.nn.Conv2d`."""

    stage: ClassVar = Stage.CONV
    in_channels: int
    out_channels: int
    kernel: int
    stride: int = 1
    padding: int = 0
    bias: bool = True

    def __post_init__(self) -> None:
        require(min(self.kernel, self.stride) >= 1, "has a kernel or stride below 1")

    def output(self, shape: Shape) -> Shape:
        """Raises :class:`UsageError` for another number of channels, or if nothing would be left."""
        require(shape[0] == self.in_channels, f"takes {self.in_channels} channels, not {shape[0]}")
        more = 2 * self.padding - self.kernel
        return _sized(self.out_channels, *((side + more) // self.stride + 1 for side in shape[1:]))


@dataclass(frozen=True)
class Enlargement:
    """Maps are interpolated to (``side``, ``side``)."""

    stage: ClassVar = Stage.UP
    side: int
    how: Enlarging = Enlarging.NEAREST
    align_corners: bool = False

    def output(self, shape: Shape) -> Shape:
        """(C, side, side)."""
        return _sized(shape[0], self.side, self.side)


@dataclass(frozen=True)
class Norm:
    """Of ``count`` channels, or of every number of a linear layer's output if ``flat``.

    ``affine``: with a weight and a bias for each. ``eps`` is added to the variance.
    """

    stage: ClassVar = Stage.NORM
    kind: NormKind
    count: int
    eps: float = 1e-5
    affine: bool = True
    flat: bool = False

    @property
    def is_piecewise_linear(self) -> bool:
        """Whether its statistics do not depend on what it is given."""
        return self.kind is NormKind.BATCH

    def output(self, shape: Shape) -> Shape:
        """Raises :class:`UsageError` for another number of channels."""
        count = shape[0] * shape[1] * shape[2] if self.flat else shape[0]
        require(count == self.count, f"takes {self.count} channels, not {count}")
        return shape


@dataclass(frozen=True)
class Activation:
    """``slope`` is what :attr:`ActivationKind.LEAKY` multiplies negative numbers by.

    ``slopes``: how many slopes :attr:`ActivationKind.PRELU` has learned, one or one for each channel.
    """

    stage: ClassVar = Stage.ACT
    kind: ActivationKind
    slope: float = 0.2
    slopes: int = 1

    def output(self, shape: Shape) -> Shape:
        """The same."""
        require(self.kind is not ActivationKind.PRELU or self.slopes in (1, shape[0]), "has a wrong number of slopes")
        return shape

    @property
    def is_positive(self) -> bool:
        """Whether nothing that it gives lies below 0."""
        return self.kind in (ActivationKind.RELU, ActivationKind.SIGMOID)

    @property
    def is_bounded(self) -> bool:
        """Whether all that it gives lies in [-1, 1]."""
        return self.kind in (ActivationKind.TANH, ActivationKind.SIGMOID)

    @property
    def is_piecewise_linear(self) -> bool:
        """Whether it is linear between bends."""
        return self.kind in (ActivationKind.RELU, ActivationKind.LEAKY, ActivationKind.PRELU)


@dataclass(frozen=True)
class Custom:
    """A layer that is known by its code: a module of class ``kind`` at ``path`` that turns ``given`` into ``shape``."""

    path: str
    kind: str
    given: Shape
    shape: Shape

    @property
    def stage(self) -> Stage:
        """What it is called, by its kind."""
        if self.kind.startswith(("Conv", "Linear", "Upsample")):
            return {"C": Stage.CONV, "L": Stage.LINEAR, "U": Stage.UP}[self.kind[0]]
        return Stage.NORM if "Norm" in self.kind else Stage.ACT

    @property
    def is_positive(self) -> bool:
        """Whether nothing that it gives lies below 0."""
        return self.kind in ("ReLU", "ReLU6", "Sigmoid")

    def output(self, shape: Shape) -> Shape:
        """What it gave when it was looked at."""
        return self.shape


Operation = Linear | TransposedConvolution | Convolution | Custom
Part = Operation | Enlargement | Norm | Activation


def _sized(channels: int, height: int, width: int) -> Shape:
    require(min(height, width) >= 1, "leaves nothing of its maps")
    require(max(height, width) <= LARGEST_SIDE, f"makes maps of more than {LARGEST_SIDE} cells a side")
    return channels, height, width


def require(holds: bool, message: str) -> None:
    """Raises :class:`UsageError` with ``message`` unless ``holds``."""
    if not holds:
        raise UsageError(message)
