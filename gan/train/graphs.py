"""CUDA graphs: what a training step does on a device is recorded once, and then replayed by a single call.

A step of a small DCGAN is some hundreds of kernels of a few microseconds each; launching them one by one from Python
takes longer than they do.
"""

from collections import Counter
from collections.abc import Callable

import torch
from torch import Tensor

from gan.train.config import TrainConfig
from gan.train.losses import LOSSES
from gan.words import tr

WARM_UP = 3
"""Steps before the recording, in which libraries choose their algorithms and set up their memory."""

Step = Callable[[Tensor, Tensor, Tensor | None], tuple[Tensor, ...]]
"""Learns from real pictures, z and classes, and says how it went."""
Recording = tuple[Callable[[], None], tuple[Tensor, ...]]
"""What does the work, and where its results lie then."""
Recorder = Callable[[Callable[[], tuple[Tensor, ...]], torch.device], Recording]


def why_not(config: TrainConfig, device: torch.device, processes: int) -> str:
    """Why the steps of a run cannot be replayed, in words; empty if they can."""
    if device.type != "cuda":
        return tr("they need a CUDA device, and this run learns on {device}", device=device.type)
    if processes > 1:
        return tr("several processes exchange numbers within a step")
    if config.augment:
        return tr("augmentation draws new numbers within a step")
    if LOSSES[config.loss].gradient_penalty:
        return tr("the loss {loss} draws new numbers within a step", loss=config.loss)
    return ""


class Graphs:
    """Called in place of ``step``: the first times that is called itself, then what was recorded of it is replayed.

    Batches have one size. Results are good until the next call. Raises what ``step`` raises, and :class:`RuntimeError`
    for what cannot be recorded; of that batch nothing has been learned then.
    """

    def __init__(self, step: Step, record: "Recorder | None" = None) -> None:
        self._step, self._record = step, record or recorded
        self._given: tuple[Tensor, Tensor, Tensor | None] | None = None
        self._counts: Counter[bool] = Counter()
        self._recordings: dict[bool, Recording] = {}

    def __call__(self, kind: bool, real: Tensor, z: Tensor, classes: Tensor | None = None) -> tuple[Tensor, ...]:
        """A step of one ``kind``, each of which is recorded apart: with D's penalties, or without."""
        given = self._given = self._placed(real, z, classes)
        self._counts[kind] += 1
        if self._counts[kind] <= WARM_UP:
            return beside(lambda: self._step(*given), real.device)
        if kind not in self._recordings:
            self._recordings[kind] = self._record(lambda: self._step(*given), real.device)
        replay, results = self._recordings[kind]
        replay()
        return results

    def _placed(self, real: Tensor, z: Tensor, classes: Tensor | None) -> tuple[Tensor, Tensor, Tensor | None]:
        """The same numbers where recordings look for them."""
        if self._given is None:
            return real.clone(), z.clone(), None if classes is None else classes.clone()
        for place, numbers in zip(self._given, (real, z, classes), strict=True):
            if place is not None and numbers is not None:
                place.copy_(numbers)
        return self._given


def recorded(work: Callable[[], tuple[Tensor, ...]], device: torch.device) -> Recording:
    """``work``, which is not done yet. Raises :class:`RuntimeError` if it cannot be recorded."""
    graph = torch.cuda.CUDAGraph()
    # Other threads may use the device meanwhile, as the one that writes states does.
    with torch.cuda.device(device), torch.cuda.graph(graph, capture_error_mode="thread_local"):
        results = work()
    return graph.replay, results


def beside(work: Callable[[], tuple[Tensor, ...]], device: torch.device) -> tuple[Tensor, ...]:
    """Do ``work`` on a stream of its own, as what is done before a recording has to be."""
    if device.type != "cuda":
        return work()
    here, stream = torch.cuda.current_stream(device), torch.cuda.Stream(device)
    stream.wait_stream(here)
    with torch.cuda.stream(stream):
        results = work()
    here.wait_stream(stream)
    return results
