import pytest
import torch

from gan.train.metrics import NAMES, MetricMeans

ROW = (1, 2, 3, 4, 5, 6, 7)
OTHER = (5, 4, 3, 2, 1, 0, -1)
CPU = torch.device("cpu")


def add(means: MetricMeans, *rows: tuple[float, ...], device: torch.device = CPU) -> None:
    for row in rows:
        means.add(*torch.tensor(row, device=device))


def test_means_over_steps() -> None:
    means = MetricMeans(CPU)
    add(means, ROW, OTHER)
    assert means.take() == dict(zip(NAMES, 7 * [3], strict=True))


def test_taking_starts_anew() -> None:
    means = MetricMeans(CPU)
    add(means, ROW)
    means.take()
    assert means.take() == {}
    add(means, OTHER)
    assert list(means.take().values()) == list(OTHER)


def test_nothing_at_first() -> None:
    assert MetricMeans(CPU).take() == {}


def test_a_step_that_failed_shows() -> None:
    means = MetricMeans(CPU)
    add(means, 7 * (1,), (float("nan"), *6 * (1,)))
    taken = means.take()
    assert taken["d_loss"] != taken["d_loss"]
    assert taken["g_loss"] == 1


@pytest.mark.cuda
def test_on_cuda_means_come_one_call_later() -> None:
    device = torch.device("cuda")
    means = MetricMeans(device)
    add(means, ROW, device=device)
    assert means.take() == {}
    add(means, OTHER, device=device)
    assert means.take() == dict(zip(NAMES, ROW, strict=True))
    assert means.take() == {}
    add(means, 7 * (0,), device=device)
    assert means.take() == dict(zip(NAMES, OTHER, strict=True))
