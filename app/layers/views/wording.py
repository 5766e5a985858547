"""Numbers, shapes and layers in words."""

import numpy as np

from gan.layers.catalogue import Layer, Stage
from gan.layers.edits import Edit
from gan.layers.mosaic import Maps
from gan.model.config import BlockSpec

PART = "Part"
"""What all panels call the choice between the stages of a block."""
STAGE_TITLES = {Stage.CONV: "Convolution", Stage.NORM: "BatchNorm", Stage.ACT: "Activation"}


def number(value: float) -> str:
    """About three significant digits, with a real minus sign."""
    text = f"{value:,.0f}" if 1000 <= abs(value) < 1e6 else f"{value + 0.0:.3g}"
    return text.replace("-", "\N{MINUS SIGN}")


def span(low: float, high: float) -> str:
    """``−1 … 2.5``"""
    return f"{number(low)} … {number(high)}"


def shape_text(shape: tuple[int, int, int]) -> str:
    """``64 × 14 × 14``"""
    return " × ".join(map(str, shape))


def block_title(block: BlockSpec) -> str:
    """``Block 2``; the last one says that it gives the picture."""
    title = f"Block {block.name.removeprefix('block')}"
    return f"{title} · picture" if block.is_last else title


def block_operation(block: BlockSpec) -> str:
    """What the block's convolution does, on two lines."""
    return f"transposed conv\nkernel {block.kernel} · stride {block.stride}"


def block_explanation(block: BlockSpec) -> str:
    """The whole block in one sentence."""
    after = "then tanh" if block.is_last else "then BatchNorm and ReLU"
    return (
        f"{block.in_channels} channels of {block.in_size} × {block.in_size} become "
        f"{block.out_channels} channels of {block.size} × {block.size}: a transposed convolution "
        f"(kernel {block.kernel}, stride {block.stride}, padding {block.padding}), {after}."
    )


def layer_caption(layer: Layer, side: int) -> str:
    """Shape and kind of ``layer``; ``side`` is that of its maps as shown, larger if they were enlarged."""
    enlarged = "" if side == layer.shape[-1] else f", enlarged to {side} × {side}"
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


def edit_text(edit: Edit) -> str:
    """``Block 2: 17 muted``, ``Block 1, convolution: 3, 5–9 × 1.5, in a region``."""
    block, _, stage = edit.target.partition(".")
    place = f"Block {block.removeprefix('block')}" + (f", {STAGE_TITLES[Stage(stage)].lower()}" if stage else "")
    listed = edit.channels_text.removeprefix("*-").replace("-", "–").replace(",", ", ")
    where = ", in a region" if edit.region else ""
    if edit.is_solo:
        return f"{place}: {listed} alone{where}"
    who = "all channels" if listed == "*" else f"all but {listed}" if edit.inverted else listed
    return f"{place}: {who} {'muted' if edit.gain == 0 else f'× {number(edit.gain)}'}{where}"
