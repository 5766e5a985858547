"""What a list says of each run."""

from pathlib import Path

import pytest

from gan.train import events
from gan.train.best import Best, write_best
from gan.train.run import RunError, RunState
from gan.train.summary import change_stamp, summarise
from tests.gan.tiny import make_run, step_logged


def test_a_finished_run(tmp_path: Path) -> None:
    summary = summarise(make_run(tmp_path / "cats", data="mnist").folder)
    assert (summary.name, summary.data, summary.image_size) == ("cats", "mnist", 28)
    assert (summary.state, summary.step, summary.seconds) == (RunState.FINISHED, 120, 12.0)
    assert summary.thumbnail == tmp_path / "cats" / "samples" / "step-0000120.png"


def test_a_run_without_a_word(tmp_path: Path) -> None:
    summary = summarise(make_run(tmp_path / "run", end=None, samples=()).folder)
    assert (summary.state, summary.thumbnail) == (RunState.LOST, None)


def test_a_run_that_trains_and_one_that_waits(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", end=None)
    with run.training():
        assert summarise(run.folder).state is RunState.RUNNING
        run.append(events.Paused(120))
        summary = summarise(run.folder)
        assert summary.state is RunState.PAUSED


def test_a_line_that_is_being_written_is_left_out(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", end=None)
    with run.events_path.open("ab") as file:
        file.write(events.to_json(step_logged(500), 0).encode()[:60])
    assert summarise(run.folder).step == 120


def test_no_run(tmp_path: Path) -> None:
    with pytest.raises(RunError):
        summarise(tmp_path)


@pytest.mark.parametrize("config", ["", "[]", '{"model": {"image_size": "big"}}'])
def test_a_run_whose_settings_are_damaged(tmp_path: Path, config: str) -> None:
    run = make_run(tmp_path / "cats")
    run.set_note("keep")
    before = change_stamp(run.folder)
    (run.folder / "config.json").write_text(config)
    assert change_stamp(run.folder) != before
    summary = summarise(run.folder)
    assert summary.state is RunState.DAMAGED and summary.trouble and "\n" not in summary.trouble
    assert (summary.thumbnail, summary.note) == (run.sample_path(120), "keep") and summary.size > 0


def test_the_stamp_changes_with_the_run(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", end=None)
    before = change_stamp(run.folder)
    assert change_stamp(run.folder) == before
    with run.training():
        assert change_stamp(run.folder) != before
    assert change_stamp(tmp_path / "none") == (0, 0, 0, 0)


def test_the_best_score_is_the_smallest(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", end=None)
    assert summarise(run.folder).best_swd is None
    for swd in (8.0, 2.5, 3.0):
        run.append(events.Measured(120, {"swd": swd}))
    assert summarise(run.folder).best_swd == 2.5


def test_what_is_known_of_the_best_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    assert summarise(run.folder).best is None
    write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
    assert summarise(run.folder).best == Best(20, "fid", "grey", 2000, 12.5)
