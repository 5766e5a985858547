"""Small things that several tests need: a generator, a run, and a call of the command line."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from gan.__main__ import main
from gan.images import save_png
from gan.model.checkpoint import save_discriminator, save_generator
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.run import Run
from tests.gan.generators import drawing_generator

GREY = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)
COLOUR = ModelConfig(16, 3, z_dim=8, ngf=4, ndf=4)
PROVENANCE = {"data": "mnist", "step": 120, "seed": 1}
FINISHED = events.Finished(120, 12.0)


def save_tiny(path: Path, config: ModelConfig = GREY, seed: int = 0) -> Path:
    """An untrained generator as the trainer saves it: in half precision, with its provenance."""
    save_generator(path, drawing_generator(config, seed).state_dict(), config, PROVENANCE, half=True)
    return path


def save_judge(path: Path, config: ModelConfig = GREY, seed: int = 0, step: int = 120) -> Path:
    """An untrained discriminator whose scores of different pictures differ well."""
    torch.manual_seed(seed)
    network = Discriminator(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0.0, 0.2)
    save_discriminator(path, network.state_dict(), config, {**PROVENANCE, "step": step})
    return path


def step_logged(step: int, d_loss: float = 1.0) -> events.StepLogged:
    """A line of metrics; a step takes a tenth of a second."""
    return events.StepLogged(step, step / 100, step / 10, d_loss, 2.0, 0.6, 0.3, 0.2, 640.0)


def make_run(
    folder: Path,
    snapshots: tuple[int, ...] = (10, 20, 120),
    samples: tuple[int, ...] = (0, 120),
    end: TrainEvent | None = FINISHED,
    data: str = "mnist",
) -> Run:
    """A run of 120 steps as the trainer leaves it, without having trained."""
    run = Run.create(folder, TrainConfig(data=data, model=GREY, steps=120))
    run.append(events.Started(0, "cpu (1 thread)", 256, 100, 120, None))
    for step in range(1, 121):
        run.append(step_logged(step))
        if step == 100:
            run.append(events.EpochEnded(1, step, step / 10))
        if step in snapshots:
            path = save_tiny(run.snapshot_path(step), seed=step)
            run.append(events.SnapshotSaved(step, run.relative(path)))
    for step in samples:
        save_png(run.sample_path(step), np.full((8, 8, 1), step, np.uint8))
        run.append(events.SamplesReady(step, run.relative(run.sample_path(step))))
    if end is not None:
        run.append(end)
    return run


def make_shaped_run(folder: Path, pictures: Path) -> Run:
    """A run that learned from two of the pictures in ``pictures``, whole and on black where they are not square."""
    run = make_run(folder, data=str(pictures))
    return run.with_config(replace(run.config, crop="whole", background="black", limit=2))


def save_counters(path: Path, step: int, elapsed: float) -> None:
    """A file that says as much of itself as a state does."""
    path.parent.mkdir(exist_ok=True)
    save_file({"w": np.zeros(4)}, path, {"counters": json.dumps({"step": step, "elapsed": elapsed})})


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    status: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *words: object) -> Outcome:
    """``python -m gan WORDS`` within this process."""
    capsys.readouterr()
    status = main([str(word) for word in words])
    captured = capsys.readouterr()
    return Outcome(status, captured.out, captured.err)


def succeed(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Call a command that has to succeed without a complaint; returns its output."""
    outcome = call(capsys, *words)
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out


def fail(capsys: pytest.CaptureFixture[str], folder: Path, *words: object) -> tuple[int, str]:
    """Call a command that has to fail with one line, leaving all in ``folder`` as it was: status and line."""
    before = _contents(folder)
    outcome = call(capsys, *words)
    assert _contents(folder) == before
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1 and outcome.err.startswith("python -m gan")
    return outcome.status, outcome.err


def _contents(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
