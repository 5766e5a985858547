import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from gan.data.imagesets import ImageSet, UnreadablePicture, Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.errors import LatentariumError, UsageError
from gan.files import FileError
from gan.model.checkpoint import (
    DISCRIMINATOR_FORMAT,
    CheckpointError,
    load_discriminator,
    load_generator,
    read_checkpoint,
)
from gan.model.config import ModelConfig
from gan.train import events, loading, loop
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run, RunError, RunState
from gan.train.trainer import Trainer
from gan.words import speak_by
from tests.gan.train.sickness import a_second_a_step
from tests.timing import ManualTime

MANY = 1_000_000


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    """Training sets the threads of the whole process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step is logged, not ten a second."""
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)


@pytest.fixture
def endless(run: Run, image_set: ImageSet, every_step: None) -> Run:
    """A run that goes on until it is asked to stop."""
    return run.with_config(replace(run.config, steps=MANY))


def names(logged: Iterable[TrainEvent], *left_out: type[Any]) -> list[str]:
    return [type(event).__name__ for event in logged if not isinstance(event, left_out)]


def stopped_at(run: Run, step: int, **options: Any) -> list[TrainEvent]:
    """Train ``run`` and ask it to stop once ``step`` is logged, which must be the last one taken."""
    seen = []
    for event in train(run, **options):
        seen.append(event)
        if isinstance(event, events.StepLogged) and event.step == step:
            run.request(Action.STOP)
    assert isinstance(seen[-1], events.Stopped)
    assert seen[-1].step == step
    return seen


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_short_run_from_start_to_end(run: Run) -> None:
    seen = list(train(run))
    one_epoch = ["StepLogged", "StepLogged", "EpochEnded"]
    assert names(seen) == [
        "Started",
        "SamplesReady",
        *(3 * one_epoch),
        "SamplesReady",
        "SnapshotSaved",
        "Finished",
    ]
    assert run.events() == seen
    assert run.state() is RunState.FINISHED
    assert seen[0] == events.Started(0, "cpu (1 thread)", 10, 2, 6, None)
    steps = [event for event in seen if isinstance(event, events.StepLogged)]
    assert [event.step for event in steps] == [1, 2, 3, 4, 5, 6]
    assert [event.epoch for event in steps] == [0.5, 1, 1.5, 2, 2.5, 3]
    assert [event.epoch for event in seen if isinstance(event, events.EpochEnded)] == [1, 2, 3]
    assert all(event.images_per_second > 0 for event in steps)


