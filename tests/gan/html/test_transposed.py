"""The page takes a transposed convolution apart as the program does."""

from typing import Any

import numpy as np
import pytest

from gan.layers.steps import steps_of
from gan.layers.toys import PRESETS, Pattern, pattern, toy
from gan.layers.transposed import Convolution, Geometry
from tests.gan.html.scripts import Scripts

GEOMETRIES = [*(preset.geometry for preset in PRESETS), Geometry(3, 2, 1, 1), Geometry(2, 1, 1), Geometry(1, 3)]


def both(geometry: Geometry) -> tuple[Scripts, Convolution]:
    """The same small example in the page and in the program."""
    values, kernel = pattern(Pattern.RANDOM, 5), pattern(Pattern.RANDOM, geometry.kernel)
    scripts = Scripts()
    described: dict[str, Any] = {
        "size": 5,
        "kernel": geometry.kernel,
        "stride": geometry.stride,
        "padding": geometry.padding,
        "outputPadding": geometry.output_padding,
        "values": values.ravel().tolist(),
        "weights": kernel.ravel().tolist(),
    }
    scripts.set("toy", described)
    scripts.run("globalThis.convolution = convolutionOfToy(toy)")
    return scripts, toy(values, kernel, geometry)


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_stages(geometry: Geometry) -> None:
    scripts, expected = both(geometry)
    scripts.run("globalThis.input = convolution.input(0)")
    scripts.run("globalThis.inserted = insertZeros(input, toy.stride)")
    stages = (
        "input",
        "inserted",
        "padField(inserted, convolution.geometry)",
        "flipField(convolution.kernel(0))",
        "convolution.output",
    )
    for stage, step in zip(stages, steps_of(expected, 0), strict=True):
        field = scripts.value(stage)
        assert (field["height"], field["width"]) == step.values.shape
        assert np.array_equal(np.array(field["values"]).reshape(step.values.shape), step.values)
        assert np.array_equal(np.array(field["holes"]).reshape(step.holes.shape) > 0, step.holes)


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_products_of_every_output(geometry: Geometry) -> None:
    scripts, expected = both(geometry)
    for pixel in np.ndindex(expected.output.shape):
        found = expected.at(pixel)
        products = scripts.value(f"convolution.products(0, {list(pixel)})")
        assert [tuple(each["cell"]) for each in products] == list(found.cells)
        assert [tuple(each["tap"]) for each in products] == list(found.taps)
        assert [each["value"] * each["weight"] for each in products] == found.products.ravel().tolist()
