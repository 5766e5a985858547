from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from gan.train import events, loop
from gan.train.events import TrainEvent
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run

pytestmark = pytest.mark.usefixtures("image_set")


@pytest.fixture(autouse=True)
def every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step is logged."""
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)


def steered(run: Run, wishes: dict[int, Callable[[], None]], *, resume: bool = False) -> list[TrainEvent]:
    """Train ``run``; once a step is logged, what is wished for then is asked."""
    seen = []
    for event in train(run, resume=resume):
        seen.append(event)
        if isinstance(event, events.StepLogged) and event.step in wishes:
            wishes[event.step]()
    return seen


Kind = TypeVar("Kind")


def of_kind(seen: list[TrainEvent], kind: type[Kind]) -> list[Kind]:
    return [event for event in seen if isinstance(event, kind)]


def test_learning_rates_change_in_the_middle_of_a_run(run: Run) -> None:
    asked: list[int] = []
    seen = steered(run, {2: lambda: asked.append(run.request(Action.SET_LR, lr_g=0.0, lr_d=1e-3))})
    assert of_kind(seen, events.LearningRatesChanged) == [events.LearningRatesChanged(2, 0.0, 1e-3, asked[0])]
    first = load_file(run.state_path)
    other = run.with_config(replace(run.config, steps=8))
    steered(other, {}, resume=True)
    second = load_file(run.state_path)
    assert torch.equal(first["generator.block1.conv.weight"], second["generator.block1.conv.weight"])
    assert not torch.equal(first["discriminator.head.weight"], second["discriminator.head.weight"])


def test_changed_learning_rates_outlive_a_stop(run: Run) -> None:
    def ask() -> None:
        run.request(Action.SET_LR, lr_d=3e-4)
        run.request(Action.STOP)

    steered(run, {3: ask})
    seen = steered(run, {}, resume=True)
    assert of_kind(seen, events.LearningRatesChanged) == [events.LearningRatesChanged(3, run.config.lr_g, 3e-4)]


@pytest.mark.parametrize("value", [-1.0, 2.0])
def test_learning_rates_that_make_no_sense_are_refused(run: Run, value: float) -> None:
    asked: list[int] = []
    seen = steered(run, {1: lambda: asked.append(run.request(Action.SET_LR, lr_g=value))})
    (warned,) = of_kind(seen, events.Warned)
    assert warned.request == asked[0]
    assert "learning rates are as before: lr_g must be" in warned.message
    assert of_kind(seen, events.LearningRatesChanged) == []


def stepped(run: Run, at: int, *presses: Action) -> list[TrainEvent]:
    """Press after step ``at``, then let the run go on to its end."""

    def ask() -> None:
        for action in (*presses, Action.RESUME):
            run.request(action)

    return steered(run, {at: ask})


def test_a_step_of_d_and_one_of_g_are_an_ordinary_step(run: Run, tmp_path: Path) -> None:
    stepwise = Run.create(tmp_path / "stepwise", run.config)
    steered(run, {})
    seen = stepped(stepwise, 2, *3 * [Action.STEP_D, Action.STEP_G])
    assert [event.step for event in of_kind(seen, events.StepTaken)] == [2, 3, 3, 4, 4, 5]
    at_once, afterwards = load_file(run.state_path), load_file(stepwise.state_path)
    assert all(torch.equal(tensor, afterwards[name]) for name, tensor in at_once.items())


def test_a_step_pauses_the_run_and_is_answered(run: Run) -> None:
    asked: list[int] = []
    seen = steered(run, {1: lambda: asked.extend((run.request(Action.STEP_D), run.request(Action.STOP)))})
    assert [type(event) for event in seen[3:5]] == [events.Paused, events.StepTaken]
    (taken,) = of_kind(seen, events.StepTaken)
    assert taken.request == asked[0]


def test_a_step_of_d_teaches_d_and_changes_no_picture(run: Run) -> None:
    run = run.with_config(replace(run.config, lr_d=1e-2))
    seen = stepped(run, 1, Action.STEP_D, Action.STEP_D)
    for taken in of_kind(seen, events.StepTaken):
        assert taken.network == "d"
        assert taken.after.d_loss < taken.before.d_loss
        assert taken.samples_before == taken.samples_after
        assert (run.folder / taken.samples_after).is_file()


def test_a_step_of_g_fools_d_more_and_changes_the_pictures(run: Run) -> None:
    run = run.with_config(replace(run.config, lr_g=1e-2))
    (taken,) = of_kind(stepped(run, 1, Action.STEP_G), events.StepTaken)
    assert taken.network == "g"
    assert taken.after.g_loss < taken.before.g_loss
    assert taken.after.d_fake > taken.before.d_fake
    assert taken.after.d_real == taken.before.d_real
    before, after = (np.asarray(Image.open(run.folder / path)) for path in (taken.samples_before, taken.samples_after))
    assert before.shape == after.shape
    assert (before != after).any()
