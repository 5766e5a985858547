"""First-order changes of a picture against small steps that are really taken."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch

from gan.explore.jacobian import jacobian, sensitivity
from gan.explore.latent import sample_z
from gan.model.config import ModelConfig
from tests.gan.generators import drawing_generator


def test_columns_are_differences_of_pictures(tiny_config: ModelConfig) -> None:
    generator = drawing_generator(tiny_config).double()
    z = torch.tensor(sample_z(1, 8, 0)[0], dtype=torch.float64)
    columns = jacobian(generator, z)
    assert columns.shape == (28 * 28, 8)
    with torch.no_grad():
        for index, step in enumerate(1e-6 * torch.eye(8, dtype=torch.float64)):
            difference = generator((z + step)[None]) - generator((z - step)[None])
            assert torch.allclose(columns[:, index], difference.flatten() / 2e-6, atol=1e-6)


def test_columns_do_not_depend_on_how_many_are_made_at_once(
    tiny_config: ModelConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    generator = drawing_generator(tiny_config)
    z = torch.tensor(sample_z(1, 8, 1)[0])
    together = jacobian(generator, z)
    monkeypatch.setattr("gan.explore.jacobian.CHUNK_VALUES", 1)
    assert torch.allclose(jacobian(generator, z), together, atol=1e-6)


def test_two_threads_at_a_time(tiny_config: ModelConfig) -> None:
    generator = drawing_generator(tiny_config)
    z = torch.tensor(sample_z(1, 8, 1)[0])
    alone = jacobian(generator, z)
    with ThreadPoolExecutor(2) as threads:
        together = [threads.submit(jacobian, generator, z) for _ in range(60)]
        assert all(torch.equal(done.result(), alone) for done in together)


def test_effects_are_grey_levels_per_unit_step(tiny_config: ModelConfig) -> None:
    generator = drawing_generator(tiny_config)
    z = sample_z(1, 8, 2)[0]
    strengths = sensitivity(generator, z)
    assert strengths.shape == (8,) and strengths.dtype == np.float32
    with torch.no_grad():
        for index in range(8):
            points = np.stack([z, z])
            points[0, index] += 1e-2
            points[1, index] -= 1e-2
            up, down = generator(torch.tensor(points))
            measured = 127.5 * float((up - down).square().mean().sqrt()) / 2e-2
            assert abs(strengths[index] - measured) < 0.1 * measured + 0.05


def test_a_dimension_without_weights_has_no_effect(tiny_config: ModelConfig) -> None:
    generator = drawing_generator(tiny_config)
    with torch.no_grad():
        generator.get_parameter("block1.conv.weight")[3] = 0
    strengths = sensitivity(generator, sample_z(1, 8, 3)[0])
    assert strengths[3] == 0 and (np.delete(strengths, 3) > 0).all()
