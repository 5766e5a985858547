"""How long a run will take and how much memory it needs, from a few real steps of its networks."""

import os
import sys
import time
from dataclasses import dataclass

import numpy as np
import torch

from gan.devices import describe_device, pick_device, prepare
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.disk import expected_size
from gan.train.randomness import Randomness
from gan.train.state import captured
from gan.train.trainer import Trainer

WARM_UP = 2
FEWEST_STEPS, MOST_SECONDS = 3, 3.0


@dataclass(frozen=True)
class Forecast:
    """``memory`` is the most that training takes, in bytes: on CUDA of the device, else of the whole process.

    It is None where it cannot be known. ``total_seconds`` goes up to the run's first limit, and ``disk`` is what the
    run's folder takes by then, at most, in bytes; None for a run without a limit.
    """

    device: str
    seconds_per_step: float
    steps_per_epoch: int
    seconds_per_epoch: float
    total_seconds: float | None
    memory: int | None
    disk: int | None = None


def forecast(config: TrainConfig, pictures: int) -> Forecast:
    """Take a few steps on pictures of noise, as many as ``config`` would learn from being ``pictures``.

    Raises :class:`gan.errors.UsageError` for a device that is not there.
    """
    device = pick_device(config.device)
    prepare(device, config.threads)
    batch_size = min(config.batch_size, pictures)
    trainer = Trainer(config, device)
    seconds = _measured_step(trainer, batch_size)
    per_epoch = max(1, pictures // batch_size)
    total = _total(config, per_epoch, seconds)
    return Forecast(
        device=describe_device(device),
        seconds_per_step=seconds,
        steps_per_epoch=per_epoch,
        seconds_per_epoch=per_epoch * seconds,
        total_seconds=total,
        memory=_memory(device),
        disk=None if total is None else expected_size(config, *_sizes(trainer), total),
    )


def _sizes(trainer: Trainer) -> tuple[int, int]:
    """Bytes of a state and of a saved generator, whose weights take half of what they do in memory."""
    state = sum(tensor.nbytes for tensor in captured(trainer, 0.0).tensors.values())
    return state, sum(tensor.nbytes for tensor in trainer.ema.state_dict().values()) // 2


def _measured_step(trainer: Trainer, batch_size: int) -> float:
    config, device = trainer.config, trainer.device
    noise = np.random.default_rng(0).integers(0, 256, (2 * batch_size, *config.model.picture_shape), np.uint8)
    randomness = Randomness(config.seed, device)
    classes = len(config.model.class_names)
    labels = np.arange(len(noise)) % classes if classes else None
    batches = Batches(noise, batch_size, randomness, labels=labels, mirror=config.mirror)
    feed = Feed(batches, randomness, config.model.z_dim)
    for step in range(WARM_UP):
        trainer.learn(*feed.batch(step))
    _wait_for(device)
    started, steps = time.perf_counter(), 0
    while steps < FEWEST_STEPS or time.perf_counter() - started < MOST_SECONDS / 2:
        trainer.learn(*feed.batch(WARM_UP + steps))
        _wait_for(device)
        steps += 1
        if time.perf_counter() - started > MOST_SECONDS:
            break
    return (time.perf_counter() - started) / steps


def _wait_for(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def _total(config: TrainConfig, per_epoch: int, seconds: float) -> float | None:
    limits = [
        None if config.epochs is None else config.epochs * per_epoch * seconds,
        None if config.steps is None else config.steps * seconds,
        None if config.minutes is None else 60 * config.minutes,
    ]
    return min((limit for limit in limits if limit is not None), default=None)


def _memory(device: torch.device) -> int | None:
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device)
    if os.name == "nt":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
