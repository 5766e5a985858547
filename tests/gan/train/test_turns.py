"""Runs that are trained by turns: by a clock of their own that each step of either moves on."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby
from pathlib import Path

import pytest

from gan.data.imagesets import ImageSet
from gan.errors import LatentariumError
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run, RunState
from gan.train.turns import train_by_turns
from gan.train.twins import Twins, make_twins

pytestmark = pytest.mark.usefixtures("image_set")


@pytest.fixture
def twins(tmp_path: Path, config: TrainConfig) -> Twins:
    """Two runs of six steps, with all of their steps logged."""
    return make_twins(tmp_path / "pair", config)


def ticking(seconds: float = 0.2) -> Iterator[float]:
    """Each look at the clock takes a while, so that turns are a few steps long on every machine."""
    return (seconds * ticks for ticks in count())


def trained(twins: Twins) -> list[tuple[Run, events.TrainEvent]]:
    clock = ticking()
    return list(train_by_turns(list(twins.runs.values()), now=lambda: next(clock)))


def test_both_end_where_each_alone_would(twins: Twins, tmp_path: Path) -> None:
    trained(twins)
    for kind, run in twins:
        alone = Run.create(tmp_path / f"alone-{kind}", run.config)
        list(train(alone))
        assert run.state() is RunState.FINISHED
        assert run.snapshots()[-1].path.read_bytes() == alone.snapshots()[-1].path.read_bytes()


def test_they_take_turns(twins: Twins) -> None:
    turns = [kind for kind, _ in groupby(run.config.model.kind for run, _ in trained(twins))]
    assert len(turns) > 2


def test_the_time_of_the_other_does_not_count(twins: Twins) -> None:
    """Both have equal minutes, on a clock that goes on for both."""
    arrived = trained(twins.lasting(0.2))
    ends = [event.elapsed for _, event in arrived if isinstance(event, events.Finished)]
    assert ends == pytest.approx([12, 12], abs=3)


def test_who_stops_one_stops_both_and_both_go_on(twins: Twins) -> None:
    clock, stopped = ticking(), False
    for run, event in train_by_turns(list(twins.lasting(5).runs.values()), now=lambda: next(clock)):
        if isinstance(event, events.StepLogged) and event.step >= 8 and not stopped:
            run.request(Action.STOP)
            stopped = True
    assert [run.state() for _, run in twins] == [RunState.STOPPED] * 2
    assert all(run.state_path.is_file() for _, run in twins)
    steps = [run.snapshots()[-1].step for _, run in twins]
    trained(Twins(twins.folder, {kind: _with_steps(run, max(steps) + 2) for kind, run in twins}))
    assert [run.snapshots()[-1].step for _, run in twins] == [max(steps) + 2] * 2


def _with_steps(run: Run, steps: int) -> Run:
    return run.with_config(replace(run.config, steps=steps, minutes=None))


def test_one_that_has_not_begun_does_not_begin(twins: Twins) -> None:
    first, second = twins.runs.values()
    clock = ticking(0.001)
    training = train_by_turns([first, second], now=lambda: next(clock))
    next(training)
    first.request(Action.STOP)
    assert {run.folder for run, _ in training} == {first.folder}
    assert (first.state(), second.has_begun) == (RunState.STOPPED, False)


def test_what_ends_one_on_an_error_saves_the_other(
    twins: Twins, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, (first, second) = ticking(), twins.lasting(5).runs.values()
    with pytest.raises(LatentariumError, match="no room"):
        for run, event in train_by_turns([first, second], now=lambda: next(clock)):
            if run is second and isinstance(event, events.StepLogged):
                monkeypatch.setattr("gan.train.steering.Steering.obey", _fail_in(second))
    assert (first.state(), second.state()) == (RunState.STOPPED, RunState.FAILED)
    assert first.state_path.is_file()


def _fail_in(failing: Run):  # type: ignore[no-untyped-def]
    from gan.train.steering import Steering

    obey = Steering.obey

    def obeyed(self: Steering) -> Iterator[events.TrainEvent]:
        if self._run.folder == failing.folder:
            raise LatentariumError("no room")
        return obey(self)

    return obeyed
