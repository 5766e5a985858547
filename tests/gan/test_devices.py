import os

import pytest
import torch

from gan.devices import autocast_dtype, describe_device, free_memory, memory_format, pick_device, prepare
from gan.errors import UsageError

CPU = torch.device("cpu")


@pytest.fixture
def accelerators(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many devices of which kind this machine seems to have."""
    present = {"cuda": 0, "mps": 0}
    monkeypatch.setattr(torch.cuda, "is_available", lambda: present["cuda"] > 0)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: present["cuda"])
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: present["mps"] > 0)
    return present


@pytest.mark.parametrize(("cuda", "mps", "best"), [(0, 0, "cpu"), (0, 1, "mps"), (2, 0, "cuda"), (1, 1, "cuda")])
def test_auto_takes_the_best(accelerators: dict[str, int], cuda: int, mps: int, best: str) -> None:
    accelerators.update(cuda=cuda, mps=mps)
    assert pick_device("auto").type == best


def test_named_devices(accelerators: dict[str, int]) -> None:
    accelerators.update(cuda=2, mps=1)
    for name in ("cpu", "cuda", "cuda:1", "mps"):
        assert pick_device(name) == torch.device(name)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("gpu", "unknown device 'gpu'; take auto, cpu"),
        ("", "unknown device ''"),
        ("meta", "device 'meta' is not supported"),
        ("cuda", "no CUDA device is usable here; take --device cpu"),
        ("cuda:0", "no CUDA device is usable here"),
        ("mps", "MPS is not usable here"),
    ],
)
def test_what_is_not_there_is_refused(accelerators: dict[str, int], name: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        pick_device(name)


def test_a_cuda_index_too_high(accelerators: dict[str, int]) -> None:
    accelerators["cuda"] = 2
    with pytest.raises(UsageError, match="there is no cuda:2; this machine has 2, from cuda:0"):
        pick_device("cuda:2")


@pytest.mark.parametrize(
    ("precision", "native", "expected"),
    [
        ("fp32", True, None),
        ("bf16", False, torch.bfloat16),
        ("auto", True, torch.bfloat16),
        ("auto", False, None),
    ],
)
def test_precision_on_a_cpu(
    monkeypatch: pytest.MonkeyPatch, precision: str, native: bool, expected: torch.dtype | None
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": native}, raising=False)
    assert autocast_dtype(precision, CPU) is expected


def test_memory_formats() -> None:
    assert memory_format(CPU) is torch.channels_last
    assert memory_format(torch.device("mps")) is torch.contiguous_format


def test_prepare_sets_the_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    try:
        prepare(CPU, 1)
        assert describe_device(CPU) == "cpu (1 thread)"
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 4}, raising=False)
        for asked, threads in (("", 3), ("2", 2), ("8", 3), ("0", 3), ("many", 3)):
            monkeypatch.setenv("OMP_NUM_THREADS", asked)
            prepare(CPU)
            assert describe_device(CPU) == f"cpu ({threads} threads)"
    finally:
        torch.set_num_threads(before)


def test_free_memory_is_known_for_cuda_only() -> None:
    assert free_memory(CPU) == 0


@pytest.mark.cuda
def test_a_real_cuda_device() -> None:
    device = pick_device("auto")
    assert device.type == "cuda"
    assert torch.cuda.get_device_name(device) in describe_device(device)
    assert free_memory(device) > 0
