"""A picture's z is found, and the session goes there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.explore.inversion.inversion import Inversion, is_picture
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.latent import is_off_shell, sample_z
from gan.layers.edits import parse_edit
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


class TestElsewhere:
    """What a person does while z is looked for."""

    def test_who_has_gone_elsewhere_stays_and_is_offered_the_way(
        self, inversion: Inversion, workspace: Workspace, picture: np.ndarray
    ) -> None:
        elsewhere, session = np.full(8, 0.5, np.float32), workspace.session
        inversion.changed.connect(lambda: session.set_z(elsewhere) if inversion.search.busy else None)
        inversion.find(picture)
        assert np.array_equal(session.z, elsewhere) and "gone elsewhere" in inversion.words
        assert inversion.can_go and inversion.guess is not None
        inversion.go()
        assert np.array_equal(session.z, inversion.guess.z) and not inversion.can_go
        session.undo_stack.undo()
        assert np.array_equal(session.z, elsewhere) and inversion.can_go

    def test_another_generator_of_the_same_latent_space_is_told_apart(
        self, inversion: Inversion, workspace: Workspace, picture: np.ndarray, tmp_path: Path
    ) -> None:
        inversion.find(picture)
        assert inversion.words.startswith("Found: PSNR") and inversion.is_of_here
        workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
        assert inversion.words.startswith("In tiny, step 20: Found: PSNR") and not inversion.is_of_here

    def test_a_point_off_the_shell_is_marked(
        self, inversion: Inversion, workspace: Workspace, tiny_model: Path
    ) -> None:
        far = 3 * sample_z(1, 8, 31)
        picture = Renderer("cpu").render(RenderRequest(tiny_model, far)).images[0]
        inversion.find(picture)
        assert inversion.guess is not None and is_off_shell(inversion.guess.z)
        assert "where random points have about 2.8" in inversion.words


class TestChangedNetwork:
    """Which network is meant."""

    MUTED = parse_edit("block1:1=0")

    def test_it_is_asked(self, inversion: Inversion, workspace: Workspace, picture: np.ndarray) -> None:
        before = workspace.session.z
        workspace.session.edits.add(self.MUTED)
        inversion.find(picture)
        assert inversion.is_asking and "changed by 1 edit" in inversion.words and not inversion.search.busy
        inversion.choose(edited=False)
        assert not inversion.is_asking and inversion.guess is not None and inversion.guess.psnr > 30
        assert inversion.words.startswith("In tiny, step 20: Found")
        workspace.session.undo_stack.undo()
        assert np.array_equal(workspace.session.z, before)

    def test_the_edited_one_is_looked_into(self, inversion: Inversion, workspace: Workspace, tiny_model: Path) -> None:
        workspace.session.edits.add(self.MUTED)
        request = RenderRequest(tiny_model, sample_z(1, 8, 31), edits=(self.MUTED,))
        inversion.find(Renderer("cpu").render(request).images[0])
        inversion.choose(edited=True)
        found = inversion.found
        assert found is not None and found.guess.psnr > 30 and inversion.is_of_here
        drawn = Renderer("cpu").render(replace(request, z=found.guess.z[None])).images[0]
        assert np.abs(drawn.astype(int) - found.picture).max() <= 1

    def test_without_edits_there_is_nothing_to_ask_any_more(
        self, inversion: Inversion, workspace: Workspace, picture: np.ndarray
    ) -> None:
        workspace.session.edits.add(self.MUTED)
        inversion.find(picture)
        workspace.session.edits.reset()
        assert not inversion.is_asking and inversion.guess is not None
