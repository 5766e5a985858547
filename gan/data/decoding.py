"""Many picture files at once, on several processor cores, in order."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from gan.data.base import DataError, Images, UnreadablePicture
from gan.data.listing import Listing
from gan.data.pictures import PictureFormat, read_pictures
from gan.words import said_again, tr

BATCH = 32
FEW = 500
MOST_WORKERS = 4

Batch = tuple[Images, Sequence[UnreadablePicture]]


def decoded(listing: Listing, form: PictureFormat, wanted: int) -> Generator[Batch, None, None]:
    """The pictures of ``listing`` in its order: batches of uint8 (N, C, S, S), with what could not be read.

    If fewer than :data:`FEW` are ``wanted``, this happens in this process, since starting others costs
    more. Close the generator to stop early; its processes end then. Raises :class:`DataError` if one of
    them dies.
    """
    batches = [listing.names[start : start + BATCH] for start in range(0, len(listing.names), BATCH)]
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    if wanted < FEW or workers == 1:
        return (read_pictures(str(listing.folder), batch, form) for batch in batches)
    return _decoded_by_workers(str(listing.folder), batches, form, workers)


def _decoded_by_workers(
    folder: str, batches: list[tuple[str, ...]], form: PictureFormat, workers: int
) -> Generator[Batch, None, None]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _begin_worker)
    waiting: deque[tuple[tuple[str, ...], Future[Batch]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(read_pictures, folder, batch, form)))
            if len(waiting) > 2 * workers:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _result(names: tuple[str, ...], future: "Future[Batch]") -> Batch:
    try:
        pictures, unreadable = future.result()
    except BrokenProcessPool as error:
        words = tr(
            "a process that reads pictures died at or after {name}; it may have run out of memory, "
            "or a damaged file among the next ones crashes the decoder: move those away and try again",
            name=names[0],
        )
        raise DataError(words) from error
    return pictures, [replace(entry, reason=said_again(entry.reason)) for entry in unreadable]


def _begin_worker() -> None:
    """Leave Ctrl+C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
