"""Means of a run's metrics, gathered on the device without making the training loop wait."""

from dataclasses import dataclass

import torch
from torch import Tensor

NAMES = ("d_loss", "g_loss", "d_real", "d_fake", "d_fake_after", "grad_d", "grad_g")


@dataclass(frozen=True)
class _Pending:
    means: Tensor
    ready: "torch.cuda.Event | None"


class MetricMeans:
    """Sums a row of metrics per step on the device; :meth:`take` gives the means since the last call.

    On CUDA the means are copied to pinned memory while training goes on, so ``take`` returns those of
    the call before, and an empty dict the first time. On other devices they are current.
    """

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._sum = torch.zeros(len(NAMES), device=device)
        self._count = 0
        self._pending: _Pending | None = None

    def add(self, *values: Tensor) -> None:
        """One scalar tensor for each of :data:`NAMES`, without gradient."""
        self._sum += torch.stack(values)
        self._count += 1

    def take(self) -> dict[str, float]:
        """Means by name; empty while there are none."""
        if self._count == 0:
            return {}
        means = self._sum / self._count
        self._sum.zero_()
        self._count = 0
        if self._device.type != "cuda":
            return dict(zip(NAMES, means.tolist(), strict=True))
        before, self._pending = self._pending, self._copy(means)
        return _read(before) if before else {}

    @staticmethod
    def _copy(means: Tensor) -> _Pending:
        host = torch.empty(means.shape, dtype=means.dtype, pin_memory=True)
        host.copy_(means, non_blocking=True)
        ready = torch.cuda.Event()
        ready.record()
        return _Pending(host, ready)


def _read(pending: _Pending) -> dict[str, float]:
    if pending.ready is not None:
        pending.ready.synchronize()
    return dict(zip(NAMES, pending.means.tolist(), strict=True))
