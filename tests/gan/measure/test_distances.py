import pytest
import torch

from gan.measure.distances import mean_pairwise_distance, sliced_wasserstein


def normal(seed: int, shift: float = 0.0) -> torch.Tensor:
    return torch.randn(500, 3, 2, 2, generator=torch.Generator().manual_seed(seed)) + shift


def test_nothing_lies_between_a_set_and_itself_in_another_order() -> None:
    assert sliced_wasserstein(normal(0), normal(0).flip(0)) == pytest.approx(0, abs=1e-12)


def test_it_grows_as_sets_move_apart() -> None:
    near, far, further = (sliced_wasserstein(normal(0), normal(1, shift)) for shift in (0, 1, 2))
    assert near < 0.2 * far
    assert further == pytest.approx(2 * far, rel=0.05)


def test_a_shift_along_the_only_axis_is_its_own_length() -> None:
    line = torch.linspace(0, 1, 50)[:, None]
    assert sliced_wasserstein(line, line + 0.7) == pytest.approx(0.7)


def test_it_tells_a_point_from_a_cloud_of_the_same_middle() -> None:
    assert sliced_wasserstein(normal(0), torch.zeros(500, 3, 2, 2)) > 0.7


def test_pairwise_distance_by_hand() -> None:
    points = torch.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 0.0]])
    assert mean_pairwise_distance(points) == pytest.approx(10 / 3)
