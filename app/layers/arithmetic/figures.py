"""Numbers that are to be checked by hand, and the sentences around them."""

import numpy as np

from gan.layers.transposed import Cell, Contributions, Convolution
from gan.words import marked, tr

DECIMALS = 5
ROUNDING = 1e-4
"""Of the numbers that are compared: what sums of float32 may be apart by, and nobody sees."""
GATHER_TEXT = marked(
    "A transposed convolution <b>enlarges</b>: it puts zeros between the cells of its input and around them, then "
    "convolves as usual, with the kernel turned by half a turn. Point at an output to see what it is made of."
)
SCATTER_TEXT = marked(
    "The same numbers the other way round: every input cell <b>stamps</b> the kernel, multiplied by its value, onto "
    "the output, one stride from its neighbour. Point at an input cell to see what it paints."
)


def exact(value: float) -> str:
    """Whole numbers as such, others with five decimals; a real minus sign."""
    whole = value == round(value) and abs(value) < 1e6
    text = f"{value + 0.0:.0f}" if whole else f"{value:.{DECIMALS}f}"
    return text.replace("-", "\N{MINUS SIGN}")


def place(cell: Cell) -> str:
    """``3, 5``: row and column."""
    return f"{cell[0]}, {cell[1]}"


def sum_text(found: Contributions, convolution: Convolution, pixel: Cell) -> str:
    """The whole sum, ending at the number in the map."""
    count, shares = len(found.by_channel), float(found.by_channel.sum())
    parts = [tr("{shares} from {count} input channels", shares=exact(shares), count=count)] if count > 1 else []
    parts += [tr("{bias} bias", bias=exact(found.bias))] if convolution.bias else []
    made = exact(found.total)
    there = exact(float(convolution.output[pixel]))
    mark = "✓" if made == there else "≈"
    start = " + ".join(parts) + " = " if parts else ""
    return tr(
        "{start}<b>{made}</b> &nbsp;·&nbsp; in the map: <b>{there}</b> {mark}",
        start=start,
        made=made,
        there=there,
        mark=mark,
    )


def agreement_text(convolution: Convolution) -> str:
    """How far both views are from what the output was worked out by."""
    differences = convolution.differences
    if not all(np.isfinite(list(differences.values()))):
        return tr("The map holds values that are not finite.")
    found = tr(" and ").join(
        tr("{value} ({view})", value=_power(value), view=tr(view)) for view, value in differences.items()
    )
    return tr(
        "Largest difference to {reference} over the whole output: {found}", reference=convolution.reference, found=found
    )


def flatness_text(convolution: Convolution) -> str:
    """Whether the kernels draw a checkerboard into what is flat, and how strong it is; nothing with stride 1."""
    answers, output = convolution.flat_answers, convolution.output
    if answers.size == 1 or not (np.isfinite(answers).all() and np.isfinite(output).all()):
        return ""
    pattern, spread = float(np.ptp(answers)), float(np.ptp(output))
    if pattern <= ROUNDING * max(spread, float(np.abs(answers).max())):
        return tr("Flat input maps would come out flat: the weights share out evenly and draw no checkerboard.")
    share = tr(", {share:.0%} of the range of this map", share=pattern / spread) if spread else ""
    return tr(
        "Flat input maps would come out with neighbours up to {pattern} apart, a checkerboard of the weights{share}.",
        pattern=f"{pattern:.3g}",
        share=share,
    )


def _power(value: float) -> str:
    return f"{value:.1e}".replace("e-", "e\N{MINUS SIGN}") if value else "0"
