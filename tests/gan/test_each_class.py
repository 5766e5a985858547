"""Which class each picture shows, and pictures that are drawn class by class."""

from pathlib import Path

import numpy as np
import pytest

from gan.each_class import of_each_class
from gan.images import Picture
from gan.measure.reference import reference
from gan.measure.spaces import GREY
from gan.measuring import drawn, drawn_classes
from gan.model.classes import in_proportion, in_turn
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.measure.shapes import sprites
from tests.gan.tiny import save_tiny

NAMES = ("shirt", "boot", "bag")
CONFIG = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4, class_names=NAMES)


def test_in_turn_begins_again() -> None:
    assert in_turn((4, 1), 5).tolist() == [4, 1, 4, 1, 4]
    assert in_turn(range(3), 2).tolist() == [0, 1] and in_turn((), 2).tolist() == [0, 0]


@pytest.mark.parametrize("counts", [(60, 30, 10), (5, 5), (1, 0, 7), (1,), (997, 2, 1), tuple(range(40))])
def test_the_first_are_in_proportion_too(counts: tuple[int, ...]) -> None:
    total = sum(counts)
    found = in_proportion(counts, 3 * total)
    assert np.bincount(found[:total], minlength=len(counts)).tolist() == list(counts)
    for count in range(1, 3 * total, 7):
        expected = count * np.array(counts) / total
        assert np.abs(np.bincount(found[:count], minlength=len(counts)) - expected).max() < 2
        assert np.array_equal(in_proportion(counts, count), found[:count])


def test_a_few_of_many_classes_are_from_all_over_their_list() -> None:
    few = np.sort(in_proportion([1] * 1000, 50))
    assert len(set(few)) == 50 and np.diff([0, *few, 1000]).max() < 60


def test_pictures_come_out_where_they_belong(tmp_path: Path) -> None:
    asked: list[RenderRequest] = []

    def draw(request: RenderRequest) -> Picture:
        asked.append(request)
        number = 0 if request.chosen_class is None else request.chosen_class
        return (10 * number + request.z[:, :1, None, None]).astype(np.uint8)

    request = RenderRequest(tmp_path, np.arange(6, dtype=np.float32)[:, None])
    classes = np.array([2, 0, 2, 2, 0, 2])
    assert of_each_class(draw, request, NAMES, classes).ravel().tolist() == [20, 1, 22, 23, 4, 25]
    assert [(one.chosen_class, one.class_name, len(one.z)) for one in asked] == [(0, "shirt", 2), (2, "bag", 4)]
    assert of_each_class(draw, request, (), classes).ravel().tolist() == [0, 1, 2, 3, 4, 5]
    assert asked[-1] is request


def test_each_is_drawn_as_if_alone(tmp_path: Path) -> None:
    model, renderer = save_tiny(tmp_path / "clothes.safetensors", CONFIG), Renderer("cpu")
    z, told = np.random.default_rng(0).normal(size=(5, 8)).astype(np.float32), []
    classes = np.array([1, 1, 0, 2, 1])
    found = drawn(renderer, RenderRequest(model, z), NAMES, classes, "it", lambda *heard: told.append(heard))
    for row, number in enumerate(classes.tolist()):
        alone = renderer.render(RenderRequest(model, z[[row]], chosen_class=number)).images[0]
        assert np.abs(found[row].astype(int) - alone).max() <= 1
    assert told == [("drawing it", 1, 5), ("drawing it", 4, 5), ("drawing it", 5, 5)]


def test_classes_are_drawn_as_often_as_they_are_learned() -> None:
    images = sprites(0)
    assert images.labels is not None
    real = reference(images, None, GREY)
    names = images.label_names[::-1]
    counts = np.bincount(images.labels)[::-1]
    assert np.bincount(drawn_classes(names, len(images), real)).tolist() == counts.tolist()
    assert set(drawn_classes(("star", "heart"), 99, real)) == {0, 1}
    assert drawn_classes(("star", "hat", "boot"), 4, real).tolist() == [0, 1, 2, 0], "of other classes: in turn"
