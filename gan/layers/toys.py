"""Small transposed convolutions to learn from: inputs, kernels, well-known sizes. numpy only."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gan.errors import UsageError
from gan.layers.transposed import Array, Convolution, Geometry, compared, gather
from gan.words import joined, marked, tr

LARGEST_OUTPUT = 64
LARGEST_STRIDE = 12


@dataclass(frozen=True)
class Toy:
    """An input of ``size`` x ``size``, and how it is enlarged."""

    size: int
    geometry: Geometry

    @property
    def output(self) -> int:
        """Side of the output."""
        return self.geometry.output_size(self.size)


@dataclass(frozen=True)
class Preset:
    """An input of ``size`` x ``size`` that becomes ``output`` x ``output``."""

    title: str
    size: int
    geometry: Geometry
    note: str

    @property
    def toy(self) -> Toy:
        """Its sizes."""
        return Toy(self.size, self.geometry)

    @property
    def output(self) -> int:
        """Side of the output."""
        return self.toy.output


PRESETS = (
    Preset(
        "5 → 28",
        5,
        Geometry(10, 5, 1),
        marked("one step from 5 × 5 to an MNIST picture: stride 5, kernel 10, padding 1"),
    ),
    Preset("4 → 8", 4, Geometry(4, 2, 1), marked("how a DCGAN doubles: stride 2, kernel 4, padding 1")),
    Preset(
        "7 → 14",
        7,
        Geometry(4, 2, 1),
        marked("the same in a generator of 28 × 28 pictures: stride 2, kernel 4, padding 1"),
    ),
    Preset(
        marked("3 → 5, uneven"), 3, Geometry(3, 2, 1), marked("stride 2 does not divide kernel 3: look at the overlaps")
    ),
)


class Pattern(StrEnum):
    """Numbers to start from."""

    COUNTING = "counting"
    ONES = "ones"
    IMPULSE = "impulse"
    SLOPES = "slopes"
    RANDOM = "random"


def pattern(name: Pattern, side: int) -> Array:
    """(side, side), float64. ``slopes`` rise to the middle and fall again, as bilinear enlarging does."""
    if name is Pattern.COUNTING:
        return np.arange(1.0, side * side + 1).reshape(side, side)
    if name is Pattern.ONES:
        return np.ones((side, side))
    if name is Pattern.IMPULSE:
        impulse = np.zeros((side, side))
        impulse[side // 2, side // 2] = 1.0
        return impulse
    if name is Pattern.SLOPES:
        places = np.arange(side)
        slope = np.minimum(places + 1, side - places) / ((side + 1) // 2)
        return np.outer(slope, slope)
    return np.random.default_rng(side).integers(-9, 10, (side, side)).astype(np.float64)


def toy(values: Array, kernel: Array, geometry: Geometry) -> Convolution:
    """One input channel to one output channel, float64. Raises :class:`UsageError` where there is no output."""
    if max(geometry.output_size(side) for side in values.shape) > LARGEST_OUTPUT:
        raise UsageError(
            tr(
                "the output would be larger than {largest_output}, which is more than can be shown here",
                largest_output=LARGEST_OUTPUT,
            )
        )
    maps, weight = values[None].astype(np.float64), kernel[None, None].astype(np.float64)
    output = gather(maps, weight, None, geometry)
    differences = {"scatter": compared(maps, weight, None, geometry, output)["scatter"]}
    return Convolution("toy", 0, 1, geometry, maps, weight[:, 0], 0.0, output[0], differences, tr("the gather view"))


def even_ways(size: int, output: int, largest_kernel: int = 12) -> tuple[Geometry, ...]:
    """All ways from ``size`` to ``output`` that paint inner outputs equally often, without output padding or dilation.

    The smallest kernels come first.
    """
    candidates = (
        Geometry(stride * times, stride, padding)
        for stride in range(1, LARGEST_STRIDE + 1)
        for times in range(1, largest_kernel // stride + 1)
        for padding in range(stride * times)
    )
    fitting = (geometry for geometry in candidates if _reaches(geometry, size, output))
    return tuple(sorted(fitting, key=lambda geometry: (geometry.kernel, geometry.stride)))


def evenness_text(geometry: Geometry) -> str:
    """Whether the overlaps make a checkerboard, and why."""
    counts, stride = geometry.phases, geometry.stride
    if stride == 1:
        return tr("Stride 1: every inner output is reached by every tap of the kernel, so there is no checkerboard.")
    if geometry.is_even:
        rule = (
            tr("{stride} divides {kernel}", stride=stride, kernel=geometry.kernel)
            if geometry.kernel % stride == 0
            else tr("the taps share out evenly")
        )
        return tr(
            "Even: {rule}, so every inner row is reached by {counts} of the {kernel} kernel rows, "
            "whatever its place. No checkerboard comes from the overlaps.",
            rule=rule,
            counts=counts[0],
            kernel=geometry.kernel,
        )
    return (
        tr(
            "Uneven: inner rows are reached by {counts} kernel rows in turn, because {stride} does not "
            "divide {kernel}. Down and across together, {stamps} stamps overlap: "
            "a checkerboard (Odena et al. 2016).",
            counts=_alternatives(counts),
            stride=stride,
            kernel=geometry.kernel,
            stamps=_alternatives(_products(counts)),
        )
        if geometry.dilation == 1
        else tr(
            "Uneven: inner rows are reached by {counts} kernel rows in turn, because the taps, "
            "{dilation} apart, do not share out evenly over a stride of {stride}: a checkerboard.",
            counts=_alternatives(counts),
            dilation=geometry.dilation,
            stride=stride,
        )
    )


def _reaches(geometry: Geometry, size: int, output: int) -> bool:
    try:
        return geometry.output_size(size) == output
    except UsageError:
        return False


def _alternatives(counts: tuple[int, ...]) -> str:
    """``1 or 2``"""
    *first, last = map(str, sorted(set(counts)))
    return tr("{names} or {last}", names=joined(first), last=last) if first else last


def _products(counts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(down * across for down in counts for across in counts)
