"""The processes that train one run together, started by ``torchrun``; usually just one.

Each takes its part of every batch, and gradients are averaged, so all have the same weights at every step.
The leader alone reads requests and writes the run folder; what it decides is shared.
"""

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy.typing as npt

from gan.errors import LatentariumError, UsageError
from gan.train.launched import is_to_restart
from gan.train.nearby import Nearby
from gan.words import marked, tr

if TYPE_CHECKING:
    import torch
    from torch import Tensor

SIGN_OF_LIFE_SECONDS = 1.0
Value = TypeVar("Value")
Few = TypeVar("Few", "Tensor", npt.NDArray[Any])


class TeamError(LatentariumError):
    """Another process of the run is gone, does not answer or has other weights."""


@dataclass(frozen=True)
class Team:
    """This process among ``size``; ``local_size`` of them are on this machine.

    ``group`` is that of torch.distributed by which they talk, None for its usual one; ``nearby`` is there if all are on
    this machine and can add up by shared memory.
    """

    rank: int = 0
    size: int = 1
    local_rank: int = 0
    local_size: int = 1
    group: Any = field(default=None, compare=False)
    nearby: Nearby | None = field(default=None, compare=False)

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
        with explained:
            dist.broadcast_object_list(box, src=0, group=self.group, device=_cpu())
        return box[0]

    def share_number(self, number: float) -> float:
        """As :meth:`share`, in a fraction of the time."""
        if self.size == 1:
            return number
        import torch

        return self.summed(torch.tensor(number if self.leads else 0.0, dtype=torch.float64)).item()

    def summed(self, numbers: "Tensor") -> "Tensor":
        """The sum of a tensor over the processes, the same to the bit in all. Raises :class:`TeamError`."""
        import torch

        total = numbers.clone(memory_format=torch.contiguous_format)
        self.add_up(total)
        return total

    def add_up(self, *tensors: "Tensor") -> None:
        """Put the sum over the processes in the place of each of ``tensors``, contiguous and of one kind.

        Raises :class:`TeamError`.
        """
        if self.size > 1:
            with explained:
                self._add_up(*tensors)

    def _add_up(self, *tensors: "Tensor") -> None:
        nearby = self._nearby_for(tensors[0])
        if nearby is not None:
            nearby.add_up(*map(_as_array, tensors))
            return
        import torch
        import torch.distributed as dist

        lines = [tensor.view(-1) for tensor in tensors]
        joined = torch.cat(lines) if len(lines) > 1 else lines[0]
        dist.all_reduce(joined, group=self.group)
        if len(lines) > 1:
            torch._foreach_copy_(lines, joined.split([*map(len, lines)]))

    def rows(self, numbers: Few) -> Few:
        """``numbers`` (...) of all processes by rank, (size, ...): tensors, or arrays of 32 or 64 bits.

        Raises :class:`TeamError`.
        """
        import torch

        if isinstance(numbers, torch.Tensor):
            rows = numbers.new_zeros(self.size, *numbers.shape)
            rows[self.rank] = numbers
            self.add_up(rows)
            return rows
        if self.nearby is None:
            return self.rows(torch.from_numpy(numbers)).numpy()
        with explained:
            return self.nearby.rows(numbers)

    def _nearby_for(self, numbers: "Tensor") -> Nearby | None:
        """Shared memory, if it can be used for tensors of this kind."""
        import torch

        fits = numbers.device.type == "cpu" and numbers.dtype in (torch.float32, torch.float64)
        return self.nearby if fits else None

    def average_gradients(self, network: "torch.nn.Module", *told: "Tensor") -> tuple["Tensor", ...]:
        """Make all gradients of ``network`` the mean over the processes; returns the means of the scalars ``told``.

        There must be at least one of them. Raises :class:`TeamError`.
        """
        if self.size == 1:
            return told
        import torch

        gradients = [_as_it_lies(parameter.grad) for parameter in network.parameters() if parameter.grad is not None]
        means = torch.stack(told)
        self.add_up(*gradients, means)
        torch._foreach_div_([*gradients, means], self.size)
        return means.unbind()

    def spread(self, tensors: "Iterable[Tensor]") -> None:
        """Give all processes the leader's numbers. Raises :class:`TeamError`.

        Random weights of one seed differ in their last bits between kinds of processors.
        """
        if self.size == 1:
            return
        import torch.distributed as dist

        with explained:
            for tensor in tensors:
                numbers = tensor.contiguous()
                dist.broadcast(numbers, src=0, group=self.group)
                tensor.copy_(numbers)

    def check_alike(self, tensors: "Iterable[Tensor]", step: int) -> None:
        """Raises :class:`TeamError` if ``tensors`` of ``step`` are not the same in all processes, to the bit."""
        if self.size == 1:
            return
        digests = self.gathered(digest_of(tensors))
        others = [str(rank) for rank, digest in enumerate(digests) if digest != digests[0]]
        if others:
            words = tr(
                "at step {step} process {others} has other weights than process 0: a device or memory may be faulty, "
                "or their software is not the same; look at that machine; {kept}",
                step=step,
                others=", ".join(others),
                kept=_kept(),
            )
            raise TeamError(words)

    def gathered(self, value: int) -> list[int]:
        """The ``value`` of each process, by rank; 64 bits. Raises :class:`TeamError`."""
        import torch
        import torch.distributed as dist

        found = [torch.zeros(1, dtype=torch.int64) for _ in range(self.size)]
        with explained:
            dist.all_gather(found, torch.tensor([value]), group=self.group)
        return [int(each) for each in found]

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """Within it each process may take its time, by itself; all leave it together. Raises :class:`TeamError`.

        Meanwhile each gives a sign of life every second, so one that is gone or frozen is noticed all the same.
        """
        if self.size == 1:
            yield
            return
        done, given_up = threading.Event(), threading.Event()
        with ThreadPoolExecutor(1, "signs-of-life") as thread:
            others = thread.submit(self._exchange_signs, done, given_up)
            try:
                yield
            except BaseException:
                given_up.set()
                raise
            finally:
                done.set()
            others.result()

    def wait_for_all(self) -> None:
        """Wait at the end of a block in which the others are :meth:`unhurried`. Raises :class:`TeamError`."""
        with self.unhurried():
            pass

    def _exchange_signs(self, done: threading.Event, given_up: threading.Event) -> None:
        """Give signs of life until all are done."""
        import torch

        at_work = True
        while at_work and not given_up.is_set():
            done.wait(SIGN_OF_LIFE_SECONDS)
            at_work = bool(self.summed(torch.tensor(int(not done.is_set()))))


