"""The steps of one transposed convolution, from one input channel to one output channel, with words. numpy only."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from gan.layers.mosaic import value_range
from gan.layers.transposed import Array, Convolution, Geometry, flip, insert_zeros, pad
from gan.words import counted, tr

Mask = npt.NDArray[np.bool_]


class StepName(StrEnum):
    """In order."""

    INPUT = "input"
    INSERTED = "zeros-inserted"
    PADDED = "padded"
    KERNEL = "kernel-flipped"
    OUTPUT = "output"


@dataclass(frozen=True)
class Step:
    """``values`` (H, W); ``holes`` marks zeros that were put in rather than computed. ``text`` is one short line."""

    name: StepName
    values: Array
    holes: Mask
    text: str

    @property
    def signed(self) -> bool:
        """Whether its colours go both ways from zero: always for the kernel and the output."""
        return self.name in (StepName.KERNEL, StepName.OUTPUT) or bool((self.values < 0).any())

    @property
    def ends(self) -> tuple[float, float]:
        """The values at the ends of its colours, whose middle, or else whose lowest, is 0."""
        return colour_ends(self.values, self.signed)


def steps_of(convolution: Convolution, channel: int) -> tuple[Step, ...]:
    """From input ``channel`` to the convolution's output channel, which is the sum over *all* input channels."""
    geometry, maps = convolution.geometry, convolution.maps[channel]
    inserted, there = insert_zeros(maps, geometry.stride), insert_zeros(np.ones(maps.shape, bool), geometry.stride)
    kernel = insert_zeros(flip(convolution.kernels[channel]), geometry.dilation)
    taps = insert_zeros(np.ones((geometry.kernel, geometry.kernel), bool), geometry.dilation)
    return (
        Step(StepName.INPUT, maps, np.zeros(maps.shape, bool), size_text(maps)),
        Step(StepName.INSERTED, inserted, ~there, _sized(inserted, insertion_text(geometry))),
        _padded(inserted, there, geometry),
        Step(StepName.KERNEL, kernel, ~taps, tr("{kernel}: turned 180°", kernel=size_text(kernel))),
        Step(StepName.OUTPUT, convolution.output, np.zeros(convolution.output.shape, bool), _output_text(convolution)),
    )


def colour_ends(values: Array, signed: bool) -> tuple[float, float]:
    """From the negative of the largest absolute value to it, or from 0."""
    largest = value_range(values, signed=True)[1]
    return (-largest if signed else 0.0, largest)


def size_text(values: Array) -> str:
    """``7 × 7``"""
    return f"{values.shape[-2]} × {values.shape[-1]}"


def insertion_text(geometry: Geometry) -> str:
    """How many zeros come between neighbours."""
    zeros = geometry.stride - 1
    return (
        tr("stride {stride}, so {zeros} between", stride=geometry.stride, zeros=_zeros(zeros))
        if zeros
        else tr("stride 1, so nothing between")
    )


def padding_text(geometry: Geometry) -> str:
    """How many zeros come around, and the formula for it."""
    taps = f"{geometry.kernel} − 1" if geometry.dilation == 1 else f"{geometry.dilation} · ({geometry.kernel} − 1)"
    what = (
        tr("{zeros} around", zeros=_zeros(geometry.border))
        if geometry.border >= 0
        else tr("{border} cut off all around", border=-geometry.border)
    )
    extra = (
        tr(", {output_padding} more below and right", output_padding=geometry.output_padding)
        if geometry.output_padding
        else ""
    )
    return f"{what} ({taps} − {geometry.padding}){extra}"


def size_formula(size: int, geometry: Geometry) -> str:
    """The output's side with the numbers put in: ``(7 − 1) · 2 − 2 · 1 + 1 · (4 − 1) + 0 + 1 = 14``."""
    g = geometry
    result = (size - 1) * g.stride - 2 * g.padding + g.span + g.output_padding
    numbers = f"({size} − 1) · {g.stride} − 2 · {g.padding} + {g.dilation} · ({g.kernel} − 1) + {g.output_padding} + 1"
    return f"{numbers} = {result}".replace("= -", "= −")


def _padded(inserted: Array, there: Mask, geometry: Geometry) -> Step:
    padded = pad(inserted, geometry)
    return Step(StepName.PADDED, padded, ~pad(there, geometry), _sized(padded, padding_text(geometry)))


def _output_text(convolution: Convolution) -> str:
    count = len(convolution.maps)
    return _sized(convolution.output, counted("its sum", "the sum over {count} inputs", count))


def _sized(values: Array, told: str) -> str:
    return tr("{size}: {told}", size=size_text(values), told=told)


def _zeros(count: int) -> str:
    return counted("1 zero", "{count} zeros", count)
