"""Limits that are used up, limits beyond them, and the states that are whole."""

from dataclasses import replace
from typing import Any

import pytest

from gan.errors import UsageError
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.ends import Trained, advice, extended, older_states, steps_per_epoch, trained_in, usable_states, used_up
from gan.train.run import Run
from tests.gan.tiny import save_counters

NO_END = TrainConfig(epochs=None)
TRAINED = Trained(step=120, seconds=300.0, per_epoch=50)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"steps": 120}, "120 steps"),
        ({"steps": 121}, None),
        ({"minutes": 5.0}, "5 minutes"),
        ({"minutes": 5.1}, None),
        ({"epochs": 2}, "2 epochs"),
        ({"epochs": 3}, None),
        ({}, None),
    ],
)
def test_used_up(limits: dict[str, Any], words: str | None) -> None:
    assert used_up(replace(NO_END, **limits), TRAINED) == words


@pytest.mark.parametrize("limits", [{"steps": 120}, {"minutes": 5.0}, {"epochs": 2}])
def test_what_is_advised_would_do(limits: dict[str, Any]) -> None:
    config = replace(NO_END, **limits)
    flag, value = advice(config, TRAINED).split()[-2:]
    given = replace(NO_END, **{flag.removeprefix("--"): float(value)})  # type: ignore[arg-type]
    assert used_up(given, TRAINED) is None


@pytest.mark.parametrize(
    ("unit", "limits"), [("steps", (None, 130, None)), ("minutes", (None, None, 15.0)), ("epochs", (None, 620, None))]
)
def test_longer(unit: str, limits: tuple[object, ...]) -> None:
    longer = extended(TrainConfig(epochs=2), TRAINED, unit, 10)
    assert (longer.epochs, longer.steps, longer.minutes) == limits


def test_longer_by_nothing_sensible() -> None:
    with pytest.raises(UsageError, match="minutes"):
        extended(NO_END, TRAINED, "minutes", float("nan"))


def test_what_a_state_says(run: Run) -> None:
    run.append(events.Started(0, "cpu", 10, 5, 6, None))
    run.append(events.Started(3, "cpu", 10, 2, 6, None))
    save_counters(run.state_path, 7, 1.5)
    assert steps_per_epoch(run) == 2
    assert trained_in(run, run.state_path) == Trained(7, 1.5, 2)


def test_a_state_that_is_cut_off_is_not_offered(run: Run) -> None:
    for step in (5, 10, 15):
        save_counters(run.kept_state_path(step), step, 1.0)
    path = run.kept_state_path(15)
    path.write_bytes(path.read_bytes()[:-8])
    assert [state.step for state in usable_states(run)] == [5, 10]
    assert f"step 5, 10 can be used: --branch-from {run.folder} --from-step 10" in older_states(run)
    for step in (5, 10):
        run.kept_state_path(step).write_bytes(b"")
    assert "no older state" in older_states(run)
