"""What a generator is made of, layer by layer, as plain numbers; no torch in here.

A generator is a chain of *blocks*; each has one operation with weights (linear, transposed or ordinary convolution)
and what belongs to it: enlarging before or after it, normalisation, activation. All maps have shape (C, H, W); what a
linear layer hands to the next one is (C, 1, 1).
"""

import dataclasses
import math
import reprlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from gan.errors import LatentariumError, UsageError
from gan.json_file import converted
from gan.model.classes import listed
from gan.sizes import Size

Shape = tuple[int, int, int]
"""(C, H, W) of maps."""
LARGEST_SIDE = 1024
"""Pixels; no picture or map is larger."""
LARGEST_MAPS = 2**26
"""No layer gives more numbers for one picture, which are 256 MB."""
LARGEST_COUNT = 2**16
"""No layer has more channels, and no number in a layout is larger."""


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


class Distribution(StrEnum):
    """What each number of z is drawn from."""

    NORMAL = "normal"
    """N(0, 1)."""
    UNIFORM = "uniform"
    """Evenly between -1 and 1."""


class Join(StrEnum):
    """How the vector of a class meets z."""

    CONCATENATED = "concatenated"
    ADDED = "added"
    MULTIPLIED = "multiplied"


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
_KINDS: Mapping[str, type[Part]] = {
    "linear": Linear,
    "transposed": TransposedConvolution,
    "convolution": Convolution,
    "up": Enlargement,
    "norm": Norm,
    "act": Activation,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True)
class BlockSpec:
    """One block: maps of ``in_shape`` go through ``parts``, of which exactly one has an operation's weights.

    Raises :class:`UsageError` for parts that do not fit each other.
    """

    name: str
    in_shape: Shape
    parts: tuple[Part, ...]
    is_last: bool = False

    def __post_init__(self) -> None:
        require(sum(isinstance(part, Operation) for part in self.parts) == 1, f"{self.name} needs one operation")
        assert self.shapes  # walks through them

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """What each part hands on."""
        found = [self.in_shape]
        for part in self.parts:
            try:
                found.append(part.output(found[-1]))
                count = math.prod(found[-1])
                require(count <= LARGEST_MAPS, f"gives {count:,} numbers, which are too many")
            except UsageError as error:
                raise UsageError(f"{self.name}: the {type(part).__name__.lower()} {error}") from None
        return tuple(found[1:])

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """``conv``, ``norm``, ``act``; the second one of a stage is called ``norm2``."""
        seen: Counter[Stage] = Counter()
        names = []
        for part in self.parts:
            seen[part.stage] += 1
            names.append(part.stage.value + (str(seen[part.stage]) if seen[part.stage] > 1 else ""))
        return tuple(names)

    @cached_property
    def layer_names(self) -> tuple[str, ...]:
        """``block2.conv``, ``block2.norm``, ``block2.act``."""
        return tuple(f"{self.name}.{part}" for part in self.part_names)

    @cached_property
    def operation(self) -> Operation:
        """The part with the weights."""
        return next(part for part in self.parts if isinstance(part, Operation))

    @property
    def operation_name(self) -> str:
        """The layer with the weights: ``block2.conv``, or ``block1.linear``."""
        return self.layer_names[self.parts.index(self.operation)]

    @property
    def output_name(self) -> str:
        """The layer that hands on what the block makes: its last."""
        return self.layer_names[-1]

    @property
    def operation_input(self) -> Shape:
        """(C, H, W) of what the operation is given."""
        place = self.parts.index(self.operation)
        return self.shapes[place - 1] if place else self.in_shape

    @property
    def operation_shape(self) -> Shape:
        """(C, H, W) of what the operation gives."""
        return self.shapes[self.parts.index(self.operation)]

    @property
    def shape(self) -> Shape:
        """(C, H, W) of the block's output."""
        return self.shapes[-1]

    def first(self, kind: type[Part]) -> Part | None:
        """The first part of that kind, if there is one."""
        return next((part for part in self.parts if isinstance(part, kind)), None)


