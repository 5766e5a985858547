"""Where the files of a named set may lie, and which of them is taken."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gan import places
from gan.data.base import DataError, Wanted
from gan.data.downloads import download
from gan.data.named_set import SetFiles


def find_or_download(name: str, files: SetFiles, wanted: Wanted, others: Sequence[SetFiles] = ()) -> Any:
    """What ``found_in`` gives of the first folder that has the ``files``; if none has, they are downloaded.

    ``others`` are files of other sets, whose folders do not count. Raises :class:`DataError` if the set cannot be had.
    """
    found = _first(files, wanted.data_dir, others)
    if found is not None:
        return found
    try:
        download(name, files, places.datasets_folder(), wanted)
    except DataError as error:
        raise DataError(_missing(name, files, wanted, str(error))) from error
    found = _first(files, wanted.data_dir, others)
    if found is None:
        raise DataError(_missing(name, files, wanted, "what arrived is something else"))
    return found


def is_found(files: SetFiles) -> bool:
    """Whether one of the usual folders has them."""
    return _first(files, None, ()) is not None


def _first(files: SetFiles, data_dir: Path | None, others: Sequence[SetFiles]) -> Any | None:
    found = (files.found_in(folder) for folder in _candidates(files, data_dir, others))
    return next((one for one in found if one is not None), None)


def _candidates(files: SetFiles, data_dir: Path | None, others: Sequence[SetFiles]) -> Iterator[Path]:
    """Sets of one family have the same file names, so the folder itself counts unless it is called like another."""
    for base in _bases(data_dir):
        yield from (base / folder for folder in files.folders)
        if base == data_dir and not any(other.own(base.resolve()) for other in others):
            yield base.resolve()


def _bases(data_dir: Path | None) -> Iterator[Path]:
    if data_dir is not None:
        yield data_dir
    yield places.datasets_folder()
    yield places.DEBIAN_DATASETS


def _missing(name: str, files: SetFiles, wanted: Wanted, reason: str) -> str:
    searched = ", ".join(map(str, _bases(wanted.data_dir)))
    target = places.datasets_folder() / files.folders[0]
    return (
        f"{name} is not on this computer (looked for {files.looked_for} in {searched}) "
        f"and cannot be downloaded ({reason}); put the files into {target}, "
        "or choose another set such as sprites"
    )