ALONE = Team()


def digest_of(tensors: "Iterable[Tensor]") -> int:
    """64 bits that follow from every bit of ``tensors`` of 32 or 64 bits, whatever their layout in memory."""
    import torch

    total = torch.zeros((), dtype=torch.int64)
    for tensor in tensors:
        bits = tensor.detach().view(torch.int32 if tensor.element_size() == 4 else torch.int64).long()
        total = total * 1_000_003 + (bits * bits + bits).sum().cpu()
    return int(total)


def _as_it_lies(gradient: "Tensor") -> "Tensor":
    """A view (N,) of its numbers in the order of its memory, which is that of the weights and so alike in a team."""
    return gradient.permute(sorted(range(gradient.ndim), key=gradient.stride, reverse=True)).view(-1)


def _as_array(numbers: "Tensor") -> Any:
    """The same memory, (N,)."""
    return numbers.detach().view(-1).numpy()


_HUNG = marked("another process of this run does not answer any more")
_GONE = marked("another process of this run has ended or cannot be reached")


class _Explained:
    """Within it what goes wrong with the others is a :class:`TeamError`."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, RuntimeError):
            hung = "timed out" in str(error).lower() or "timeout" in str(error).lower()
            what = _HUNG if hung else _GONE
            raise TeamError(tr("{what}; {what_now}", what=tr(what), what_now=_kept())) from error


explained = _Explained()


def _kept() -> str:
    if is_to_restart():
        return tr("everything up to the last saved state is kept, from which torchrun goes on")
    return tr("everything up to the last saved state is kept, go on with --resume")


def _cpu() -> "torch.device":
    import torch

    return torch.device("cpu")
