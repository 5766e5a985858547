"""Every random number of a run is a function of the run's seed, its purpose and its step.

So nothing random has to be saved for resume, and a run that was cut anywhere goes on as if it had not been.
"""

import hashlib

import torch
from torch import Tensor


def seed_of(run_seed: int, purpose: str, index: int = 0) -> int:
    """A 63-bit seed for one purpose ("noise", "order", ...) and index (step or epoch)."""
    digest = hashlib.blake2b(f"{run_seed}/{purpose}/{index}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


class Randomness:
    """Random tensors for one run on one device."""

    def __init__(self, run_seed: int, device: torch.device) -> None:
        self._seed = run_seed
        self._on_device = torch.Generator(device)
        self._on_cpu = torch.Generator()
        self.device = device

    def noise(self, count: int, z_dim: int, step: int, purpose: str = "noise") -> Tensor:
        """Standard normal z of shape (count, z_dim) on the device."""
        self._on_device.manual_seed(seed_of(self._seed, purpose, step))
        return torch.randn(count, z_dim, generator=self._on_device, device=self.device)

    def uniform(self, shape: tuple[int, ...], step: int, purpose: str) -> Tensor:
        """Numbers in [0, 1) on the device."""
        self._on_device.manual_seed(seed_of(self._seed, purpose, step))
        return torch.rand(shape, generator=self._on_device, device=self.device)

    def order(self, count: int, epoch: int, purpose: str = "order") -> Tensor:
        """The order of ``count`` pictures in ``epoch``: a permutation, int64, on the CPU."""
        self._on_cpu.manual_seed(seed_of(self._seed, purpose, epoch))
        return torch.randperm(count, generator=self._on_cpu)

    def coins(self, count: int, step: int) -> Tensor:
        """``count`` fair coins (bool) on the CPU."""
        self._on_cpu.manual_seed(seed_of(self._seed, "coins", step))
        return torch.rand(count, generator=self._on_cpu) < 0.5
