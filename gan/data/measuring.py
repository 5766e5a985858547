"""One range of values for all deep pictures of a set: the same for its preview, its pack and every run."""

from collections.abc import Callable

from gan.data.base import spread
from gan.data.listing import Listing
from gan.data.pictures import sample_values
from gan.data.value_range import AUTO, measured

MOST = 1000
"""Pictures that are looked at, from all parts of a larger set."""
BATCH = 32


def measured_range(
    listing: Listing, asked: str, limit: int | None = None, between: Callable[[], None] = lambda: None
) -> str:
    """What becomes black and white of the pictures with more than 8 bits, as text; empty if there are none.

    ``asked`` is ``auto``, which measures, or what it is to be. With a limit only the first pictures count. ``between``
    is called now and then, and may raise.
    """
    names = listing.names[:limit]
    rows = spread(len(names), MOST)
    samples = []
    for start in range(0, len(rows), BATCH):
        between()
        samples += sample_values(str(listing.folder), [names[row] for row in rows[start : start + BATCH]])
    if not samples:
        return ""
    return str(measured(samples)) if asked == AUTO else asked
