from dataclasses import replace
from pathlib import Path

import pytest

from gan.model.kinds import KINDS
from gan.train.config import TrainConfig
from gan.train.run import Run, RunError
from gan.train.twins import is_pair, make_twins, open_twins, pair_of


def test_twins_differ_in_their_kind_alone(tmp_path: Path, config: TrainConfig) -> None:
    twins = make_twins(tmp_path / "pair", config)
    assert [kind for kind, _ in twins] == list(KINDS)
    for kind, run in open_twins(tmp_path / "pair"):
        assert run.config == replace(config, model=replace(config.model, kind=kind))
        assert pair_of(run) == tmp_path / "pair"
    assert is_pair(tmp_path / "pair") and not is_pair(tmp_path)


def test_a_run_of_its_own_belongs_to_no_pair(run: Run) -> None:
    assert pair_of(run) is None


def test_one_that_is_missing_is_made_like_the_other(tmp_path: Path, config: TrainConfig) -> None:
    first, second = KINDS
    Run.create(tmp_path / second, replace(config, model=replace(config.model, kind=second)))
    twins = open_twins(tmp_path)
    assert twins.runs[first].config == replace(config, model=replace(config.model, kind=first))
    assert Run.open(tmp_path / first).config == twins.runs[first].config


def test_what_one_has_found_in_the_pictures_is_no_difference(tmp_path: Path, config: TrainConfig) -> None:
    twins = make_twins(tmp_path, replace(config, labels=True))
    run = next(iter(twins.runs.values()))
    model = replace(run.config.model, class_names=("a", "b"))
    run.with_config(replace(run.config, model=model, value_range="0..255", steps=99))
    assert open_twins(tmp_path).runs.keys() == KINDS.keys()


def test_runs_that_differ_in_more_are_no_twins(tmp_path: Path, config: TrainConfig) -> None:
    twins = make_twins(tmp_path, config)
    run = next(iter(twins.runs.values()))
    run.with_config(replace(run.config, lr_d=0.5))
    with pytest.raises(RunError, match="differ in more than their kind"):
        open_twins(tmp_path)


def test_a_folder_without_them_says_so(tmp_path: Path, config: TrainConfig) -> None:
    with pytest.raises(RunError, match="holds no runs of two networks"):
        open_twins(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(RunError, match="not an empty folder"):
        make_twins(tmp_path, config)


def test_both_last_as_long(tmp_path: Path, config: TrainConfig) -> None:
    make_twins(tmp_path, config).lasting(3)
    for _, run in open_twins(tmp_path):
        assert (run.config.minutes, run.config.steps, run.config.epochs) == (3, None, None)
