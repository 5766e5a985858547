"""What this process keeps of the memory that it has needed.

What a person has chosen by environment variables of glibc, oneDNN or torch stays.
"""

import contextlib
import ctypes
import os
import sys
from collections.abc import Mapping, MutableMapping

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""What ``mallopt`` calls them."""
_CHOSEN = {
    _M_TRIM_THRESHOLD: "MALLOC_TRIM_THRESHOLD_",
    _M_MMAP_THRESHOLD: "MALLOC_MMAP_THRESHOLD_",
    _M_ARENA_MAX: "MALLOC_ARENA_MAX",
}
_KEPT = ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY")
"""Of oneDNN, and of what torch has between itself and that."""
CONVOLUTIONS = 128
"""Kinds of them (layer, batch, size) that stay prepared, about 100 kB each: two networks at some batch sizes."""
LARGEST = 2**25
"""Bytes of the largest piece that glibc takes from its heap instead of asking the system for it."""
FREE = 2**29
"""Bytes at the end of the heap that stay with the process although nothing is in them."""


def share_one_heap() -> None:
    """Have all threads of this process take memory from one heap.

    glibc would give each thread one of its own and keep up to 64 MB at the end of each (``man 3 mallopt``), so that
    large jobs, now on one thread and now on another, would leave the process larger. Others know no such call.
    """
    _set_malloc({_M_ARENA_MAX: 1})


def keep_freed_memory() -> None:
    """Leave what one training step gives back to the next.

    glibc would give much of it to the system and ask for it again, a thousand pages a step, and every page is cleared
    at its first touch: up to a seventh of the time of small networks.
    """
    _set_malloc({_M_TRIM_THRESHOLD: FREE, _M_MMAP_THRESHOLD: LARGEST})


def keep_few_convolutions(environ: MutableMapping[str, str] = os.environ) -> None:
    """To be called before torch is imported; torch would keep 1,024 kinds."""
    for name in _KEPT:
        environ.setdefault(name, str(CONVOLUTIONS))


def _set_malloc(settings: Mapping[int, int]) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            mallopt = ctypes.CDLL(None).mallopt
            for name, value in settings.items():
                if _CHOSEN[name] not in os.environ:
                    mallopt(name, value)
