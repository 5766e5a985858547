"""Progress bars: on a terminal one is drawn on standard error, in a pipe none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from gan.data.imagesets import Progress


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
