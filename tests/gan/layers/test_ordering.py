import numpy as np
import pytest

from gan.layers.ordering import Order, sorted_channels

MAPS = np.array([[[1, 1]], [[0, 4]], [[0, 0]], [[-9, 9]]], np.float32)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.INDEX, [0, 1, 2, 3]),
        (Order.MEAN, [1, 0, 2, 3]),
        (Order.VARIANCE, [3, 1, 0, 2]),
        (Order.SPARSITY, [2, 1, 0, 3]),
    ],
)
def test_largest_first(order: Order, expected: list[int]) -> None:
    assert sorted_channels(MAPS, order).tolist() == expected


def test_effects_are_given() -> None:
    effects = np.array([0.1, 0.4, 0.2, 0.4], np.float32)
    assert sorted_channels(MAPS, Order.EFFECT, effects).tolist() == [1, 3, 2, 0]
    assert sorted_channels(MAPS, Order.EFFECT).tolist() == [0, 1, 2, 3]


def test_a_channel_without_a_number_comes_last() -> None:
    maps = np.array([[[np.nan]], [[-5]], [[5]]], np.float32)
    assert sorted_channels(maps, Order.MEAN).tolist() == [2, 1, 0]
