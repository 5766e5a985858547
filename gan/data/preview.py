"""A few pictures of a set as a network would see them, without packing, loading or downloading all of it."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gan.data.base import DataError, Images, SkippedFiles, UnreadablePicture, Wanted, spread
from gan.data.conversion import converted
from gan.data.imagesets import NAMED_SETS, describe
from gan.data.listing import Listing, list_pictures
from gan.data.measuring import measured_range
from gan.data.named import is_here, load_named
from gan.data.pictures import PictureFormat, read_pictures
from gan.data.value_range import AS_STORED
from gan.words import tr


@dataclass(frozen=True)
class Preview:
    """``images`` is uint8 (N, C, H, W), from all parts of the set; ``total`` counts the files or pictures there are.

    ``unreadable`` are those of the looked at that cannot be read; ``total`` is 0 where it is not known. ``skipped``,
    ``value_range`` and ``note`` are as in :class:`gan.data.base.ImageSet`.
    """

    images: Images
    total: int
    unreadable: Sequence[UnreadablePicture] = ()
    skipped: Sequence[SkippedFiles] = ()
    value_range: str = ""
    note: str = ""


def preview(data: str, form: PictureFormat, count: int, *, limit: int | None = None) -> Preview:
    """At most ``count`` pictures of ``data``, brought into ``form`` as for training on ``limit`` of them.

    Raises :class:`gan.errors.UsageError` for no such set or folder, and :class:`DataError` for a set that
    would have to be downloaded first.
    """
    describe(data)
    if data in NAMED_SETS:
        return _of_named(data, form, count)
    listing = list_pictures(Path(data))
    names = listing.names[:limit]
    found = _range_of(listing, form.value_range, limit)
    form = replace(form, value_range=found or AS_STORED)
    rows = spread(len(names), count)
    images, unreadable = read_pictures(str(listing.folder), [names[row] for row in rows], form)
    return Preview(images, len(names), unreadable, listing.skipped, found)


@functools.lru_cache(4)
def _range_of(listing: Listing, value_range: str, limit: int | None) -> str:
    """Kept, since a preview is asked for again with every other choice."""
    return measured_range(listing, value_range, limit)


def _of_named(name: str, form: PictureFormat, count: int) -> Preview:
    if not is_here(name):
        raise DataError(
            tr("{title} is not on this computer yet; it is downloaded when a run starts", title=NAMED_SETS[name].title)
        )
    found = load_named(name, form, Wanted(limit=count))
    return Preview(converted(found.images, form.size, form.channels), 0, note=found.note)
