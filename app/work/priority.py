"""Lets processes that compute in the background give way to the window."""

import contextlib
import os
from pathlib import Path

NICENESS = 10


def give_way(process: int, niceness: int = NICENESS) -> None:
    """Lower the priority of another ``process``, by its number, which has a session of its own.

    Linux shares its processors between sessions first, within which niceness counts (``man 7 sched``, autogroup): there
    the session's own niceness is what makes the difference. What a system refuses, or does not know, stays as it is.
    """
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, niceness)
    with contextlib.suppress(OSError):
        Path(f"/proc/{process}/autogroup").write_text(str(niceness))
