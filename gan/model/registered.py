"""A generator that is known by its own code, as plain numbers; no torch in here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from gan.json_file import converted
from gan.model.architecture import AS_THEY_ARE, Architecture, Distribution, PixelRange
from gan.model.blocks import LARGEST_COUNT, BlockSpec
from gan.model.part_specs import LARGEST_SIDE, Custom, Shape, Stage, require
from gan.sizes import Sides, read_size

LONGEST_NAME = 100


@dataclass(frozen=True)
class CustomBlock(BlockSpec):
    """Layers that are called one after the other, from one convolution or linear layer to the next."""

    parts: tuple[Custom, ...]

    def __post_init__(self) -> None:
        """Nothing fits or does not: what the layers are given is up to the code."""

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """What each part hands on."""
        return tuple(part.shape for part in self.parts)

    @cached_property
    def operation(self) -> Custom:
        """The convolution or linear layer, or else the first one."""
        return next(filter(_has_weights, self.parts), self.parts[0])

    @property
    def operation_input(self) -> Shape:
        """(C, H, W) of what the operation is given."""
        return self.operation.given

    @property
    def operation_shape(self) -> Shape:
        """(C, H, W) of what the operation gives."""
        return self.operation.shape


@dataclass(frozen=True)
class Registered(Architecture):
    """A generator that code registers as ``name``, and its layers in the order of their first call.

    Raises :class:`gan.errors.UsageError` for what cannot be shown.
    """

    name: str
    z_dim: int
    image_size: Sides = 0
    channels: int = 0
    distribution: Distribution = Distribution.NORMAL
    pixels: PixelRange = AS_THEY_ARE
    layers: tuple[Custom, ...] = ()

    def __post_init__(self) -> None:
        require(
            self.name.isprintable() and 0 < len(self.name) <= LONGEST_NAME, "its name is empty, too long, or no text"
        )
        require(0 < self.z_dim <= LARGEST_COUNT, f"z has {self.z_dim} numbers")
        size = read_size(self.image_size)
        require(max(size) <= LARGEST_SIDE, f"its pictures have {size.text} pixels")
        require(self.channels in (1, 3, 4), f"its pictures have {self.channels} channels; only 1, 3 or 4 can be shown")
        require(bool(self.layers), "none of its modules hands on maps (N, C, H, W) in a single call")
        for layer in self.layers:
            require(all(0 < number <= LARGEST_COUNT for number in (*layer.given, *layer.shape)), "a layer without maps")

    @cached_property
    def blocks(self) -> tuple[BlockSpec, ...]:
        """Named like those of any generator; each has one convolution or linear layer at most."""
        groups: list[list[Custom]] = []
        for layer in self.layers:
            if not groups or (_has_weights(layer) and any(map(_has_weights, groups[-1]))):
                groups.append([])
            groups[-1].append(layer)
        return tuple(
            CustomBlock(f"block{number}", group[0].given, tuple(group), is_last=number == len(groups))
            for number, group in enumerate(groups, 1)
        )

    @property
    def picture_shape(self) -> Shape:
        """(C, H, W) of a generated picture."""
        width, height = read_size(self.image_size)
        return self.channels, height, width

    @property
    def is_chain(self) -> bool:
        """Only the code knows what is given to what."""
        return False

    @property
    def has_batch_norm(self) -> bool:
        """Whether any layer could normalise by the statistics of a batch."""
        return any("BatchNorm" in layer.kind for layer in self.layers)

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Where in its module each layer is: ``block1.conv`` may be ``body.0``."""
        return {
            name: layer.path
            for block in self.blocks
            for name, layer in zip(block.layer_names, block.parts, strict=True)
            if isinstance(layer, Custom)
        }

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts; :meth:`from_dict` is the inverse."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Registered":
        """Raises :class:`gan.errors.LatentariumError` for anything else."""
        return converted(dict(values), cls)


def _has_weights(layer: Custom) -> bool:
    return layer.stage in (Stage.CONV, Stage.LINEAR)
