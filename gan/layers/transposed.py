"""The exact arithmetic of one transposed convolution, step by step, in numpy.

Two views give the same numbers. *Gather*: put zeros between the input's cells, pad, then convolve as usual with
the flipped kernel (Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning", chapter 4).
*Scatter*: every input cell stamps a scaled copy of the kernel onto the output, where the stamps add up (Odena,
Dumoulin and Olah 2016, "Deconvolution and checkerboard artifacts").

Inputs have shape (C, H, W), weights (C, O, k, k) as in ``torch.nn.ConvTranspose2d`` without groups, outputs
(O, H', W'). An output row r, an input row i and a row u of the kernel meet where ``r = i * stride - padding +
u * dilation``; columns likewise. Results have the dtype of the arrays given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError
from gan.words import tr

Array = npt.NDArray[Any]
Counts = npt.NDArray[np.int64]
Cell = tuple[int, int]
"""(row, column), from the upper left corner."""


@dataclass(frozen=True)
class Geometry:
    """What fixes where things go; the same in both directions. Raises :class:`UsageError` for what cannot be."""

    kernel: int
    stride: int = 1
    padding: int = 0
    output_padding: int = 0
    dilation: int = 1

    def __post_init__(self) -> None:
        for name in ("kernel", "stride", "dilation"):
            if getattr(self, name) < 1:
                raise UsageError(
                    tr("{name} {size} is too small; it is at least 1", name=name, size=getattr(self, name))
                )
        if self.padding < 0:
            raise UsageError(tr("padding {padding} is negative", padding=self.padding))
        limit = max(self.stride, self.dilation)
        if not 0 <= self.output_padding < limit:
            raise UsageError(
                tr(
                    "output padding {output_padding} has to be smaller than stride or dilation (here {limit})",
                    output_padding=self.output_padding,
                    limit=limit,
                )
            )

    @property
    def span(self) -> int:
        """Cells from the kernel's first tap to its last: dilation * (kernel - 1) + 1."""
        return self.dilation * (self.kernel - 1) + 1

    @property
    def border(self) -> int:
        """Zeros around the zero-inserted input: dilation * (kernel - 1) - padding. Below zero, so many are cut off.

        The lower and the right side have ``output_padding`` more.
        """
        return self.span - 1 - self.padding

    def inserted_size(self, size: int) -> int:
        """Side of the zero-inserted input: (size - 1) * stride + 1."""
        return (size - 1) * self.stride + 1

    def output_size(self, size: int) -> int:
        """Dumoulin and Visin 2016, relationship 14, with dilation, as PyTorch has it:

        (size - 1) * stride - 2 * padding + dilation * (kernel - 1) + output_padding + 1.
        Raises :class:`UsageError` if nothing is left.
        """
        result = self.inserted_size(size) + self.span - 1 - 2 * self.padding + self.output_padding
        if size < 1 or result < 1:
            raise UsageError(
                tr(
                    "an input of {size} would give an output of {result}: padding cuts everything off",
                    size=size,
                    result=result,
                )
            )
        return result

    def sources(self, place: int, size: int) -> tuple[tuple[int, int], ...]:
        """Along one direction: (input cell, kernel tap) for all that make output ``place``, input of ``size``."""
        reach = ((place + self.padding - tap * self.dilation, tap) for tap in range(self.kernel))
        pairs = ((offset // self.stride, tap) for offset, tap in reach if offset % self.stride == 0)
        return tuple(sorted((cell, tap) for cell, tap in pairs if 0 <= cell < size))

    def targets(self, cell: int, size: int) -> tuple[tuple[int, int], ...]:
        """Along one direction: (output place, kernel tap) for all that input ``cell`` paints, input of ``size``."""
        places = ((cell * self.stride - self.padding + tap * self.dilation, tap) for tap in range(self.kernel))
        return tuple((place, tap) for place, tap in places if 0 <= place < self.output_size(size))

    @property
    def phases(self) -> tuple[int, ...]:
        """How many taps reach an inner output row r, for r + padding = 0, 1, ... modulo the stride.

        Where these counts differ, some rows are painted more often than their neighbours: the checkerboard of
        Odena et al. 2016. Without dilation they are equal just where the stride divides the kernel.
        """
        remainders = [tap * self.dilation % self.stride for tap in range(self.kernel)]
        return tuple(remainders.count(phase) for phase in range(self.stride))

    @property
    def is_even(self) -> bool:
        """Whether all inner outputs are painted equally often."""
        return len(set(self.phases)) == 1


def insert_zeros(maps: Array, stride: int) -> Array:
    """(..., H, W) -> (..., (H - 1) * stride + 1, (W - 1) * stride + 1): stride - 1 zeros between neighbours."""
    height, width = maps.shape[-2:]
    spread = np.zeros((*maps.shape[:-2], (height - 1) * stride + 1, (width - 1) * stride + 1), maps.dtype)
    spread[..., ::stride, ::stride] = maps
    return spread


def pad(inserted: Array, geometry: Geometry) -> Array:
    """Zeros around the zero-inserted maps, :attr:`Geometry.border` of them, or as many cells cut off.

    An ordinary convolution of the result, with stride 1 and without padding, has the output's size.
    """
    before, after = geometry.border, geometry.border + geometry.output_padding
    height, width = inserted.shape[-2:]
    kept = inserted[..., _inner(before, after, height), _inner(before, after, width)]
    widths = [(0, 0)] * (inserted.ndim - 2) + [(max(before, 0), max(after, 0))] * 2
    return np.pad(kept, widths)


def flip(kernel: Array) -> Array:
    """(..., k, k) turned by half a turn."""
    return kernel[..., ::-1, ::-1]


def gather(maps: Array, weight: Array, bias: Array | None, geometry: Geometry) -> Array:
    """Zeros inserted, padded, then an ordinary convolution with the flipped kernel: (O, H', W').

    out[o, r, c] = bias[o] + sum over i, u, v of padded[i, r + u * d, c + v * d] * flipped[i, o, u, v]
    """
    height, width = output_shape(maps, geometry)
    padded, flipped = pad(insert_zeros(maps, geometry.stride), geometry), flip(weight)
    total = _with_bias(bias, weight, height, width)
    for u, v in np.ndindex(geometry.kernel, geometry.kernel):
        row, column = u * geometry.dilation, v * geometry.dilation
        seen = padded[:, row : row + height, column : column + width]
        total += np.tensordot(flipped[:, :, u, v], seen, (0, 0))
    return total


def scatter(maps: Array, weight: Array, bias: Array | None, geometry: Geometry) -> Array:
    """Every input cell stamps its value times the kernel; stamps add up; ``padding`` is cut off: (O, H', W')."""
    height, width = output_shape(maps, geometry)
    canvas = stamp(stamps(maps, weight), geometry)
    cut = slice(geometry.padding, geometry.padding + height), slice(geometry.padding, geometry.padding + width)
    return canvas[:, *cut] + _with_bias(bias, weight, height, width)


def stamps(maps: Array, weight: Array) -> Array:
    """What every input cell stamps, summed over input channels: (O, k, k, H, W)."""
    return np.tensordot(weight, maps, (0, 0))


def stamp(stamped: Array, geometry: Geometry) -> Array:
    """Add up :func:`stamps`, each ``stride`` from its neighbour: (O, H' + 2 * padding, W' + 2 * padding)."""
    channels, _, _, height, width = stamped.shape
    down, across = geometry.inserted_size(height), geometry.inserted_size(width)
    more = geometry.span - 1 + geometry.output_padding
    canvas = np.zeros((channels, down + more, across + more), stamped.dtype)
    for u, v in np.ndindex(geometry.kernel, geometry.kernel):
        row, column = u * geometry.dilation, v * geometry.dilation
        canvas[:, row : row + down : geometry.stride, column : column + across : geometry.stride] += stamped[:, u, v]
    return canvas


def output_shape(maps: Array, geometry: Geometry) -> Cell:
    """(H', W') for ``maps`` (..., H, W). Raises :class:`UsageError` if nothing is left."""
    return geometry.output_size(maps.shape[-2]), geometry.output_size(maps.shape[-1])


def overlap_counts(height: int, width: int, geometry: Geometry) -> Counts:
    """How many stamps reach each output: (H', W') for an input of (height, width)."""
    down, across = (
        [len(geometry.sources(place, size)) for place in range(geometry.output_size(size))] for size in (height, width)
    )
    return np.outer(down, across)


@dataclass(frozen=True)
class Contributions:
    """Everything that makes one output. ``rows`` and ``columns`` are (input cell, kernel tap) along each direction.

    ``values`` and ``weights`` have shape (C, len(rows), len(columns)), float64.
    """

    rows: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]
    values: Array
    weights: Array
    bias: float

    @property
    def products(self) -> Array:
        """values * weights, (C, len(rows), len(columns))."""
        return self.values * self.weights

    @property
    def by_channel(self) -> Array:
        """The share of each input channel, (C,)."""
        return self.products.sum((1, 2))

    @property
    def total(self) -> float:
        """The output: all products and the bias."""
        return float(self.by_channel.sum()) + self.bias

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Input cells in the order of the products."""
        return tuple((row, column) for row, _ in self.rows for column, _ in self.columns)

    @property
    def taps(self) -> tuple[Cell, ...]:
        """Kernel taps (not flipped) in the order of the products."""
        return tuple((row, column) for _, row in self.rows for _, column in self.columns)


def contributions(maps: Array, kernels: Array, bias: float, geometry: Geometry, pixel: Cell) -> Contributions:
    """What makes output ``pixel`` of one output channel, whose ``kernels`` have shape (C, k, k)."""
    rows = geometry.sources(pixel[0], maps.shape[-2])
    columns = geometry.sources(pixel[1], maps.shape[-1])
    return Contributions(rows, columns, _taken(maps, rows, columns, 0), _taken(kernels, rows, columns, 1), bias)


def painted(geometry: Geometry, shape: Cell, cell: Cell) -> Mapping[Cell, Cell]:
    """All outputs that input ``cell`` paints, in an input of ``shape`` (H, W): output -> kernel tap (not flipped)."""
    rows, columns = (geometry.targets(place, size) for place, size in zip(cell, shape, strict=True))
    return {(row, column): (u, v) for row, u in rows for column, v in columns}


@dataclass(frozen=True)
class Convolution:
    """One output channel of a generator's transposed convolution while it made a picture.

    ``maps`` (C, H, W) went in, ``output`` (H', W') came out; ``kernels`` are (C, k, k). ``differences``: the
    largest absolute difference between ``reference``'s result and each view.
    """

    block: str
    channel: int
    channels: int
    """How many output channels there are."""
    geometry: Geometry
    maps: Array
    kernels: Array
    bias: float
    output: Array
    differences: Mapping[str, float] = field(default_factory=dict)
    reference: str = "torch.nn.functional.conv_transpose2d"
    """What ``output`` was worked out by."""

    def at(self, pixel: Cell) -> Contributions:
        """What makes output ``pixel``."""
        return contributions(self.maps, self.kernels, self.bias, self.geometry, pixel)

    @property
    def shares(self) -> Array:
        """How much each input channel moves this output channel: the mean of \\|its part of the output\\|, (C,)."""
        return np.array(
            [
                np.abs(scatter(maps[None], kernels[None, None], None, self.geometry)).mean()
                for maps, kernels in zip(self.maps, self.kernels, strict=True)
            ]
        )

    @property
    def flat_answers(self) -> Array:
        """What inner outputs would be if each input map were flat, at its mean, by their place: (S, S) of stride S.

        Where these differ, the kernels draw a checkerboard of their own, however evenly their stamps overlap (Sugawara
        et al. 2018). Place (0, 0) is that of row and column ``-padding``, as in :attr:`Geometry.phases`.
        """
        stamped = np.tensordot(self.maps.mean((1, 2), dtype=np.float64), self.kernels.astype(np.float64), 1)
        stride, places = self.geometry.stride, np.arange(self.geometry.kernel) * self.geometry.dilation
        answers = np.full((stride, stride), self.bias)
        np.add.at(answers, np.ix_(places % stride, places % stride), stamped)
        return answers


@dataclass(frozen=True)
class NotTransposed:
    """A block that enlarges its maps in another way; ``reason`` is one line for people."""

    block: str
    reason: str


def compared(maps: Array, weight: Array, bias: Array | None, geometry: Geometry, output: Array) -> dict[str, float]:
    """The largest absolute difference between ``output`` (O, H', W') and each of the two views."""
    views = {"gather": gather, "scatter": scatter}
    with np.errstate(over="ignore", invalid="ignore"):  # what overflows has no difference, which is not a number
        return {name: float(np.abs(view(maps, weight, bias, geometry) - output).max()) for name, view in views.items()}


def _inner(before: int, after: int, size: int) -> slice:
    """What is left of ``size`` cells where a negative border cuts some off."""
    return slice(max(-before, 0), size - max(-after, 0))


def _with_bias(bias: Array | None, weight: Array, height: int, width: int) -> Array:
    start = np.zeros((weight.shape[1], height, width), weight.dtype)
    return start if bias is None else start + bias[:, None, None].astype(weight.dtype)


def _taken(array: Array, rows: tuple[Cell, ...], columns: tuple[Cell, ...], part: int) -> Array:
    """From (C, H, W): the places that are ``part`` (0: cell, 1: tap) of the pairs, in float64."""
    down, across = ([pair[part] for pair in pairs] for pairs in (rows, columns))
    taken: Array = array[:, down][:, :, across].astype(np.float64)
    return taken
