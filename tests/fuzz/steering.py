"""A real training that polls ``control.json`` while that is overwritten with hostile documents."""

import threading
import time
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from gan.train import events
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run
from tests.fuzz.documents import documents
from tests.fuzz.readers import CONFIG

ENDLESS = replace(
    CONFIG,
    data="sprites",
    epochs=None,
    limit=16,
    batch_size=4,
    steps=10**9,
    device="cpu",
    threads=1,
    sample_count=4,
    state_seconds=1e4,
)
ASKED = [
    {"id": 1, "action": "set-lr", "values": {"lr_g": 0.001}},
    {"id": 2**62, "action": "resume", "values": {}},
    {"id": 3, "action": "set-lr", "values": {"lr_g": 0.001, "lr_d": 1e-5}},
]
WAIT_SECONDS = 0.004
"""Between two documents; about as long as a step takes."""


def train_through(folder: Path, count: int) -> list[events.TrainEvent]:
    """Train in ``folder`` while ``count`` documents go by, then ask it to stop; what the trainer said.

    A trainer that falls over raises here.
    """
    run = Run.create(folder, ENDLESS)
    thrower = threading.Thread(target=_throw_all, args=(run, _documents(count)), daemon=True)
    said = []
    for event in train(run):
        said.append(event)
        if isinstance(event, events.Started):
            thrower.start()
    return said


def _throw_all(run: Run, thrown: list[bytes]) -> None:
    for contents in thrown:
        (run.folder / "control.json").write_bytes(contents)
        time.sleep(WAIT_SECONDS)
    run.request(Action.STOP)


def _documents(count: int) -> list[bytes]:
    drawn: list[bytes] = []

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents(ASKED))
    def draw(contents: bytes) -> None:
        drawn.append(contents)

    draw()
    return drawn
