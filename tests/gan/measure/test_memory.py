"""Nearest neighbours, and copies that they give away."""

import numpy as np
import pytest

from gan.measure import memory
from gan.measure.evaluation import evaluate
from gan.measure.memory import nearest
from tests.gan.measure.shapes import noisy, sprite_reference, sprites


@pytest.mark.parametrize("values", [2**23, 100])
def test_the_nearest_ones(values: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "CHUNK_VALUES", values)
    random = np.random.default_rng(0)
    points, among = (random.normal(5, 1, (count, 4)).astype(np.float32) for count in (30, 40))
    apart = np.linalg.norm(points[:, None].astype(float) - among, axis=2)
    found = nearest(points, among)
    assert (found.indices == apart.argmin(axis=1)).all()
    assert found.distances == pytest.approx(apart.min(axis=1))


def test_a_point_is_not_its_own_neighbour() -> None:
    points = np.arange(6, dtype=np.float32)[:, None] ** 2
    found = nearest(points[[3, 0]], points, np.array([3, 0]))
    assert found.indices.tolist() == [2, 1] and found.distances.tolist() == [5, 1]


def test_copies_are_found() -> None:
    new = sprites(2).images
    copied = noisy(sprites(0).images, 2)
    half = np.where((np.arange(len(new)) % 2 == 0)[:, None, None, None], copied, new)
    values = [evaluate(pictures, sprite_reference(), name="g").values for pictures in (new, half, copied)]
    distances = [each["memorisation"].value for each in values]
    shares = [each["copies"].value for each in values]
    assert distances[0] == pytest.approx(1, abs=0.15) and 0.7 > distances[1] > distances[2]
    assert shares[0] < 0.05 and shares[1] == pytest.approx(0.5, abs=0.1) and shares[2] > 0.9
