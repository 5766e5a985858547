"""What this process keeps of the memory that it has needed."""

import contextlib
import ctypes
import os
import sys
from collections.abc import MutableMapping

_HEAPS = "MALLOC_ARENA_MAX"
_M_ARENA_MAX = -8
_KEPT = ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY")
"""Of oneDNN, and of what torch has between itself and that."""
CONVOLUTIONS = 128
"""Kinds of them (layer, batch, size) that stay prepared, about 100 kB each: two networks at some batch sizes."""


def share_one_heap() -> None:
    """Have all threads of this process take memory from one heap, unless the person has chosen how many there are.

    glibc would give each thread one of its own and keep up to 64 MB at the end of each (``man 3 mallopt``), so that
    large jobs, now on one thread and now on another, would leave the process larger. Others know no such call.
    """
    if sys.platform == "linux" and _HEAPS not in os.environ:
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def keep_few_convolutions(environ: MutableMapping[str, str] = os.environ) -> None:
    """To be called before torch is imported; torch would keep 1,024 kinds. What the person has chosen stays."""
    for name in _KEPT:
        environ.setdefault(name, str(CONVOLUTIONS))
