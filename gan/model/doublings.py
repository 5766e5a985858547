"""Which sizes pictures can have: a small map whose sides are doubled a few times; no torch in here.

The first map has 4 to 8 cells along its shorter side, as in the DCGAN paper, and 16 at most along the other, which
leaves proportions up to 4 : 1.
"""

import functools
import math
from itertools import product

from gan.errors import UsageError
from gan.sizes import Sides, Size, read_size
from gan.words import tr

OFFERED_SIZES: tuple[Sides, ...] = (28, 32, 48, 64, "96x64", "64x96", 96, 128, 256, 512)
SMALLEST_SIDE, LARGEST_SIDE = 16, 512
_SHORTEST, _LONGEST_SHORT, _LONGEST = 4, 8, 16
"""Cells along the shorter side of the first map, and along the longer one."""


def map_sizes(picture: Size) -> tuple[Size, ...]:
    """Sizes of the maps from the first to the picture: of 28 × 28 pixels 7 × 7, 14 × 14, 28 × 28.

    Both sides are halved while both are even and the halves have at least 4. Raises :class:`UsageError`, which names
    the nearest sizes that work, for a picture whose first map would be too large (such as 36 × 36, which stops at 9).
    """
    sizes = [picture]
    while (half := _half(sizes[0])) is not None:
        sizes.insert(0, half)
    shorter, longer = sorted(sizes[0])
    if not _is_within_limits(picture) or shorter > _LONGEST_SHORT or longer > _LONGEST:
        raise UsageError(_refusal(picture))
    return tuple(sizes)


def checked_sides(value: object) -> Sides:
    """A picture size that networks can draw, as it is kept. Raises :class:`UsageError` for any other."""
    size = read_size(value)
    map_sizes(size)
    return size.sides


def nearest_sizes(wanted: Size) -> tuple[Size, ...]:
    """Of the possible sizes the nearest that has no more pixels, and the nearest that has more; one or both."""
    room = Size(LARGEST_SIDE, LARGEST_SIDE)
    wanted = wanted.within(room) if max(wanted) > LARGEST_SIDE else wanted
    smaller = [size for size in possible_sizes() if size.pixels <= wanted.pixels]
    larger = [size for size in possible_sizes() if size.pixels > wanted.pixels]
    return tuple(min(group, key=lambda size: _difference(size, wanted)) for group in (smaller, larger) if group)


@functools.cache
def possible_sizes() -> tuple[Size, ...]:
    """Every size that :func:`map_sizes` accepts."""
    sides = range(_SHORTEST, _LONGEST + 1)
    first = [Size(*cells) for cells in product(sides, sides) if min(cells) <= _LONGEST_SHORT]
    powers = range(LARGEST_SIDE.bit_length())
    grown = (size.times(2**power) for size in first if _half(size) is None for power in powers)
    return tuple(size for size in grown if _is_within_limits(size))


def _half(size: Size) -> Size | None:
    width, height = size
    is_even = width % 2 == 0 and height % 2 == 0
    return Size(width // 2, height // 2) if is_even and min(size) >= 2 * _SHORTEST else None


def _is_within_limits(size: Size) -> bool:
    return min(size) >= SMALLEST_SIDE and max(size) <= LARGEST_SIDE


def _difference(one: Size, other: Size) -> float:
    """How far the sides are apart, and the proportions, by their logarithms."""
    across, down = (math.log(a / b) for a, b in zip(one, other, strict=True))
    return abs(across) + abs(down) + abs(across - down)


def _refusal(picture: Size) -> str:
    near = [str(size.sides) for size in nearest_sizes(picture)]
    works = (
        tr("the nearest sizes that work are {one} and {other}", one=near[0], other=near[1])
        if near[1:]
        else tr("the nearest that works is {one}", one=near[0])
    )
    if not _is_within_limits(picture):
        return tr(
            "pictures have {least} to {most} pixels a side, not {size}; {works}",
            least=SMALLEST_SIDE,
            most=LARGEST_SIDE,
            size=picture.sides,
            works=works,
        )
    return tr(
        "pictures of {size} cannot be made by doubling both sides of a small map; {works}",
        size=picture.sides,
        works=works,
    )
