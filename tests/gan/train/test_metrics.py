import pytest
import torch

from gan.train.metrics import NAMES, MetricMeans

CPU = torch.device("cpu")


def add(means: MetricMeans, *rows: tuple[float, ...], device: torch.device = CPU) -> None:
    for row in rows:
        means.add(*torch.tensor(row, device=device))


def test_means_over_steps() -> None:
    means = MetricMeans(CPU)
    add(means, (1, 2, 3, 4, 5), (3, 2, 1, 0, -1))
    assert means.take() == {"d_loss": 2, "g_loss": 2, "d_real": 2, "d_fake": 2, "d_fake_after": 2}


def test_taking_starts_anew() -> None:
    means = MetricMeans(CPU)
    add(means, (1, 2, 3, 4, 5))
    means.take()
    assert means.take() == {}
    add(means, (5, 4, 3, 2, 1))
    assert list(means.take().values()) == [5, 4, 3, 2, 1]


def test_nothing_at_first() -> None:
    assert MetricMeans(CPU).take() == {}


def test_a_step_that_failed_shows() -> None:
    means = MetricMeans(CPU)
    add(means, (1, 1, 1, 1, 1), (float("nan"), 1, 1, 1, 1))
    taken = means.take()
    assert taken["d_loss"] != taken["d_loss"]
    assert taken["g_loss"] == 1


@pytest.mark.cuda
def test_on_cuda_means_come_one_call_later() -> None:
    device = torch.device("cuda")
    means = MetricMeans(device)
    add(means, (1, 2, 3, 4, 5), device=device)
    assert means.take() == {}
    add(means, (5, 4, 3, 2, 1), device=device)
    assert means.take() == dict(zip(NAMES, (1, 2, 3, 4, 5), strict=True))
    assert means.take() == {}
    add(means, (0, 0, 0, 0, 0), device=device)
    assert means.take() == dict(zip(NAMES, (5, 4, 3, 2, 1), strict=True))
