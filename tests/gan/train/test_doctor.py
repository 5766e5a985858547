"""What the doctor says of logs: those of real runs, sick and healthy, and some that are written here."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from gan.places import BUNDLED_MODELS
from gan.train.doctor import CHECKS, EXPLODED, FEWEST, Doctor, swings
from gan.train.event_log import EventTail
from gan.train.events import Diagnosed, Measured, StepLogged, TrainEvent
from tests.gan.train.record_logs import LOGS
from tests.gan.train.sickness import HEALTHY, SICK


def diagnosed(arrived: Iterable[TrainEvent], loss: str = "bce") -> list[Diagnosed]:
    listener = Doctor(loss)
    return [found for event in arrived if (found := listener.listen(event)) is not None]


def logged(step: int, **values: Any) -> StepLogged:
    well = StepLogged(step, 0.1, 1.0, 0.8, 1.5, 0.75, 0.25, 0.2, 100.0, 1.0, 1.0)
    return replace(well, **values)


def lines(count: int, start: int = 1000, **values: float) -> list[TrainEvent]:
    return [logged(start + i, **values) for i in range(count)]


def measures(*pairs: tuple[float, float]) -> list[TrainEvent]:
    return [Measured(400 + i, {"swd": swd, "diversity": diversity}) for i, (swd, diversity) in enumerate(pairs)]


def test_there_is_a_log_of_every_sickness() -> None:
    assert SICK.keys() == {EXPLODED.kind, *(diagnosis.kind for _, diagnosis in CHECKS)}


@pytest.mark.parametrize("name", SICK)
def test_a_recorded_sickness_is_said(name: str) -> None:
    history = EventTail(LOGS / f"{name}.jsonl").poll()
    assert name in [one.kind for one in diagnosed(history, SICK[name].loss)]


@pytest.mark.parametrize("name", HEALTHY)
def test_a_recorded_run_that_was_well_raises_no_alarm(name: str) -> None:
    history = EventTail(LOGS / f"{name}.jsonl").poll()
    assert len([event for event in history if isinstance(event, StepLogged)]) > FEWEST
    assert len([event for event in history if isinstance(event, Measured)]) > 20
    assert diagnosed(history, HEALTHY[name].loss) == []


@pytest.mark.parametrize("name", [path.parent.name for path in BUNDLED_MODELS.glob("*/events.jsonl")])
def test_the_bundled_runs_raise_no_alarm(name: str) -> None:
    history = EventTail(BUNDLED_MODELS / name / "events.jsonl").poll()
    assert len([event for event in history if isinstance(event, StepLogged)]) > FEWEST
    assert diagnosed(history) == []


def test_a_sickness_is_said_when_it_begins_and_again_after_it_was_over() -> None:
    sick, well = lines(150, d_real=1.0, d_fake=0.0), lines(250)
    found = diagnosed([*sick, *well, *sick])
    assert [one.kind for one in found] == ["d-wins", "d-wins"]
    assert found[0].message.startswith("D wins")
    assert found[0].advice


def test_a_young_run_is_not_judged() -> None:
    assert diagnosed(lines(150, start=0, d_real=1.0, d_fake=0.0)) == []
    assert diagnosed(lines(FEWEST - 1, d_real=1.0, d_fake=0.0)) == []


def test_a_critic_without_limits_cannot_win() -> None:
    assert diagnosed(lines(150, d_real=1.0, d_fake=0.0), "wgan-gp") == []


def test_with_the_hinge_loss_a_loss_of_nothing_is_a_win() -> None:
    assert [one.kind for one in diagnosed(lines(150, d_loss=0.0), "hinge")] == ["d-wins"]
    assert diagnosed(lines(150, d_loss=0.3), "hinge") == []


def test_a_collapse_is_a_fall_of_diversity() -> None:
    fallen = measures((3, 0.9), (3, 0.1), (3, 0.1), (3, 0.1))
    assert [one.kind for one in diagnosed([*fallen, *lines(60)])] == ["g-collapsed"]
    still_growing = measures((3, 0.05), (3, 0.07), (3, 0.1), (3, 0.12))
    assert diagnosed([*still_growing, *lines(60)]) == []


def test_what_was_learned_can_be_lost() -> None:
    lost = measures((4, 0.8), (2, 0.9), (1, 0.9), (4.1, 0.5), (4.3, 0.5), (4.2, 0.6))
    assert [one.kind for one in diagnosed([*lost, *lines(60)])] == ["derailed"]
    came_back = measures((1.2, 0.9), (1, 0.9), (4.1, 0.5), (4.3, 0.5), (1.5, 0.8), (1.1, 0.9))
    assert diagnosed([*came_back, *lines(60)]) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], 0), ([5.0], 0), ([5, 4, 3, 2, 1.9], 1), ([2, 2.1, 1.9, 2.2], 0), ([2, 4, 2, 4], 3), ([4, 2, 2.5, 3, 2], 3)],
)
def test_swings(values: list[float], expected: int) -> None:
    assert swings(values) == expected


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_that_are_none_are_seen_at_once(value: float) -> None:
    assert [one.kind for one in diagnosed([logged(1, d_loss=value)])] == ["exploded"]
