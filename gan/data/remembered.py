"""Where a person said that pictures lie which were not in their usual place: one small file for all of them."""

import json
from contextlib import suppress
from pathlib import Path

from gan import places
from gan.files import is_there, write_whole
from gan.json_file import JsonError, read_json


def remembered_folder(data: str) -> Path | None:
    """The folder in which ``data``, a set's name or what once was a folder of pictures, lies now, if it is there."""
    folder = _remembered().get(data)
    return Path(folder) if folder is not None and is_there(Path(folder)) and Path(folder).is_dir() else None


def remember_folder(data: str, folder: Path) -> None:
    """Look for ``data`` in ``folder`` from now on. Raises :class:`gan.files.FileError`."""
    folders = {**_remembered(), data: str(folder.expanduser().absolute())}
    write_whole(_path(), json.dumps(folders, indent=1).encode())


def _remembered() -> dict[str, str]:
    with suppress(JsonError, OSError):
        return read_json(_path(), dict[str, str])
    return {}


def _path() -> Path:
    return places.data_folder() / "folders.json"
