"""A picture's z is found, and the session goes there."""

from pathlib import Path

import numpy as np
import pytest

from app.explore.inversion.inversion import Inversion, is_picture
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.tiny import save_tiny


@pytest.fixture
def workspace(prompt_workspace: Workspace, tiny_model: Path) -> Workspace:
    """One whose jobs are done when they have been started."""
    prompt_workspace.open(str(tiny_model))
    return prompt_workspace


@pytest.fixture
def inversion(workspace: Workspace) -> Inversion:
    return Inversion(workspace.session, workspace.background)


@pytest.fixture
def picture(tiny_model: Path) -> np.ndarray:
    return Renderer("cpu").render(RenderRequest(tiny_model, sample_z(1, 8, 31))).images[0]


def test_what_is_found_is_gone_to(inversion: Inversion, workspace: Workspace, picture: np.ndarray) -> None:
    before = workspace.session.z
    inversion.find(picture)
    assert inversion.target is picture and inversion.guess is not None and inversion.guess.psnr > 30
    assert np.array_equal(workspace.session.z, inversion.guess.z)
    assert workspace.session.z == pytest.approx(sample_z(1, 8, 31)[0], abs=0.1)
    workspace.session.undo_stack.undo()
    assert np.array_equal(workspace.session.z, before)


def test_a_cancelled_search_moves_nothing(inversion: Inversion, workspace: Workspace, picture: np.ndarray) -> None:
    before = workspace.session.z
    inversion.changed.connect(lambda: inversion.search.cancel() if inversion.guess else None)
    inversion.find(picture)
    assert "Cancelled" in inversion.words and not inversion.search.busy
    assert np.array_equal(workspace.session.z, before)


def test_a_broken_picture_is_told(inversion: Inversion, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_text("hello")
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    inversion.find(tmp_path / "broken.png")
    assert len(told) == 1 and "cannot be read as a picture" in told[0] and inversion.words == told[0]
    assert not inversion.search.busy


def test_without_a_model_nothing_is_looked_for(empty_workspace: Workspace, picture: np.ndarray) -> None:
    inversion = Inversion(empty_workspace.session, empty_workspace.background)
    with pytest.raises(UsageError, match="open a model before looking for the z of a picture"):
        inversion.find(picture)


def test_what_was_found_belongs_to_its_generator(
    inversion: Inversion, workspace: Workspace, picture: np.ndarray, tmp_path: Path
) -> None:
    inversion.find(picture)
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert inversion.guess is None and inversion.target is not None


def test_what_counts_as_a_picture(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert is_picture("a.JPG") and is_picture("b.png")
    assert not is_picture("a.safetensors") and not is_picture(str(tmp_path / "folder.png"))
