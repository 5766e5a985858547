"""A step of a whole run, against the bare step; and what measuring its snapshots costs, against a run without that."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import numpy as np
import pytest
from torch import Tensor

from gan.data.sprites import make_sprites
from gan.devices import pick_device, prepare
from gan.model.config import ModelConfig
from gan.train import evaluating
from gan.train.config import TrainConfig
from gan.train.loop import train
from gan.train.run import Run
from tests.benchmarks.rows import Row, by_turns
from tests.benchmarks.training_step import BATCH, PICTURES, OurLoop

CONFIG = TrainConfig(
    data="sprites", limit=5_000, epochs=None, batch_size=BATCH, precision="fp32", model=ModelConfig(28, 1)
)
ROUNDS, SECONDS = 40, 0.6
AROUND, MEASURING = 1.05, 1.03


class _OwnTime:
    """Seconds that pass for one run only, while it has its turn."""

    def __init__(self) -> None:
        self._before = 0.0
        self._since: float | None = None

    def __call__(self) -> float:
        return self._before + (0.0 if self._since is None else time.perf_counter() - self._since)

    def __enter__(self) -> None:
        self._since = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._before, self._since = self(), None


class _RunByTurns:
    """A run that goes on when it is asked to; its snapshots are measured if it ``measures``."""

    def __init__(self, folder: Path, measures: bool) -> None:
        self._time, self._measures, self._step = _OwnTime(), measures, 0
        self._events = train(Run.create(folder, CONFIG), now=self._time)

    def steps_a_second(self) -> float:
        """For :data:`SECONDS`, and until the next event."""
        began, first = self._time(), self._step
        with self._time, pytest.MonkeyPatch.context() as patch:
            if not self._measures:
                patch.setattr(evaluating, "SHARE", -1.0)
            while self._time() - began < SECONDS:
                self._step = getattr(next(self._events), "step", self._step)
        return (self._step - first) / (self._time() - began)

    def close(self) -> None:
        """It ends here."""
        self._events.close()


class _BareStep:
    """The step itself, again and again with the same pictures and z."""

    def __init__(self) -> None:
        device = pick_device("auto")
        prepare(device)
        loop = OurLoop(CONFIG, make_sprites(PICTURES, image_size=28, channels=1)[0], device)
        self._learn = loop.trainer.learn
        self._given: tuple[Tensor, Tensor] = loop.batches.batch(0), loop.randomness.noise(BATCH, CONFIG.model.z_dim, 0)

    def steps_a_second(self) -> float:
        """For :data:`SECONDS`."""
        began, steps = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS:
            self._learn(*self._given)
            steps += 1
        return steps / (time.perf_counter() - began)


def rows() -> Iterator[Row]:
    """At 28 px in float32, by turns of half a second, each run by a clock of its own."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        measured, unmeasured = (
            stack.enter_context(closing(_RunByTurns(Path(folder) / name, name == "measured")))
            for name in ("measured", "unmeasured")
        )
        ways = {
            "bare": _BareStep().steps_a_second,
            "unmeasured": unmeasured.steps_a_second,
            "measured": measured.steps_a_second,
        }
        found = by_turns(ways, ROUNDS)
    step = {name: 1000 / float(np.mean(rates)) for name, rates in found.items()}
    yield Row("a step with everything around it", step["unmeasured"], step["bare"], AROUND, "ms")
    yield Row("a step with snapshots measured", step["measured"], step["unmeasured"], MEASURING, "ms")
