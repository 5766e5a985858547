"""Names, folders and files -> pictures to learn from. The front door of this room."""

import difflib
from dataclasses import replace
from pathlib import Path

import numpy as np

from gan.data.base import (
    EVERYTHING,
    DataError,
    DataInfo,
    ImageSet,
    Progress,
    UnreadablePicture,
    Wanted,
)
from gan.data.containers import ARRAY, is_container, open_array
from gan.data.conversion import converted
from gan.data.listing import class_names, list_pictures, require_pictures
from gan.data.named import NAMED_SETS, SETS, load_held_out, load_named
from gan.data.packing import Pack, pack_folder
from gan.data.pictures import TRAINABLE, PictureFormat
from gan.errors import UsageError
from gan.words import tr

__all__ = [
    "NAMED_SETS",
    "DataError",
    "DataInfo",
    "ImageSet",
    "Progress",
    "UnreadablePicture",
    "Wanted",
    "describe",
    "held_out_part",
    "label_names",
    "load_imageset",
    "new_pictures",
    "picture_count",
]

FOLDER_IMAGE_SIZE = 64


def describe(data: str) -> DataInfo:
    """What ``data``, the name of a set or the path of a folder, .zip or .npy file of pictures, stands for.

    A name goes before a folder that is called the same; ``./mnist`` means the folder. Raises
    :class:`UsageError` for anything else, a folder without any picture included.
    """
    if data in NAMED_SETS:
        return NAMED_SETS[data]
    folder = Path(data).expanduser()
    if not data.strip() or not (folder.is_dir() or is_container(folder)):
        raise UsageError(_unknown(data, folder))
    require_pictures(folder)
    name = folder.resolve().name
    channels = 1 if folder.is_file() and folder.suffix.lower() == ARRAY and _is_grey(folder) else 3
    explanation = tr("Your own pictures in {folder}.", folder=folder.resolve())
    return DataInfo(name, name, FOLDER_IMAGE_SIZE, channels, explanation)


def _is_grey(path: Path) -> bool:
    shape = open_array(path).shape
    return len(shape) == 3 or shape[3] == 1


def picture_count(data: str, limit: int | None = None) -> int:
    """How many pictures ``data`` holds, none of which is read, but at most ``limit``.

    Of a folder every picture counts, whether it can be read or not. Raises :class:`UsageError`.
    """
    describe(data)
    count = SETS[data].count if data in SETS else len(list_pictures(Path(data)).names)
    return count if limit is None else min(count, limit)


def label_names(data: str) -> tuple[str, ...]:
    """The classes that the pictures of ``data`` belong to, in the order of their labels; empty if there are none.

    No picture is read; of a folder all names are. Raises :class:`UsageError`.
    """
    describe(data)
    return SETS[data].label_names if data in SETS else tuple(sorted(set(class_names(list_pictures(Path(data)).names))))


def load_imageset(data: str, form: PictureFormat | None = None, wanted: Wanted = EVERYTHING) -> ImageSet:
    """The training pictures of ``data``, a name or a folder, as :func:`describe` understands it.

    They are resized and converted to ``form``, or as :func:`describe` says without one. Its background and crop hold
    for folders only. Raises :class:`UsageError`, :class:`DataError` and
    :class:`gan.data.packing.PackingCancelledError`.
    """
    info = describe(data)
    if form is not None and form.channels not in TRAINABLE:
        raise UsageError("pictures of a set are read in grey or colour, without opacity")
    form = form or PictureFormat(info.image_size, info.channels)
    try:
        found = load_named(data, form, wanted) if data in NAMED_SETS else _load_folder(info, Path(data), form, wanted)
        return replace(found, images=converted(found.images, form.size, form.channels))
    except MemoryError as error:
        raise DataError(
            tr("not enough memory for {name}; take fewer pictures or a smaller picture size", name=info.name)
        ) from error


def held_out_part(data: str, form: PictureFormat | None = None, wanted: Wanted = EVERYTHING) -> ImageSet | None:
    """The pictures of ``data`` that nothing is trained on, as :func:`load_imageset` gives the others.

    None where there are none: a folder has no such part, and of a named set it may not be on this computer. The limit
    holds for this part on its own. Raises :class:`UsageError` and :class:`DataError`.
    """
    info = describe(data)
    if data not in NAMED_SETS:
        return None
    form = form or PictureFormat(info.image_size, info.channels)
    found = load_held_out(data, form, wanted)
    return None if found is None else replace(found, images=converted(found.images, form.size, form.channels))


def new_pictures(data: str, form: PictureFormat | None = None, wanted: Wanted = EVERYTHING) -> ImageSet:
    """Pictures of ``data`` that nothing was trained on; where there are none, those of :func:`load_imageset`."""
    held_out = held_out_part(data, form, wanted)
    return load_imageset(data, form, wanted) if held_out is None else held_out


def _load_folder(info: DataInfo, folder: Path, form: PictureFormat, wanted: Wanted) -> ImageSet:
    pack = pack_folder(folder, form, wanted)
    return replace(
        _labelled(info.name, pack),
        source=str(folder.expanduser().resolve()),
        unreadable=pack.unreadable,
        skipped=pack.skipped,
        value_range=pack.value_range,
    )


def _labelled(name: str, pack: Pack) -> ImageSet:
    """Class folders are labels."""
    if not pack.classes:
        return ImageSet(name, pack.images)
    label_names, labels = np.unique(pack.classes, return_inverse=True)
    return ImageSet(name, pack.images, labels.astype(np.int64), tuple(map(str, label_names)))


def _unknown(data: str, folder: Path) -> str:
    names = ", ".join(NAMED_SETS)
    if folder.is_file():
        return f"{data} is a file; give the folder (or a .zip or .npy file) that holds the pictures, or one of {names}"
    close = difflib.get_close_matches(data.lower(), NAMED_SETS, n=1)
    hint = f" did you mean {close[0]}?" if close else ""
    return f"{data!r} is neither a data set nor a folder;{hint} take one of {names}, or a folder of pictures"
