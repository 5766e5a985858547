"""Save, close, reopen: the identical picture."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.arguments import Page
from app.explore.corners.corners import Corner
from app.session.session import Endpoint, Session
from app.window import session_files
from app.window.main_window import MainWindow
from gan.errors import LatentariumError
from gan.explore.latent import Mode, sample_z
from gan.layers.edits import Edit
from gan.request import BatchStatistics, RenderResult
from tests.gan.tiny import save_tiny


@pytest.fixture
def saved(session: Session, tmp_path: Path) -> Path:
    """A session in which everything is at another place than at the start."""
    points = sample_z(4, 8, 7)
    session.set_endpoint(Endpoint.A, points[0])
    session.set_endpoint(Endpoint.B, points[1])
    session.interpolate(0.3, Mode.LERP)
    session.set_z(points[2])
    session.edits.add(Edit("block2", (1,), 0.25))
    session.edits.set_batch(BatchStatistics(8))
    session.favourites.add(points[3], "best")
    session.select_layer("block1.norm")
    session_files.save(session, tmp_path / "s.json", Page.LAYERS)
    return tmp_path / "s.json"


def picture(session: Session) -> bytes:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    session.render()
    return seen[-1].images.tobytes()


def test_the_same_picture_comes_back(session: Session, saved: Path, tmp_path: Path) -> None:
    before, z = picture(session), session.z
    session.open_path(str(save_tiny(tmp_path / "other.safetensors", seed=9)))
    session.edits.clear()
    session.edits.set_batch(None)
    session.favourites.remove(0)
    session.set_z(np.zeros(8, np.float32))
    assert picture(session) != before
    assert session_files.open_session(session, saved) is Page.LAYERS
    assert picture(session) == before
    assert session.z.tobytes() == z.tobytes()
    assert (session.mode, session.selected_layer) == (Mode.LERP, "block1.norm")
    assert np.array_equal(session.endpoint(Endpoint.B), sample_z(4, 8, 7)[1])
    assert [kept.name for kept in session.favourites.current] == ["best"]
    assert not session.undo_stack.canUndo()


def test_the_same_session_gives_the_same_bytes(session: Session, saved: Path, tmp_path: Path) -> None:
    session_files.open_session(session, saved)
    session_files.save(session, tmp_path / "again.json", Page.LAYERS)
    assert (tmp_path / "again.json").read_bytes() == saved.read_bytes()


def test_a_view_that_is_not_there_any_more_is_no_obstacle(session: Session, saved: Path) -> None:
    values = json.loads(saved.read_text())
    values["view"] = {"page": "cellar", "layer": "block99", "upsampling": 3}
    saved.write_text(json.dumps(values))
    before = picture(session)
    assert session_files.open_session(session, saved) is None
    assert picture(session) == before


def test_a_changed_model_changes_nothing(session: Session, saved: Path, tiny_model: Path) -> None:
    save_tiny(tiny_model, seed=5)
    session.set_component(0, 2.0)
    z, kept = session.z, session.favourites.current
    with pytest.raises(LatentariumError, match="has changed"):
        session_files.open_session(session, saved)
    assert np.array_equal(session.z, z) and session.favourites.current == kept


def test_a_missing_model_changes_nothing(window: MainWindow, session: Session, saved: Path, tiny_model: Path) -> None:
    tiny_model.unlink()
    session.set_component(0, 2.0)
    z, kept = session.z, session.favourites.current
    assert not window.open(str(saved))
    assert f"generator is gone: {tiny_model}" in window.banner.label.text()
    assert np.array_equal(session.z, z) and session.favourites.current == kept


def test_one_keyframe_and_corners_come_back(session: Session, tmp_path: Path) -> None:
    points = sample_z(2, 8, 30)
    session.route.add(points[0])
    session.corners.put(Corner.TOP_RIGHT, points[1])
    session_files.save(session, tmp_path / "one.json", Page.EXPLORE)
    session.route.remove(0)
    session.corners.put(Corner.TOP_RIGHT, points[0])
    session_files.open_session(session, tmp_path / "one.json")
    assert np.array_equal(session.route.plan.keyframes[0].z, points[0])
    assert np.array_equal(session.corners.points[Corner.TOP_RIGHT], points[1])


def test_the_window_opens_a_session_and_its_page(window: MainWindow, saved: Path) -> None:
    assert window.open(str(saved))
    assert window.page is Page.LAYERS
    assert not window.open(str(saved.with_name("none.json")))
    assert "there is no file" in window.banner.label.text()


def test_an_unwritable_place_is_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    window.save_session(tmp_path / "file" / "s.json")
    assert "cannot write" in window.banner.label.text()
