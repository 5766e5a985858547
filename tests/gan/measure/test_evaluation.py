"""Every measure of worse and worse pictures, and what is said beside the numbers."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gan.data.base import Images, ImageSet
from gan.errors import UsageError
from gan.measure.cancelling import MeasuringCancelledError
from gan.measure.comparison import Comparison
from gan.measure.distances import feature_distance
from gan.measure.evaluation import Evaluation, evaluate, evaluate_real
from gan.measure.frechet import fid
from gan.measure.kernel import kid
from gan.measure.measures import MEASURES, Material
from gan.measure.reference import reference
from gan.measure.spaces import GREY
from tests.gan.measure.shapes import COUNT, blurred, noisy, sprite_reference, sprites, without


def measured(pictures: Images) -> Evaluation:
    return evaluate(pictures, sprite_reference(), name="g")


@pytest.fixture(scope="module")
def real() -> Evaluation:
    return evaluate_real(sprite_reference())


def compared(pictures: Images) -> Comparison:
    return Comparison(sprite_reference(), pictures, GREY.extractor()(pictures))


def test_importing_it_does_not_import_torch() -> None:
    code = "import sys, gan.measure.evaluation; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_real_pictures_reach_the_best_values(real: Evaluation) -> None:
    value = {name: each.value for name, each in real.values.items()}
    worse = {name: each.value for name, each in measured(noisy(sprites(1).images, 30)).values.items()}
    assert value["fid"] < worse["fid"] / 20 and abs(value["kid"]) < worse["kid"] / 20
    assert min(value[name] for name in ("precision", "recall", "coverage")) > 0.8
    assert value["density"] == pytest.approx(1, abs=0.15) and value["feature-diversity"] == pytest.approx(1, abs=0.1)
    assert value["memorisation"] == 1 and value["copies"] == 0.01
    assert value["swd"] < 3 and value["feature-swd"] < 3


def test_each_measure_has_a_value_and_shares_have_an_error(real: Evaluation) -> None:
    assert set(real.values) == {name for name, each in MEASURES.items() if each.material is not Material.PATH}
    for name in ("fid", "kid", "precision", "recall", "density", "coverage", "memorisation", "copies"):
        interval = real.values[name].interval
        assert interval is not None and interval[0] < real.values[name].value < interval[1]


def test_distances_grow_with_blur_noise_and_missing_classes() -> None:
    new = sprites(1)
    worse = {
        "blur": [new.images, *(blurred(new.images, times) for times in (1, 3, 9))],
        "noise": [new.images, *(noisy(new.images, deviation) for deviation in (5, 15, 45))],
        "missing classes": [without(new, missing) for missing in range(4)],
    }
    for kind, pictures in worse.items():
        comparisons = [compared(each) for each in pictures]
        for measure in (fid, kid, feature_distance):
            values = [measure(each).value for each in comparisons]
            assert values == sorted(values) and values[-1] > values[0], (kind, measure, values)


def test_missing_classes_lower_recall_and_coverage_not_precision() -> None:
    whole, part = measured(sprites(1).images).values, measured(without(sprites(1), 3)).values
    assert part["recall"].value < whole["recall"].value - 0.2
    assert part["coverage"].value < whole["coverage"].value - 0.2
    assert part["precision"].value > whole["precision"].value - 0.1


def test_shares_of_classes() -> None:
    found = measured(without(sprites(1), 2))
    assert found.class_accuracy is not None and found.class_accuracy > 0.9
    shares = {each.name: each.generated for each in found.classes}
    assert list(shares) == ["square", "ellipse", "triangle", "heart", "star"]
    assert sum(shares.values()) == pytest.approx(1) and shares["square"] + shares["ellipse"] < 0.1
    assert found.classes[0].precision is None and found.classes[4].precision is not None
    assert sum(each.real for each in found.classes) == pytest.approx(1)


def test_classes_are_those_that_were_told_where_any_were() -> None:
    images = sprites(1)
    assert images.labels is not None
    told = images.labels.copy()
    told[told == 0] = 4  # squares that should have been stars
    found = evaluate(images.images, sprite_reference(), name="g", told=told)
    star, square = found.classes[4], found.classes[0]
    assert found.told and star.generated == (told == 4).mean() and square.generated == 0
    assert star.right == pytest.approx((images.labels == 4).sum() / (told == 4).sum(), abs=0.1)
    assert square.right is None and star.precision is not None
    by_nearest = measured(images.images)
    assert not by_nearest.told and by_nearest.classes[4].right is None and by_nearest.classes[4].generated < 0.3


def test_best_and_worst_pictures() -> None:
    pictures = sprites(1).images.copy()
    pictures[[5, 17]] = noisy(pictures[[5, 17]], 120)
    found = measured(pictures)
    assert set(found.worst[:2]) == {5, 17} and not {5, 17} & set(found.best)


def test_the_closest_pictures_are_named_with_what_they_are_close_to() -> None:
    pictures = sprites(1).images.copy()
    pictures[11] = sprites(0).images[222]
    pair = measured(pictures).closest[0]
    assert (pair.generated, pair.training) == (11, 222) and pair.distance < 1e-3


def test_few_pictures_are_warned_of() -> None:
    warnings = " ".join(measured(sprites(1).images).warnings)
    assert f"{COUNT} pictures are few: FID comes out too high" in warnings and "held out" not in warnings


def test_a_set_without_a_held_out_part_is_measured_by_itself() -> None:
    alone = reference(sprites(0), None, GREY)
    found = evaluate(sprites(1).images, alone, name="g")
    assert "120 of the training pictures" in found.held_out_text and any("held out" in each for each in found.warnings)
    assert found.values["memorisation"].value == pytest.approx(1, abs=0.2)
    real = evaluate_real(alone)
    assert (real.generated, real.training) == (120, COUNT - 120) and real.values["copies"].value < 0.05


def test_the_same_pictures_give_the_same_numbers(real: Evaluation) -> None:
    assert evaluate_real(sprite_reference()) == real


def test_it_becomes_json(real: Evaluation) -> None:
    read = json.loads(json.dumps(real.to_dict()))
    assert read["space"] == "grey" and set(read["values"]["fid"]) == {"value", "error"}


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    evaluate(sprites(1).images, sprite_reference(), name="g", progress=lambda *heard: told.append(heard))
    assert told[0] == ("looking at g", 500, COUNT) and told[-1][0] == "measuring" and told[-1][1] == told[-1][2]


@pytest.mark.parametrize("patience", [0, 3, 20])
def test_it_can_be_called_off(patience: int) -> None:
    asked = iter(range(1000))
    with pytest.raises(MeasuringCancelledError):
        evaluate(sprites(1).images, sprite_reference(), name="g", cancelled=lambda: next(asked) >= patience)


@pytest.mark.parametrize(
    ("pictures", "told"),
    [
        (sprites(1).images[:10], "too few"),
        (np.zeros((100, 1, 32, 32), np.uint8), "32 x 32"),
    ],
)
def test_other_pictures_are_refused(pictures: Images, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        evaluate(pictures, sprite_reference(), name="g")


def test_what_a_space_does_not_take_is_refused() -> None:
    colour = ImageSet("colour", np.zeros((100, 3, 28, 28), np.uint8))
    with pytest.raises(UsageError, match="grey takes no pictures in colour"):
        reference(colour, None, GREY)
    with pytest.raises(UsageError, match="at least 64"):
        reference(dataclasses.replace(colour, images=colour.images[:9, :1]), None, GREY)
