"""FID while a run trains."""

import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.images import from_uint8
from gan.measure.evaluation import evaluate
from gan.measure.live import fid_against
from gan.measure.reference import reference
from gan.measure.spaces import GREY
from tests.gan.measure.shapes import noisy, sprites


def test_it_is_the_fid_of_an_evaluation() -> None:
    images = noisy(sprites(1).images, 10)
    fid = fid_against(sprites(0).images, GREY)
    whole = evaluate(images, reference(sprites(0), None, GREY), name="g").values["fid"].value
    assert fid(from_uint8(torch.from_numpy(images))) == pytest.approx(whole, rel=1e-6)


def test_at_most_so_many_real_pictures_are_looked_at() -> None:
    fake = from_uint8(torch.from_numpy(sprites(1).images))
    assert fid_against(sprites(0).images, GREY, most=100)(fake) > fid_against(sprites(0).images, GREY)(fake)


def test_colour_is_refused() -> None:
    with pytest.raises(UsageError, match="colour"):
        fid_against(np.zeros((100, 3, 28, 28), np.uint8), GREY)
