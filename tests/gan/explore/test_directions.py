"""Directions: what they do to z, how they are found, their file."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from gan.errors import UsageError
from gan.explore.directions import Directions, DirectionsError, load_directions, save_directions
from gan.explore.discovery import find_directions
from gan.explore.latent import sample_z
from gan.explore.methods import METHODS
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator


@pytest.fixture(scope="module")
def generator() -> Generator:
    return drawing_generator(ModelConfig(16, 3, z_dim=8, ngf=4, ndf=4))


@pytest.fixture(autouse=True)
def few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gan.explore.discovery.SAMPLES", 500)


def two_directions() -> Directions:
    vectors = np.array([[0.6, 0.8, 0], [0, 0, -1]], np.float32)
    return Directions("sefa", vectors, np.array([0.7, 0.2], np.float32), ("wide", "high"), "mnist")


def test_a_point_is_moved_along_one_direction_only() -> None:
    directions = two_directions()
    z = np.array([1, 2, 3], np.float32)
    moved = directions.moved(z, 0, -1.5)
    assert directions.positions(moved) == pytest.approx([-1.5, -3])
    across = np.array([0.8, -0.6, 0])
    assert moved @ across == pytest.approx(z @ across)
    assert directions.moved(moved, 0, float(directions.positions(z)[0])) == pytest.approx(z)


def test_a_walk_has_the_positions_asked_for() -> None:
    walk = two_directions().walk(np.ones(3, np.float32), 1, np.array([-2, 0, 2], np.float32))
    assert walk.shape == (3, 3)
    assert walk[:, 2] == pytest.approx([2, 0, -2]) and (walk[:, :2] == 1).all()


@pytest.mark.parametrize("method", METHODS)
def test_found_directions_are_of_length_1_and_fall_in_strength(generator: Generator, method: str) -> None:
    found = find_directions(generator, method, 20, model="tiny")
    assert found.vectors.shape == (8, 8) and found.model == "tiny"
    assert np.linalg.norm(found.vectors, axis=1) == pytest.approx(np.ones(8), abs=1e-5)
    assert (np.diff(found.shares) <= 1e-6).all() and 0 < found.shares.sum() <= 1.0001
    assert (found.vectors[np.arange(8), np.abs(found.vectors).argmax(axis=1)] > 0).all()
    assert found.names[0] == f"{method} 1"


@pytest.mark.parametrize("method", METHODS)
def test_a_planted_direction_is_found_first(method: str) -> None:
    generator = drawing_generator(ModelConfig(16, 3, z_dim=8, ngf=4, ndf=4))
    planted = np.array([3, -1, 0, 2, 0, 0, 1, 0], np.float32)
    planted /= np.linalg.norm(planted)
    with torch.no_grad():
        weight = generator.get_parameter("block1.conv.weight")  # (z_dim, C, H, W)
        along = torch.tensor(planted)
        pattern = torch.randn(weight.shape[1:], generator=torch.Generator().manual_seed(0))
        weight.add_(3 * along[:, None, None, None] * pattern)
    found = find_directions(generator, method, 3)
    assert abs(found.vectors[0] @ planted) > 0.98


def test_factorisation_orders_by_the_response_of_the_first_block(generator: Generator) -> None:
    found = find_directions(generator, "sefa", 8)
    affine = nn.Sequential(*list(next(generator.blocks))[:2])  # conv, norm
    with torch.no_grad():
        points = torch.tensor(found.vectors)[:, :, None, None]
        responses = (affine(points) - affine(0 * points)).square().sum((1, 2, 3))
    assert np.allclose(responses / responses.sum(), found.shares, atol=1e-4)


def test_an_unknown_method_is_refused(generator: Generator) -> None:
    with pytest.raises(UsageError, match=r"'ica' is no method of finding directions; take one of sefa"):
        find_directions(generator, "ica", 3)


def test_the_seed_of_pca_decides(generator: Generator) -> None:
    first, again, other = (find_directions(generator, "pca", 3, seed=seed).vectors for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)


def test_a_file_gives_back_the_same(tmp_path: Path) -> None:
    directions = two_directions().renamed(1, "Höhe ↑")
    paths = [tmp_path / f"{name}.npz" for name in "ab"]
    for path in paths:
        save_directions(path, directions)
    loaded = load_directions(paths[0])
    assert np.array_equal(loaded.vectors, directions.vectors) and np.array_equal(loaded.shares, directions.shares)
    assert (loaded.names, loaded.method, loaded.model) == (("wide", "Höhe ↑"), "sefa", "mnist")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_other_files_are_explained(tmp_path: Path) -> None:
    with pytest.raises(DirectionsError, match="there is no file"):
        load_directions(tmp_path / "none.npz")
    (tmp_path / "text.npz").write_text("hello")
    np.savez(tmp_path / "z.npz", z=np.zeros(3))
    np.savez(tmp_path / "pickle.npz", format=np.array([{}], dtype=object))
    for name in ("text", "z", "pickle"):
        with pytest.raises(DirectionsError, match="holds no directions"):
            load_directions(tmp_path / f"{name}.npz")


def test_vectors_have_to_be_directions() -> None:
    with pytest.raises(UsageError, match="length 1"):
        Directions("pca", np.full((1, 3), 2, np.float32), np.ones(1, np.float32), ("a",))
    with pytest.raises(UsageError, match="one name each"):
        Directions("pca", np.eye(2, 3, dtype=np.float32), np.ones(2, np.float32), ("a",))


def test_another_latent_space_is_refused() -> None:
    two_directions().require_fit(3)
    with pytest.raises(UsageError, match="for a z of 3, but this generator has a z of 8"):
        two_directions().require_fit(sample_z(1, 8, 0).shape[1])
