"""Numbers, shapes and layers in words."""

from collections.abc import Sequence

import numpy as np

from gan.layers.catalogue import Layer, Stage, part_text
from gan.layers.edits import Edit
from gan.layers.mosaic import Maps
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.config import ModelConfig
from gan.model.kinds import CONVOLUTIONAL
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Custom,
    Enlargement,
    Linear,
    Norm,
    NormKind,
    Part,
    Shape,
    TransposedConvolution,
)
from gan.sizes import Size

PART = "Part"
"""What all panels call the choice between the stages of a block."""
STAGE_TITLES = {
    Stage.LINEAR: "Linear",
    Stage.UP: "Enlargement",
    Stage.CONV: "Convolution",
    Stage.NORM: "BatchNorm",
    Stage.ACT: "Activation",
}
_NORM_TITLES = {NormKind.BATCH: "BatchNorm", NormKind.INSTANCE: "InstanceNorm", NormKind.PIXEL: "PixelNorm"}


def number(value: float) -> str:
    """About three significant digits, with a real minus sign."""
    text = f"{value:,.0f}" if 1000 <= abs(value) < 1e6 else f"{value + 0.0:.3g}"
    return text.replace("-", "\N{MINUS SIGN}")


def span(low: float, high: float) -> str:
    """``−1 … 2.5``"""
    return f"{number(low)} … {number(high)}"


def shape_text(shape: Shape) -> str:
    """``64 × 14 × 14``; ``64 numbers`` of what a linear layer hands to another."""
    channels, *sides = shape
    return f"{channels} numbers" if channels > 1 and sides == [1, 1] else " × ".join(map(str, shape))


def block_title(block: BlockSpec) -> str:
    """``Block 2``; the last one says that it gives the picture."""
    title = f"Block {block.name.removeprefix('block')}"
    return f"{title} · picture" if block.is_last else title


def part_title(block: BlockSpec, name: str) -> str:
    """What the part ``name`` of ``block`` is called on a button: ``Convolution``, ``BatchNorm``, ``Activation 2``."""
    part = block.parts[block.part_names.index(name)]
    count = name.removeprefix(part.stage)
    title = short_name(part) if isinstance(part, Norm | Custom) else STAGE_TITLES[part.stage]
    return f"{title} {count}".rstrip()


def layer_title(config: Architecture, name: str) -> str:
    """``Block 2, batchnorm`` for ``block2.norm``, ``Block 2`` for ``block2``."""
    block, _, part = name.partition(".")
    spec = config.find_block(block)
    return f"Block {block.removeprefix('block')}" + (f", {part_title(spec, part).lower()}" if part else "")


def block_operation(block: BlockSpec) -> str:
    """What the block does with its weights, on two lines, or three where there is more to say."""
    match block.operation:
        case Linear(in_features=count):
            return f"linear\nfrom {count} numbers"
        case TransposedConvolution() as operation:
            more = f"\noutput padding {operation.output_padding}" if operation.output_padding else ""
            return f"transposed conv{_enlarged(block)}\nkernel {operation.kernel} · stride {operation.stride}{more}"
        case Convolution() as operation:
            name = f"conv{_enlarged(block)}" if _enlarged(block) else "convolution"
            return f"{name}\nkernel {operation.kernel} · stride {operation.stride}"
        case Custom(path=path, kind=kind):
            return f"{kind}\nat {path}"


def card_text(config: Architecture, block: BlockSpec) -> str:
    """:func:`block_operation`; of a generator that is no DCGAN of ours, norms and activations in their order, too."""
    if isinstance(config, ModelConfig) and config.kind == CONVOLUTIONAL.name:
        return block_operation(block)
    others = (part for part in block.parts if part is not block.operation)
    rest = [short_name(part) for part in others if part.stage in (Stage.NORM, Stage.ACT)]
    # What its own code does between layers is not known.
    nothing = [] if isinstance(block.operation, Custom) else ["nothing behind it"]
    return "\n".join([block_operation(block), *([", ".join(rest)] if rest else nothing)])


