"""Scores of directions whose effect is known, and the reader that they lean on."""

import numpy as np
import pytest

from gan.data.base import ImageSet
from gan.data.imagesets import Wanted, load_imageset
from gan.data.sprites import FACTOR_RANGES, draw_factors, render_sprites
from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Latent
from gan.images import Picture
from gan.measure import factors as reading
from gan.measure.direction_scores import score_directions
from gan.measure.factors import train_reader
from gan.measure.ranks import rank_correlation


def along_axes(z_dim: int) -> Directions:
    names = tuple(f"axis {i}" for i in range(z_dim))
    return Directions("axes", np.eye(z_dim, dtype=np.float32), np.full(z_dim, 1 / z_dim, np.float32), names)


def test_rank_correlation_is_spearmans() -> None:
    values = np.array([3.0, 1.0, 2.0, 5.0])
    assert rank_correlation(values, np.exp(values)) == pytest.approx(1)
    assert rank_correlation(values, -(values**3)) == pytest.approx(-1)
    assert rank_correlation(values, np.ones(4)) == 0
    # Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4 by hand: 4.5 / sqrt(4.5 * 5).
    assert rank_correlation(np.array([0.0, 1, 1, 2]), np.arange(4.0)) == pytest.approx(0.9486833)


def test_scores_say_what_follows_what() -> None:
    """Pictures of four pixels: the first is dimension 0, the second minus dimension 1, the third is random."""

    def render(z: Latent) -> Picture:
        noise = np.random.default_rng(0).uniform(0, 255, len(z))
        pixels = np.stack([128 + 40 * z[:, 0], 128 - 20 * z[:, 1], noise, np.zeros(len(z))], axis=1)
        return pixels.clip(0, 255).astype(np.uint8).reshape(-1, 2, 2, 1)

    def read(images: Picture) -> np.ndarray:
        return (images.reshape(len(images), 4) / 255).astype(np.float32)

    scores = score_directions(along_axes(3), ("first", "second", "noise", "none"), render, read)
    assert scores.correlations.shape == scores.changes.shape == (3, 4)
    assert scores.correlations[0, 0] == pytest.approx(1) and scores.correlations[1, 1] == pytest.approx(-1)
    assert scores.changes[0, 0] == pytest.approx(200 / 255, abs=0.01)
    assert scores.changes[1, 1] == pytest.approx(-100 / 255, abs=0.01)
    assert scores.best(0) == 0 and scores.best(1) == 1
    assert np.abs(scores.correlations[:, 2]).max() < 0.4
    assert not scores.correlations[2, [0, 1, 3]].any() and not scores.changes[:, 3].any()


@pytest.mark.slow
def test_factors_of_sprites_are_read_off_pictures() -> None:
    reader, accuracy = train_reader(load_imageset("sprites", wanted=Wanted(limit=4000)), seed=0)
    assert min(accuracy.numbers[name] for name in ("hue", "scale", "x", "y")) > 0.9
    assert accuracy.classes > 0.6
    moving = draw_factors(9, seed=5)
    still = {name: values[:1].repeat(9) for name, values in moving.items()}
    swept = {**still, "x": np.linspace(*FACTOR_RANGES["x"], 9).astype(np.float32)}
    seen = reader.read(render_sprites(swept))[:, reader.factors.names.index("x")]
    assert rank_correlation(np.arange(9.0), seen) > 0.95


def test_a_reader_learns_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "EPOCHS", 3)
    labels = np.random.default_rng(0).integers(0, 2, 400)
    images = np.random.default_rng(1).integers(0, 60, (400, 1, 16, 16), np.uint8)
    images[labels == 1, :, :8] += 150
    known = ImageSet("halves", images, labels, ("dark", "bright"))
    reader, accuracy = train_reader(known)
    assert accuracy.classes == 1 and accuracy.numbers == {}
    again, _ = train_reader(known)
    assert np.array_equal(reader.read(images[:9]), again.read(images[:9]))
    assert reader.read(images[:9]).sum(axis=1) == pytest.approx(np.ones(9), abs=1e-5)


def test_sets_without_anything_to_read_are_refused() -> None:
    with pytest.raises(UsageError, match="neither known factors nor classes"):
        train_reader(ImageSet("own", np.zeros((300, 1, 16, 16), np.uint8)))
    few = ImageSet("few", np.zeros((20, 1, 16, 16), np.uint8), np.zeros(20, np.int64), ("a",))
    with pytest.raises(UsageError, match="too few"):
        train_reader(few)
