"""Pictures that a generator learned from and that are not here: noticing it, and being told where they are."""

from pathlib import Path

from gan.data.base import DataError
from gan.data.finding import is_in
from gan.data.listing import require_pictures
from gan.data.named import NAMED_SETS, SETS, is_here
from gan.data.remembered import remember_folder, remembered_folder


def is_missing(data: str) -> bool:
    """Whether ``data``, a set's name or the path of pictures, is not on this computer."""
    if data in NAMED_SETS:
        return not is_here(data)
    return not Path(data).expanduser().exists() and remembered_folder(data) is None


def current_place(data: str) -> str:
    """``data``, or the folder that a person named in its stead when it was gone."""
    moved = None if data in NAMED_SETS or Path(data).expanduser().exists() else remembered_folder(data)
    return data if moved is None else str(moved)


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
            raise DataError(f"{folder} is not the folder of {data}: it holds no {files.looked_for}; choose another one")
    remember_folder(data, folder)
