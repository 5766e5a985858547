"""Which device, which precision, how many threads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from gan.device_text import cpu_text
from gan.errors import UsageError
from gan.memory import keep_freed_memory
from gan.words import tr


def pick_device(name: str = "auto", index: int = 0) -> torch.device:
    """``auto`` is CUDA, else MPS, else CPU; of several CUDA devices "auto" and "cuda" mean that of ``index``.

    Raises :class:`UsageError` for a device that is not there.
    """
    if name == "auto":
        name = _best()
    if name == "cuda" and index:
        name = f"cuda:{index}"
    try:
        device = torch.device(name)
    except RuntimeError:
        raise UsageError(f"unknown device {name!r}; take auto, cpu, cuda, cuda:0 or mps") from None
    _require_present(device)
    return device


def _best() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _require_present(device: torch.device) -> None:
    if device.type == "cuda":
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
        if count == 0:
            raise UsageError(tr("no CUDA device is usable here; take --device cpu, or auto"))
        if (device.index or 0) >= count:
            raise UsageError(
                tr("there is no {device}; this machine has {count}, from cuda:0", device=device, count=count)
            )
    elif device.type == "mps":
        if not torch.backends.mps.is_available():
            raise UsageError(tr("MPS is not usable here; take --device cpu, or auto"))
    elif device.type != "cpu":
        raise UsageError(f"device {device.type!r} is not supported; take auto, cpu, cuda or mps")


def describe_device(device: torch.device) -> str:
    """For people: ``cuda:0 (NVIDIA H100)``, ``cpu (2 threads)``."""
    if device.type == "cuda":
        return f"{device} ({torch.cuda.get_device_name(device)})"
    if device.type == "cpu":
        return cpu_text(torch.get_num_threads())
    return str(device)


def autocast_dtype(precision: str, device: torch.device) -> torch.dtype | None:
    """The lower precision that the networks run in, or None for float32 throughout.

    ``auto`` is bfloat16 where the device computes with it natively and float32 elsewhere.
    """
    if precision == "auto":
        return torch.bfloat16 if _has_native_bf16(device) else None
    return torch.bfloat16 if precision == "bf16" else None


def memory_format(device: torch.device) -> torch.memory_format:
    """The layout in which convolutions are fastest: channels last on CPU and CUDA."""
    return torch.contiguous_format if device.type == "mps" else torch.channels_last


def _has_native_bf16(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    if device.type == "cpu":
        capabilities = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
        return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
    return False


def prepare(device: torch.device, threads: int = 0, processes: int = 1) -> None:
    """Set up the process for training: TF32 and autotuned convolutions on CUDA, ``threads`` and memory on CPU.

    0 threads are one for each core that the process may use, divided by the ``processes`` that share them.
    """
    set_threads(threads or max(1, _usable_cores() // processes))
    keep_freed_memory()
    if device.type == "cuda":
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
        torch.backends.cudnn.benchmark = True


def _usable_cores() -> int:
    """Fewer than the machine has where the process is bound to some of them, or ``OMP_NUM_THREADS`` says so."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    cores = bound or os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return min(cores, int(asked)) if asked.isdigit() and int(asked) else cores


def sent(tensor: torch.Tensor, device: torch.device) -> torch.Tensor:
    """``tensor``, which is on the CPU, on ``device``. To CUDA it goes through pinned memory, so that nobody waits."""
    if device.type == "cuda":
        tensor = tensor.pin_memory()
    return tensor.to(device, non_blocking=True)


def set_threads(threads: int) -> None:
    """How many CPU threads one operation uses from now on; 0 is one for each core that the process may use."""
    wanted = threads or _usable_cores()
    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)


@contextmanager
def one_thread() -> Iterator[None]:
    """Within the block one operation uses one CPU thread."""
    before = torch.get_num_threads()
    set_threads(1)
    try:
        yield
    finally:
        set_threads(before)


def free_memory(device: torch.device) -> int:
    """Free bytes on a CUDA device; 0 for others, where it is not known."""
    return torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else 0
