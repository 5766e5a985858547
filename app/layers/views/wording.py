"""Numbers, shapes and layers in words."""

from collections.abc import Sequence

import numpy as np

from gan.layers.catalogue import Layer, Stage, part_kind, part_numbers
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
from gan.words import joined, marked, tr

PART = marked("Part")
"""What all panels call the choice between the stages of a block."""
STAGE_TITLES = {
    Stage.LINEAR: marked("Linear"),
    Stage.UP: marked("Enlargement"),
    Stage.CONV: marked("Convolution"),
    Stage.NORM: "BatchNorm",
    Stage.ACT: marked("Activation"),
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
    return (
        tr("{channels} numbers", channels=channels) if channels > 1 and sides == [1, 1] else " × ".join(map(str, shape))
    )


def block_title(block: BlockSpec) -> str:
    """``Block 2``; the last one says that it gives the picture."""
    title = tr("Block {number}", number=block.name.removeprefix("block"))
    return tr("{title} · picture", title=title) if block.is_last else title


def part_title(block: BlockSpec, name: str) -> str:
    """What the part ``name`` of ``block`` is called on a button: ``Convolution``, ``BatchNorm``, ``Activation 2``."""
    part = block.parts[block.part_names.index(name)]
    count = name.removeprefix(part.stage)
    title = short_name(part) if isinstance(part, Norm | Custom) else tr(STAGE_TITLES[part.stage])
    return f"{title} {count}".rstrip()


def layer_title(config: Architecture, name: str) -> str:
    """``Block 2, batchnorm`` for ``block2.norm``, ``Block 2`` for ``block2``."""
    block, _, part = name.partition(".")
    spec = config.find_block(block)
    title = tr("Block {number}", number=block.removeprefix("block"))
    return joined((title, part_title(spec, part).lower() if part else ""))


def block_operation(block: BlockSpec) -> str:
    """What the block does with its weights, on two lines, or three where there is more to say."""
    match block.operation:
        case Linear(in_features=count):
            return tr("linear\nfrom {count} numbers", count=count)
        case TransposedConvolution() as operation:
            more = (
                tr("\noutput padding {output_padding}", output_padding=operation.output_padding)
                if operation.output_padding
                else ""
            )
            return tr(
                "transposed conv{block}\nkernel {kernel} · stride {stride}{more}",
                block=_enlarged(block),
                kernel=operation.kernel,
                stride=operation.stride,
                more=more,
            )
        case Convolution() as operation:
            name = tr("conv{block}", block=_enlarged(block)) if _enlarged(block) else tr("convolution")
            return tr(
                "{name}\nkernel {kernel} · stride {stride}", name=name, kernel=operation.kernel, stride=operation.stride
            )
        case Custom(path=path, kind=kind):
            return tr("{kind}\nat {path}", kind=kind, path=path)


def card_text(config: Architecture, block: BlockSpec) -> str:
    """:func:`block_operation`; of a generator that is no DCGAN of ours, norms and activations in their order, too."""
    if isinstance(config, ModelConfig) and config.kind == CONVOLUTIONAL.name:
        return block_operation(block)
    others = (part for part in block.parts if part is not block.operation)
    rest = [short_name(part) for part in others if part.stage in (Stage.NORM, Stage.ACT)]
    # What its own code does between layers is not known.
    nothing = [] if isinstance(block.operation, Custom) else [tr("nothing behind it")]
    return "\n".join([block_operation(block), *([joined(rest)] if rest else nothing)])


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
            return part_kind(part)


def block_explanation(block: BlockSpec) -> str:
    """The whole block in one sentence."""
    first, *rest = map(_in_a_sentence, block.parts)
    after = tr(", then {rest}", rest=_listed(rest)) if rest else ""
    counted = isinstance(block.parts[0], Linear)
    return tr(
        "{in_shape} become {shape}: {first}{after}.",
        in_shape=_amount(block.in_shape, counted),
        shape=_amount(block.shape, counted),
        first=first,
        after=after,
    )


def layer_caption(layer: Layer, shown: Size) -> str:
    """Shape and kind of ``layer``; its maps are ``shown`` larger if they were enlarged."""
    _, height, width = layer.shape
    enlarged = (
        ""
        if shown == (width, height)
        else tr(", enlarged to {height} × {width}", height=shown.height, width=shown.width)
    )
    return joined((shape_text(layer.shape), layer.explanation)) + enlarged


def channel_summary(index: int, channel: Maps) -> str:
    """One line about one channel, (H, W): its range, mean and share of exact zeros."""
    finite = channel[np.isfinite(channel)]
    lost = channel.size - finite.size
    if not finite.size:
        return tr("Channel {index}: no finite value", index=index)
    low, high, mean = (number(float(value)) for value in (finite.min(), finite.max(), finite.mean()))
    zeros = round(100 * float(np.mean(channel == 0)))
    note = tr(", {lost} not finite", lost=lost) if lost else ""
    return tr(
        "Channel {index}: min {low}, max {high}, mean {mean}, {zeros}% zeros{note}",
        index=index,
        low=low,
        high=high,
        mean=mean,
        zeros=zeros,
        note=note,
    )


def channel_numbers(channel: Maps, *, short: bool = False) -> str:
    """Range, mean, deviation and zeros of (H, W) values on lines of their own; two lines if ``short``."""
    finite = channel[np.isfinite(channel)]
    if not finite.size:
        return tr("no finite value")
    low, high = float(finite.min()), float(finite.max())
    mean, deviation = float(finite.mean(dtype=np.float64)), float(finite.std(dtype=np.float64))
    if short:
        return tr("{low}\nmean {mean}", low=span(low, high), mean=number(mean))
    zeros = tr("{share:.0f}% zeros", share=100 * float(np.mean(channel == 0)))
    return tr(
        "{low}, {zeros}\nmean {mean} ± {deviation}",
        low=span(low, high),
        zeros=zeros,
        mean=number(mean),
        deviation=number(deviation),
    )


def edit_text(edit: Edit, config: Architecture) -> str:
    """``Block 2: 17 muted``, ``Block 1, convolution: 3, 5–9 × 1.5, in a region``; it fits ``config``."""
    place = layer_title(config, edit.target)
    listed = edit.channels_text.removeprefix("*-").replace("-", "–").replace(",", ", ")
    where = tr(", in a region") if edit.region else ""
    if edit.is_solo:
        return tr("{place}: {listed} alone{where}", place=place, listed=listed, where=where)
    who = tr("all channels") if listed == "*" else tr("all but {listed}", listed=listed) if edit.inverted else listed
    return tr(
        "{place}: {who} {text}{where}",
        place=place,
        who=who,
        text=tr("muted") if edit.gain == 0 else f"× {number(edit.gain)}",
        where=where,
    )


def _enlarged(block: BlockSpec) -> str:
    places = [place for place, part in enumerate(block.parts) if isinstance(part, Enlargement)]
    if not places:
        return ""
    return tr(", enlarged before") if places[0] < block.parts.index(block.operation) else tr(", enlarged after")


def _in_a_sentence(part: Part) -> str:
    match part:
        case Linear():
            return tr("a linear layer")
        case TransposedConvolution() | Convolution():
            return tr("a {kind} ({numbers})", kind=part_kind(part), numbers=part_numbers(part))
        case Enlargement():
            return tr("an enlargement to {side} × {side} ({how})", side=part.side, how=part_numbers(part))
        case _:
            return short_name(part)


def _amount(shape: Shape, counted: bool) -> str:
    channels, height, width = shape
    if counted and height == width == 1:
        return tr("{channels} numbers", channels=channels)
    return tr("{channels} channels of {height} × {width}", channels=channels, height=height, width=width)


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return tr("{names} and {last}", names=joined(first), last=last) if first else last
