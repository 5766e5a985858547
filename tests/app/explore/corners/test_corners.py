"""The four corners of a grid: undone, saved, and given up with their latent space."""

from pathlib import Path

import numpy as np
import pytest

from app.explore.corners.corners import Corner, Corners
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny


@pytest.fixture
def corners(session: Session) -> Corners:
    return Corners(session)


def test_at_first_they_are_the_points_of_four_seeds(corners: Corners) -> None:
    expected = np.concatenate([sample_z(1, 8, seed) for seed in (1, 2, 3, 4)])
    assert np.array_equal(np.stack(corners.points), expected)
    assert np.array_equal(corners.grid(2), expected)


def test_a_corner_is_put_and_undone(corners: Corners, session: Session) -> None:
    before = corners.points
    corners.put(Corner.TOP_RIGHT, session.z)
    assert np.array_equal(corners.points[Corner.TOP_RIGHT], session.z)
    session.undo_stack.undo()
    assert corners.points is before


def test_what_was_saved_comes_back(corners: Corners, session: Session) -> None:
    corners.put(Corner.BOTTOM_LEFT, session.z)
    saved, before = corners.to_json(), np.stack(corners.points)
    corners.put(Corner.BOTTOM_LEFT, sample_z(1, 8, 9)[0])
    restore = corners.from_json(saved, 8)
    assert not np.array_equal(np.stack(corners.points), before), "nothing is changed before it is wanted"
    restore()
    assert np.array_equal(np.stack(corners.points), before)


@pytest.mark.parametrize("values", [{}, {"corners": []}])
def test_a_session_without_corners_leaves_them(corners: Corners, values: dict[str, object]) -> None:
    before = corners.points
    corners.from_json(values, 8)()
    assert corners.points is before


def test_three_corners_and_other_dimensions_are_refused(corners: Corners) -> None:
    saved = corners.to_json()
    with pytest.raises(UsageError, match="same number of dimensions"):
        corners.from_json(saved, 9)
    saved["corners"].pop()
    with pytest.raises(UsageError, match="four corners"):
        corners.from_json(saved, 8)


def test_another_latent_space_has_corners_of_its_own(corners: Corners, workspace: Workspace, tmp_path: Path) -> None:
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert [len(z) for z in corners.points] == [5] * 4
