"""The processes that train one run together, started by ``torchrun``; usually just one.

Each takes its part of every batch, and gradients are averaged, so all have the same weights at every step.
The leader alone reads requests and writes the run folder; what it decides is shared.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from gan.errors import LatentariumError, UsageError

if TYPE_CHECKING:
    import torch
    from torch import Tensor

PATIENCE = timedelta(hours=2)
"""The others may wait that long for the leader to pack pictures; a process that died is noticed at once."""
Value = TypeVar("Value")


class TeamError(LatentariumError):
    """Another process of the run is gone."""


@dataclass(frozen=True)
class Team:
    """This process among ``size``; ``local_size`` of them are on this machine."""

    rank: int = 0
    size: int = 1
    local_rank: int = 0
    local_size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process speaks for all."""
        return self.rank == 0

    def part(self, rows: "Tensor") -> "Tensor":
        """This process's part of ``rows`` (N, ...), N being a multiple of ``size``."""
        return rows if self.size == 1 else rows.tensor_split(self.size)[self.rank]

    def check_divides(self, batch_size: int) -> None:
        """Raises :class:`UsageError` if a batch cannot be divided into equal parts of at least 2 pictures."""
        if self.size > 1 and (batch_size % self.size or batch_size // self.size < 2):
            raise UsageError(f"a batch of {batch_size} cannot be divided into {self.size} equal parts of at least 2")

    def share(self, value: Value) -> Value:
        """The leader's ``value``, for all; each process must ask at the same point. Raises :class:`TeamError`."""
        if self.size == 1:
            return value
        import torch.distributed as dist

        box: list[Any] = [value if self.leads else None]
        with _explained():
            dist.broadcast_object_list(box, src=0, device=_cpu())
        return box[0]

    def average_gradients(self, network: "torch.nn.Module") -> None:
        """Make all gradients of ``network`` the mean over the processes. Raises :class:`TeamError`."""
        if self.size == 1:
            return
        import torch
        import torch.distributed as dist

        gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
        joined = torch.cat([gradient.flatten() for gradient in gradients])
        with _explained():
            dist.all_reduce(joined)
        parts = (joined / self.size).split([gradient.numel() for gradient in gradients])
        torch._foreach_copy_(
            gradients, [part.view_as(gradient) for part, gradient in zip(parts, gradients, strict=True)]
        )


ALONE = Team()


@contextmanager
def gathered() -> Iterator[Team]:
    """The team that ``torchrun`` has started this process for, or :data:`ALONE`."""
    environment = {name: int(os.environ.get(name, "0")) for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK")}
    size = environment["WORLD_SIZE"]
    if size < 2:
        yield ALONE
        return
    import torch
    import torch.distributed as dist

    dist.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo", timeout=PATIENCE)
    try:
        yield Team(environment["RANK"], size, environment["LOCAL_RANK"], int(os.environ.get("LOCAL_WORLD_SIZE", "1")))
        with _explained():
            dist.barrier()  # nobody goes while another still waits for an answer
    finally:
        dist.destroy_process_group()


def leave(team: Team) -> None:
    """End this process with status 0 if it is one of several; for when all is done, outside of :func:`gathered`.

    Threads of torch.distributed may outlive the interpreter, whose end then aborts the process: after everything was
    saved, a run would seem to have failed.
    """
    if team.size > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise TeamError(
            "another process of this run has ended or cannot be reached; everything up to the last saved state "
            "is kept, go on with --resume"
        ) from error


def _cpu() -> "torch.device":
    import torch

    return torch.device("cpu")
