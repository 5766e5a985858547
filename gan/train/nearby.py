"""Sums over the processes of one machine, by memory that they share.

A step has some fifteen of them, one behind the other, as BatchNorm sees the whole batch. Over a network socket, even
one that stays on the machine, each takes about as long as threads take to fall asleep and wake: a millisecond or two,
which is half of a small step. Here each process writes its numbers, counts one up, and looks until the others have
counted. It leaves its core to whoever wants it between two looks, and sleeps only if the others are late: to be woken
takes longer than most waits.
"""

import contextlib
import mmap
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

PART_BYTES = 2**21
"""What is exchanged at a time."""
EAGER_LOOKS = 20_000
"""So often a process looks before it naps, which takes some milliseconds if nobody else wants its core."""
NAP_SECONDS = 0.0002
SHARED_FOLDER = Path("/dev/shm")
_LINE = 64
"""Bytes between two counts, so that no two processors fight for one line of their caches."""

Numbers = npt.NDArray[np.float32] | npt.NDArray[np.float64]


def is_possible() -> bool:
    """Whether processors here show each other what is written in the order in which it was, as those of x86 do."""
    return sys.platform == "linux" and platform.machine() in ("x86_64", "AMD64") and SHARED_FOLDER.is_dir()


def make_file(processes: int) -> str:
    """The path of a new file for so many processes; who has made it removes it once all have opened it.

    Its memory is taken at once, as to miss it later would kill the process. Raises :class:`OSError` if it is not there,
    as in containers whose shared memory is small.
    """
    number, path = tempfile.mkstemp(prefix="latentarium-", dir=SHARED_FOLDER)
    try:
        os.posix_fallocate(number, 0, _size(processes))
    except OSError:
        remove_file(path)
        raise
    finally:
        os.close(number)
    return path


def remove_file(path: str) -> None:
    """Nothing is left behind, even if processes are killed later."""
    with contextlib.suppress(OSError):
        os.unlink(path)


class Nearby:
    """This process, ``rank``, among those whose numbers are in ``processes``, which all open the file at ``path``.

    Who does not count for ``silence`` seconds is given up.
    """

    def __init__(self, path: str, rank: int, processes: Sequence[int], silence: float) -> None:
        self._rank, self._processes, self._silence = rank, processes, silence
        with open(path, "r+b") as file:
            memory = mmap.mmap(file.fileno(), _size(len(processes)))
        counted = len(processes) * _LINE
        self._counts = memoryview(memory)[:counted].cast("q")[:: _LINE // 8]
        # Two places for each: while some still read one, others write the next.
        self._places = np.frombuffer(memory, np.uint8, offset=counted).reshape(2, len(processes), PART_BYTES)
        self._count = 0

    def add_up(self, *arrays: Numbers) -> None:
        """Put the sums over all processes in the place of each of ``arrays``, (N,), the same to the bit in each.

        Raises :class:`RuntimeError` if another process has ended, or timed out.
        """
        for portion in _portions(arrays):
            for numbers, rows in zip(portion, self._exchanged(portion), strict=True):
                np.add(rows[0], rows[1], out=numbers)
                for row in rows[2:]:
                    numbers += row

    def rows(self, numbers: Numbers) -> Numbers:
        """``numbers`` (...) of all processes: (processes, ...). Raises :class:`RuntimeError` as :meth:`add_up`."""
        found = np.empty((len(self._processes), numbers.size), numbers.dtype)
        start = 0
        for portion in _portions([numbers.reshape(-1)]):
            (rows,) = self._exchanged(portion)
            found[:, start : start + rows.shape[1]] = rows
            start += rows.shape[1]
        return found.reshape(-1, *numbers.shape)

    def _exchanged(self, portion: Sequence[Numbers]) -> list[Numbers]:
        """For each array (N,) those of all processes, (processes, N), which stay until the exchange after the next."""
        self._count += 1
        places = self._places[self._count % 2]
        found, start = [], 0
        for numbers in portion:
            rows = places[:, start : start + numbers.nbytes].view(numbers.dtype)
            rows[self._rank] = numbers
            found.append(rows)
            start += numbers.nbytes
        self._counts[self._rank] = self._count
        for other in range(len(self._processes)):
            self._wait_for(other)
        return found

    def _wait_for(self, other: int) -> None:
        for _ in range(EAGER_LOOKS):
            if self._counts[other] >= self._count:
                return
            os.sched_yield()
        started = time.monotonic()
        while self._counts[other] < self._count:
            time.sleep(NAP_SECONDS)
            if time.monotonic() - started > self._silence:
                raise RuntimeError("timed out")
            if not _is_there(self._processes[other]) and self._counts[other] < self._count:
                raise RuntimeError("it has ended")


def _portions(arrays: Sequence[Numbers]) -> list[list[Numbers]]:
    """All of ``arrays``, cut where it must be so that each portion fits into :data:`PART_BYTES`."""
    portions: list[list[Numbers]] = []
    room = 0
    for array in arrays:
        start = 0
        while start < len(array):
            if room < array.itemsize:
                portions.append([])
                room = PART_BYTES
            piece = array[start : start + room // array.itemsize]
            portions[-1].append(piece)
            start, room = start + len(piece), room - piece.nbytes
    return portions


def _size(processes: int) -> int:
    return processes * (_LINE + 2 * PART_BYTES)


def _is_there(process: int) -> bool:
    """Whether it runs; one that has ended stays in the list until its parent has seen it."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False
