"""What a process keeps of the memory that it has needed."""

import os
import subprocess
import sys

import pytest

from gan.memory import CONVOLUTIONS, keep_few_convolutions

COUNT_HEAPS = """
import ctypes, threading
from gan.memory import share_one_heap
{call}
held, together = [], threading.Barrier(4)
def take():
    held.append([bytes(50_000) for _ in range(20)])
    together.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


MEASURE_KEPT = """
import ctypes
from gan.memory import keep_few_convolutions, share_one_heap
share_one_heap()
{call}
import torch
class InUse(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "abcdefghij"]
libc = ctypes.CDLL(None)
libc.mallinfo2.restype = InUse
torch.set_num_threads(1)
def convolve(sides):
    for side in sides:
        for channels in (4, 8):
            torch.nn.functional.conv_transpose2d(torch.zeros(1, channels, side, 8), torch.zeros(channels, 4, 4, 4))
    return libc.mallinfo2().h
with torch.inference_mode():
    before = convolve(range(4, 140))
    print(convolve(range(140, 300)) - before)
"""


COUNT_FAULTS = """
import ctypes, resource
from gan.memory import keep_freed_memory
M_MMAP_THRESHOLD = -3
ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 2**17)  # as it is at first; later it changes by what happens to be needed
{call}
import torch
def step():
    held = [torch.zeros(2**18) for _ in range(12)]
    del held
def faults(steps):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(steps):
        step()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
faults(10)
print(faults(50))
"""


def told(program: str, call: str, **chosen: str) -> str:
    """What ``program`` prints in a process of its own, after ``call``, with what a person has ``chosen``."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.endswith(("_CAPACITY", "_ARENA_MAX", "_THRESHOLD_"))
    }
    command = [sys.executable, "-c", program.format(call=call)]
    done = subprocess.run(command, env=environment | chosen, capture_output=True, text=True, timeout=200, check=True)
    return done.stdout


def heaps(call: str, **chosen: str) -> int:
    """How many there are after four threads have taken memory at the same time."""
    return told(COUNT_HEAPS, call, **chosen).count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_threads_share_one_heap() -> None:
    assert heaps("") > 1, "else this test tells nothing here"
    assert heaps("share_one_heap()") == 1
    assert heaps("share_one_heap()", MALLOC_ARENA_MAX="3") == 3, "a person has chosen"


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_freed_memory_is_not_asked_for_again() -> None:
    """Twelve tensors of a megabyte at each step, of which every page is touched."""
    assert int(told(COUNT_FAULTS, "")) > 1_000, "else this test tells nothing here"
    assert int(told(COUNT_FAULTS, "keep_freed_memory()")) < 50
    assert int(told(COUNT_FAULTS, "keep_freed_memory()", MALLOC_MMAP_THRESHOLD_="131072")) > 1_000, (
        "a person has chosen"
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_no_more_convolutions_are_kept_than_a_few() -> None:
    unbounded, bounded = (int(told(MEASURE_KEPT, call)) for call in ("", "keep_few_convolutions()"))
    assert bounded < unbounded / 4, (bounded, unbounded)


def test_what_a_person_has_chosen_stays() -> None:
    environ = {"LRU_CACHE_CAPACITY": "7"}
    keep_few_convolutions(environ)
    assert environ == {"LRU_CACHE_CAPACITY": "7", "ONEDNN_PRIMITIVE_CACHE_CAPACITY": str(CONVOLUTIONS)}
