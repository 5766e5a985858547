"""What the training doctor says of small runs made sick on purpose, and of healthy ones: how many of 20 seeds.

Training is chaotic, so a run that was made to collapse may oscillate instead, or be well: these are rates, no promises.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from gan.train.config import TrainConfig
from gan.train.events import Diagnosed
from tests.gan.train.sickness import HEALTHY, SICK, watched

SEEDS = range(1, 21)


def lines() -> Iterator[str]:
    """One line for each kind of run, as many of them at a time as there are cores."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as executor:
        yield from (_line(f"made {name}", config, executor) for name, config in SICK.items())
        yield from (_line(f"well, {name}", config, executor) for name, config in HEALTHY.items())


def _line(what: str, config: TrainConfig, executor: Executor) -> str:
    found = list(executor.map(partial(_kinds_said, config), SEEDS))
    counts = Counter(kind for kinds in found for kind in kinds)
    counts["nothing said"] = found.count(frozenset())
    return f"{what:20} of {len(found)}: {_words(counts.most_common())}"


def _words(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts if count)


def _kinds_said(config: TrainConfig, seed: int) -> frozenset[str]:
    """What is said of one run, of whatever in it and however often."""
    with tempfile.TemporaryDirectory() as folder:
        events = watched(Path(folder) / "run", replace(config, seed=seed))
    return frozenset(event.kind for event in events if isinstance(event, Diagnosed))
