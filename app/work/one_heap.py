"""Where the C library takes memory from."""

import contextlib
import ctypes
import os
import sys

_CHOSEN = "MALLOC_ARENA_MAX"
_M_ARENA_MAX = -8


def share_one_heap() -> None:
    """Have all threads of this process take memory from one heap, unless the person has chosen how many there are.

    glibc would give each thread one of its own and keep up to 64 MB at the end of each (``man 3 mallopt``), so that
    large jobs, now on one thread and now on another, would leave the process larger. Others know no such call.
    """
    if sys.platform == "linux" and _CHOSEN not in os.environ:
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
