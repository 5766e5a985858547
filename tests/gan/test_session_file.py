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
from gan.explore.latent import sample_z
from gan.session_file import (
    ModelReference,
    SessionFile,
    SessionFileError,
    as_point,
    find_referenced,
    load_session,
    reference_to,
    save_session,
)
from gan.sources import bundled_models, find_model
from tests.gan.tiny import make_run, save_tiny

REFERENCE = ModelReference("tiny", "/somewhere/tiny.safetensors", "0" * 64)


PARTS = {"favourites": [{"name": "Füße", "note": "two lines\nof notes", "z": [0.1, -2.5]}], "view": {"page": "layers"}}


def test_everything_comes_back(tmp_path: Path) -> None:
    session = SessionFile(REFERENCE, sample_z(1, 8, 0)[0], PARTS)
    save_session(tmp_path / "s.json", session)
    loaded = load_session(tmp_path / "s.json")
    assert np.array_equal(loaded.z, session.z) and loaded.model == REFERENCE
    assert {name: loaded.parts[name] for name in PARTS} == PARTS
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


HOSTILE = {
    "an infinite number": {"batch": float("inf")},
    "a number of another kind": {"z": ["1"]},
    "true for a number": {"z": [True]},
    "too large for 32 bits": {"z": [1e300]},
    "a name that is none": {"model": {"name": 1, "path": "a", "sha256": "b"}},
    "no model": {"model": None},
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_sessions(tmp_path: Path, what: str) -> None:
    save_session(tmp_path / "s.json", SessionFile(REFERENCE, sample_z(1, 8, 0)[0]))
    values = json.loads((tmp_path / "s.json").read_text("utf-8")) | HOSTILE[what]
    (tmp_path / "s.json").write_text(json.dumps(values))
    with pytest.raises(SessionFileError, match="cannot be read as a session"):
        load_session(tmp_path / "s.json")


def test_a_session_of_very_many_levels(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"format": "latentarium-session-1", "path": ' + "[" * 200_000)
    with pytest.raises(SessionFileError, match="levels"):
        load_session(tmp_path / "s.json")


@pytest.mark.parametrize("path", ["x" * 5_000, "a\0b", "a\nb", "~nobody/a", "\udcff", ""])
def test_a_generator_whose_path_no_system_has(tmp_path: Path, path: str) -> None:
    with pytest.raises(SessionFileError, match="is gone"):
        find_referenced(replace(REFERENCE, name=path, path=path), tmp_path)


@pytest.mark.parametrize("z", [[], [[1.0]], [1.0, float("nan")], "text"])
def test_points_that_are_none(tmp_path: Path, z: object) -> None:
    save_session(tmp_path / "s.json", SessionFile(REFERENCE, np.zeros(8, np.float32)))
    values = json.loads((tmp_path / "s.json").read_text())
    values["z"] = z
    (tmp_path / "s.json").write_text(json.dumps(values))
    with pytest.raises(SessionFileError, match="cannot be read"):
        load_session(tmp_path / "s.json")


def test_points_of_different_lengths_do_not_go_together() -> None:
    assert as_point([1, 2.5], 2).tolist() == [1, 2.5]
    with pytest.raises(UsageError, match="same number of dimensions"):
        as_point([1, 2.5], 3)


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
