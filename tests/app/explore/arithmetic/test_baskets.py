"""Three baskets of examples."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.explore.arithmetic.baskets import EMPTY, Basket, Baskets
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError
from gan.explore.latent import sample_z
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny


@pytest.fixture
def baskets(session: Session) -> Baskets:
    """One example in the first, two in the last."""
    baskets = Baskets(session)
    for basket, z in zip((Basket.START, Basket.PLUS, Basket.PLUS), sample_z(3, 8, 4), strict=True):
        baskets.add(basket, z)
    return baskets


def test_they_are_saved_and_read_again(session: Session, baskets: Baskets) -> None:
    saved = baskets.to_json()
    assert saved == {"baskets": [[z.tolist() for z in points] for points in baskets.contents]}
    again = Baskets(session)
    restore = again.from_json(saved, 8)
    assert again.contents == EMPTY, "nothing is changed before all of a file has been read"
    restore()
    assert again.to_json() == saved


def test_a_file_without_them_leaves_them_as_they_are(baskets: Baskets) -> None:
    before = baskets.contents
    baskets.from_json({}, 8)()
    assert baskets.contents is before


@pytest.mark.parametrize("broken", [[[], []], [[[1.0]], [], []], [[["a"] * 8], [], []], 7])
def test_what_does_not_belong_there_is_refused(baskets: Baskets, broken: Any) -> None:
    with pytest.raises(LatentariumError):
        baskets.from_json({"baskets": broken}, 8)


def test_examples_of_another_latent_space_are_given_up(baskets: Baskets, workspace: Workspace, tmp_path: Path) -> None:
    workspace.open(str(save_tiny(tmp_path / "alike.safetensors")))
    assert np.array_equal(baskets.points(Basket.START)[0], sample_z(1, 8, 4)[0])
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert baskets.contents == EMPTY
