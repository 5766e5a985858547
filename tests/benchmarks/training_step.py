"""A training step, against the plainest PyTorch loop and against the rate of bare matrix products."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import torch

from gan.data.sprites import make_sprites
from gan.devices import pick_device, prepare
from gan.model.config import ModelConfig
from gan.train.batches import Batches
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.trainer import Trainer
from tests.benchmarks.plain_loop import PlainLoop
from tests.benchmarks.rows import Row, by_turns

BATCH, PICTURES = 64, 1280
ROUNDS, SECONDS = 5, 1.0
SIDE = 2048
"""Of the square matrices whose product gives the machine's rate: large enough for the best that it does."""
TARGETS = {28: (1.5, 0.75), 64: (1.25, 0.6)}
"""By the pictures' side: steps beside those of the plain loop, and the share of the rate of matrix products."""
CHANNELS = {28: 1, 64: 3}


class OurLoop:
    """Steps as runs take them."""

    def __init__(self, config: TrainConfig, images: np.ndarray, device: torch.device) -> None:
        self.randomness = Randomness(0, device)
        self.batches = Batches(images, config.batch_size, self.randomness)
        self.trainer = Trainer(config, device)

    def step(self) -> None:
        """D, then G."""
        step = self.trainer.step
        self.trainer.learn(
            self.batches.batch(step),
            self.randomness.noise(self.batches.batch_size, self.trainer.config.model.z_dim, step),
        )


def rows() -> Iterator[Row]:
    """With the default networks for each size, in float32 and in the precision that a run would take."""
    device = pick_device("auto")
    prepare(device)
    for side in TARGETS:
        yield from _rows(side, device)


def _rows(side: int, device: torch.device) -> Iterator[Row]:
    (faster, share), model = TARGETS[side], ModelConfig(side, CHANNELS[side])
    images, _ = make_sprites(PICTURES, image_size=side, channels=model.channels)
    config = TrainConfig(batch_size=BATCH, precision="fp32", model=model)
    ours = OurLoop(config, images, device)
    ways = {
        "plain": PlainLoop(model, images, BATCH, device).step,
        "float32": ours.step,
        "auto": OurLoop(replace(config, precision="auto"), images, device).step,
        "product": _product(device),
    }
    found = by_turns({name: partial(_rate, way, device) for name, way in ways.items()}, ROUNDS)
    rates = {name: float(np.median(measured)) for name, measured in found.items()}
    yield Row(f"{side} px, float32, beside the plain loop", rates["float32"], rates["plain"], faster, "steps/s")
    yield Row(f"{side} px, auto, beside the plain loop", rates["auto"], rates["plain"], faster, "steps/s")
    worked, possible = rates["float32"] * operations(ours.step) / 1e9, rates["product"] * 2 * SIDE**3 / 1e9
    yield Row(f"{side} px, float32, share of the matrix rate", worked, possible, share, "GFLOP/s")


def _product(device: torch.device) -> Callable[[], object]:
    left, right = (torch.randn(SIDE, SIDE, device=device) for _ in range(2))
    return lambda: left @ right


def operations(step: Callable[[], object]) -> int:
    """Floating-point operations of its convolutions and matrix products, forwards and backwards."""
    from torch.utils.flop_counter import FlopCounterMode

    with FlopCounterMode(display=False) as counter:
        step()
    return counter.get_total_flops()


def _rate(step: Callable[[], object], device: torch.device) -> float:
    """Steps a second, for about :data:`SECONDS`."""
    started, steps = time.perf_counter(), 0
    while time.perf_counter() - started < SECONDS:
        step()
        steps += 1
        if device.type == "cuda":
            torch.cuda.synchronize()
    return steps / (time.perf_counter() - started)
