"""What a run meets in bad times: it ends with a clear line, and nothing that was saved is lost or torn."""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from gan.data.imagesets import ImageSet
from gan.errors import LatentariumError, UsageError
from gan.files import FileError
from gan.images import save_png
from gan.model.checkpoint import load_generator
from gan.train import events, keeping, loop
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run, RunState
from gan.train.state import State, write_state
from gan.train.trainer import Trainer
from tests.timing import wait_until


@pytest.fixture(autouse=True)
def every_step(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Log each step, and put the number of threads back."""
    before = torch.get_num_threads()
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def long(run: Run) -> Run:
    """Forty steps, the state saved after every fifth."""
    return run.with_config(replace(run.config, steps=40, state_steps=5))


def trained_to(run: Run, step: int) -> Iterator[events.TrainEvent]:
    """A training that has logged ``step``; going on with it is up to the caller."""
    training = train(run)
    for event in training:
        if isinstance(event, events.StepLogged) and event.step == step:
            return training
    raise AssertionError("the run ended before")


def assert_goes_on(run: Run, tmp_path: Path) -> None:
    """The run can be resumed and ends as one that nothing happened to."""
    undisturbed = Run.create(tmp_path / "undisturbed", run.config)
    list(train(undisturbed))
    seen = list(train(run, resume=True))
    assert isinstance(seen[0], events.Started)
    assert seen[0].step >= 5
    weights, others = load_file(run.state_path), load_file(undisturbed.state_path)
    assert all(torch.equal(tensor, others[name]) for name, tensor in weights.items())


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_disk_that_takes_no_more(long: Run, image_set: ImageSet, tmp_path: Path) -> None:
    """Files cannot grow beyond a kilobyte from step 12 on, so the log is cut in the middle of a line."""
    import resource

    training = trained_to(long, 12)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(FileError, match=r"cannot write .*: File too large"):
            list(training)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not long.is_alive()
    assert [path.name for path in (long.folder / "state").glob(".*")] == []
    assert_goes_on(long, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_disk_that_is_full_for_a_while(long: Run, image_set: ImageSet, tmp_path: Path) -> None:
    """The log can take nothing from step 11 to 14: the run goes on, says so, and loses none of its events."""
    import resource

    training = trained_to(long, 11)
    wait_until(lambda: 10 in [state.step for state in long.states()], "the state of step 10")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (long.events_path.stat().st_size + 10, before[1]))
    seen: list[events.TrainEvent] = []
    try:
        while not (seen and isinstance(seen[-1], events.StepLogged) and seen[-1].step == 14):
            seen.append(next(training))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    seen += training
    assert isinstance(seen[-1], events.Finished)
    logged = long.events()
    assert [event.step for event in logged if isinstance(event, events.StepLogged)] == list(range(1, 41))
    warnings = [event.message for event in seen if isinstance(event, events.Warned)]
    assert "the run goes on" in warnings[0] and "nothing of it is lost" in warnings[1] and len(warnings) == 2
    assert [event.message for event in logged if isinstance(event, events.Warned)] == warnings
    assert logged[-1] == seen[-1]


def test_what_was_learned_is_saved_when_a_picture_cannot_be_written(
    long: Run, image_set: ImageSet, tmp_path: Path
) -> None:
    training = trained_to(long, 12)
    shutil.rmtree(long.folder / "stepping", ignore_errors=True)
    (long.folder / "stepping").write_text("in the way")
    long.request(Action.STEP_G)
    with pytest.raises(FileError, match=r"cannot write .*stepping.* its state at step 1\d is saved: --resume"):
        list(training)
    failed = long.events()[-1]
    assert isinstance(failed, events.Failed) and "--resume" in failed.message
    (long.folder / "stepping").unlink()
    assert next(iter(train(long, resume=True))).step >= 12  # type: ignore[union-attr]
    assert_goes_on(long, tmp_path)


def test_a_state_that_is_cut_off_names_those_that_are_not(long: Run, image_set: ImageSet) -> None:
    list(train(long))
    long.state_path.unlink()  # it shares its bytes with the newest of the kept ones
    long.state_path.write_bytes(long.kept_state_path(40).read_bytes()[:1000])
    with pytest.raises(LatentariumError, match=rf"--branch-from {long.folder} --from-step 40"):
        list(train(long, resume=True))


def test_states_that_can_no_longer_be_written(long: Run, image_set: ImageSet, tmp_path: Path) -> None:
    training = trained_to(long, 12)
    kept = tmp_path / "kept"
    shutil.move(long.folder / "state", kept)
    (long.folder / "state").write_text("in the way")
    with pytest.raises(FileError, match=r"cannot write .*latest\.safetensors"):
        list(training)
    assert long.state() is RunState.FAILED
    (long.folder / "state").unlink()
    shutil.move(kept, long.folder / "state")
    assert_goes_on(long, tmp_path)


def test_a_run_folder_that_disappears(long: Run, image_set: ImageSet, tmp_path: Path) -> None:
    training = trained_to(long, 12)
    wait_until(lambda: 10 in [state.step for state in long.states()], "the state of step 10")
    shutil.move(long.folder, tmp_path / "elsewhere")
    with pytest.raises(FileError, match=r"cannot write .*events\.jsonl"):
        list(training)
    assert not long.folder.exists()
    shutil.move(tmp_path / "elsewhere", long.folder)
    (long.folder / "trainer.json").unlink()  # names this very process, which has not ended
    assert_goes_on(long, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="files that are in use cannot be deleted there")
def test_pictures_that_are_deleted_meanwhile(long: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTARIUM_HOME", str(tmp_path / "home"))
    folder = tmp_path / "pictures"
    for number in range(10):
        save_png(folder / f"{number}.png", np.full((16, 16, 1), 20 * number, np.uint8))
    run = long.with_config(replace(long.config, data=str(folder)))
    training = trained_to(run, 12)
    shutil.rmtree(folder)
    shutil.rmtree(tmp_path / "home")
    *_, last = training
    assert isinstance(last, events.Finished)
    with pytest.raises(UsageError, match="is neither a data set nor a folder"):
        list(train(run, resume=True))
    assert load_generator(run.snapshots()[-1].path) is not None


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes")]
)
def test_memory_that_runs_out(
    long: Run, image_set: ImageSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    training = trained_to(long, 12)
    with monkeypatch.context() as patch:
        patch.setattr(Trainer, "learn", fail)
        with pytest.raises(LatentariumError, match="there is not enough memory; try a smaller batch size"):
            list(training)
    assert isinstance(long.events()[-1], events.Failed)
    assert_goes_on(long, tmp_path)


def test_a_run_that_fails_waits_for_the_state_that_is_being_written(
    long: Run, image_set: ImageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log cannot be written from step 11 on, while the state of step 10 takes its time."""
    written: list[int] = []

    def slowly(path: Path, state: State) -> None:
        time.sleep(0.5)
        written.append(state.step)
        write_state(path, state)

    monkeypatch.setattr(keeping, "write_state", slowly)
    training = trained_to(long, 11)
    (long.folder / "events.jsonl").unlink()
    (long.folder / "events.jsonl").mkdir()
    with pytest.raises(FileError):
        list(training)
    assert written == [5, 10, 12], "and what was learned since is saved, too"