def short_name(part: Part) -> str:
    """``BatchNorm``, ``leaky ReLU``, ``PReLU``: without any numbers."""
    match part:
        case Norm():
            return _NORM_TITLES[part.kind]
        case Activation(kind=ActivationKind.PRELU):
            return "PReLU"
        case Custom():
            return part.kind
        case _:
            return part_text(part).partition(",")[0]


def block_explanation(block: BlockSpec) -> str:
    """The whole block in one sentence."""
    first, *rest = map(_in_a_sentence, block.parts)
    after = f", then {_listed(rest)}" if rest else ""
    counted = isinstance(block.parts[0], Linear)
    return f"{_amount(block.in_shape, counted)} become {_amount(block.shape, counted)}: {first}{after}."


def layer_caption(layer: Layer, shown: Size) -> str:
    """Shape and kind of ``layer``; its maps are ``shown`` larger if they were enlarged."""
    _, height, width = layer.shape
    enlarged = "" if shown == (width, height) else f", enlarged to {shown.height} × {shown.width}"
    return f"{shape_text(layer.shape)}, {layer.explanation}{enlarged}"


def channel_summary(index: int, channel: Maps) -> str:
    """One line about one channel, (H, W): its range, mean and share of exact zeros."""
    finite = channel[np.isfinite(channel)]
    lost = channel.size - finite.size
    if not finite.size:
        return f"Channel {index}: no finite value"
    low, high, mean = (number(float(value)) for value in (finite.min(), finite.max(), finite.mean()))
    zeros = round(100 * float(np.mean(channel == 0)))
    note = f", {lost} not finite" if lost else ""
    return f"Channel {index}: min {low}, max {high}, mean {mean}, {zeros}% zeros{note}"


def channel_numbers(channel: Maps, *, short: bool = False) -> str:
    """Range, mean, deviation and zeros of (H, W) values on lines of their own; two lines if ``short``."""
    finite = channel[np.isfinite(channel)]
    if not finite.size:
        return "no finite value"
    low, high = float(finite.min()), float(finite.max())
    mean, deviation = float(finite.mean(dtype=np.float64)), float(finite.std(dtype=np.float64))
    if short:
        return f"{span(low, high)}\nmean {number(mean)}"
    zeros = f"{100 * float(np.mean(channel == 0)):.0f}% zeros"
    return f"{span(low, high)}, {zeros}\nmean {number(mean)} ± {number(deviation)}"


def edit_text(edit: Edit, config: Architecture) -> str:
    """``Block 2: 17 muted``, ``Block 1, convolution: 3, 5–9 × 1.5, in a region``; it fits ``config``."""
    place = layer_title(config, edit.target)
    listed = edit.channels_text.removeprefix("*-").replace("-", "–").replace(",", ", ")
    where = ", in a region" if edit.region else ""
    if edit.is_solo:
        return f"{place}: {listed} alone{where}"
    who = "all channels" if listed == "*" else f"all but {listed}" if edit.inverted else listed
    return f"{place}: {who} {'muted' if edit.gain == 0 else f'× {number(edit.gain)}'}{where}"


def _enlarged(block: BlockSpec) -> str:
    places = [place for place, part in enumerate(block.parts) if isinstance(part, Enlargement)]
    if not places:
        return ""
    return ", enlarged before" if places[0] < block.parts.index(block.operation) else ", enlarged after"


def _in_a_sentence(part: Part) -> str:
    match part:
        case Linear():
            return "a linear layer"
        case TransposedConvolution() | Convolution():
            kind, _, numbers = part_text(part).partition(", ")
            return f"a {kind} ({numbers})"
        case Enlargement():
            size, _, how = part_text(part).removeprefix("enlarged to ").partition(", ")
            return f"an enlargement to {size} ({how})"
        case _:
            return short_name(part)


def _amount(shape: Shape, counted: bool) -> str:
    channels, height, width = shape
    if counted and height == width == 1:
        return f"{channels} numbers"
    return f"{channels} channels of {height} × {width}"


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
