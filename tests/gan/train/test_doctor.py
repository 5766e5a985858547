"""What the doctor says of real runs: sick ones, made so on purpose, and healthy ones."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from gan.places import BUNDLED_MODELS
from gan.train import doctor, events, keeping, loop
from gan.train.config import TrainConfig
from gan.train.doctor import FEWEST, Doctor, swings
from gan.train.events import Diagnosed, Measured, StepLogged, TrainEvent
from gan.train.loop import train
from gan.train.run import EventTail, Run, RunState
from gan.train.state import ExplodedError
from tests.gan.train.sickness import COLLAPSES, D_WINS, EXPLODES, HEALTHY, LEARNS_NOTHING, OSCILLATES


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


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], 0), ([5.0], 0), ([5, 4, 3, 2, 1.9], 1), ([2, 2.1, 1.9, 2.2], 0), ([2, 4, 2, 4], 3), ([4, 2, 2.5, 3, 2], 3)],
)
def test_swings(values: list[float], expected: int) -> None:
    assert swings(values) == expected


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_that_are_none_are_seen_at_once(value: float) -> None:
    assert [one.kind for one in diagnosed([logged(1, d_loss=value)])] == ["exploded"]


class EveryTwentySteps:
    """In place of :class:`gan.train.schedule.Recurring`: samples by steps, so that speed makes no difference."""

    def __init__(self, seconds: float, growth: float, elapsed: float) -> None:
        self._is_for_samples = growth == keeping.SAMPLE_GROWTH
        self._asked = 0

    def due(self, elapsed: float) -> bool:
        self._asked += 1
        return self._is_for_samples and self._asked % 20 == 0


@pytest.fixture
def every_step(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Log each step, and put the number of threads back."""
    before = torch.get_num_threads()
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    monkeypatch.setattr(keeping, "Recurring", EveryTwentySteps)
    yield
    torch.set_num_threads(before)


def kinds_in(run: Run) -> set[str]:
    return {event.kind for event in run.events() if isinstance(event, Diagnosed)}


@pytest.mark.slow
@pytest.mark.usefixtures("every_step")
@pytest.mark.parametrize(
    ("config", "kind"),
    [
        (D_WINS, doctor.D_WINS.kind),
        (LEARNS_NOTHING, doctor.NOTHING_LEARNED.kind),
        (COLLAPSES, doctor.COLLAPSED.kind),
        (OSCILLATES, doctor.OSCILLATES.kind),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_run_that_was_made_sick(config: TrainConfig, kind: str, tmp_path: Path) -> None:
    """Sickness is chaotic, and numbers differ a little between processors, so each gets three chances."""
    for seed in (1, 2, 3):
        run = Run.create(tmp_path / f"run{seed}", replace(config, seed=seed))
        if any(isinstance(event, Diagnosed) and event.kind == kind for event in train(run)):
            return
    pytest.fail(f"none of three runs was diagnosed with {kind}")


@pytest.mark.slow
@pytest.mark.usefixtures("every_step")
@pytest.mark.parametrize("config", HEALTHY)
def test_a_healthy_run_raises_no_alarm(config: TrainConfig, tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", config)
    *_, last = train(run)
    assert isinstance(last, events.Finished)
    assert kinds_in(run) == set()
    assert len([event for event in run.events() if isinstance(event, Measured)]) >= 5


@pytest.mark.slow
@pytest.mark.usefixtures("every_step")
def test_a_run_that_explodes_ends_with_its_last_good_state(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", EXPLODES)
    with pytest.raises(ExplodedError):
        list(train(run))
    assert kinds_in(run) == {"exploded"}
    assert run.state() is RunState.FAILED
    (state,) = run.states()
    assert state.path.read_bytes() == run.state_path.read_bytes()
    assert all(torch.isfinite(tensor).all() for tensor in load_file(run.state_path).values())
