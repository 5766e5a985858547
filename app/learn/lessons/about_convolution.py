"""The transposed convolution, from 5 x 5 to 28 x 28."""

from app.arguments import Page
from app.learn.lessons.conditions import toy_chosen, transposed_chosen
from app.learn.lessons.facts import enlarges
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.learn.lessons.scenes import first_block
from app.toolkit.workspace import Target
from gan.layers.toys import PRESETS, Toy
from gan.layers.transposed import Geometry
from gan.words import marked

PLAYGROUND = ("playground",)
FIRST = Toy(3, Geometry(3, 1, 0))
STRIDDEN = Toy(3, Geometry(3, 2, 0))
PADDED = Toy(3, Geometry(3, 2, 1))
GOAL = PRESETS[0].toy
"""5 to 28."""


STRIDE = Step(
    marked(
        "A [transposed convolution](term:transposed-convolution) makes small maps larger. Each number of the input "
        "stamps the [kernel](term:kernel) onto the output, multiplied by itself; where stamps overlap, they add up: "
        "*Scatter* shows it.\n\n"
        "Here an input of 3 × 3 and a kernel of 3 × 3 give 5 × 5: the stamps are 1 cell apart. How far they are apart "
        "is the [stride](term:stride).",
    ),
    Guess(
        marked("How large does the output get with stride 2?"),
        ("5 × 5", "6 × 6", "7 × 7"),
        right=2,
    ),
    Task(
        marked("Set **Stride** to 2: type it and press Enter, or use the arrows."),
        toy_chosen(lambda toy: toy == STRIDDEN),
        Target("playground", "Stride"),
    ),
    marked(
        "Three stamps of 3, each 2 cells further: (3 − 1) · 2 + 3 = 7. To compute it, 1 zero is put between the "
        "cells of the input, as the second grid of *Gather* shows; then an ordinary convolution with the flipped "
        "kernel slides over it. Both give the same numbers.",
    ),
    Scene(Page.LAYERS, PLAYGROUND, toy=FIRST),
)
PADDING = Step(
    marked(
        "[Padding](term:padding) is a confusing word here. In an ordinary convolution it adds a border to the input.",
    ),
    Guess(
        marked("What does padding 1 do to the output of 7 × 7?"),
        (
            marked("It grows to 9 × 9"),
            marked("It stays 7 × 7"),
            marked("It shrinks to 5 × 5"),
        ),
        right=2,
    ),
    Task(
        marked("Set **Padding** to 1."),
        toy_chosen(lambda toy: toy == PADDED),
        Target("playground", "Padding"),
    ),
    marked(
        "It shrinks: one row and column is cut off on every side. The side of the output is\n\n"
        "**(i − 1) · s − 2p + k** = (3 − 1) · 2 − 2 · 1 + 3 = 5\n\nfor an input of side i, stride s, padding p and a "
        "kernel of side k.",
    ),
    Scene(Page.LAYERS, PLAYGROUND, toy=STRIDDEN),
)
OVERLAPS = Step(
    marked(
        "Look at *Overlaps* (f): how many stamps reach each cell of the output. They form a pattern, and a "
        "network draws it into its pictures as a [checkerboard](term:checkerboard).",
    ),
    Guess(
        marked("With stride 2, which kernels reach all inner cells equally often?"),
        (marked("2 × 2 and 3 × 3"), marked("3 × 3 and 5 × 5"), marked("2 × 2 and 4 × 4")),
        right=2,
    ),
    Task(
        marked("Set **Kernel** to 4."),
        toy_chosen(lambda toy: toy.geometry.stride == 2 and toy.geometry.kernel == 4),
        Target("playground", "Kernel side"),
    ),
    marked(
        "Where the stride divides the kernel, every inner cell is reached equally often. That is why DCGANs double "
        "with kernel 4, stride 2, padding 1 (Odena et al. 2016 show what happens otherwise).",
    ),
    Scene(Page.LAYERS, PLAYGROUND, toy=PADDED),
)
TO_28 = Step(
    marked(
        "Now in a single step from 5 × 5 to 28 × 28, the size of a handwritten digit: stride 5, padding 1.\n\n"
        "(5 − 1) · 5 − 2 · 1 + k = 28",
    ),
    Guess(
        marked("How large is the kernel?"),
        ("5 × 5", "8 × 8", "10 × 10"),
        right=2,
    ),
    Task(
        marked("Set **Input** 5, **Stride** 5, **Padding** 1 and **Kernel** 10, or press **5 → 28**."),
        toy_chosen(lambda toy: toy == GOAL),
        Target("playground", "preset 5 → 28"),
    ),
    marked(
        "20 − 2 + 10 = 28, and 5 divides 10: no checkerboard. Point at a cell of the output to see which input cells "
        "make it. A step this large has to draw details from 25 numbers a map, so generators take several.",
    ),
    Scene(Page.LAYERS, PLAYGROUND, toy=FIRST),
)
IN_THE_GENERATOR = Step(
    marked(
        "This is the generator that is open, *{model}*. Its first block turns z into {first_shape}: so many "
        "[feature maps](term:feature-map) of that size.",
    ),
    Guess(
        marked("Which sides do its maps have on the way to the picture?"),
        ("{first_side} → {side}", "{doubling}", "1 → {side}"),
        right=1,
    ),
    Task(
        marked("Choose another block in the row at the top, by mouse or by the arrow keys."),
        transposed_chosen(),
        Target("generator", "blocks"),
    ),
    marked(
        "{doubling}: transposed convolutions with kernel {kernel}, stride {stride} and padding {padding}. Below is the "
        "arithmetic of the block that you chose, on its own learned weights: the same steps as in the playground, for "
        "one of many pairs of channels.",
    ),
    Scene(Page.LAYERS, ("generator", "inspector"), first_block),
)
ABOUT_CONVOLUTION = Lesson(
    "convolution",
    marked("The transposed convolution, from 5 × 5 to 28 × 28"),
    (STRIDE, PADDING, OVERLAPS, TO_28, IN_THE_GENERATOR),
    enlarges,
    DIGITS,
)
