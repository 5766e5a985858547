"""Runs that are cut, again and again, and end with the weights of the run that was not."""

import multiprocessing
import random
import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from gan.data import imagesets
from gan.train import events, loop
from gan.train.config import TrainConfig
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run, RunState
from tests.timing import wait_until

STEPS = 150
CUTS, KILLS = 6, 3
STEPS_A_SITTING = 20
"""A killed process gets no further than this, so that the run outlasts all cuts on a fast machine, too."""


@pytest.fixture
def config(config: TrainConfig) -> TrainConfig:
    """A few hundred steps on sprites, the state saved after every third."""
    return replace(config, data="sprites", limit=64, steps=STEPS, state_steps=3, kept_states=3)


@pytest.fixture
def uncut(tmp_path: Path, config: TrainConfig) -> Run:
    run = Run.create(tmp_path / "uncut", config)
    before = torch.get_num_threads()
    list(train(run))
    torch.set_num_threads(before)
    return run


def assert_same_end(first: Run, second: Run) -> None:
    weights, others = load_file(first.state_path), load_file(second.state_path)
    assert weights.keys() == others.keys()
    assert all(torch.equal(tensor, others[name]) for name, tensor in weights.items())
    snapshots = [run.snapshots()[-1] for run in (first, second)]
    assert snapshots[0].step == snapshots[1].step == STEPS
    assert snapshots[0].path.read_bytes() == snapshots[1].path.read_bytes()


def test_stopped_and_resumed_at_random_steps(
    uncut: Run, tmp_path: Path, config: TrainConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    run = Run.create(tmp_path / "cut", config)
    at = sorted(random.Random(1).sample(range(1, STEPS), CUTS))
    for step in at:
        for event in train(run, resume=step != at[0]):
            if isinstance(event, events.StepLogged) and event.step == step:
                run.request(Action.STOP)
        assert run.state() is RunState.STOPPED
    list(train(run, resume=True))
    assert_same_end(uncut, run)


def train_here(folder: Path) -> None:
    """What a killed process was at: start, or go on from the last state; after a while it waits to be killed."""
    loop.LOG_SECONDS = 0.0
    run = Run.open(folder)
    steps = STEPS_A_SITTING
    for event in train(run, resume=run.state_path.is_file()):
        if isinstance(event, events.StepLogged):
            steps -= 1
        if steps == 0:
            threading.Event().wait()


def killed_after(folder: Path, logged: int, seconds: float) -> bool:
    """Train in a process of its own; kill it ``seconds`` after it has logged so many events.

    Returns whether that was before its end.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([loop.__name__, imagesets.__name__])
    process = context.Process(target=train_here, args=(folder,))
    log = folder / "events.jsonl"
    before = lines_of(log)
    process.start()
    wait_until(lambda: lines_of(log) >= before + logged or not process.is_alive(), f"{logged} events")
    process.join(seconds)
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def lines_of(log: Path) -> int:
    """How many events have been logged."""
    return log.read_bytes().count(b"\n") if log.exists() else 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal there")
def test_killed_at_random_times(uncut: Run, tmp_path: Path, config: TrainConfig) -> None:
    run = Run.create(tmp_path / "killed", config)
    chance = random.Random(2)
    cuts = [(chance.randint(1, STEPS_A_SITTING), chance.uniform(0, 0.01)) for _ in range(KILLS)]
    kills = sum(killed_after(run.folder, *cut) for cut in cuts)
    assert kills == KILLS, "the run was over too soon"
    assert run.state() is RunState.LOST
    assert 0 < len(run.states()) <= 3
    list(train(run, resume=True))
    assert_same_end(uncut, run)