@dataclass(frozen=True)
class Condition:
    """A generator that is told which of ``classes`` to draw.

    The class becomes a vector of ``width`` numbers: a row of the learned table ``label.weight`` (classes, width) if
    ``embedded``, else 1 at the place of the class and 0 elsewhere. It stands before z if ``first``, else after it.
    """

    classes: int
    width: int
    embedded: bool = True
    join: Join = Join.CONCATENATED
    first: bool = False

    def features(self, z_dim: int) -> int:
        """How many numbers z and class are together. Raises :class:`UsageError` if they do not fit."""
        require(self.embedded or self.width == self.classes, "a class without a table is as wide as there are classes")
        if self.join is Join.CONCATENATED:
            return z_dim + self.width
        require(self.width == z_dim, f"a class of {self.width} numbers cannot be {self.join} to z of {z_dim}")
        return z_dim


@dataclass(frozen=True)
class PixelRange:
    """Turns what the last layer gives into pixels in [-1, 1]: times ``scale`` plus ``offset``, for each channel or all.

    For a generator that draws in [0, 1] these are 2 and -1.
    """

    scale: tuple[float, ...] = (1.0,)
    offset: tuple[float, ...] = (0.0,)


AS_THEY_ARE = PixelRange()
"""The last layer's numbers are pixels."""


class Architecture(ABC):
    """What everything that looks at a generator needs to know of it. ``z_dim`` is the length of z."""

    z_dim: int

    @property
    @abstractmethod
    def blocks(self) -> tuple[BlockSpec, ...]:
        """The generator's blocks in order, ``block1`` first."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""

    @property
    def picture_shape(self) -> Shape:
        """(C, H, W) of a generated picture."""
        return self.blocks[-1].shape

    @property
    def channels(self) -> int:
        """1 for grey pictures, 3 for colour, 4 for colour with opacity."""
        return self.picture_shape[0]

    @property
    def picture_size(self) -> Size:
        """Width and height of a generated picture."""
        _, height, width = self.picture_shape
        return Size(width, height)

    @property
    def distribution(self) -> Distribution:
        """What z is drawn from."""
        return Distribution.NORMAL

    @property
    def condition(self) -> Condition | None:
        """How a class is chosen, None for a generator without classes."""
        return None

    @property
    def class_names(self) -> tuple[str, ...]:
        """What the classes are called, by their number; empty for a generator without classes."""
        return () if self.condition is None else tuple(map(str, range(self.condition.classes)))

    @property
    def pixels(self) -> PixelRange:
        """What the last layer's numbers mean."""
        return AS_THEY_ARE

    @property
    def is_chain(self) -> bool:
        """Whether every layer is given just what the one before hands on."""
        return True

    @property
    def gives_pixels(self) -> bool:
        """Whether the last layer's numbers are pixels in [-1, 1] as they are."""
        last = self.blocks[-1].parts[-1]
        return self.pixels == AS_THEY_ARE and isinstance(last, Activation) and last.is_bounded

    @property
    def has_batch_norm(self) -> bool:
        """Whether any layer could normalise by the statistics of a batch."""
        parts = (part for block in self.blocks for part in block.parts)
        return any(isinstance(part, Norm) and part.kind is NormKind.BATCH for part in parts)

    @property
    def bent_layer(self) -> str | None:
        """The first layer before the last activation that is not linear between bends, if there is one."""
        layers = [layer for block in self.blocks for layer in zip(block.layer_names, block.parts, strict=True)]
        if isinstance(layers[-1][1], Activation):
            layers.pop()
        bent = (name for name, part in layers if isinstance(part, Norm | Activation) and not part.is_piecewise_linear)
        return next(bent, None)

    @property
    def is_piecewise_linear(self) -> bool:
        """Whether, up to the last activation, the picture is linear in z between bends."""
        return self.bent_layer is None

    def check_class(self, number: int | None) -> None:
        """Raises :class:`UsageError` for a class that there is not; None is the first, if there are any."""
        if number is None:
            return
        classes = 0 if self.condition is None else self.condition.classes
        require(classes > 0, "this generator has no classes to choose from")
        require(0 <= number < classes, f"this generator has classes 0 to {classes - 1}, but not {number}")

    def class_called(self, text: str) -> int:
        """The number of the class that is called so, or else has this number. Raises :class:`UsageError`."""
        names = self.class_names
        require(bool(names), "this generator has no classes to choose from")
        numbers = tuple(map(str, range(len(names))))
        require(text in (*names, *numbers), f"this generator has no class {text!r}; it has {listed(names)}")
        return names.index(text) if text in names else numbers.index(text)

    def find_block(self, name: str) -> BlockSpec:
        """The block called ``name``. Raises :class:`UsageError`, naming those there are."""
        for block in self.blocks:
            if block.name == name:
                return block
        names = ", ".join(block.name for block in self.blocks)
        raise UsageError(f"there is no block {name!r}; this generator has {names}")


