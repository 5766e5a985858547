"""Whether a run is being trained: its trainer leaves a mark, and touches it as long as it lives."""

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from gan.files import write_whole
from gan.json_file import JsonError, read_json

HEARTBEAT_SECONDS = 1.0
SILENT_SECONDS = 30.0


@dataclass(frozen=True)
class _Mark:
    """Who trains a run."""

    pid: Annotated[int, Meta(ge=1, lt=2**31)]
    host: str


@contextmanager
def beating(marker: Path) -> Iterator[None]:
    """Have ``marker`` tell that this process is at work. Raises :class:`FileError` if it cannot be written."""
    write_whole(marker, json.dumps(asdict(_Mark(os.getpid(), socket.gethostname()))).encode())
    ended = threading.Event()
    beat = threading.Thread(target=_keep_beating, args=(marker, ended), daemon=True)
    beat.start()
    try:
        yield
    finally:
        ended.set()
        beat.join()
        with suppress(OSError):  # without its heartbeat the mark means nothing
            marker.unlink()


def is_beating(marker: Path) -> bool:
    """Whether the process that left ``marker`` touches it still and, on this machine, exists."""
    try:
        mark = read_json(marker, _Mark)
        silent = time.time() - marker.stat().st_mtime > SILENT_SECONDS
    except (OSError, JsonError):
        return False
    return not silent and (mark.host != socket.gethostname() or _process_exists(mark.pid))


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
