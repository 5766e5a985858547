"""Reading a file of weights that strangers made: in a process of its own, whose answer is not trusted either."""

import contextlib
import hashlib
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any

from gan.errors import reason_of
from gan.importing.errors import ForeignFileError
from gan.importing.limits import LARGEST_FILE, SECONDS
from gan.importing.receiving import receive
from gan.importing.wording import printable
from gan.program import NO_CONSOLE, sealed_command
from gan.words import tr

__all__ = ["Contents", "ForeignFileError", "read_weights_file"]

_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Python itself may need to start."""


@dataclass(frozen=True)
class Contents:
    """What a file holds.

    ``tree`` are dicts within each other, whose keys are text, of numpy arrays (float32, or int64 for whole numbers
    and bool), numbers and texts; places in lists are keys, too. ``kind`` is what people call such a file, and
    ``sha256`` is that of the file in hexadecimal digits.
    """

    tree: Mapping[str, Any]
    kind: str
    sha256: str


def read_weights_file(path: Path) -> Contents:
    """What the PyTorch or ``.safetensors`` file ``path`` holds, read without running anything of it.

    That takes at most ten seconds and, where the system can limit it, 1 GB. Raises :class:`ForeignFileError`.
    """
    try:
        with _opened(path) as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            kind, tree = _read_elsewhere(file)
    except ForeignFileError as error:
        raise ForeignFileError(
            tr("{path} cannot be opened: {error}", path=printable(str(path), 200), error=error)
        ) from error
    return Contents(tree, kind, sha256)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    """An ordinary file; opening a pipe could wait forever, and reading a device might never end."""
    try:
        if path.is_dir():
            raise ForeignFileError(tr("it is a folder; open the file of weights in it"))
        if path.exists() and not path.is_file():
            raise ForeignFileError(tr("it is a device or a pipe, not a file"))
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise ForeignFileError(tr("it is a device or a pipe, not a file"))
            if about.st_size > LARGEST_FILE:
                raise ForeignFileError(
                    tr("it has more than {megabytes:g} MB, too many for such a network", megabytes=LARGEST_FILE / 2**20)
                )
            yield file
    except FileNotFoundError:
        raise ForeignFileError(tr("there is no such file")) from None
    except (OSError, ValueError) as error:
        raise ForeignFileError(
            tr("it cannot be read, {reason}", reason=reason_of(error) if isinstance(error, OSError) else error)
        ) from error


def _read_elsewhere(file: BufferedReader) -> tuple[str, dict[str, Any]]:
    late = threading.Event()
    with _process(file) as process:

        def end() -> None:
            late.set()
            _kill(process)

        watchdog = threading.Timer(SECONDS, end)
        watchdog.start()
        try:
            assert process.stdout is not None
            return receive(process.stdout)
        except ForeignFileError:
            if late.is_set():
                raise ForeignFileError(tr("it takes more than {seconds} seconds to read", seconds=SECONDS)) from None
            raise
        finally:
            watchdog.cancel()
            _kill(process)


def _process(file: BufferedReader) -> "subprocess.Popen[bytes]":
    """The child with ``file`` as its input; it sees no package but this one."""
    try:
        return subprocess.Popen(
            sealed_command("gan.importing.child"),
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
            start_new_session=True,
            creationflags=NO_CONSOLE,
        )
    except OSError as error:
        raise ForeignFileError(
            tr("the process that reads it does not start, {reason}", reason=reason_of(error))
        ) from error


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the child and whatever it may have started."""
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
