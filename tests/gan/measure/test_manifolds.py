"""Precision, recall, density and coverage: by their definitions, and as torch-fidelity has them."""

import numpy as np
import pytest
import torch

from gan.measure import manifolds
from gan.measure.cancelling import MeasuringCancelledError, checking
from gan.measure.manifolds import membership
from gan.measure.spaces import Features


def cloud(seed: int, count: int, shift: float = 0.0, width: float = 1.0) -> Features:
    return (np.random.default_rng(seed).normal(shift, width, (count, 6))).astype(np.float32)


@pytest.fixture(params=[2**23, 500], ids=["at once", "in pieces"])
def pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifolds, "CHUNK_VALUES", request.param)


@pytest.mark.usefixtures("pieces")
def test_by_their_definitions() -> None:
    real, fake = cloud(0, 90), cloud(1, 70, 0.5)

    def apart(a: Features, b: Features) -> Features:
        found: Features = np.linalg.norm(a[:, None].astype(float) - b[None], axis=2)
        return found

    near, wide = (np.sort(apart(real, real), axis=1)[:, k] for k in (3, 5))
    reach = np.sort(apart(fake, fake), axis=1)[:, 3]
    found, across = membership(real, fake), apart(fake, real)
    assert (found.precise == (across <= near).any(axis=1)).all()
    assert (found.recalled == (across <= reach[:, None]).any(axis=0)).all()
    assert (found.density == (across <= wide).sum(axis=1) / 5).all()
    assert (found.covered == (across.min(axis=0) <= wide)).all()
    tight = near <= np.sort(near)[(len(near) - 1) // 2]
    assert found.realism == pytest.approx((near[tight] / across[:, tight]).max(axis=1))


def test_as_torch_fidelity() -> None:
    from torch_fidelity.metric_prc import prc_features_to_metric

    real, fake = cloud(0, 500), cloud(1, 500, 0.4, 0.8)
    theirs = prc_features_to_metric(
        torch.from_numpy(fake), torch.from_numpy(real), prc_neighborhood=3, prc_batch_size=200, verbose=False
    )
    found = membership(real, fake)
    assert found.precise.mean() == pytest.approx(theirs["precision"], abs=1e-4)
    assert found.recalled.mean() == pytest.approx(theirs["recall"], abs=1e-4)


def test_the_same_points_are_all_in_each_others_manifolds() -> None:
    points = cloud(0, 100) + np.float32(1000)  # far from 0, where squares lose digits
    found = membership(points, points)
    assert found.precise.all() and found.recalled.all() and found.covered.all()
    # The balls of 5 others reach to a point on average, and its own.
    assert found.density.mean() == pytest.approx(6 / 5, abs=0.1)


def test_one_point_alone_recalls_little_and_is_precise() -> None:
    found = membership(cloud(0, 200), np.zeros((200, 6), np.float32))
    assert found.precise.mean() > 0.9 and found.recalled.mean() < 0.05


def test_an_outlier_among_real_ones_does_not_make_bad_pictures_dense() -> None:
    real = cloud(0, 200)
    real[0] = 100
    found = membership(real, cloud(1, 200, shift=20))
    assert found.precise.all() and found.density.mean() <= 0.21


def test_realism_puts_what_is_far_off_last() -> None:
    fake = cloud(1, 50)
    fake[7] += 30
    assert membership(cloud(0, 200), fake).realism.argmin() == 7


def test_it_can_be_called_off() -> None:
    with pytest.raises(MeasuringCancelledError):
        membership(cloud(0, 20), cloud(1, 20), checking(lambda: True))
