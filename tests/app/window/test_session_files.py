"""Save, close, reopen: the identical picture."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.arguments import Page
from app.session.interpolation import Endpoint
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.window import session_files
from app.window.main_window import MainWindow
from gan.errors import LatentariumError
from gan.explore.latent import Mode, sample_z
from gan.layers.edits import Edit
from gan.request import BatchStatistics, RenderResult
from gan.session_file import reference_to
from tests.gan.tiny import save_tiny

OLD_SESSIONS = sorted((Path(__file__).parent / "sessions").glob("*.json"))
"""As they were saved by earlier versions, of a generator like that of ``tiny_model``, with something in every part."""


@pytest.fixture
def saved(workspace: Workspace, session: Session, tmp_path: Path) -> Path:
    """A session in which everything is at another place than at the start."""
    points, way = sample_z(4, 8, 7), session.interpolation
    way.set_endpoint(Endpoint.A, points[0])
    way.set_endpoint(Endpoint.B, points[1])
    way.go(0.3)
    way.set_mode(Mode.LERP)
    session.set_z(points[2])
    session.edits.add(Edit("block2", (1,), 0.25))
    session.edits.set_batch(BatchStatistics(8))
    session.inspection.select_layer("block1.norm")
    session_files.save(workspace, tmp_path / "s.json", Page.LAYERS)
    return tmp_path / "s.json"


def picture(session: Session) -> bytes:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    session.render()
    return seen[-1].images.tobytes()


def test_the_same_picture_comes_back(workspace: Workspace, session: Session, saved: Path, tmp_path: Path) -> None:
    before, z = picture(session), session.z
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=9)))
    session.edits.clear()
    session.edits.set_batch(None)
    session.set_z(np.zeros(8, np.float32))
    assert picture(session) != before
    assert session_files.open_session(workspace, saved) is Page.LAYERS
    assert picture(session) == before
    assert session.z.tobytes() == z.tobytes()
    assert (session.interpolation.mode, session.inspection.layer) == (Mode.LERP, "block1.norm")
    assert np.array_equal(session.interpolation.endpoint(Endpoint.B), sample_z(4, 8, 7)[1])
    assert not session.undo_stack.canUndo()


def test_the_same_session_gives_the_same_bytes(workspace: Workspace, saved: Path, tmp_path: Path) -> None:
    session_files.open_session(workspace, saved)
    session_files.save(workspace, tmp_path / "again.json", Page.LAYERS)
    assert (tmp_path / "again.json").read_bytes() == saved.read_bytes()


@pytest.mark.parametrize("path", OLD_SESSIONS, ids=lambda path: path.stem)
def test_sessions_of_earlier_versions(window: MainWindow, tmp_path: Path, path: Path) -> None:
    """They open, and what is saved again holds all that was in them, number for number."""
    assert window.session.model is not None
    values = json.loads(path.read_text("utf-8"))
    values["model"] = vars(reference_to(window.session.model.source))
    (tmp_path / "old.json").write_text(json.dumps(values), "utf-8")
    assert window.open(str(tmp_path / "old.json"))
    assert window.page is Page(values["view"]["page"])
    window.opening.save_session(tmp_path / "new.json")
    saved = json.loads((tmp_path / "new.json").read_text("utf-8"))
    assert {name: saved[name] for name in values} == values


def test_a_view_that_is_not_there_any_more_is_no_obstacle(workspace: Workspace, session: Session, saved: Path) -> None:
    values = json.loads(saved.read_text())
    values["view"] = {"page": "cellar", "layer": "block99", "upsampling": 3}
    saved.write_text(json.dumps(values))
    before = picture(session)
    assert session_files.open_session(workspace, saved) is None
    assert picture(session) == before


def test_a_changed_model_changes_nothing(workspace: Workspace, session: Session, saved: Path, tiny_model: Path) -> None:
    save_tiny(tiny_model, seed=5)
    session.set_component(0, 2.0)
    z, way = session.z, session.interpolation.way
    with pytest.raises(LatentariumError, match="has changed"):
        session_files.open_session(workspace, saved)
    assert np.array_equal(session.z, z) and session.interpolation.way is way


def test_a_missing_model_changes_nothing(window: MainWindow, session: Session, saved: Path, tiny_model: Path) -> None:
    tiny_model.unlink()
    session.set_component(0, 2.0)
    z, way = session.z, session.interpolation.way
    assert not window.open(str(saved))
    assert f"generator is gone: {tiny_model}" in window.banner.label.text()
    assert np.array_equal(session.z, z) and session.interpolation.way is way


@pytest.mark.parametrize("name", ["favourites", "corners", "path", "baskets", "ends", "edits", "directions"])
def test_a_part_that_is_spoilt_changes_nothing(window: MainWindow, saved: Path, name: str) -> None:
    values = json.loads(saved.read_text())
    values[name] = 7 if name == "edits" else [[{"z": [1.0, "two"]}]]
    saved.write_text(json.dumps(values))
    window.session.set_component(0, 2.0)
    before = window.session.z, window.workspace.parts.to_json()
    assert not window.open(str(saved))
    assert "cannot be read as a session" in window.banner.label.text()
    assert np.array_equal(window.session.z, before[0]) and window.workspace.parts.to_json() == before[1]


def test_the_window_opens_a_session_and_its_page(window: MainWindow, saved: Path) -> None:
    assert window.open(str(saved))
    assert window.page is Page.LAYERS
    assert not window.open(str(saved.with_name("none.json")))
    assert "there is no file" in window.banner.label.text()


def test_an_unwritable_place_is_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    window.opening.save_session(tmp_path / "file" / "s.json")
    assert "cannot write" in window.banner.label.text()
