"""What one pixel of a picture sees of each layer, and what it owes to each channel. numpy only."""

from dataclasses import dataclass

import numpy as np

from gan.errors import UsageError
from gan.layers.transposed import Array, Cell, Geometry
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.part_specs import Activation, Convolution, Enlargement, Enlarging, Linear, Part, TransposedConvolution
from gan.words import tr

LATENT = "z"


@dataclass(frozen=True)
class ReceptiveField:
    """The rows and columns of a layer that can have an effect on a pixel; never empty."""

    rows: range
    columns: range

    def __str__(self) -> str:
        return tr("rows {rows}, columns {columns}", rows=_ends(self.rows), columns=_ends(self.columns))


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


def receptive_fields(config: Architecture, pixel: Cell) -> dict[str, ReceptiveField]:
    """For z and what every hidden block hands on, in order: the part that can have an effect on ``pixel``.

    Raises :class:`UsageError` for a pixel (row, column) outside of the picture, and for a generator whose pixels are no
    sums of shares.
    """
    if reason := untraceable(config):
        raise UsageError(reason)
    width, height = config.picture_size
    if not (0 <= pixel[0] < height and 0 <= pixel[1] < width):
        raise UsageError(
            tr(
                "there is no pixel {pixel}; rows go from 0 to {height}, columns from 0 to {width}",
                pixel=pixel,
                height=height - 1,
                width=width - 1,
            )
        )
    field = ReceptiveField(*(range(place, place + 1) for place in pixel))
    fields = {}
    for block, name in zip(reversed(config.blocks), reversed(traced_layers(config)), strict=True):
        field = ReceptiveField(_sources(block, field.rows, 1), _sources(block, field.columns, 2))
        fields[name] = field
    return dict(reversed(fields.items()))


def traced_layers(config: Architecture) -> tuple[str, ...]:
    """What each block is given: z, then what the block before hands on."""
    return (LATENT, *(block.output_name for block in config.blocks[:-1]))


def value_layer(config: Architecture) -> str:
    """The layer that holds a pixel's value before the last activation."""
    last = config.blocks[-1]
    return last.layer_names[-2 if isinstance(last.parts[-1], Activation) else -1]


def untraceable(config: Architecture) -> str:
    """Why pixels of such a generator cannot be traced, or nothing."""
    if not config.is_chain:
        return "a pixel is a sum of shares only where the layers are a chain, and this generator's are not"
    bent = config.bent_layer
    if bent is None:
        return ""
    return f"a pixel is a sum of shares only where all layers are linear between bends, and {bent} is not"


def strongest(contributions: Array, count: int) -> tuple[int, ...]:
    """Numbers of the ``count`` largest absolute ``contributions`` (C,), the largest first."""
    return tuple(np.argsort(-np.abs(contributions), kind="stable")[:count].tolist())


def _sources(block: BlockSpec, places: range, axis: int) -> range:
    """From the first to the last input cell of ``block`` that reaches any of the outputs ``places``, in a direction.

    ``axis`` is the direction's place in (C, H, W).
    """
    sides = [shape[axis] for shape in (block.in_shape, *block.shapes)]
    for part, side in zip(reversed(block.parts), reversed(sides[:-1]), strict=True):
        places = _reached_by(part, side, places)
    return places


def _reached_by(part: Part, side: int, places: range) -> range:
    """The same for one ``part``, whose input has that many cells in a direction."""
    match part:
        case Linear():
            return range(side)
        case TransposedConvolution():
            geometry = Geometry(part.kernel, part.stride, part.padding, part.output_padding)
            cells = [cell for place in places for cell, _ in geometry.sources(place, side)]
            return range(min(cells, default=0), max(cells, default=0) + 1)
        case Convolution():
            first, last = places[0] * part.stride - part.padding, places[-1] * part.stride - part.padding
            return range(max(first, 0), min(last + part.kernel, side))
        case Enlargement():
            reach = 0 if part.how is Enlarging.NEAREST else 2
            scale = side / part.side
            return range(max(int(places[0] * scale) - reach, 0), min(int(places[-1] * scale) + reach + 1, side))
        case _:
            return places


def _ends(places: range) -> str:
    return f"{places[0]}" if len(places) == 1 else f"{places[0]}–{places[-1]}"
