"""Runs that are cut, again and again, and end with the weights of the run that was not."""

import multiprocessing
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from gan.data import imagesets
from gan.train import events, loop
from gan.train.config import TrainConfig
from gan.train.loop import train
from gan.train.run import Action, Run, RunState

STEPS = 240
CUTS = 20


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
    """What a killed process was at: start, or go on from the last state."""
    run = Run.open(folder)
    for _ in train(run, resume=run.state_path.is_file()):
        pass


def killed_after(folder: Path, seconds: float) -> bool:
    """Train in a process of its own and kill it some time after its first event; whether that was in time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([loop.__name__, imagesets.__name__])
    process = context.Process(target=train_here, args=(folder,))
    log = folder / "events.jsonl"
    size = log.stat().st_size if log.exists() else 0
    process.start()
    while process.is_alive() and (not log.exists() or log.stat().st_size == size):
        time.sleep(0.002)
    time.sleep(seconds)
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal there")
def test_killed_at_random_times(uncut: Run, tmp_path: Path, config: TrainConfig) -> None:
    run = Run.create(tmp_path / "killed", config)
    times = random.Random(2)
    kills = sum(killed_after(run.folder, times.uniform(0, 0.15)) for _ in range(CUTS))
    assert kills == CUTS, "the run was over too soon"
    assert run.state() is RunState.LOST
    assert 0 < len(run.states()) <= 3
    train_here(run.folder)
    assert_same_end(uncut, run)
