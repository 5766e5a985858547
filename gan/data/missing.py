"""Pictures that a generator learned from and that are not here: noticing it, and being told where they are."""

from pathlib import Path

from gan.data.base import DataError, ImageSet
from gan.data.finding import is_in
from gan.data.listing import require_pictures
from gan.data.named import NAMED_SETS, SETS, is_here
from gan.data.remembered import remember_folder, remembered_folder
from gan.words import tr


def is_missing(data: str) -> bool:
    """Whether ``data``, a set's name or the path of pictures, is not on this computer."""
    if data in NAMED_SETS:
        return not is_here(data)
    return not Path(data).expanduser().exists() and remembered_folder(data) is None


def current_place(data: str) -> str:
    """``data``, or the folder that a person named in its stead when it was gone."""
    moved = None if data in NAMED_SETS or Path(data).expanduser().exists() else remembered_folder(data)
    return data if moved is None else str(moved)


def real_place(data: str, data_dir: Path | None = None) -> str:
    """Where the real pictures lie that a generator which learned from ``data`` is held to.

    It is :func:`current_place`, but of a named set that is neither in ``data_dir`` nor elsewhere on this computer the
    excerpt that comes with the program, if there is one; nothing is downloaded to find out. Who trains wants all.
    """
    excerpt = SETS[data].excerpt_name if data in SETS else ""
    return excerpt if excerpt and not is_here(data, data_dir) else current_place(data)


def is_superseded(images: ImageSet, data: str) -> bool:
    """Whether ``images`` are the excerpt that stood for ``data``, all of which is on this computer by now."""
    return data in SETS and images.name == SETS[data].excerpt_name and is_here(data)


def look_in(data: str, folder: Path) -> None:
    """Take ``data`` from ``folder`` from now on, which holds the files of the named set, or the pictures.

    Raises :class:`DataError` or :class:`gan.errors.UsageError` if it does not, and :class:`gan.files.FileError`.
    """
    files = SETS[data].files if data in SETS else None
    if files is None:
        require_pictures(folder)
    else:
        others = [other.files for other in SETS.values() if other.files and other.name != data]
        if not is_in(files, folder, others):
            raise DataError(
                tr(
                    "{folder} is not the folder of {data}: it holds no {looked_for}; choose another one",
                    folder=folder,
                    data=data,
                    looked_for=files.looked_for,
                )
            )
    remember_folder(data, folder)
