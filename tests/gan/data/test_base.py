from pathlib import Path

import numpy as np
import pytest

from gan.data.base import ImageSet, Wanted, spread
from gan.errors import UsageError


def test_an_image_set_knows_its_shape() -> None:
    images = ImageSet("some", np.zeros((5, 3, 16, 16), np.uint8))
    assert (len(images), images.channels, images.size) == (5, 3, (16, 16))
    assert images.labels is None
    assert not images.factors


def test_a_senseless_limit_is_refused() -> None:
    with pytest.raises(UsageError, match="limit"):
        Wanted(limit=0)


def test_a_data_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        Wanted(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("count", "expected"), [(3, [0, 4, 9]), (10, list(range(10))), (99, list(range(10))), (1, [0])]
)
def test_some_pictures_come_from_all_over_the_set(count: int, expected: list[int]) -> None:
    images = np.arange(10, dtype=np.uint8).reshape(10, 1, 1, 1)
    labels = np.arange(10, dtype=np.int64) % 2
    assert spread(10, count).tolist() == expected
    some = ImageSet("ten", images, labels, ("even", "odd")).spread(count)
    assert some.images[:, 0, 0, 0].tolist() == expected
    assert some.labels is not None and some.labels.tolist() == [number % 2 for number in expected]


def test_pictures_like_those_of_a_class_are_that_class_if_there_is_such_a_one() -> None:
    images = np.arange(10, dtype=np.uint8).reshape(10, 1, 1, 1)
    found = ImageSet("ten", images, np.arange(10, dtype=np.int64) % 2, ("even", "odd"))
    assert found.like("odd").images[:, 0, 0, 0].tolist() == [1, 3, 5, 7, 9]
    assert found.like("prime") is found
