"""Sessions: what is saved comes back to the bit, and what is missing is explained."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Easing, Keyframe, Plan
from gan.session_file import (
    Favourite,
    ModelReference,
    SessionFile,
    SessionFileError,
    find_referenced,
    load_session,
    reference_to,
    save_session,
)
from gan.sources import bundled_models, find_model
from tests.gan.tiny import make_run, save_tiny

REFERENCE = ModelReference("tiny", "/somewhere/tiny.safetensors", "0" * 64)


def full_session() -> SessionFile:
    points = sample_z(6, 8, 0)
    plan = Plan((Keyframe(points[1], 1.5), Keyframe(points[2], 0.3)), Mode.LERP, Easing.SMOOTH, closed=True)
    directions = Directions("sefa", np.eye(2, 8, dtype=np.float32), np.array([0.6, 0.1], np.float32), ("a", "ß"), "m")
    kept = (Favourite("Füße", points[3], "two lines\nof notes"), Favourite("", points[4]))
    return SessionFile(
        model=REFERENCE,
        z=points[0],
        favourites=kept,
        baskets=((points[1], points[2]), (), (points[3],)),
        ends=(points[4], points[5]),
        mode=Mode.LERP,
        plan=plan,
        corners=tuple(points[:4]),
        directions=directions,
        edits=("block2:17=0",),
        batch=16,
        view={"layer": "block2.act"},
    )


def test_everything_comes_back(tmp_path: Path) -> None:
    session = full_session()
    save_session(tmp_path / "s.json", session)
    loaded = load_session(tmp_path / "s.json")
    assert np.array_equal(loaded.z, session.z) and loaded.model == REFERENCE
    for before, after in zip(session.favourites, loaded.favourites, strict=True):
        assert (after.name, after.note) == (before.name, before.note) and np.array_equal(after.z, before.z)
    assert [len(basket) for basket in loaded.baskets] == [2, 0, 1]
    assert np.array_equal(loaded.baskets[0][1], session.baskets[0][1])
    assert session.ends and loaded.ends and loaded.mode is Mode.LERP
    assert np.array_equal(loaded.ends[1], session.ends[1])
    assert session.plan.path and loaded.plan.path and session.directions and loaded.directions
    assert np.array_equal(loaded.plan.path.sample(9), session.plan.path.sample(9))
    assert np.array_equal(np.stack(loaded.corners), np.stack(session.corners))
    assert np.array_equal(loaded.directions.vectors, session.directions.vectors)
    assert loaded.directions.names == ("a", "ß")
    assert (loaded.edits, loaded.batch, loaded.view) == (session.edits, session.batch, session.view)
    save_session(tmp_path / "again.json", loaded)
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "s.json").read_bytes()


@given(arrays.arrays(np.float32, 8, elements=st.floats(width=32, allow_nan=False, allow_infinity=False)))
def test_points_come_back_to_the_bit(tmp_path_factory: pytest.TempPathFactory, z: np.ndarray) -> None:
    path = tmp_path_factory.mktemp("bits") / "s.json"
    save_session(path, SessionFile(REFERENCE, z))
    assert load_session(path).z.tobytes() == z.tobytes()


@pytest.mark.parametrize("contents", ["", "{", "[]", '{"format": "other"}', '{"format": "latentarium-session-1"}'])
def test_what_is_no_session(tmp_path: Path, contents: str) -> None:
    (tmp_path / "s.json").write_text(contents)
    with pytest.raises(SessionFileError, match=r"s\.json"):
        load_session(tmp_path / "s.json")
    with pytest.raises(SessionFileError, match="there is no file"):
        load_session(tmp_path / "none.json")


@pytest.mark.parametrize("z", [[], [[1.0]], [1.0, float("nan")], "text", [1.0] * 5])
def test_points_that_are_none(tmp_path: Path, z: object) -> None:
    save_session(tmp_path / "s.json", full_session())
    values = json.loads((tmp_path / "s.json").read_text())
    values["z"] = z
    (tmp_path / "s.json").write_text(json.dumps(values))
    with pytest.raises(SessionFileError, match="cannot be read"):
        load_session(tmp_path / "s.json")


def test_a_path_is_kept_from_one_keyframe_on(tmp_path: Path) -> None:
    z = sample_z(1, 8, 3)[0]
    save_session(tmp_path / "s.json", SessionFile(REFERENCE, z, plan=Plan((Keyframe(z, 4.0),), closed=True)))
    plan = load_session(tmp_path / "s.json").plan
    assert plan.path is None and plan.closed
    assert [keyframe.seconds for keyframe in plan.keyframes] == [4.0]


def test_sessions_of_earlier_versions(tmp_path: Path) -> None:
    """They had no corners, and no path of fewer than two keyframes."""
    save_session(tmp_path / "s.json", full_session())
    values = json.loads((tmp_path / "s.json").read_text())
    del values["corners"]
    values["path"] = None
    (tmp_path / "s.json").write_text(json.dumps(values))
    loaded = load_session(tmp_path / "s.json")
    assert loaded.plan == Plan() and loaded.corners == ()


def test_three_corners_are_no_grid(tmp_path: Path) -> None:
    save_session(tmp_path / "s.json", full_session())
    values = json.loads((tmp_path / "s.json").read_text())
    values["corners"].pop()
    (tmp_path / "s.json").write_text(json.dumps(values))
    with pytest.raises(SessionFileError, match="four corners"):
        load_session(tmp_path / "s.json")


def test_directions_of_another_latent_space(tmp_path: Path) -> None:
    save_session(tmp_path / "s.json", full_session())
    values = json.loads((tmp_path / "s.json").read_text())
    values["directions"]["vectors"] = np.eye(2, 5).tolist()
    (tmp_path / "s.json").write_text(json.dumps(values))
    with pytest.raises(SessionFileError, match="directions are for a z of 5, but this generator has a z of 8"):
        load_session(tmp_path / "s.json")


def test_points_of_different_lengths_do_not_go_together() -> None:
    with pytest.raises(UsageError, match="same number of dimensions"):
        replace(
            full_session(), z=np.zeros(5, np.float32), directions=None, ends=None, plan=Plan(), corners=(), baskets=()
        )
    with pytest.raises(UsageError, match="directions are for a z of 8"):
        SessionFile(REFERENCE, np.zeros(5, np.float32), directions=full_session().directions)


class TestReference:
    def test_the_file_where_it_was(self, tmp_path: Path) -> None:
        path = save_tiny(tmp_path / "tiny.safetensors")
        assert find_referenced(reference_to(find_model(str(path))), tmp_path).path == path

    def test_a_snapshot_of_a_run_keeps_its_run(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "run")
        source = find_referenced(reference_to(find_model(str(run.folder))), tmp_path)
        assert source.path == run.snapshot_path(120) and source.run is not None
        assert source.name == "run", "not that of the snapshot's file"

    def test_a_file_that_went_along_with_the_session(self, tmp_path: Path) -> None:
        path = save_tiny(tmp_path / "old" / "tiny.safetensors")
        reference = reference_to(find_model(str(path)))
        (tmp_path / "new").mkdir()
        path.rename(tmp_path / "new" / "tiny.safetensors")
        assert find_referenced(reference, tmp_path / "new").path == tmp_path / "new" / "tiny.safetensors"

    def test_a_bundled_model_of_another_installation(self, tmp_path: Path) -> None:
        source = find_model(bundled_models()[0])
        elsewhere = replace(reference_to(source), path=f"/elsewhere/{source.path.name}")
        assert find_referenced(elsewhere, tmp_path).path == source.path

    def test_a_changed_file(self, tmp_path: Path) -> None:
        path = save_tiny(tmp_path / "tiny.safetensors")
        reference = reference_to(find_model(str(path)))
        save_tiny(path, seed=1)
        with pytest.raises(SessionFileError, match="has changed since"):
            find_referenced(reference, tmp_path)

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(SessionFileError, match="is gone"):
            find_referenced(REFERENCE, tmp_path)
