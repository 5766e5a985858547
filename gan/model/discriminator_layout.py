"""A discriminator that others have built, layer by layer; no torch in here."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gan.json_file import converted
from gan.model.architecture import AS_THEY_ARE, PixelRange
from gan.model.blocks import BlockSpec, block_parts, block_values
from gan.model.part_specs import LARGEST_SIDE, Part, Shape, require

SCORE = "score"
"""What the last block is called."""


@dataclass(frozen=True)
class DiscriminatorLayout:
    """A chain of blocks from a picture to one number, above 0 for "real".

    ``pixels`` is that of the generator: the discriminator is shown the numbers from which it makes pixels in [-1, 1].
    Raises :class:`gan.errors.UsageError` for parts that do not fit each other.
    """

    blocks: tuple[BlockSpec, ...]
    pixels: PixelRange = AS_THEY_ARE

    def __post_init__(self) -> None:
        require(bool(self.blocks), "it has no layers")
        require(self.blocks[-1].shape == (1, 1, 1), "it gives more than one number")
        channels, height, width = self.picture_shape
        is_picture = channels in (1, 3, 4) and min(height, width) >= 1 and max(height, width) <= LARGEST_SIDE
        require(is_picture, "it takes no pictures")
        for numbers in (self.pixels.scale, self.pixels.offset):
            require(len(numbers) in (1, channels), "its pixels have another number of channels")
        require(all(self.pixels.scale), "its pixels are all the same")

    @classmethod
    def of(
        cls, picture: Shape, blocks: list[tuple[Part, ...]], pixels: PixelRange = AS_THEY_ARE
    ) -> "DiscriminatorLayout":
        """From the parts of each block, whose shapes follow from each other. Raises :class:`gan.errors.UsageError`."""
        found: list[BlockSpec] = []
        for number, parts in enumerate(blocks, 1):
            name = SCORE if number == len(blocks) else f"block{number}"
            found.append(BlockSpec(name, found[-1].shape if found else picture, parts))
        return cls(tuple(found), pixels)

    @property
    def picture_shape(self) -> Shape:
        """(C, H, W) of the pictures that it judges."""
        return self.blocks[0].in_shape

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts; :meth:`from_dict` is the inverse."""
        return {
            "picture": list(self.picture_shape),
            "blocks": block_values(self.blocks),
            "pixels": dataclasses.asdict(self.pixels),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "DiscriminatorLayout":
        """Raises :class:`gan.errors.LatentariumError` for anything that is no layout of a discriminator."""
        read = converted(dict(values), _Values)
        return cls.of(read.picture, block_parts(read.blocks), read.pixels)


@dataclass(frozen=True)
class _Values:
    picture: Shape
    blocks: list[list[dict[str, Any]]]
    pixels: PixelRange = AS_THEY_ARE