def chained(start: Shape, blocks: "list[tuple[Part, ...]]") -> tuple[BlockSpec, ...]:
    """Blocks ``block1``, ``block2``, ... of the given parts, each fed by the one before.

    Raises :class:`UsageError` if they do not fit each other.
    """
    found: list[BlockSpec] = []
    for number, parts in enumerate(blocks, 1):
        shape = found[-1].shape if found else start
        found.append(BlockSpec(f"block{number}", shape, parts, is_last=number == len(blocks)))
    return tuple(found)


@dataclass(frozen=True)
class Layout(Architecture):
    """A generator that somebody else has built, as far as weights and evidence tell.

    Raises :class:`UsageError` for parts that do not fit each other, and for what is no picture.
    """

    z_dim: int
    blocks: tuple[BlockSpec, ...] = ()
    distribution: Distribution = Distribution.NORMAL
    condition: Condition | None = None
    pixels: PixelRange = AS_THEY_ARE

    def __post_init__(self) -> None:
        require(bool(self.blocks), "it has no layers")
        features = self.z_dim if self.condition is None else self.condition.features(self.z_dim)
        channels, height, width = self.blocks[0].in_shape
        require(features == channels * height * width, f"its first layer takes another number than {features}")
        require(all(a.shape == b.in_shape for a, b in zip(self.blocks, self.blocks[1:], strict=False)), "a gap")
        channels = self.picture_shape[0]
        require(channels in (1, 3, 4), f"its pictures have {channels} channels; only 1, 3 or 4 can be shown")
        for numbers in (self.pixels.scale, self.pixels.offset):
            require(len(numbers) in (1, channels), "its pixels have another number of channels")

    @classmethod
    def of(cls, z_dim: int, blocks: "list[tuple[Part, ...]]", **options: Any) -> "Layout":
        """From the parts of each block, whose shapes follow from each other. Raises :class:`UsageError`."""
        condition = options.get("condition")
        features = z_dim if condition is None else condition.features(z_dim)
        return cls(z_dim, chained((features, 1, 1), blocks), **options)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts; :meth:`from_dict` is the inverse."""
        return {**dataclasses.asdict(self), "blocks": block_values(self.blocks)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Layout":
        """Raises :class:`LatentariumError` for anything that is no layout."""
        read = converted(dict(values), _Values)
        return cls.of(
            read.z_dim,
            block_parts(read.blocks),
            distribution=read.distribution,
            condition=read.condition,
            pixels=read.pixels,
        )


@dataclass(frozen=True)
class _Values:
    z_dim: int
    blocks: list[list[dict[str, Any]]]
    distribution: Distribution = Distribution.NORMAL
    condition: Condition | None = None
    pixels: PixelRange = AS_THEY_ARE


def block_values(blocks: tuple[BlockSpec, ...]) -> list[list[dict[str, Any]]]:
    """The parts of each block as plain values; :func:`block_parts` is the inverse."""
    return [[{"part": _NAMES[type(part)], **dataclasses.asdict(part)} for part in block.parts] for block in blocks]


def block_parts(values: list[list[dict[str, Any]]]) -> list[tuple[Part, ...]]:
    """Raises :class:`LatentariumError` for anything that is no part."""
    return [tuple(map(_part, block)) for block in values]


def _part(values: dict[str, Any]) -> Part:
    kind = _KINDS.get(str(values.get("part")))
    if kind is None:
        raise LatentariumError(f"it has a part of an unknown kind, {reprlib.repr(values.get('part'))}")
    part = converted({name: value for name, value in values.items() if name != "part"}, kind)
    for number in _numbers(part):
        require(0 <= number <= LARGEST_COUNT, f"a layer says {number:g}")
    return part


def _numbers(part: Part) -> Iterator[float]:
    for value in dataclasses.astuple(part):
        for number in value if isinstance(value, tuple) else (value,):
            if isinstance(number, int | float):
                yield number


def _sized(channels: int, height: int, width: int) -> Shape:
    require(min(height, width) >= 1, "leaves nothing of its maps")
    require(max(height, width) <= LARGEST_SIDE, f"makes maps of more than {LARGEST_SIDE} cells a side")
    return channels, height, width


def require(holds: bool, message: str) -> None:
    """Raises :class:`UsageError` with ``message`` unless ``holds``."""
    if not holds:
        raise UsageError(message)
