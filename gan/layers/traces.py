"""What one pixel of a picture sees of each layer, and what it owes to each channel. numpy only."""

from dataclasses import dataclass

import numpy as np

from gan.errors import UsageError
from gan.layers.catalogue import Stage
from gan.layers.transposed import Array, Cell, Geometry
from gan.model.config import BlockSpec, ModelConfig

LATENT = "z"


@dataclass(frozen=True)
class ReceptiveField:
    """The rows and columns of a layer that can have an effect on a pixel; never empty."""

    rows: range
    columns: range

    def __str__(self) -> str:
        return f"rows {_ends(self.rows)}, columns {_ends(self.columns)}"


@dataclass(frozen=True)
class LayerTrace:
    """What a pixel owes to one layer.

    ``contributions`` (C,): each channel's share of the pixel's value before tanh; with ``offset``, which
    biases and BatchNorm shifts of later layers add, they sum to that value. ``strongest`` are the numbers of the
    channels with the largest absolute shares, ``maps`` (k, H, W) their values and ``parts`` (k, H, W) the
    share of every cell.
    """

    name: str
    field: ReceptiveField
    contributions: Array
    offset: float
    strongest: tuple[int, ...]
    maps: Array
    parts: Array


@dataclass(frozen=True)
class Trace:
    """``value`` is the pixel's before tanh, the mean over colours; ``layers`` go from z to the last hidden one."""

    pixel: Cell
    value: float
    layers: tuple[LayerTrace, ...]


def receptive_fields(config: ModelConfig, pixel: Cell) -> dict[str, ReceptiveField]:
    """For z and every hidden block's ``act``, in order: the part that can have an effect on ``pixel`` (row, column).

    Raises :class:`UsageError` for a pixel outside of the picture.
    """
    if not all(0 <= place < config.image_size for place in pixel):
        last = config.image_size - 1
        raise UsageError(f"there is no pixel {pixel}; rows and columns go from 0 to {last}")
    field = ReceptiveField(*(range(place, place + 1) for place in pixel))
    fields = {}
    for block, name in zip(reversed(config.blocks), reversed(traced_layers(config)), strict=True):
        field = ReceptiveField(_sources(block, field.rows), _sources(block, field.columns))
        fields[name] = field
    return dict(reversed(fields.items()))


def traced_layers(config: ModelConfig) -> tuple[str, ...]:
    """What each block is given: z, then what the block before hands on."""
    return (LATENT, *(f"{block.name}.{Stage.ACT}" for block in config.blocks[:-1]))


def strongest(contributions: Array, count: int) -> tuple[int, ...]:
    """Numbers of the ``count`` largest absolute ``contributions`` (C,), the largest first."""
    return tuple(np.argsort(-np.abs(contributions), kind="stable")[:count].tolist())


def _sources(block: BlockSpec, places: range) -> range:
    """From the first to the last input cell that reaches any of the outputs ``places``."""
    geometry = Geometry(block.kernel, block.stride, block.padding)
    cells = [cell for place in places for cell, _ in geometry.sources(place, block.in_size)]
    return range(min(cells), max(cells) + 1)


def _ends(places: range) -> str:
    return f"{places[0]}" if len(places) == 1 else f"{places[0]}–{places[-1]}"
