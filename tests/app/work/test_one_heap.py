"""Threads take memory from one heap."""

import os
import subprocess
import sys

import pytest

COUNT_HEAPS = """
import ctypes, threading
from app.work.one_heap import share_one_heap
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


def heaps(call: str, **chosen: str) -> int:
    """How many there are after four threads have taken memory at the same time."""
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    command = [sys.executable, "-c", COUNT_HEAPS.format(call=call)]
    done = subprocess.run(command, env=environment | chosen, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_threads_share_one_heap() -> None:
    assert heaps("") > 1, "else this test tells nothing here"
    assert heaps("share_one_heap()") == 1
    assert heaps("share_one_heap()", MALLOC_ARENA_MAX="3") == 3, "a person has chosen"
