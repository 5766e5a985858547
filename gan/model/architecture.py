"""What a generator is, for whoever looks at it: a chain of blocks, what z is drawn from, how a class is told."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gan.errors import UsageError
from gan.model.blocks import BlockSpec
from gan.model.classes import listed
from gan.model.part_specs import Activation, Norm, NormKind, Shape, require
from gan.sizes import Size


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
