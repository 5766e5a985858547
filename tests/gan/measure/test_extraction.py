"""Features of real pictures are looked up where they were kept."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from gan.data.base import Images
from gan.measure import extraction
from gan.measure.extraction import features_folder, kept_features
from gan.measure.spaces import Features, FeatureSpace

asked: list[int] = []
SPACE = FeatureSpace("test", "Test", "The mean.", (1,), 1, "tests.gan.measure.test_extraction:extractor")


def extractor() -> object:
    def extract(images: Images) -> Features:
        asked.append(len(images))
        return images.mean(axis=(1, 2, 3), dtype=np.float32)[:, None]

    return extract


@pytest.fixture(autouse=True)
def nothing_asked() -> Iterator[None]:
    asked.clear()
    yield


def pictures(seed: int = 0, count: int = 20) -> Images:
    return np.random.default_rng(seed).integers(0, 256, (count, 1, 4, 4), np.uint8)


def test_they_are_worked_out_once() -> None:
    first, second = kept_features(pictures(), SPACE, "x"), kept_features(pictures(), SPACE, "x")
    assert (first == second).all() and asked == [20]


def test_other_pictures_and_another_version_have_their_own() -> None:
    changed = pictures()
    changed[19, 0, 3, 3] ^= 1
    for images in (pictures(), changed, pictures(count=19)):
        kept_features(images, SPACE, "x")
    kept_features(pictures(), FeatureSpace("test", "", "", (1,), 1, SPACE.function, version=2), "x")
    assert asked == [20, 20, 19, 20]


@pytest.mark.parametrize("damage", [b"", b"\x93NUMPY", b"no array at all"])
def test_a_damaged_file_is_made_again(damage: bytes) -> None:
    first = kept_features(pictures(), SPACE, "x")
    (path,) = features_folder().iterdir()
    path.write_bytes(damage)
    assert (kept_features(pictures(), SPACE, "x") == first).all() and asked == [20, 20]


def test_numbers_that_are_none_are_made_again() -> None:
    kept_features(pictures(), SPACE, "x")
    (path,) = features_folder().iterdir()
    np.save(path, np.full((20, 1), np.nan, np.float32))
    assert np.isfinite(kept_features(pictures(), SPACE, "x")).all()


def test_the_oldest_ones_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "KEPT", 2)
    for seed in range(4):
        kept_features(pictures(seed), SPACE, "x")
    assert len(list(features_folder().iterdir())) == 2


def test_a_cache_that_cannot_be_written_costs_time_only(latentarium_home: Path) -> None:
    latentarium_home.mkdir()
    (latentarium_home / "cache").write_text("in the way")
    assert len(kept_features(pictures(), SPACE, "x")) == 20
