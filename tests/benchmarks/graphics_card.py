"""Training on a CUDA device: pictures a second, how busy it is, and the share of the rate of its matrix products."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import torch
from torch.profiler import ProfilerActivity, profile

from gan.data.sprites import make_sprites
from gan.devices import prepare
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from tests.benchmarks.training_step import BATCH, CHANNELS, PICTURES, OurLoop, operations

SIDE = 8192
"""Of the square matrices whose product gives the device's rate."""
WARM_UP, STEPS, PROFILED = 20, 200, 20
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


def lines() -> Iterator[str]:
    """A line for each size and precision, without and with CUDA graphs."""
    if not torch.cuda.is_available():
        yield "there is no CUDA device here"
        return
    device = torch.device("cuda")
    prepare(device)
    yield torch.cuda.get_device_name(device)
    yield f"{'size':>4}  {'precision':9}  {'graphs':6}  {'pictures/s':>10}  {'busy':>5}  {'of the matrix rate':>18}"
    for precision, dtype in DTYPES.items():
        possible = _rate(_product(dtype, device), 10) * 2 * SIDE**3
        for side in CHANNELS:
            for graphs in (False, True):
                yield _line(side, precision, graphs, possible, device)


def _line(side: int, precision: str, graphs: bool, possible: float, device: torch.device) -> str:
    model = ModelConfig(side, CHANNELS[side])
    images, _ = make_sprites(PICTURES, image_size=side, channels=model.channels)
    config = TrainConfig(batch_size=BATCH, precision=precision, cuda_graphs=graphs, model=model)
    worked = operations(OurLoop(replace(config, cuda_graphs=False), images, device).step)
    step = OurLoop(config, images, device).step
    _rate(step, WARM_UP)
    rate = _rate(step, STEPS)
    busy, share = _busy(step), rate * worked / possible
    return f"{side:4}  {precision:9}  {'on' if graphs else 'off':6}  {rate * BATCH:10,.0f}  {busy:5.0%}  {share:18.1%}"


def _product(dtype: torch.dtype, device: torch.device) -> Callable[[], object]:
    left, right = (torch.randn(SIDE, SIDE, dtype=dtype, device=device) for _ in range(2))
    return lambda: left @ right


def _rate(step: Callable[[], object], count: int) -> float:
    """Times a second; the device is waited for at the end only, as in a run."""
    torch.cuda.synchronize()
    started = time.perf_counter()
    for _ in range(count):
        step()
    torch.cuda.synchronize()
    return count / (time.perf_counter() - started)


def _busy(step: Callable[[], object]) -> float:
    """The share of the time in which a kernel runs."""
    with profile(activities=[ProfilerActivity.CUDA]) as seen:
        started = time.perf_counter()
        for _ in range(PROFILED):
            step()
        torch.cuda.synchronize()
        seconds = time.perf_counter() - started
    return sum(event.self_device_time_total for event in seen.key_averages()) / 1e6 / seconds
