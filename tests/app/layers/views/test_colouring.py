"""What the chosen colours and ranges mean for a layer."""

import json

import numpy as np
import pytest

from app.layers.views.colouring import AUTOMATIC, ColourChoice, Colouring, qt_colour_table
from gan.layers.catalogue import find_layer
from gan.layers.mosaic import COLOUR_MAPS, Scaling, colour_table
from gan.model.config import ModelConfig

MAPS = np.array([[[-1.0, 0.5]], [[2.0, 4.0]]], np.float32)


@pytest.mark.parametrize(
    ("layer", "colour_map"),
    [("block1.conv", "diverging"), ("block1.act", "viridis"), ("block3.act", "diverging")],
)
def test_automatic_colours_follow_the_sign(layer: str, colour_map: str) -> None:
    assert ColourChoice().resolve(find_layer(ModelConfig(28, 1), layer)).colour_map == colour_map


@pytest.mark.parametrize(
    ("colouring", "ends"),
    [
        (Colouring("diverging"), (-4.0, 4.0)),
        (Colouring("viridis"), (-1.0, 4.0)),
        (Colouring("viridis", Scaling.FIXED, (0.0, 2.0)), (0.0, 2.0)),
        (Colouring("grey", Scaling.CHANNEL), None),
    ],
)
def test_the_ends_of_the_colour_map(colouring: Colouring, ends: tuple[float, float] | None) -> None:
    assert colouring.ends(MAPS) == ends


def test_the_middle_of_the_diverging_map_is_zero() -> None:
    assert Colouring("diverging").indices(np.zeros((1, 1, 1), np.float32)).item() == 128


def test_each_channel_uses_all_colours() -> None:
    indices = Colouring("viridis", Scaling.CHANNEL).indices(MAPS)
    assert indices.tolist() == [[[0, 255]], [[0, 255]]]


def test_qt_colours_are_those_of_the_table() -> None:
    red, green, blue = (int(value) for value in colour_table("magma")[200])
    assert qt_colour_table("magma")[200] == 0xFF000000 | red << 16 | green << 8 | blue


@pytest.mark.parametrize("colours", [AUTOMATIC, *COLOUR_MAPS])
@pytest.mark.parametrize("scaling", list(Scaling))
def test_a_choice_survives_json(colours: str, scaling: Scaling) -> None:
    choice = ColourChoice(colours, scaling, (-2.5, 7.0))
    assert ColourChoice.from_json(json.loads(json.dumps(choice.to_json()))) == choice


@pytest.mark.parametrize("fixed", [None, [1], [2, 1], [0, 0], ["a", "b"], [0, 1e9], "ab", [float("nan"), 1]])
def test_what_is_not_understood_gets_its_default(fixed: object) -> None:
    assert ColourChoice.from_json({"colours": "pink", "scaling": 3, "fixed": fixed}) == ColourChoice()
