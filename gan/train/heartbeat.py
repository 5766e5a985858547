"""Whether a run is being trained: its trainer leaves a mark, and touches it as long as it lives."""

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from gan.files import FileError, write_whole
from gan.json_file import JsonError, read_json

HEARTBEAT_SECONDS = 1.0
SILENT_SECONDS = 30.0
RESTART_SECONDS = 120.0


_ProcessId = Annotated[int, Meta(ge=1, lt=2**31)]


@dataclass(frozen=True)
class _Mark:
    """Who trains a run, None if that has failed; the process that will start it again after a loss, if there is one."""

    pid: _ProcessId | None
    host: str
    minder: _ProcessId | None = None


@contextmanager
def beating(marker: Path, minder: int | None = None) -> Iterator[None]:
    """Have ``marker`` tell that this process is at work, and after a failure that its ``minder`` will start it again.

    Raises :class:`FileError` if it cannot be written.
    """
    mark = _Mark(os.getpid(), socket.gethostname(), minder)
    _write(marker, mark)
    ended = threading.Event()
    beat = threading.Thread(target=_keep_beating, args=(marker, ended), daemon=True)
    beat.start()
    is_well = False
    try:
        yield
        is_well = True
    finally:
        ended.set()
        beat.join()
        if is_well or minder is None:
            with suppress(OSError):  # without its heartbeat the mark means nothing
                marker.unlink()
        else:
            with suppress(FileError):
                _write(marker, replace(mark, pid=None))


def is_beating(marker: Path) -> bool:
    """Whether the process that left ``marker`` touches it still and, on this machine, exists."""
    mark, silence = _read(marker)
    if mark is None or mark.pid is None or silence > SILENT_SECONDS:
        return False
    return _is_elsewhere(mark) or _process_exists(mark.pid)


def is_minded(marker: Path) -> bool:
    """Whether the process is there that starts the one that left ``marker`` again after a loss.

    It is waited for :data:`RESTART_SECONDS`, as its number may be another process's later; that of another machine is
    not seen.
    """
    mark, silence = _read(marker)
    if mark is None or mark.minder is None or silence > RESTART_SECONDS:
        return False
    return _is_elsewhere(mark) or _process_exists(mark.minder)


def _write(marker: Path, mark: _Mark) -> None:
    write_whole(marker, json.dumps(asdict(mark)).encode())


def _read(marker: Path) -> tuple[_Mark | None, float]:
    """With the seconds since it was touched."""
    try:
        return read_json(marker, _Mark), time.time() - marker.stat().st_mtime
    except (OSError, JsonError):
        return None, 0.0


def _is_elsewhere(mark: _Mark) -> bool:
    return mark.host != socket.gethostname()


def _keep_beating(marker: Path, ended: threading.Event) -> None:
    while not ended.wait(HEARTBEAT_SECONDS):
        try:
            os.utime(marker)
        except OSError:
            return


def _process_exists(pid: int) -> bool:
    if os.name == "nt":  # signal 0 would end the process there; the heartbeat has to do
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
