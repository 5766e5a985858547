"""Progress bars: on a terminal one is drawn on standard error, in a pipe none."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tqdm import tqdm

from gan.data.imagesets import Progress

T = TypeVar("T")


class _Bars:
    """One bar at a time; another title starts another bar."""

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None

    def __call__(self, title: str, done: int, total: int) -> None:
        if self._bar is None or self._bar.desc != title:
            self.close()
            self._bar = tqdm(total=total or None, desc=title, unit_scale=True, leave=False, file=sys.stderr)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextmanager
def show_progress() -> Iterator[Progress | None]:
    """A callback that draws bars, or None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bars = _Bars()
    try:
        yield bars
    finally:
        bars.close()


def shown(things: Iterable[T], title: str, total: int, progress: Progress | None) -> Iterator[T]:
    """The same ``things``, of which there are ``total``; ``progress``, if any, hears of each that is done."""
    for number, thing in enumerate(things, 1):
        yield thing
        if progress is not None:
            progress(title, number, total)
