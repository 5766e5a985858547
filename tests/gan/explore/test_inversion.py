"""The z of a picture is found again."""

from itertools import islice, pairwise

import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.explore.inversion import find_z, invert, psnr
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.explore.latent import sample_z
from gan.images import Picture, to_uint8
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator

QUICK = InversionSettings(starts=3, screened=32)


@pytest.fixture(scope="module", params=[(28, 1), (16, 3)], ids=["grey", "colour"])
def generator(request: pytest.FixtureRequest) -> Generator:
    size, channels = request.param
    return drawing_generator(ModelConfig(size, channels, z_dim=8, ngf=4, ndf=4))


@torch.no_grad()
def pictures(generator: Generator, z: np.ndarray) -> Picture:
    return to_uint8(generator(torch.tensor(z)))


def test_generated_pictures_are_found_again(generator: Generator) -> None:
    points = sample_z(10, 8, 99)
    found = [find_z(generator, picture, QUICK) for picture in pictures(generator, points)]
    assert sum(guess.psnr > 30 for guess in found) >= 9
    distances = [np.abs(guess.z - z).max() for guess, z in zip(found, points, strict=True)]
    assert sum(distance < 0.1 for distance in distances) >= 8, "the point itself, not just a similar picture"


def test_psnr_is_that_of_the_pictures(generator: Generator) -> None:
    target = pictures(generator, sample_z(1, 8, 5))[0]
    for guess in islice(invert(generator, target, QUICK), 4):
        with torch.no_grad():
            made = generator(torch.tensor(guess.z)[None])[0].permute(1, 2, 0).numpy()
        error = np.square(made - (target / 127.5 - 1)).mean()
        assert guess.psnr == pytest.approx(10 * np.log10(4 / error), abs=0.01)


def test_every_step_of_a_search_lowers_the_cost(generator: Generator) -> None:
    settings = InversionSettings(starts=1, screened=8, prior=0.0)
    noise = np.random.default_rng(0).integers(0, 256, pictures(generator, sample_z(1, 8, 0))[0].shape, np.uint8)
    guesses = list(invert(generator, noise, settings))
    assert len(guesses) > 2
    assert all(later.psnr > earlier.psnr for earlier, later in pairwise(guesses))


def test_the_best_of_all_starts_is_the_answer(generator: Generator) -> None:
    noise = np.random.default_rng(1).integers(0, 256, pictures(generator, sample_z(1, 8, 0))[0].shape, np.uint8)
    heard: list[Guess] = []
    best = find_z(generator, noise, QUICK, heard.append)
    assert {guess.start for guess in heard} == {1, 2, 3}, "no search came close, so all were made"
    assert best.psnr == max(guess.psnr for guess in heard)


def test_a_good_first_search_is_the_last(generator: Generator) -> None:
    target = pictures(generator, sample_z(1, 8, InversionSettings().seed))[0]
    assert {guess.start for guess in invert(generator, target, QUICK)} == {1}


def test_the_same_arguments_find_the_same_point(generator: Generator) -> None:
    target = pictures(generator, sample_z(1, 8, 7))[0]
    first, again = (find_z(generator, target, QUICK) for _ in range(2))
    assert np.array_equal(first.z, again.z)


def test_a_strong_prior_keeps_z_short(generator: Generator) -> None:
    target = pictures(generator, sample_z(1, 8, 8))[0]
    free, held = (find_z(generator, target, InversionSettings(screened=32, starts=1, prior=p)) for p in (0.0, 10.0))
    assert np.linalg.norm(held.z) < np.linalg.norm(free.z)


def test_a_picture_of_another_size_is_refused(generator: Generator) -> None:
    with pytest.raises(UsageError, match="shape"):
        find_z(generator, np.zeros((7, 7, 1), np.uint8))


def test_psnr_has_a_ceiling() -> None:
    assert psnr(4.0) == pytest.approx(0)
    assert psnr(0.0) == pytest.approx(100)
