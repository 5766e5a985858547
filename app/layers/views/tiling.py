"""Where tiles stand in a field: as large as fits, or scrolled. Knows no Qt."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gan.sizes import Size

_SMALLEST = 24
_SMALLEST_OF_LARGE_MAPS = 32


@dataclass(frozen=True)
class Tiling:
    """``count`` tiles of ``tile`` pixels in rows of ``columns``, ``gap`` pixels apart.

    The first one's upper left pixel is (``left``, ``top``).
    """

    count: int
    columns: int
    tile: Size
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
        return self.top + self.rows * self.pitch.height

    @cached_property
    def pitch(self) -> Size:
        """Pixels from one tile to the next, across and down."""
        return Size(self.tile.width + self.gap, self.tile.height + self.gap)

    def corner(self, index: int) -> tuple[int, int]:
        """x and y of a tile's upper left pixel."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.pitch.width, self.top + row * self.pitch.height

    def at(self, x: int, y: int) -> int | None:
        """The tile under a pixel; None in a gap or beside the tiles."""
        column, in_column = divmod(x - self.left, self.pitch.width)
        row, in_row = divmod(y - self.top, self.pitch.height)
        index = row * self.columns + column
        inside = 0 <= column < self.columns and in_column < self.tile.width and in_row < self.tile.height
        return index if inside and 0 <= index < self.count else None

    def between(self, top: int, bottom: int) -> range:
        """The tiles of all rows that reach into the pixels from ``top`` to ``bottom``."""
        first = max(0, (top - self.top) // self.pitch.height)
        last = min(self.rows, (bottom - self.top) // self.pitch.height + 1)
        return range(first * self.columns, max(first * self.columns, min(self.count, last * self.columns)))


@lru_cache(maxsize=64)
def fit_tiles(count: int, cells: Size, field: Size, gap: int, smallest: int | None = None) -> Tiling:
    """The largest tiles for ``count`` maps of ``cells`` values in a ``field`` of pixels.

    From twice the map's size on, a tile is a whole multiple of it, so that all values are equally large.
    Where several numbers of columns give equal tiles, the last row is as full as possible. If the shorter side of a
    tile would have fewer than ``smallest`` pixels (by default 24 to 32, by that of the map), it gets so many, if
    the field is wide enough, and must be scrolled: then :attr:`Tiling.height` exceeds that of the field.
    """
    smallest = smallest or _smallest(min(cells))
    tile, _, columns = max(_candidates(count, cells, field, gap), default=(Size(0, 0), 0, 1))
    if min(tile) < smallest:
        tile = cells.around(Size(smallest, smallest))
        tile = cells.within(Size(max(1, min(tile.width, field.width - 2 * gap)), tile.height))
        columns = max(1, min(count, (field.width - gap) // (tile.width + gap)))
    rows = math.ceil(count / columns)
    left, top = (_margin(*sides, gap) for sides in zip(field, (columns, rows), tile, strict=True))
    return Tiling(count, columns, tile, gap, left, top)


def _candidates(count: int, cells: Size, field: Size, gap: int) -> Iterator[tuple[Size, int, int]]:
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        room = Size((field.width - gap) // columns - gap, (field.height - gap) // rows - gap)
        if min(room) > 0:
            yield _largest(cells, room), count - rows * columns, columns


def _largest(cells: Size, room: Size) -> Size:
    factor = min(room.width // cells.width, room.height // cells.height)
    return cells.times(factor) if factor >= 2 else cells.within(room)


def _smallest(side: int) -> int:
    return side * math.ceil(_SMALLEST / side) if side < _SMALLEST_OF_LARGE_MAPS else _SMALLEST_OF_LARGE_MAPS


def _margin(length: int, tiles: int, tile: int, gap: int) -> int:
    return max(gap, (length - tiles * (tile + gap) + gap) // 2)
