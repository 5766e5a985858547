"""Part of ``layers``: every transposed convolution, step by step, as PNG files and numbers."""

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gan.errors import UsageError
from gan.images import Picture, enlarge, save_png
from gan.layers.catalogue import Upsampling
from gan.layers.mosaic import Maps, Scaling, colour_table, to_indices
from gan.layers.report import DIVERGING, SEQUENTIAL, rounded, statistics
from gan.layers.steps import Step, StepName, size_formula, steps_of
from gan.layers.transposed import Convolution, NotTransposed
from gan.model.blocks import BlockSpec
from gan.request import Probe, RenderRequest

if TYPE_CHECKING:
    from gan.render import Renderer

SIDE = 256
HOLE = 128


@dataclass(frozen=True)
class Channels:
    """Which ``input`` and ``output`` channel to show; None for the strongest."""

    input: int | None = None
    output: int | None = None

    def check(self, block: BlockSpec) -> None:
        """Raises :class:`UsageError` for a channel that ``block`` has not."""
        for kind, channel, count in (
            ("input", self.input, block.operation_input[0]),
            ("output", self.output, block.operation_shape[0]),
        ):
            if channel is not None and channel >= count:
                raise UsageError(f"{block.name} has {kind} channels 0 to {count - 1}, but not {channel}")


def step_files(block: BlockSpec) -> tuple[str, ...]:
    """Names of the pictures of a block's steps."""
    return tuple(_file_of(block.name, name) for name in StepName)


def draw_steps(
    renderer: "Renderer", request: RenderRequest, block: BlockSpec, channels: Channels, folder: Path
) -> dict[str, Any]:
    """Write the pictures of ``block``'s steps into ``folder`` and return its entry of ``layers.json``."""
    output = channels.output if channels.output is not None else _strongest_output(renderer, request, block)
    probed = replace(request, layers=(), probe=Probe(block.name, output, thorough=True))
    convolution = renderer.render(probed).convolution
    assert convolution is not None
    if isinstance(convolution, NotTransposed):
        return {"block": block.name, "skipped": convolution.reason}
    chosen = channels.input if channels.input is not None else _strongest(convolution.shares)
    steps = steps_of(convolution, chosen)
    return {
        "block": block.name,
        **_numbers(convolution),
        "input_channel": chosen,
        "output_channel": output,
        "steps": [_draw(step, folder, block.name) for step in steps],
        "largest_differences": {view: _finite(value) for view, value in convolution.differences.items()},
    }


def _numbers(convolution: Convolution) -> dict[str, Any]:
    geometry, sides = convolution.geometry, dict.fromkeys(convolution.maps.shape[-2:])
    return {
        "kernel": geometry.kernel,
        "stride": geometry.stride,
        "padding": geometry.padding,
        "output_padding": geometry.output_padding,
        "dilation": geometry.dilation,
        "input_shape": convolution.maps.shape,
        "output_shape": (convolution.channels, *convolution.output.shape),
        "output_size": "; ".join(size_formula(side, geometry) for side in sides),
    }


def _draw(step: Step, folder: Path, block: str) -> dict[str, Any]:
    name = _file_of(block, step.name)
    save_png(folder / name, _picture(step))
    found = statistics(step.values)
    return {
        "name": str(step.name),
        "explanation": step.text,
        "shape": step.values.shape,
        "min": found.min,
        "max": found.max,
        "value_range": [rounded(end) for end in step.ends],
        "colour_map": DIVERGING if step.signed else SEQUENTIAL,
        "file": name,
    }


def _picture(step: Step) -> Picture:
    """(H, W, 3), enlarged to about 256 pixels; zeros that were put in are grey."""
    colours = colour_table(DIVERGING if step.signed else SEQUENTIAL)
    picture = colours[to_indices(step.values[None], Scaling.FIXED, signed=step.signed, fixed=step.ends)[0]]
    picture[step.holes] = HOLE
    return enlarge(picture, math.ceil(SIDE / len(picture)))


def _strongest_output(renderer: "Renderer", request: RenderRequest, block: BlockSpec) -> int:
    layer = block.operation_name
    result = renderer.render(replace(request, layers=(layer,), upsampling=Upsampling.NATIVE))
    maps: Maps = result.maps[layer][0]
    return _strongest(np.abs(maps).mean((1, 2), dtype=np.float64))


def _strongest(sizes: np.ndarray[Any, Any]) -> int:
    return int(np.nan_to_num(sizes).argmax())


def _finite(value: float) -> float | None:
    return rounded(value) if math.isfinite(value) else None


def _file_of(block: str, step: StepName) -> str:
    return f"{block}.conv.{list(StepName).index(step) + 1}-{step}.png"
