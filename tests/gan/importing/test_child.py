"""The process that reads can do nothing else, even if it wants to."""

import subprocess
import sys
from pathlib import Path

import pytest

import gan
from gan.importing import child
from gan.importing.child import OPENED_MORE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no resource module")

ROOT = str(Path(gan.__file__).parents[1])
# Everything that the attempts import is there before, as reading imports nothing.
_BEGIN = f"""
import sys; sys.path.insert(0, {ROOT!r})
import ctypes, os, resource, socket, subprocess
from gan.importing import child
child._limit()
"""
_HOOK = "sys.addaudithook(child._refuse)\n"
ATTEMPTS = (
    "open('/etc/hosts')",
    "os.open('/etc/hosts', os.O_RDONLY)",
    "os.system('true')",
    "os.fork()",
    "os.listdir('/')",
    "os.execv('/bin/true', ['true'])",
    "subprocess.run(['true'])",
    "socket.socket()",
    "ctypes.CDLL(None)",
    "import wave",
    "eval('1')",
    "os.remove('/nowhere')",
    "os.kill(1, 0)",
)


def run(code: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-I", "-S", "-c", code], stdin=subprocess.DEVNULL, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_attempts_end_it(attempt: str) -> None:
    assert run(_BEGIN + _HOOK + attempt).returncode == OPENED_MORE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        ("open('/etc/hosts')", b"Too many open files"),
        ("os.dup(0)", b"OSError"),
        ("os.pipe()", b"Too many open files"),
        ("bytearray(2**30)", b"MemoryError"),
    ],
)
def test_limits_hold_without_the_hook(attempt: str, error: bytes) -> None:
    assert error in run(_BEGIN + attempt).stderr


@pytest.mark.slow
def test_limits_of_time_and_files() -> None:
    limits = ("CPU", "FSIZE", "CORE", "NPROC", "NOFILE")
    code = "".join(f"print(resource.getrlimit(resource.RLIMIT_{name})[1])\n" for name in limits)
    assert run(_BEGIN + code).stdout.split() == [str(child.SECONDS).encode(), b"0", b"0", b"0", b"0"]


@pytest.mark.slow
def test_it_needs_neither_torch_nor_numpy() -> None:
    code = _BEGIN + "print(sorted({name.split('.')[0] for name in sys.modules} & {'torch', 'numpy', 'msgspec'}))"
    assert run(code).stdout.strip() == b"[]"
