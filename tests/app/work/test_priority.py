"""What computes in the background gives way to the window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.work.priority import NICENESS, give_way


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    """One that waits, in a session of its own."""
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True
    ) as it:
        yield it
        it.kill()


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no priorities here")
def test_the_process(process: "subprocess.Popen[bytes]") -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    give_way(process.pid)
    assert os.getpriority(os.PRIO_PROCESS, process.pid) == max(own, NICENESS)


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="sessions have no priority here")
def test_its_session(process: "subprocess.Popen[bytes]") -> None:
    own = Path("/proc/self/autogroup").read_text()
    give_way(process.pid)
    assert Path(f"/proc/{process.pid}/autogroup").read_text().split()[-2:] == ["nice", str(NICENESS)]
    assert Path("/proc/self/autogroup").read_text() == own


def test_one_that_has_ended(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    give_way(process.pid)
