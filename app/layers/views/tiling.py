"""Where square tiles stand in a field: as large as fits, or scrolled. Knows no Qt."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

_SMALLEST = 24
_SMALLEST_OF_LARGE_MAPS = 32


@dataclass(frozen=True)
class Tiling:
    """``count`` tiles of ``tile`` x ``tile`` pixels in rows of ``columns``, ``gap`` pixels apart.

    The first one's upper left pixel is (``left``, ``top``).
    """

    count: int
    columns: int
    tile: int
    gap: int
    left: int
    top: int

    @property
    def rows(self) -> int:
        """How many rows there are, the last perhaps shorter."""
        return math.ceil(self.count / self.columns)

    @property
    def height(self) -> int:
        """Pixels from the top of the field to below the last row and its gap."""
        return self.top + self.rows * self.pitch

    @property
    def pitch(self) -> int:
        """Pixels from one tile to the next."""
        return self.tile + self.gap

    def corner(self, index: int) -> tuple[int, int]:
        """x and y of a tile's upper left pixel."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.pitch, self.top + row * self.pitch

    def at(self, x: int, y: int) -> int | None:
        """The tile under a pixel; None in a gap or beside the tiles."""
        column, in_column = divmod(x - self.left, self.pitch)
        row, in_row = divmod(y - self.top, self.pitch)
        index = row * self.columns + column
        inside = 0 <= column < self.columns and max(in_column, in_row) < self.tile
        return index if inside and 0 <= index < self.count else None

    def between(self, top: int, bottom: int) -> range:
        """The tiles of all rows that reach into the pixels from ``top`` to ``bottom``."""
        first = max(0, (top - self.top) // self.pitch)
        last = min(self.rows, (bottom - self.top) // self.pitch + 1)
        return range(first * self.columns, max(first * self.columns, min(self.count, last * self.columns)))


def fit_tiles(count: int, side: int, width: int, height: int, gap: int, smallest: int | None = None) -> Tiling:
    """The largest tiles for ``count`` maps of ``side`` x ``side`` values in ``width`` x ``height`` pixels.

    From twice the map's side on, a tile is a whole multiple of it, so that all values are equally large.
    Where several numbers of columns give equal tiles, the last row is as full as possible. If the tiles
    would be smaller than ``smallest`` pixels (by default 24 to 32, by ``side``), they get that size and the
    field must be scrolled: then :attr:`Tiling.height` exceeds ``height``.
    """
    smallest = smallest or _smallest(side)
    tile, _, columns = max(_candidates(count, side, width, height, gap))
    if tile < smallest:
        tile, columns = smallest, max(1, min(count, (width - gap) // (smallest + gap)))
    rows = math.ceil(count / columns)
    left, top = (_margin(length, n, tile, gap) for length, n in ((width, columns), (height, rows)))
    return Tiling(count, columns, tile, gap, left, top)


def _candidates(count: int, side: int, width: int, height: int, gap: int) -> Iterator[tuple[int, int, int]]:
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        tile = min((width - gap) // columns, (height - gap) // rows) - gap
        yield _whole_multiple(tile, side), count - rows * columns, columns


def _whole_multiple(tile: int, side: int) -> int:
    return tile - tile % side if tile >= 2 * side else tile


def _smallest(side: int) -> int:
    return side * math.ceil(_SMALLEST / side) if side < _SMALLEST_OF_LARGE_MAPS else _SMALLEST_OF_LARGE_MAPS


def _margin(length: int, tiles: int, tile: int, gap: int) -> int:
    return max(gap, (length - tiles * (tile + gap) + gap) // 2)
