"""Distances of pictures, path lengths, nearest training pictures, the map."""

from pathlib import Path

import numpy as np
import pytest
import torch

from gan.data.base import ImageSet
from gan.images import Picture
from gan.measure.appearance import appearance, distances
from gan.measure.neighbours import NeighbourSearch, by_appearance, by_discriminator, by_pixels
from gan.measure.path_length import perceptual_steps, total, unevenness
from gan.model.checkpoint import save_discriminator
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator


def grey(level: int, size: int = 16, channels: int = 1) -> Picture:
    return np.full((1, size, size, channels), level, np.uint8)


@pytest.mark.parametrize(("size", "channels"), [(16, 1), (28, 3), (64, 3)])
def test_a_change_of_every_pixel_is_measured_in_grey_levels(size: int, channels: int) -> None:
    features = appearance(np.concatenate([grey(100, size, channels), grey(130, size, channels)]))
    assert distances(features[:1], features[1]) == pytest.approx([30], rel=1e-4)


def test_a_small_shift_counts_less_than_another_change_of_the_same_error() -> None:
    edge = np.zeros((1, 16, 16, 1), np.uint8)
    edge[:, :, 4:9] = 200
    shifted = np.roll(edge, 1, axis=2)
    widened = edge.copy()
    widened[:, :, 9:11] = 200
    point = appearance(edge)[0]
    as_pixels = [float(np.square(edge.astype(float) - other).sum()) for other in (shifted, widened)]
    assert as_pixels[0] == as_pixels[1]
    assert distances(appearance(shifted), point)[0] < distances(appearance(widened), point)[0]


def test_many_pictures_are_measured_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.random.default_rng(0).integers(0, 256, (7, 16, 16, 1), np.uint8)
    together = appearance(images)
    monkeypatch.setattr("gan.measure.appearance.CHUNK", 3)
    assert np.array_equal(appearance(images), together)


def test_path_length_by_hand() -> None:
    steps = perceptual_steps(np.concatenate([grey(0), grey(10), grey(40), grey(40)]))
    assert steps == pytest.approx([10, 30, 0], abs=1e-3)
    assert total(steps) == pytest.approx(40) and unevenness(steps) == pytest.approx(30 / (40 / 3))
    assert unevenness(perceptual_steps(np.concatenate([grey(7)] * 3))) == 1


class TestNeighbours:
    @pytest.fixture
    def images(self) -> ImageSet:
        return ImageSet("own", np.random.default_rng(0).integers(0, 256, (300, 3, 16, 16), np.uint8))

    @pytest.mark.parametrize("extract", [by_pixels, by_appearance])
    def test_a_copy_is_found_at_once(self, images: ImageSet, extract: object) -> None:
        search = NeighbourSearch(images, extract)  # type: ignore[arg-type]
        copy = images.images[123].transpose(1, 2, 0)
        found = search.nearest(copy, 5)
        assert found[0].index == 123 and found[0].distance == 0
        assert np.array_equal(found[0].picture, copy)
        assert [each.distance for each in found] == sorted(each.distance for each in found)

    def test_they_are_the_nearest_of_all(self, images: ImageSet, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("gan.measure.neighbours.CHUNK", 77)
        picture = np.random.default_rng(1).integers(0, 256, (16, 16, 3), np.uint8)
        found = NeighbourSearch(images, by_pixels).nearest(picture, 4)
        errors = np.square(images.images.astype(float) - picture.transpose(2, 0, 1)).mean(axis=(1, 2, 3)) ** 0.5
        assert [each.index for each in found] == np.argsort(errors)[:4].tolist()
        assert [each.distance for each in found] == pytest.approx(np.sort(errors)[:4], rel=1e-4)

    def test_no_more_than_there_are(self, images: ImageSet) -> None:
        few = ImageSet("few", images.images[:3])
        assert len(NeighbourSearch(few, by_pixels).nearest(few.images[0].transpose(1, 2, 0), 10)) == 3

    def test_by_what_a_discriminator_sees(self, images: ImageSet, tmp_path: Path) -> None:
        config = ModelConfig(16, 3, z_dim=8, ngf=4, ndf=4)
        torch.manual_seed(0)
        save_discriminator(tmp_path / "d.safetensors", Discriminator(config).state_dict(), config, {})
        search = NeighbourSearch(images, by_discriminator(tmp_path / "d.safetensors"))
        found = search.nearest(images.images[42].transpose(1, 2, 0), 2)
        assert found[0].index == 42 and found[0].distance == pytest.approx(0, abs=1e-3)
        assert 0 < found[1].distance <= 2
