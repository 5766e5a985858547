"""Where the run lies that was followed outside the library while it was trained: the next start looks there too."""

import json
import logging
from pathlib import Path

from gan.files import FileError, write_whole
from gan.json_file import JsonError, read_json
from gan.places import runs_folder, state_folder

log = logging.getLogger(__name__)


def remember(folder: Path) -> None:
    """Look for a trained run in ``folder`` too from now on, instead of in the one before; the library needs none."""
    folder = folder.absolute()
    if folder.parent == runs_folder().absolute() or folder == remembered():
        return
    try:
        write_whole(_path(), json.dumps(str(folder)).encode())
    except FileError as error:
        log.warning("%s; this run is not found again by itself at the next start", error)


def remembered() -> Path | None:
    """The folder, whatever has become of it."""
    try:
        return Path(read_json(_path(), str))
    except (OSError, JsonError):
        return None


def _path() -> Path:
    return state_folder() / "followed.json"