@pytest.mark.usefixtures("image_set")
def test_steps_that_are_not_logged_one_by_one_are_in_the_means(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (means,) = (event for event in train(run, now=ManualTime()) if isinstance(event, events.StepLogged))
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    same = Run.create(tmp_path / "same", run.config)
    logged = [event for event in train(same) if isinstance(event, events.StepLogged)]
    assert [event.step for event in logged] == [1, 2, 3, 4, 5, 6]
    assert means.step == 6
    assert means.d_loss == pytest.approx(fmean(event.d_loss for event in logged), rel=1e-5)


@pytest.mark.usefixtures("image_set")
def test_what_a_run_leaves_behind(run: Run) -> None:
    seen = list(train(run))
    assert sorted(path.name for path in run.folder.iterdir()) == [
        *("config.json", "discriminator.safetensors", "events.jsonl", "samples", "snapshots", "state"),
    ]
    for event in seen:
        if isinstance(event, events.SamplesReady | events.SnapshotSaved):
            assert (run.folder / event.path).is_file()
    for step in (0, 6):
        with Image.open(run.sample_path(step)) as sheet:
            assert sheet.size == (2 * 16 + 2, 2 * 16 + 2)


@pytest.mark.usefixtures("image_set")
def test_a_snapshot_is_the_running_average_and_knows_where_it_comes_from(run: Run) -> None:
    list(train(run))
    (snapshot,) = run.snapshots()
    checkpoint = read_checkpoint(snapshot.path)
    assert checkpoint.config == run.config.model
    assert checkpoint.dtype == "F16"
    assert checkpoint.provenance == {
        "data": "noise",
        "pictures": 10,
        "step": 6,
        "epoch": 3.0,
        "seed": 3,
        "batch_size": 4,
    }
    state = load_file(run.state_path)
    for name, tensor in load_generator(snapshot.path).state_dict().items():
        expected = state[f"ema.{name}"].float()
        is_own = name.endswith(("running_mean", "running_var", "num_batches_tracked"))
        assert is_own or torch.allclose(tensor.float(), expected, rtol=1e-3, atol=1e-6), name


@pytest.mark.usefixtures("image_set")
def test_a_snapshot_draws_by_statistics_of_its_own_weights(run: Run) -> None:
    """What its layers hand on has a mean of about 0 and a spread of about 1 before scale and shift."""
    list(train(run))
    generator = load_generator(run.snapshots()[0].path)
    maps = generator.get_submodule("block1.conv")(torch.randn(500, 4, 1, 1))
    norm = generator.get_submodule("block1.norm")
    assert maps.mean((0, 2, 3)).abs().max() < 0.2 * maps.std()
    assert torch.allclose(maps.var((0, 2, 3)), norm.get_buffer("running_var"), rtol=0.15)


@pytest.mark.usefixtures("image_set")
def test_the_discriminator_of_the_newest_snapshot_is_kept(run: Run) -> None:
    list(train(run))
    assert read_checkpoint(run.discriminator_path, DISCRIMINATOR_FORMAT).provenance["step"] == 6
    state = load_file(run.state_path)
    for name, tensor in load_discriminator(run.discriminator_path).state_dict().items():
        assert torch.allclose(tensor.float(), state[f"discriminator.{name}"].float(), rtol=1e-3, atol=1e-6), name


@pytest.mark.usefixtures("image_set")
def test_the_same_config_gives_the_same_run(run: Run, tmp_path: Path) -> None:
    other = Run.create(tmp_path / "other", run.config)
    list(train(run))
    list(train(other))
    assert run.snapshots()[0].path.read_bytes() == other.snapshots()[0].path.read_bytes()
    assert run.sample_path(6).read_bytes() == other.sample_path(6).read_bytes()


@pytest.mark.usefixtures("image_set", "every_step")
@pytest.mark.parametrize("step", [1, 2, 5])
def test_a_run_that_was_stopped_and_resumed_is_the_same_to_the_bit(run: Run, tmp_path: Path, step: int) -> None:
    in_parts = Run.create(tmp_path / "parts", run.config)
    list(train(run))
    stopped_at(in_parts, step)
    assert in_parts.state() is RunState.STOPPED
    resumed = list(train(in_parts, resume=True))
    assert resumed[0] == events.Started(step, "cpu (1 thread)", 10, 2, 6, None)
    assert isinstance(resumed[-1], events.Finished)
    at_once, afterwards = load_file(run.state_path), load_file(in_parts.state_path)
    assert at_once.keys() == afterwards.keys()
    assert all(torch.equal(tensor, afterwards[name]) for name, tensor in at_once.items())
    assert run.snapshots()[-1].path.read_bytes() == in_parts.snapshots()[-1].path.read_bytes()


@pytest.mark.usefixtures("image_set", "every_step")
def test_time_is_counted_over_all_sittings(endless: Run) -> None:
    first = stopped_at(endless, 3)[-1]
    resumed = stopped_at(endless, 6, resume=True)
    logged = [event for event in resumed if isinstance(event, events.StepLogged)]
    assert isinstance(first, events.Stopped)
    assert logged[0].step == 4
    assert logged[0].elapsed >= round(first.elapsed, 3)


@pytest.mark.usefixtures("image_set")
def test_a_finished_run_can_be_given_more_steps(run: Run) -> None:
    list(train(run))
    longer = run.with_config(replace(run.config, steps=8))
    seen = list(train(longer, resume=True))
    assert isinstance(seen[0], events.Started)
    assert seen[0].step == 6
    assert seen[-1].step == 8  # type: ignore[union-attr]


def test_resuming_without_a_state_is_refused_once_a_run_has_begun(run: Run) -> None:
    run.append(events.Failed("no internet"))
    with pytest.raises(RunError, match="has no saved state"):
        next(train(run, resume=True))
    assert len(run.events()) == 1


@pytest.mark.usefixtures("image_set")
def test_resuming_a_run_that_has_not_begun_starts_it(run: Run, tmp_path: Path) -> None:
    other = Run.create(tmp_path / "other", run.config)
    list(train(run))
    first, *_, last = train(other, resume=True)
    assert isinstance(first, events.Started) and first.step == 0
    assert isinstance(last, events.Finished)
    assert other.snapshots()[-1].path.read_bytes() == run.snapshots()[-1].path.read_bytes()


@pytest.mark.usefixtures("image_set")
def test_a_request_from_before_the_start_is_forgotten(run: Run) -> None:
    run.request(Action.STOP)
    *_, last = train(run, resume=True)
    assert isinstance(last, events.Finished)


def test_pause_resume_and_stop(endless: Run) -> None:
    asked: dict[str, int] = {}
    seen = []
    for event in train(endless):
        seen.append(event)
        if isinstance(event, events.StepLogged) and not asked:
            asked["pause"] = endless.request(Action.PAUSE)
        elif isinstance(event, events.Paused):
            assert endless.state() is RunState.PAUSED
            assert endless.state_path.is_file()
            asked["resume"] = endless.request(Action.RESUME)
        elif isinstance(event, events.Resumed):
            assert endless.state() is RunState.RUNNING
            asked["stop"] = endless.request(Action.STOP)
    assert names(seen, events.StepLogged, events.EpochEnded) == [
        *("Started", "SamplesReady", "Paused", "Resumed", "SamplesReady", "SnapshotSaved", "Stopped")
    ]
    answers = [event for event in seen if isinstance(event, events.Paused | events.Resumed | events.Stopped)]
    assert [event.request for event in answers] == [asked["pause"], asked["resume"], asked["stop"]]
    assert answers[1].step == answers[0].step


def test_a_pause_takes_no_training_time(endless: Run) -> None:
    now = ManualTime()
    logged = []
    for event in train(endless, now=now):
        if isinstance(event, events.StepLogged):
            logged.append(event.elapsed)
            endless.request(Action.PAUSE if event.step == 1 else Action.STOP)
        elif isinstance(event, events.Paused):
            now.advance(1000)
            endless.request(Action.RESUME)
        elif isinstance(event, events.Resumed):
            now.advance(2)
    assert logged == [0, 2]


def test_a_paused_run_can_be_stopped(endless: Run) -> None:
    seen = []
    for event in train(endless):
        seen.append(event)
        if isinstance(event, events.StepLogged):
            endless.request(Action.PAUSE)
        elif isinstance(event, events.Paused):
            endless.request(Action.STOP)
    assert names(seen)[-4:] == ["Paused", "SamplesReady", "SnapshotSaved", "Stopped"]


def test_while_it_is_paused_each_request_has_an_answer(endless: Run) -> None:
    asked: list[int] = []
    wishes = iter([Action.SNAPSHOT, Action.PAUSE, Action.STOP])
    answers = []
    for event in train(endless):
        if isinstance(event, events.StepLogged):
            endless.request(Action.PAUSE)
        elif isinstance(event, events.Paused) or (isinstance(event, events.SnapshotSaved) and asked):
            if asked:
                answers.append(event.request)
            if len(asked) < 3:
                asked.append(endless.request(next(wishes)))
        elif isinstance(event, events.Stopped):
            answers.append(event.request)
    assert [answer for answer in answers if answer is not None] == asked


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_snapshot_on_request(run: Run) -> None:
    asked = 0
    saved = []
    for event in train(run):
        if isinstance(event, events.StepLogged) and event.step == 2:
            asked = run.request(Action.SNAPSHOT)
        elif isinstance(event, events.SnapshotSaved):
            saved.append(event)
    assert saved[0] == events.SnapshotSaved(2, "snapshots/step-0000002.safetensors", asked)
    assert saved[1].request is None
    assert [snapshot.step for snapshot in run.snapshots()] == [2, 6]


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_resume_without_a_pause_is_answered(run: Run) -> None:
    asked = 0
    seen = []
    for event in train(run):
        seen.append(event)
        if isinstance(event, events.StepLogged) and event.step == 1:
            asked = run.request(Action.RESUME)
    assert events.Resumed(1, asked) in seen


@pytest.mark.usefixtures("image_set")
def test_requests_to_an_earlier_trainer_are_forgotten(run: Run) -> None:
    run.request(Action.STOP)
    assert isinstance(list(train(run))[-1], events.Finished)


def test_a_stop_that_is_asked_for_while_pictures_load_is_obeyed(
    run: Run, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(data: str, form: PictureFormat, wanted: Wanted) -> ImageSet:
        assert wanted.cancelled is not None and not wanted.cancelled()
        run.request(Action.STOP)
        assert wanted.cancelled()
        return image_set

    monkeypatch.setattr(loading, "load_imageset", load)
    *_, last = train(run)
    assert isinstance(last, events.Stopped)
    assert last.step == 1


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_run_ends_when_its_minutes_are_over(run: Run) -> None:
    seen = list(a_second_a_step(run.with_config(replace(run.config, steps=None, minutes=0.1))))
    assert isinstance(seen[0], events.Started)
    assert (seen[0].total_steps, seen[0].total_seconds) == (None, 6)
    assert seen[-1] == events.Finished(6, 6)


def rates_of(training: Iterable[TrainEvent], monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What each step of ``training`` left of the learning rates."""
    found: list[float] = []
    learn = Trainer.learn

    def noting(trainer: Trainer, *batch: torch.Tensor) -> None:
        found.append(trainer.lr_share)
        learn(trainer, *batch)

    monkeypatch.setattr(Trainer, "learn", noting)
    list(training)
    return found


@pytest.mark.usefixtures("image_set")
def test_learning_rates_fall_until_the_first_limit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    by_steps = run.with_config(replace(run.config, epochs=2, steps=100, lr_decay=1.0))
    assert rates_of(train(by_steps), monkeypatch) == [1, 0.75, 0.5, 0.25]


@pytest.mark.usefixtures("image_set", "every_step")
def test_learning_rates_fall_by_time_where_that_ends_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    by_time = run.with_config(replace(run.config, steps=100, minutes=4 / 60, lr_decay=0.5))
    assert rates_of(a_second_a_step(by_time), monkeypatch) == [1, 1, 1, 0.5]


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_run_that_goes_on_longer_goes_by_its_new_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    decaying = run.with_config(replace(run.config, steps=2, lr_decay=1.0))
    assert rates_of(train(decaying), monkeypatch) == [1, 0.5]
    longer = decaying.with_config(replace(decaying.config, steps=4))
    assert rates_of(train(longer, resume=True), monkeypatch) == [0.5, 0.25]


@pytest.mark.usefixtures("image_set", "every_step")
def test_a_run_without_an_end_keeps_its_learning_rates(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = run.with_config(replace(run.config, steps=None, lr_decay=1.0))

    def some() -> Iterator[TrainEvent]:
        for event in train(endless):
            yield event
            if isinstance(event, events.StepLogged) and event.step == 3:
                endless.request(Action.STOP)

    assert rates_of(some(), monkeypatch) == [1, 1, 1]


@pytest.mark.usefixtures("image_set", "every_step")
def test_changed_rates_decay_and_go_on_to_the_bit(run: Run, tmp_path: Path) -> None:
    """Changed after two of six steps; one run goes on at once, the other is stopped and resumed."""
    decaying = run.with_config(replace(run.config, lr_decay=1.0, ema_pictures=50))
    parts = Run.create(tmp_path / "parts", decaying.config)

    def changing(run: Run, stop: bool) -> None:
        for event in train(run):
            if isinstance(event, events.StepLogged) and event.step == 2:
                run.request(Action.SET_LR, lr_g=1e-3)
                if stop:
                    run.request(Action.STOP)
            if isinstance(event, events.LearningRatesChanged):
                assert (event.lr_g, event.share) == (1e-3, round(5 / 6, 4))

    changing(decaying, stop=False)
    changing(parts, stop=True)
    list(train(parts, resume=True))
    at_once, afterwards = load_file(decaying.state_path), load_file(parts.state_path)
    assert all(torch.equal(tensor, afterwards[name]) for name, tensor in at_once.items())


@pytest.mark.usefixtures("image_set")
@pytest.mark.parametrize(("epochs", "steps", "total"), [(2, None, 4), (2, 3, 3), (1, 9, 2)])
def test_the_first_limit_counts(run: Run, epochs: int | None, steps: int | None, total: int) -> None:
    limited = run.with_config(replace(run.config, epochs=epochs, steps=steps))
    seen = list(train(limited))
    assert seen[0].total_steps == total  # type: ignore[union-attr]
    assert seen[-1].step == total  # type: ignore[union-attr]


@pytest.mark.usefixtures("image_set", "every_step")
def test_samples_snapshots_and_states_come_as_time_goes(run: Run) -> None:
    often = replace(run.config, steps=12, sample_seconds=4, snapshot_seconds=5, state_seconds=3)
    seen = list(a_second_a_step(run.with_config(often)))
    assert [event.step for event in seen if isinstance(event, events.SamplesReady)] == [0, 4, 8, 12, 12]
    assert [event.step for event in seen if isinstance(event, events.SnapshotSaved)] == [5, 10, 12]
    assert [state.step for state in run.states()] == [3, 6, 9, 12]


def test_a_run_that_is_cut_off_is_lost_and_can_be_resumed(endless: Run) -> None:
    run = endless.with_config(replace(endless.config, state_steps=1))
    trainer = train(run)
    for _ in trainer:
        if run.state_path.is_file():
            break
    trainer.close()
    assert run.state() is RunState.LOST
    resumed = stopped_at(run, next_step(run), resume=True)
    assert isinstance(resumed[0], events.Started)
    assert resumed[0].step > 0


def next_step(run: Run) -> int:
    """The step after that of the saved state."""
    from gan.train.state import load_state

    trainer = Trainer(run.config, torch.device("cpu"))
    load_state(run.state_path, trainer)
    return trainer.step + 1


@pytest.mark.parametrize("data", ["no/such/folder", "spirtes"])
def test_pictures_that_are_not_there(run: Run, data: str) -> None:
    lost = run.with_config(replace(run.config, data=data))
    with pytest.raises(UsageError, match="is neither a data set nor a folder") as caught:
        list(train(lost))
    assert run.events() == [events.Failed(str(caught.value))]
    assert run.state() is RunState.FAILED


def test_a_single_picture_is_too_few(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    one = ImageSet("one", np.zeros((1, 1, 16, 16), np.uint8))
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: one)
    with pytest.raises(LatentariumError, match="training needs at least 2"):
        list(train(run))
    assert names(run.events()) == ["Failed"]


@pytest.mark.usefixtures("image_set")
def test_a_disk_that_fills_up_ends_the_run_with_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    training = train(run)
    while not isinstance(next(training), events.SamplesReady):
        pass
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(FileError, match=r"cannot write .*: No space left on device"):
            list(training)
    assert names(run.events(), events.StepLogged, events.EpochEnded) == ["Started", "SamplesReady", "Failed"]
    assert run.state() is RunState.FAILED
    assert not run.is_alive()
    assert list(run.folder.rglob("*.safetensors*")) == []


@pytest.mark.usefixtures("image_set")
def test_a_device_without_enough_memory(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB\nand so on")

    monkeypatch.setattr(Trainer, "learn", fail)
    with pytest.raises(LatentariumError, match="not enough memory; try a smaller batch size"):
        list(train(run))
    assert names(run.events())[-1] == "Failed"


@pytest.mark.usefixtures("image_set")
def test_an_error_that_nobody_foresaw_is_logged_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("cuDNN error")

    monkeypatch.setattr(Trainer, "learn", fail)
    with pytest.raises(RuntimeError, match="cuDNN error"):
        list(train(run))
    assert run.events()[-1] == events.Failed("unexpected RuntimeError: cuDNN error")
    assert run.state() is RunState.FAILED


@pytest.mark.usefixtures("image_set")
def test_a_broken_state_is_not_resumed_from(run: Run) -> None:
    list(train(run))
    run.state_path.write_bytes(run.state_path.read_bytes()[:100])
    with pytest.raises(CheckpointError, match="is not a whole state file"):
        list(train(run, resume=True))
    assert run.state() is RunState.FAILED


@pytest.mark.usefixtures("image_set")
def test_a_run_that_is_being_trained_is_left_alone(run: Run) -> None:
    first = train(run)
    next(first)
    with pytest.raises(RunError, match="is being trained by another process"):
        next(train(run))
    assert isinstance(list(first)[-1], events.Finished)
    assert "Failed" not in names(run.events())


def test_pictures_left_out_are_counted(run: Run, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = replace(image_set, unreadable=(UnreadablePicture("a.png", "cut off"),))
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: damaged)
    started, warned, *_ = train(run)
    assert isinstance(started, events.Started) and started.unreadable == 1
    assert warned == events.Warned("1 picture cannot be read and is left out: a.png: cut off")
    assert run.unreadable_path.read_text() == "a.png: cut off\n"


def test_of_many_pictures_left_out_the_first_are_named(
    run: Run, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable = tuple(UnreadablePicture(f"{number}.png", "cut off") for number in range(30))
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: replace(image_set, unreadable=unreadable))
    warned = next(event for event in train(run) if isinstance(event, events.Warned))
    assert warned.message == (
        "30 pictures cannot be read and are left out: 0.png: cut off; 1.png: cut off; 2.png: cut off; "
        "and 27 more, see unreadable.txt"
    )
    assert len(run.unreadable_path.read_text().splitlines()) == 30
    speak_by(lambda text: text.replace("{one}; {other}", "{one} | {other}").replace("cut off", "CUT"))
    told = next(event for event in run.events() if isinstance(event, events.Warned))
    speak_by(lambda text: text)
    assert "0.png: CUT | 1.png: CUT" in told.message, "who reads it is told in another language"


def test_viewers_hear_how_far_packing_is(run: Run, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, int, int]] = []

    def load(data: str, form: PictureFormat, wanted: Wanted) -> ImageSet:
        for done in range(3):
            wanted.report("packing pictures", done, 3)
        return image_set

    monkeypatch.setattr(loading, "TOLD_EVERY_SECONDS", -1.0)
    monkeypatch.setattr(loading, "load_imageset", load)
    list(train(run, progress=lambda *told: heard.append(told)))
    assert [event for event in run.events() if isinstance(event, events.Preparing)] == [
        events.Preparing("packing pictures", done, 3) for done in range(3)
    ]
    assert heard == [("packing pictures", done, 3) for done in range(3)]


def test_real_pictures(tmp_path: Path) -> None:
    """Sprites in colour at 28 px, as a person would train on them."""
    config = TrainConfig(
        data="sprites",
        limit=64,
        epochs=2,
        batch_size=16,
        device="cpu",
        threads=1,
        mirror=True,
        model=ModelConfig(28, 3, z_dim=8, ngf=4, ndf=4),
    )
    run = Run.create(tmp_path / "run", config)
    reports: list[tuple[str, int, int]] = []
    seen = list(train(run, progress=lambda *report: reports.append(report)))
    assert isinstance(seen[0], events.Started)
    assert (seen[0].pictures, seen[0].steps_per_epoch, seen[0].total_steps) == (64, 4, 8)
    logged = [event for event in seen if isinstance(event, events.StepLogged)]
    assert all(np.isfinite([event.d_loss, event.g_loss]).all() for event in logged)
    assert read_checkpoint(run.snapshots()[-1].path).provenance["data"] == "sprites"
    expected = load_imageset("sprites", PictureFormat(28, 3), Wanted(limit=64))
    assert expected.images.shape == (64, 3, 28, 28)
