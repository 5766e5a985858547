"""The generators that others have built."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gan.json_file import converted
from gan.model.architecture import AS_THEY_ARE, Architecture, Condition, Distribution, PixelRange
from gan.model.blocks import BlockSpec, block_parts, block_values, chained
from gan.model.part_specs import Part, require


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
