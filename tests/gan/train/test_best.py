"""Which snapshot is the best: written, read, taken along."""

from dataclasses import replace
from pathlib import Path

import pytest

from gan.train.best import Best, best_of, discriminator_of_best, read_best, value_text, write_best
from gan.train.run import Run, SavedState
from tests.gan.tiny import make_run, save_counters

BEST = Best(20, "fid", "grey", 2000, 12.5)


@pytest.fixture
def measured(tmp_path: Path) -> Run:
    run = make_run(tmp_path / "run", snapshots=(10, 20, 120))
    write_best(run.folder, BEST)
    discriminator_of_best(run.folder).write_bytes(b"D")
    save_counters(run.kept_state_path(100), 100, 10.0)
    save_counters(run.kept_state_path(10), 10, 1.0)
    return run


def test_it_is_read_as_it_was_written(measured: Run) -> None:
    found = best_of(measured)
    assert found is not None and found[0].path == measured.snapshot_path(20) and found[1] == BEST


def test_a_run_of_an_older_version_has_none(tmp_path: Path) -> None:
    assert best_of(make_run(tmp_path / "run")) is None


@pytest.mark.parametrize("text", ["", "[]", '{"step": -1}', '{"step": 20, "measure": 3}', "[" * 100])
def test_what_is_no_best_is_none(measured: Run, text: str) -> None:
    (measured.folder / "best" / "best.json").write_text(text)
    assert read_best(measured.folder) is None


def test_a_branch_behind_it_takes_it_along(measured: Run, tmp_path: Path) -> None:
    branch = measured.branch(tmp_path / "later", SavedState(100, measured.kept_state_path(100)))
    found = best_of(branch)
    assert found is not None and found[1] == BEST
    assert found[0].path.read_bytes() == measured.snapshot_path(20).read_bytes()
    assert discriminator_of_best(branch.folder).read_bytes() == b"D"
    assert [snapshot.step for snapshot in branch.snapshots()] == [20]


def test_a_branch_before_it_or_on_other_pictures_begins_anew(measured: Run, tmp_path: Path) -> None:
    early = measured.branch(tmp_path / "early", SavedState(10, measured.kept_state_path(10)))
    others = replace(measured.config, data="fashion-mnist")
    other = measured.branch(tmp_path / "other", SavedState(100, measured.kept_state_path(100)), others)
    for branch in (early, other):
        assert best_of(branch) is None and not branch.snapshots()


def test_a_branch_that_took_the_best_along_has_not_begun(measured: Run, tmp_path: Path) -> None:
    branch = measured.branch(tmp_path / "later", SavedState(100, measured.kept_state_path(100)))
    assert branch.can_resume and branch.state_path.is_file()


def test_in_words() -> None:
    assert BEST.text == "FID 12.5 (grey, 2,000 pictures)"
    assert value_text("swd", 1.234, "pixels", 500) == "distance to real pictures 1.23 (pixels, 500 pictures)"
    assert value_text("of a newer version", 1.0, "x", 5) == "of a newer version 1.00 (x, 5 pictures)"
