"""How good the snapshot is that a run keeps as its best, beside the best that it ever had: small runs, some collapse.

Every fourth run has its learning rates raised late, from outside, until its pictures fall apart. What counts is
another measurement than that of the run: more pictures, of other z.
"""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest
import torch

from gan.data.imagesets import ImageSet
from gan.images import to_uint8
from gan.measure.frechet import gaussian_of
from gan.measure.spaces import seen, usual_space
from gan.model.checkpoint import load_generator
from gan.model.config import ModelConfig
from gan.train import events, loop
from gan.train.best import best_of
from gan.train.config import TrainConfig
from gan.train.loading import load_pictures
from gan.train.requests import Action
from gan.train.run import Run
from gan.train.state import ExplodedError
from tests.gan.train.sickness import a_second_a_step

SEEDS = range(1, 21)
COLLAPSING = 4
"""One run of so many collapses late."""
STEPS, COLLAPSE = 1_500, 1_000
TOO_FAST = 0.05
"""A learning rate that no DCGAN survives."""
PICTURES = 4_000
TOLERANCE = 1.05

CONFIG = TrainConfig(
    data="sprites",
    limit=2_000,
    epochs=None,
    steps=STEPS,
    lr_d=1e-3,
    lr_g=4e-4,
    batch_size=32,
    device="cpu",
    precision="fp32",
    threads=1,
    sample_count=16,
    sample_seconds=STEPS,
    snapshot_seconds=50,
    state_seconds=STEPS,
    model=ModelConfig(16, 1, z_dim=32, ngf=16, ndf=16),
)
"""A run whose clock counts a second a step, see :func:`tests.gan.train.sickness.a_second_a_step`."""


@dataclass(frozen=True)
class Outcome:
    """FIDs of one run's snapshots: of the one that it kept, the lowest, and that of the newest."""

    seed: int
    collapsed: bool
    kept: float
    lowest: float
    newest: float
    measured: int

    @property
    def is_well(self) -> bool:
        """Whether the kept one is nearly the best."""
        return self.kept <= TOLERANCE * self.lowest


def lines() -> Iterator[str]:
    """One line for each run, and how many kept what they should."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as executor:
        outcomes = []
        for outcome in executor.map(outcome_of, SEEDS):
            outcomes.append(outcome)
            yield line_for(outcome)
    newest = sum(outcome.newest <= TOLERANCE * outcome.lowest for outcome in outcomes)
    yield (
        f"within {TOLERANCE - 1:.0%} of the best that the run ever had: the kept snapshot of "
        f"{sum(outcome.is_well for outcome in outcomes)} of {len(outcomes)} runs, the newest of {newest}"
    )


def line_for(outcome: Outcome) -> str:
    """For people."""
    what = "made to collapse" if outcome.collapsed else "left alone"
    return (
        f"seed {outcome.seed:2}, {what:16}: kept {outcome.kept:6.1f}, best {outcome.lowest:6.1f}, "
        f"newest {outcome.newest:6.1f} ({outcome.measured} snapshots measured)"
    )


def outcome_of(seed: int) -> Outcome:
    """Of a new run with that ``seed``."""
    collapses = seed % COLLAPSING == 0
    with tempfile.TemporaryDirectory() as folder:
        config = TrainConfig.from_dict(CONFIG.to_dict() | {"seed": seed})
        the_run = Run.create(Path(folder) / "run", config)
        measured = _train(the_run, collapses)
        images = load_pictures(the_run, None, None)
        fids = _fids(the_run, images)
        best = best_of(the_run)
        assert best is not None
        kept = fids[best[1].step]
    return Outcome(seed, collapses, kept, min(fids.values()), fids[max(fids)], measured)


def _train(the_run: Run, collapses: bool) -> int:
    """Returns how many snapshots were measured."""
    measured = 0
    with pytest.MonkeyPatch.context() as patch, suppress(ExplodedError):
        patch.setattr(loop, "LOG_SECONDS", 0.0)
        for event in a_second_a_step(the_run):
            measured += isinstance(event, events.Evaluated)
            if collapses and isinstance(event, events.StepLogged) and event.step == COLLAPSE:
                the_run.request(Action.SET_LR, lr_g=TOO_FAST, lr_d=TOO_FAST)
    return measured


@torch.inference_mode()
def _fids(the_run: Run, images: ImageSet) -> dict[int, float]:
    """By step, of every snapshot."""
    extract = usual_space(1).extractor()
    real = gaussian_of(extract(images.images))
    z = torch.randn(PICTURES, CONFIG.model.z_dim, generator=torch.Generator().manual_seed(2**20))
    fids = {}
    for snapshot in the_run.snapshots():
        pictures = to_uint8(torch.cat([load_generator(snapshot.path)(some) for some in z.split(500)]))
        fids[snapshot.step] = real.distance(gaussian_of(extract(seen(pictures))))
    return fids
