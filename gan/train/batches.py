"""Batches of real pictures without any Python per picture."""

import mmap

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.devices import free_memory, sent
from gan.images import from_uint8
from gan.train.randomness import Randomness
from gan.train.team import ALONE, Team

SHARE_OF_FREE_MEMORY = 0.5
PICTURES_A_MOVE = 1024
MOST_MAPPED_BYTES = 32 * 2**20
"""Read from a memory-mapped set before its pages are let go. Linux maps up to 64 KiB around each small picture."""

Images = npt.NDArray[np.uint8]
Labels = npt.NDArray[np.int64]


class Batches:
    """The pictures of a run in the order of its seed; the last, incomplete batch of an epoch is left out.

    ``images`` is uint8 (N, C, H, W), in memory or memory-mapped. They move to a CUDA or MPS device
    once if they fill at most half of its free memory; otherwise each batch travels from pinned memory.
    Each process of a ``team`` gets its part of every batch. ``labels`` (N,) are given where classes are learned.
    """

    def __init__(
        self,
        images: Images,
        batch_size: int,
        randomness: Randomness,
        *,
        labels: Labels | None = None,
        mirror: bool = False,
        team: Team = ALONE,
    ) -> None:
        self.batch_size = min(batch_size, len(images))
        self.per_epoch = max(1, len(images) // self.batch_size)
        self._team = team
        team.check_divides(self.batch_size)
        self._images = images
        self._labels = None if labels is None else torch.from_numpy(labels)
        self._randomness = randomness
        self._mirror = mirror
        self._device = randomness.device
        self._resident = _moved(images, self._device) if _fits(images, self._device) else None
        self._touched = 0
        self._epoch = -1
        self._order = torch.empty(0)

    def batch(self, step: int) -> Tensor:
        """The real pictures of ``step``, counted from 0.

        float32 (batch_size, C, H, W) in [-1, 1] on the device; in a team this process's part of them.
        """
        images = from_uint8(self._gathered(self._rows(step)))
        return self._mirrored(images, step) if self._mirror else images

    def classes(self, step: int) -> Tensor | None:
        """Those of :meth:`batch`, int64 (batch_size,) on the device; None where none are learned."""
        return None if self._labels is None else sent(self._labels[self._rows(step)], self._device)

    def _rows(self, step: int) -> Tensor:
        """Which pictures this process sees in ``step``."""
        epoch, position = divmod(step, self.per_epoch)
        if epoch != self._epoch:
            self._epoch, self._order = epoch, self._randomness.order(len(self._images), epoch)
        return self._team.part(self._order[position * self.batch_size : (position + 1) * self.batch_size])

    def _gathered(self, rows: Tensor) -> Tensor:
        if self._resident is not None:
            return self._resident[sent(rows, self._device)]
        batch = torch.from_numpy(self._images[rows.numpy()])
        self._let_go()
        return sent(batch, self._device)

    def _let_go(self) -> None:
        """Pages of a memory-mapped set that were read count as this process's memory until they are let go."""
        self._touched += self.batch_size * self._images[0].nbytes
        mapped = getattr(self._images, "_mmap", None)
        if self._touched > MOST_MAPPED_BYTES and mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
            mapped.madvise(mmap.MADV_DONTNEED)
            self._touched = 0

    def _mirrored(self, images: Tensor, step: int) -> Tensor:
        flip = sent(self._team.part(self._randomness.coins(self.batch_size, step)), self._device)
        return torch.where(flip[:, None, None, None], images.flip(3), images)


class Feed:
    """What each step learns from: real pictures (N, C, H, W), z (N, z_dim) and the classes of both (N,), on the device.

    Pictures are generated of just the classes that the real ones beside them have, so of each as many as there are.
    """

    def __init__(self, batches: Batches, randomness: Randomness, z_dim: int, team: Team = ALONE) -> None:
        self._batches, self._randomness, self._z_dim, self._team = batches, randomness, z_dim, team

    def batch(self, step: int) -> tuple[Tensor, Tensor, Tensor | None]:
        """Those of ``step``, counted from 0; no classes where none are learned."""
        z = self._randomness.noise(self._batches.batch_size, self._z_dim, step)
        return self._batches.batch(step), self._team.part(z), self._batches.classes(step)


def _fits(images: Images, device: torch.device) -> bool:
    if device.type == "cuda":
        return images.nbytes < SHARE_OF_FREE_MEMORY * free_memory(device)
    return device.type == "mps" and images.nbytes < 2**30


def _moved(images: Images, device: torch.device) -> Tensor:
    moved = torch.empty(images.shape, dtype=torch.uint8, device=device)
    for start in range(0, len(images), PICTURES_A_MOVE):
        # A copy, as torch takes no read-only array, which memory-mapped pictures are.
        moved[start : start + PICTURES_A_MOVE] = torch.from_numpy(np.array(images[start : start + PICTURES_A_MOVE]))
    return moved
