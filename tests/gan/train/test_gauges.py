"""Measuring bit by bit."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from gan import places
from gan.data.imagesets import ImageSet
from gan.errors import LatentariumError
from gan.images import from_uint8
from gan.measure.evaluation import evaluate
from gan.measure.reference import reference
from gan.measure.spaces import GREY, FeatureSpace
from gan.train import gauges
from gan.train.batches import Images
from gan.train.gauges import Bits, PixelGauge, gauge_for


@pytest.fixture(autouse=True)
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer pictures, and a cache of one's own."""
    monkeypatch.setattr(gauges, "PICTURES", {1: 150, 3: 150})
    monkeypatch.setattr(gauges, "FEWER", 40)
    monkeypatch.setattr(places, "cache_folder", lambda: tmp_path)


def pictures(count: int, channels: int = 1, seed: int = 0) -> Images:
    noise = np.random.default_rng(seed).integers(0, 256, (count, channels, 28, 28), np.uint8)
    noise[:, :, 8:20, 8:20] = 255
    return noise


def parts(images: Images) -> Iterator[torch.Tensor]:
    return iter(from_uint8(torch.from_numpy(images)).split(gauges.BIT))


def run_through(work: Bits) -> tuple[float, int]:
    """The value, and in how many bits it came."""
    bits = 0
    while True:
        try:
            next(work)
        except StopIteration as done:
            return done.value, bits
        bits += 1


def test_fid_bit_by_bit_is_fid_at_once() -> None:
    images, fake = pictures(100), pictures(150, seed=1) // 2
    gauge = gauge_for(images)
    assert gauge is not None and (gauge.measure, gauge.space, gauge.count) == ("fid", "grey", 150)
    promised = gauge.bits
    value, bits = run_through(gauge.measured(parts(fake)))
    at_once = evaluate(fake, reference(ImageSet("noise", images), None, GREY), name="g").values["fid"].value
    assert value == pytest.approx(at_once, rel=1e-6)
    assert bits == promised == 2 + 3
    again, bits = run_through(gauge.measured(parts(fake)))
    assert again == value and bits == gauge.bits == 3


def test_who_is_interrupted_among_the_real_pictures_goes_on_there() -> None:
    images = pictures(150)
    gauge = gauge_for(images)
    assert gauge is not None
    interrupted = gauge.measured(parts(images))
    next(interrupted)
    next(interrupted)
    assert gauge.bits == 1 + 3
    value, bits = run_through(gauge.measured(parts(images)))
    assert bits == 1 + 3 and value == pytest.approx(0, abs=1e-3)


def test_another_sitting_finds_the_features_of_real_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    images = pictures(100)
    first, later = gauge_for(images), gauge_for(images)
    assert first is not None and later is not None
    run_through(first.measured(parts(images)))
    value, bits = run_through(later.measured(parts(images)))
    assert bits == 2 and value == pytest.approx(0, abs=1e-3)


def lacks(monkeypatch: pytest.MonkeyPatch, needs: str = "no_such_package") -> None:
    """The usual space cannot be had."""
    space = FeatureSpace("x", "", "", (1, 3), 1, "tests.gan.train.test_gauges:refused", needs=needs)
    monkeypatch.setattr(gauges, "usual_space", lambda channels: space)


def refused() -> None:
    raise LatentariumError("its weights are not here")


def test_where_the_space_is_not_installed_pixels_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks(monkeypatch)
    images = pictures(100, 3)
    gauge = gauge_for(images)
    assert isinstance(gauge, PixelGauge) and (gauge.measure, gauge.space, gauge.count) == ("swd", "pixels", 40)
    near, _ = run_through(gauge.measured(parts(pictures(40, 3, seed=2))))
    far, bits = run_through(gauge.measured(parts(pictures(40, 3, seed=2) // 2)))
    assert near < 3 < far and bits == gauge.bits == 1


def test_where_its_network_cannot_be_had_too(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks(monkeypatch, needs="")
    assert isinstance(gauge_for(pictures(100)), PixelGauge)


@pytest.mark.parametrize("images", [pictures(15), np.zeros((100, 1, 28, 28), np.uint8)])
def test_too_few_pictures_and_such_that_are_all_the_same_are_not_measured(images: Images) -> None:
    assert gauge_for(images) is None


def test_numbers_that_exploded_are_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks(monkeypatch)
    gauge = gauge_for(pictures(100))
    assert gauge is not None
    value, _ = run_through(gauge.measured([torch.full((40, 1, 28, 28), math.nan)]))
    assert math.isnan(value)
