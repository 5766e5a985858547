"""What a run does with measurements: when they are taken, how much time they have, what they keep."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from gan import places
from gan.data.imagesets import ImageSet
from gan.model.checkpoint import load_discriminator, save_generator, step_of
from gan.model.discriminators import Discriminator
from gan.train import evaluating, events, gauges, loading, loop
from gan.train.best import Best, best_of, discriminator_of_best, write_best
from gan.train.clock import Clock
from gan.train.evaluating import Candidate, Evaluator
from gan.train.gauges import Bits
from gan.train.randomness import Randomness
from gan.train.run import Run
from tests.gan.generators import drawing_generator
from tests.gan.train.sickness import a_second_a_step
from tests.timing import ManualTime

IMAGES = ImageSet("noise", np.zeros((4, 1, 16, 16), np.uint8))
BITS = 5


class Scripted:
    """Gives the values that it was told, each in so many bits of a second."""

    measure, space, count = "fid", "grey", 8

    def __init__(self, now: ManualTime, values: Iterable[float], bits: int = BITS) -> None:
        self._now, self._values, self.bits = now, iter(values), bits
        self.seen: list[torch.Tensor] = []

    def measured(self, pictures: Iterable[torch.Tensor]) -> Bits:
        self.seen.append(torch.cat(list(pictures)))
        for _ in range(self.bits):
            self._now.advance(1)
            yield
        return next(self._values)


@pytest.fixture
def now() -> ManualTime:
    return ManualTime()


@pytest.fixture
def evaluator(run: Run, now: ManualTime, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Evaluator]:
    """Makes one of a sitting that begins, for those values."""

    def make(*values: float, gauge: Scripted | None = None) -> Evaluator:
        given = gauge or Scripted(now, values)
        monkeypatch.setattr(evaluating, "gauge_for", lambda images: given)
        return Evaluator(run, IMAGES, Clock(0.0, now), Randomness(0, torch.device("cpu")))

    return make


def candidate(run: Run, step: int) -> Candidate:
    """A snapshot that has just been saved."""
    model = run.config.model
    generator = drawing_generator(model, seed=step)
    save_generator(run.snapshot_path(step), generator.state_dict(), model, {"step": step}, half=True)
    torch.manual_seed(step)
    return Candidate(step, generator, Discriminator(model).state_dict(), {"step": step})


def trained(evaluator: Evaluator, now: ManualTime, seconds: int) -> Iterator[events.Evaluated]:
    """What it says while training goes on for so long."""
    for _ in range(seconds):
        now.advance(1)
        for event in evaluator.go_on():
            assert isinstance(event, events.Evaluated)
            yield event


def test_the_lowest_value_is_the_best(evaluator: Callable[..., Evaluator], run: Run, now: ManualTime) -> None:
    one, said = evaluator(30.0, 20.0, 25.0, math.nan), []
    for step in (10, 20, 30, 40):
        one.consider(candidate(run, step))
        said += list(trained(one, now, 400))
    assert [(event.step, event.value, event.is_best) for event in said] == [
        (10, 30, True),
        (20, 20, True),
        (30, 25, False),
    ]
    found = best_of(run)
    assert found is not None and found[1] == Best(20, "fid", "grey", 8, 20.0)
    torch.manual_seed(20)
    expected = Discriminator(run.config.model).head.get_parameter("weight")
    kept = load_discriminator(discriminator_of_best(run.folder))
    assert torch.allclose(kept.state_dict()["head.weight"], expected, rtol=1e-3)


def test_it_never_takes_more_than_its_share(evaluator: Callable[..., Evaluator], run: Run, now: ManualTime) -> None:
    one = evaluator(*range(100, 0, -1))
    for step in range(10, 200, 10):
        one.consider(candidate(run, step))
        for event in trained(one, now, 100):
            assert event.share <= evaluating.SHARE + 1 / now()


def test_a_newer_snapshot_takes_the_place_of_one_that_waits(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    one = evaluator(30.0, 20.0)
    one.consider(candidate(run, 10))
    list(trained(one, now, 2))
    for step in (20, 30):
        one.consider(candidate(run, step))
    assert [event.step for event in trained(one, now, 1000)] == [10, 30]


def test_at_the_end_it_takes_a_little_more(evaluator: Callable[..., Evaluator], run: Run, now: ManualTime) -> None:
    one = evaluator(gauge=Scripted(now, [30.0], bits=50))
    one.consider(candidate(run, 10))
    assert not list(trained(one, now, 1750))
    (event,) = one.finish()
    assert isinstance(event, events.Evaluated) and event.share <= evaluating.MOST


def test_the_last_snapshot_is_measured_however_short_the_run(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    one = evaluator(30.0)
    one.consider(candidate(run, 10))
    assert not list(trained(one, now, 20))
    (event,) = one.finish()
    assert isinstance(event, events.Evaluated) and event.step == 10
    found = best_of(run)
    assert found is not None and found[1].step == 10


def test_at_the_end_the_last_snapshot_is_measured_instead_of_an_older_one(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    one = evaluator(30.0)
    one.consider(candidate(run, 10))
    assert not list(trained(one, now, 100))
    one.consider(candidate(run, 20))
    assert [event.step for event in one.finish() if isinstance(event, events.Evaluated)] == [20]


def test_a_short_run_is_not_held_up_for_long_at_its_end(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    one = evaluator(gauge=Scripted(now, [30.0], bits=500))
    one.consider(candidate(run, 10))
    list(trained(one, now, 60))
    ended = now()
    assert not list(one.finish()) and now() - ended <= evaluating.LONGEST
    assert best_of(run) is None


def test_to_prepare_the_first_measurement_does_not_count_for_the_next(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, gauge = evaluator(30.0), Scripted(now, [30.0])

    def slowly(images: object) -> Scripted:
        now.advance(9)
        return gauge

    monkeypatch.setattr(evaluating, "gauge_for", slowly)
    monkeypatch.setattr(evaluating, "LONGEST", 20.0)
    one.consider(candidate(run, 10))
    assert len(list(one.finish())) == 1


def test_the_seconds_that_a_snapshot_took_count_as_measuring(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    one = evaluator(30.0)
    one.consider(replace(candidate(run, 10), seconds=3.0))
    assert not list(trained(one, now, 149))
    (event,) = trained(one, now, 300)
    assert event.share >= (3 + BITS) / 449


def test_the_best_of_an_earlier_sitting_is_beaten_by_a_better_one_only(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    candidate(run, 10)
    write_best(run.folder, Best(10, "fid", "grey", 8, 20.0))
    one = evaluator(25.0)
    one.consider(candidate(run, 20))
    (event,) = trained(one, now, 400)
    assert not event.is_best
    found = best_of(run)
    assert found is not None and found[1].step == 10


def test_a_best_that_was_measured_in_another_way_is_measured_anew_first(
    evaluator: Callable[..., Evaluator], run: Run, now: ManualTime
) -> None:
    candidate(run, 10)
    discriminator_of_best(run.folder).parent.mkdir()
    discriminator_of_best(run.folder).write_bytes(b"D of step 10")
    write_best(run.folder, Best(10, "swd", "pixels", 500, 1.5))
    one = evaluator(40.0, 50.0)
    one.consider(candidate(run, 20))
    first, second = trained(one, now, 800)
    assert (first.step, first.value, first.is_best) == (10, 40, True)
    assert (second.step, second.is_best) == (20, False)
    assert best_of(run) is not None and discriminator_of_best(run.folder).read_bytes() == b"D of step 10"


def test_a_best_that_is_gone_is_forgotten(evaluator: Callable[..., Evaluator], run: Run, now: ManualTime) -> None:
    write_best(run.folder, Best(10, "fid", "grey", 8, 1.0))
    one = evaluator(40.0)
    one.consider(candidate(run, 20))
    (event,) = trained(one, now, 400)
    assert event.is_best


def test_every_snapshot_is_asked_for_the_same_z(evaluator: Callable[..., Evaluator], run: Run, now: ManualTime) -> None:
    gauge = Scripted(now, (1.0, 2.0))
    one = evaluator(gauge=gauge)
    same = candidate(run, 10)
    for _ in range(2):
        one.consider(same)
        list(trained(one, now, 400))
    assert len(gauge.seen[0]) == 8 and torch.equal(*gauge.seen)


def test_where_nothing_can_be_measured_nothing_is(run: Run, now: ManualTime, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Evaluator(run, IMAGES, Clock(0.0, now), Randomness(0, torch.device("cpu")))
    one.consider(candidate(run, 10))
    assert not list(trained(one, now, 10)) and not list(one.finish())
    assert not (run.folder / "best").exists()


@pytest.fixture
def shapes(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """A run on enough pictures to be measured against, quickly; a snapshot every fifth step."""
    images = np.random.default_rng(0).integers(0, 256, (40, 1, 16, 16), np.uint8)
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: ImageSet("noise", images))
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    monkeypatch.setattr(gauges, "PICTURES", {1: 64})
    monkeypatch.setattr(places, "cache_folder", lambda: tmp_path / "cache")
    return run.with_config(replace(run.config, steps=20, snapshot_seconds=5))


def test_a_real_run_keeps_the_snapshot_of_its_lowest_value(shapes: Run) -> None:
    said = [event for event in a_second_a_step(shapes) if isinstance(event, events.Evaluated)]
    assert len(said) > 1 and {(event.measure, event.space, event.pictures) for event in said} == {("fid", "grey", 64)}
    lowest = min(said, key=lambda event: event.value)
    found = best_of(shapes)
    assert found is not None and (found[1].step, found[1].value) == (lowest.step, lowest.value)
    assert found[0].path == shapes.snapshot_path(lowest.step)
    assert step_of(discriminator_of_best(shapes.folder)) == lowest.step
    assert [event for event in said if event.is_best][-1] == lowest


def test_measuring_leaves_training_as_it_is_to_the_bit(shapes: Run, tmp_path: Path) -> None:
    measured, plain = shapes, Run.create(tmp_path / "plain", replace(shapes.config, snapshot_seconds=1000))
    for each in (measured, plain):
        list(a_second_a_step(each))
    first, second = load_file(measured.state_path), load_file(plain.state_path)
    assert first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)
    assert measured.snapshots()[-1].path.read_bytes() == plain.snapshots()[-1].path.read_bytes()
