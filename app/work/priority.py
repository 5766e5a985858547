"""Lets processes that compute in the background give way to the window."""

import contextlib
import os
from pathlib import Path

NICENESS = 5
"""Half-way: the window is served first, and beside other programs training still gets a third of what they do."""


def give_way(process: int) -> None:
    """Lower the priority of another ``process``, by its number, which has a session of its own.

    Linux shares its processors between sessions first, within which niceness counts (``man 7 sched``, autogroup): there
    the session's own niceness is what makes the difference. What a system refuses, or does not know, stays as it is.
    """
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, NICENESS)
    with contextlib.suppress(OSError):
        Path(f"/proc/{process}/autogroup").write_text(str(NICENESS))
