"""Which classes a run learns, and what is said where it cannot."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gan.data.imagesets import ImageSet, label_names
from gan.errors import UsageError
from gan.images import save_png
from gan.model.classes import MOST
from gan.train.config import TrainConfig
from gan.train.drawn_classes import in_proportion, in_turn
from gan.train.labels import expecting_classes, problem_of, sheet_classes, with_classes
from gan.train.randomness import Randomness

CPU = torch.device("cpu")
PETS = ("cat", "dog", "hen")


def labelled(counts: tuple[int, ...], names: tuple[str, ...] = PETS) -> ImageSet:
    labels = np.repeat(np.arange(len(counts)), counts)
    return ImageSet("pets", np.zeros((len(labels), 1, 16, 16), np.uint8), labels, names)


@pytest.fixture
def learning(config: TrainConfig) -> TrainConfig:
    return replace(config, data="pets", labels=True)


def folder_of(tmp_path: Path, *kinds: str) -> str:
    for kind in kinds:
        for number in range(2):
            path = tmp_path / "pets" / kind / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            save_png(path, np.zeros((16, 16, 3), np.uint8))
    return str(tmp_path / "pets")


def test_classes_are_those_of_the_pictures(learning: TrainConfig) -> None:
    told = with_classes(learning, labelled((2, 3, 4)))
    assert told.model.class_names == PETS and told.model.condition is not None
    assert with_classes(told, labelled((9, 9, 9))) == told, "more pictures change nothing"


def test_without_labels_nothing_is_told(config: TrainConfig) -> None:
    assert with_classes(config, labelled((2, 2, 2))) is config
    assert expecting_classes(replace(config, data="nowhere")).model.class_names == ()
    assert sheet_classes(config) == () and in_turn((), 8, CPU) is None
    assert in_proportion(labelled((2, 2, 2)), config, Randomness(0, CPU), 4) is None


@pytest.mark.parametrize(
    ("images", "complaint"),
    [
        (
            ImageSet("pets", np.zeros((4, 1, 16, 16), np.uint8)),
            "have no classes to learn; put those of each",
        ),
        (labelled((4,), ("cat",)), "are all of one class, cat"),
        (labelled((2, 1, 0)), "needs at least 2 pictures; there are fewer of dog, hen"),
        (labelled((2,) * (MOST + 1), tuple(map(str, range(MOST + 1)))), "1,001 classes; at most 1,000"),
        (labelled((2, 2), ("a\n", "a\t")), "from 2 to 1000 different ones"),
    ],
)
def test_classes_that_cannot_be_learned(learning: TrainConfig, images: ImageSet, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        with_classes(learning, images)


def test_a_limit_is_named_where_it_leaves_too_few(learning: TrainConfig) -> None:
    with pytest.raises(UsageError, match="pictures among the first 3; there are fewer of dog"):
        with_classes(replace(learning, limit=3), labelled((2, 1), PETS[:2]))


@pytest.mark.parametrize(
    ("names", "complaint"),
    [
        (("cat", "hen"), "this run learned, dog gone; bring those back"),
        ((*PETS, "pig"), "this run learned, pig new;"),
        (("cat", "hen", "pig"), "this run learned, dog gone and pig new;"),
        (("dog", "cat", "hen"), "they come in another order"),
    ],
)
def test_other_classes_than_before_are_refused(learning: TrainConfig, names: tuple[str, ...], complaint: str) -> None:
    told = with_classes(learning, labelled((2, 2, 2)))
    with pytest.raises(UsageError, match=complaint):
        with_classes(told, labelled((2,) * len(names), names))


def test_networks_that_were_told_classes_go_on_so(learning: TrainConfig) -> None:
    with pytest.raises(UsageError, match="go on with labels"):
        replace(with_classes(learning, labelled((2, 2, 2))), labels=False)


def test_names_are_known_before_any_picture_is_read(tmp_path: Path, learning: TrainConfig) -> None:
    data = folder_of(tmp_path, "hen", "cat")
    assert label_names(data) == ("cat", "hen") and label_names("mnist") == tuple("0123456789")
    assert label_names("celeba") == ()
    assert expecting_classes(replace(learning, data=data)).model.class_names == ("cat", "hen")
    with pytest.raises(UsageError, match="have no classes to learn"):
        expecting_classes(replace(learning, data=folder_of(tmp_path / "one", "cat")))


@pytest.mark.parametrize(
    ("classes", "samples", "columns"),
    [(3, 64, (0, 1, 2)), (16, 64, tuple(range(16))), (31, 64, tuple(range(0, 31, 2))), (3, 4, (0, 2)), (3, 1, (0,))],
)
def test_the_sheet_has_a_column_for_each_class_as_far_as_there_is_room(
    learning: TrainConfig, classes: int, samples: int, columns: tuple[int, ...]
) -> None:
    names = tuple(map(str, range(classes)))
    told = replace(learning, sample_count=samples, model=replace(learning.model, class_names=names))
    assert sheet_classes(told) == columns


def test_classes_in_turn_and_in_proportion(learning: TrainConfig) -> None:
    drawn = in_turn((0, 2), 5, CPU)
    assert drawn is not None and drawn.tolist() == [0, 2, 0, 2, 0]
    images = labelled((60, 30, 10))
    found = in_proportion(images, learning, Randomness(0, CPU), 200)
    assert found is not None and torch.bincount(found).tolist() == [120, 60, 20]
    some = in_proportion(images, learning, Randomness(0, CPU), 10)
    assert some is not None and torch.equal(some, found[:10])


@pytest.mark.parametrize("names", [(), ("cat",), PETS])
def test_only_classes_that_can_be_learned_have_no_problem(names: tuple[str, ...]) -> None:
    assert bool(problem_of(names, "pets")) is (names != PETS)
