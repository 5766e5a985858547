import numpy as np
import pytest
import torch

from gan.data.sprites import make_sprites
from gan.images import from_uint8
from gan.measure.distances import distance_to
from gan.train.randomness import Randomness
from gan.train.yardstick import FEWEST, Yardstick

CPU = torch.device("cpu")
SPRITES = make_sprites(256, image_size=16, channels=3)[0]


@pytest.fixture
def yardstick() -> Yardstick:
    return Yardstick(SPRITES, 64, Randomness(0, CPU))


def test_other_real_pictures_are_about_one_apart_and_as_diverse(yardstick: Yardstick) -> None:
    measured = yardstick.measure(from_uint8(torch.from_numpy(SPRITES[:64])))
    assert measured["swd"] == pytest.approx(1, abs=0.5)
    assert measured["diversity"] == pytest.approx(1, abs=0.2)


def test_noise_is_far_away(yardstick: Yardstick) -> None:
    measured = yardstick.measure(torch.rand(64, 3, 16, 16) * 2 - 1)
    assert measured["swd"] > 3


def test_one_picture_again_and_again_has_no_diversity(yardstick: Yardstick) -> None:
    measured = yardstick.measure(torch.zeros(64, 3, 16, 16))
    assert measured["diversity"] == 0


def test_too_few_pictures_say_nothing(yardstick: Yardstick) -> None:
    assert yardstick.measure(torch.zeros(FEWEST - 1, 3, 16, 16)) == {}
    few = Yardstick(np.zeros((5, 1, 16, 16), np.uint8), 64, Randomness(0, CPU))
    assert few.measure(torch.zeros(64, 1, 16, 16)) == {}


def test_the_same_picture_again_and_again_is_no_yardstick() -> None:
    same = Yardstick(SPRITES[:1].repeat(40, axis=0), 64, Randomness(0, CPU))
    assert same.measure(torch.rand(64, 3, 16, 16) * 2 - 1) == {}


def test_two_draws_of_the_same_few_pictures_are_not_the_unit() -> None:
    few = from_uint8(torch.from_numpy(SPRITES[:2].repeat(8, axis=0)))
    assert distance_to(few, few.flip(0))(torch.rand(16, 3, 16, 16) * 2 - 1) < 1000
