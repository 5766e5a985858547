"""The blocks that a generator is a chain of, as plain numbers.

Each has one operation with weights (linear, transposed or ordinary convolution) and what belongs to it: enlarging
before or after it, normalisation, activation.
"""

import dataclasses
import math
import reprlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gan.errors import LatentariumError, UsageError
from gan.json_file import converted
from gan.model.part_specs import (
    Activation,
    Convolution,
    Enlargement,
    Linear,
    Norm,
    Operation,
    Part,
    Shape,
    Stage,
    TransposedConvolution,
    require,
)

LARGEST_MAPS = 2**26
"""No layer gives more numbers for one picture, which are 256 MB."""
LARGEST_COUNT = 2**16
"""No layer has more channels, and no number in a layout is larger."""


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


def chained(start: Shape, blocks: "list[tuple[Part, ...]]") -> tuple[BlockSpec, ...]:
    """Blocks ``block1``, ``block2``, ... of the given parts, each fed by the one before.

    Raises :class:`UsageError` if they do not fit each other.
    """
    found: list[BlockSpec] = []
    for number, parts in enumerate(blocks, 1):
        shape = found[-1].shape if found else start
        found.append(BlockSpec(f"block{number}", shape, parts, is_last=number == len(blocks)))
    return tuple(found)


def block_values(blocks: tuple[BlockSpec, ...]) -> list[list[dict[str, Any]]]:
    """The parts of each block as plain values; :func:`block_parts` is the inverse."""
    return [[{"part": _NAMES[type(part)], **dataclasses.asdict(part)} for part in block.parts] for block in blocks]


def block_parts(values: list[list[dict[str, Any]]]) -> list[tuple[Part, ...]]:
    """Raises :class:`LatentariumError` for anything that is no part."""
    return [tuple(map(_part, block)) for block in values]


_KINDS: Mapping[str, type[Part]] = {
    "linear": Linear,
    "transposed": TransposedConvolution,
    "convolution": Convolution,
    "up": Enlargement,
    "norm": Norm,
    "act": Activation,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


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
