import numpy as np
import pytest

from gan.layers.steps import StepName, colour_ends, padding_text, size_formula, steps_of
from gan.layers.transposed import Convolution, Geometry, gather


@pytest.fixture
def convolution() -> Convolution:
    rng = np.random.default_rng(0)
    maps, weight, geometry = rng.normal(size=(2, 3, 3)), rng.normal(size=(2, 1, 4, 4)), Geometry(4, 2, 1)
    output = gather(maps, weight, None, geometry)[0]
    return Convolution("block2", 0, 1, geometry, maps, weight[:, 0], 0.0, output)


def test_every_step_in_order(convolution: Convolution) -> None:
    steps = steps_of(convolution, 1)
    assert [step.name for step in steps] == list(StepName)
    assert [step.values.shape for step in steps] == [(3, 3), (5, 5), (9, 9), (4, 4), (6, 6)]
    assert [int(step.holes.sum()) for step in steps] == [0, 16, 72, 0, 0]
    assert all(not step.values[step.holes].any() for step in steps)


def test_the_kernel_over_the_padded_grid_gives_the_output(convolution: Convolution) -> None:
    total = np.zeros((6, 6))
    for channel in range(2):
        _, _, padded, kernel, output = steps_of(convolution, channel)
        for row, column in np.ndindex(6, 6):
            total[row, column] += (padded.values[row : row + 4, column : column + 4] * kernel.values).sum()
    assert total == pytest.approx(output.values)


def test_dilation_spreads_the_kernel() -> None:
    geometry = Geometry(2, dilation=3)
    convolution = Convolution("block1", 0, 1, geometry, np.ones((1, 2, 2)), np.ones((1, 2, 2)), 0.0, np.ones((5, 5)))
    kernel = steps_of(convolution, 0)[3]
    assert kernel.values.shape == (4, 4) and kernel.holes.sum() == 12


@pytest.mark.parametrize(
    ("geometry", "text"),
    [
        (Geometry(4, 2, 1), "2 zeros around (4 − 1 − 1)"),
        (Geometry(3, 2, 1, 1), "1 zero around (3 − 1 − 1), 1 more below and right"),
        (Geometry(2, 2, 2), "1 cut off all around (2 − 1 − 2)"),
        (Geometry(3, dilation=2), "4 zeros around (2 · (3 − 1) − 0)"),
    ],
)
def test_padding_in_words(geometry: Geometry, text: str) -> None:
    assert padding_text(geometry) == text


def test_the_formula_has_the_numbers_put_in() -> None:
    assert size_formula(7, Geometry(4, 2, 1)) == "(7 − 1) · 2 − 2 · 1 + 1 · (4 − 1) + 0 + 1 = 14"
    assert size_formula(1, Geometry(1, 1, 2)) == "(1 − 1) · 1 − 2 · 2 + 1 · (1 − 1) + 0 + 1 = −3"


def test_colours_have_zero_in_the_middle_or_at_the_end() -> None:
    assert colour_ends(np.array([[1.0, 4.0]]), signed=False) == (0, 4)
    assert colour_ends(np.array([[1.0, -4.0]]), signed=True) == (-4, 4)
    assert colour_ends(np.zeros((1, 1)), signed=False) == (0, 1)
