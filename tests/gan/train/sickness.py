"""Settings that make a small run sick in a certain way, and some that do not; and how such a run is watched.

Training is chaotic: with another seed, or on another processor, a run of the same settings can be well or have another
sickness. How often it comes out as named is what ``python -m tests.benchmarks doctor`` prints.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from gan.model.config import ModelConfig
from gan.train import loop
from gan.train.config import TrainConfig
from gan.train.events import StepLogged, TrainEvent
from gan.train.loop import train
from gan.train.run import Run
from gan.train.state import ExplodedError
from tests.timing import ManualTime

WELL = TrainConfig(
    data="sprites",
    limit=1024,
    epochs=None,
    steps=800,
    batch_size=32,
    seed=1,
    device="cpu",
    precision="fp32",
    threads=1,
    sample_count=32,
    sample_seconds=20,
    snapshot_seconds=1e6,
    state_seconds=1e6,
    model=ModelConfig(16, 3, z_dim=16, ngf=8, ndf=8),
)
"""When watched, a step takes a second, so the pictures are measured at every twentieth step."""

_WITHOUT_NORM = replace(WELL.model, d_norm="none")

SICK = {
    "d-wins": replace(WELL, lr_d=2e-3, lr_g=1e-6),
    "g-collapsed": replace(WELL, lr_d=3e-4, lr_g=3e-2, beta1=0.9, model=_WITHOUT_NORM),
    "oscillates": replace(WELL, lr_d=5e-3, lr_g=5e-3, beta1=0.9, model=_WITHOUT_NORM),
    "derailed": replace(WELL, loss="wgan-gp", lr_d=1e-2, lr_g=1e-2, penalty_every=16, model=_WITHOUT_NORM),
    "nothing-learned": replace(WELL, lr_d=1e-7, lr_g=1e-7),
    "exploded": replace(
        WELL,
        lr_d=1.0,
        r1=1000.0,
        batch_size=2,
        limit=16,
        sample_count=1,
        model=ModelConfig(128, 1, z_dim=4, ngf=4, ndf=16, d_norm="none"),
    ),
}
"""By the diagnosis that fits."""

HEALTHY = {
    "plain": WELL,
    "mirrored": replace(WELL, seed=5, mirror=True, label_smoothing=0.1),
    "augmented": replace(WELL, augment=True),
    "hinge": replace(WELL, loss="hinge", model=replace(WELL.model, d_norm="spectral")),
    "wgan-gp": replace(WELL, loss="wgan-gp", model=_WITHOUT_NORM),
}


def watched(folder: Path, config: TrainConfig) -> list[TrainEvent]:
    """All that a new run in ``folder`` says until it ends or explodes, every step being logged."""
    run = Run.create(folder, config)
    with pytest.MonkeyPatch.context() as patch, suppress(ExplodedError):
        patch.setattr(loop, "LOG_SECONDS", 0.0)
        for _ in a_second_a_step(run):
            pass
    return run.events()


def a_second_a_step(run: Run) -> Iterator[TrainEvent]:
    """Train ``run`` by a clock of which each logged step takes a second, so that speed makes no difference."""
    now = ManualTime()
    for event in train(run, now=now):
        if isinstance(event, StepLogged):
            now.advance(1)
        yield event
