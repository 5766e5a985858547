"""A few pictures of a set as a network would see them, without packing, loading or downloading all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gan.data.base import DataError, Images, UnreadablePicture, Wanted
from gan.data.conversion import converted
from gan.data.imagesets import NAMED_SETS, describe
from gan.data.listing import list_pictures
from gan.data.named import is_here, load_named
from gan.data.pictures import BACKGROUNDS, Crop, PictureFormat, read_pictures


@dataclass(frozen=True)
class Preview:
    """``images`` is uint8 (N, C, H, W), from all parts of the set; ``total`` counts the files or pictures there are.

    ``unreadable`` are those of the looked at that cannot be read; ``total`` is 0 where it is not known.
    """

    images: Images
    total: int
    unreadable: Sequence[UnreadablePicture] = ()


def preview(
    data: str, image_size: int, channels: int, count: int, *, background: str = "white", crop: str = Crop.MIDDLE
) -> Preview:
    """At most ``count`` pictures of ``data``, brought into shape as for training.

    Raises :class:`gan.errors.UsageError` for no such set or folder, and :class:`DataError` for a set that
    would have to be downloaded first.
    """
    describe(data)
    form = PictureFormat(image_size, channels, BACKGROUNDS[background], Crop(crop))
    if data in NAMED_SETS:
        return _of_named(data, form, count)
    listing = list_pictures(Path(data))
    rows = np.linspace(0, len(listing.names) - 1, min(count, len(listing.names))).round().astype(int)
    images, unreadable = read_pictures(str(listing.folder), [listing.names[row] for row in rows], form)
    return Preview(images, len(listing.names), unreadable)


def _of_named(name: str, form: PictureFormat, count: int) -> Preview:
    if not is_here(name):
        raise DataError(f"{NAMED_SETS[name].title} is not on this computer yet; it is downloaded when a run starts")
    found = load_named(name, form, Wanted(limit=count))
    return Preview(converted(found.images, form.image_size, form.channels), 0)
