"""Where the files of a named set may lie, and which of them is taken."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gan import places
from gan.data.base import DataError, Wanted
from gan.data.downloads import download
from gan.data.named_set import SetFiles
from gan.data.remembered import remembered_folder
from gan.words import marked, said, tr

OFFLINE = marked("there is no connection to the internet, or nobody answers at the other end")
_OFFLINE_SIGNS = ("urlopen error", "name resolution", "getaddrinfo", "timed out", "unreachable", "no route to host")

_ANOTHER = marked("another set")


def find_or_download(
    name: str, files: SetFiles, wanted: Wanted, others: Sequence[SetFiles] = (), instead: str = _ANOTHER
) -> Any:
    """What ``found_in`` gives of the first folder that has the ``files``; if none has, they are downloaded.

    ``others`` are files of other sets, whose folders do not count. Raises :class:`DataError` if the set cannot be had,
    which names what can be taken ``instead``.
    """
    found = _first(name, files, wanted.data_dir, others)
    if found is not None:
        return found
    try:
        download(name, files, places.datasets_folder(), wanted)
    except DataError as error:
        raise DataError(_missing(name, files, wanted, _in_plain_words(str(error)), instead)) from error
    found = _first(name, files, wanted.data_dir, others)
    if found is None:
        raise DataError(_missing(name, files, wanted, tr("what arrived is something else"), instead))
    return found


def is_found(name: str, files: SetFiles, data_dir: Path | None = None, others: Sequence[SetFiles] = ()) -> bool:
    """Whether ``data_dir`` has them, one of the usual folders, or the one that a person named."""
    return _first(name, files, data_dir, others) is not None


def is_in(files: SetFiles, folder: Path, others: Sequence[SetFiles]) -> bool:
    """Whether ``folder`` has them, or one below it that bears one of their own names."""
    return any(files.found_in(place) is not None for place in _named_by_a_person(files, folder, others))


def _first(name: str, files: SetFiles, data_dir: Path | None, others: Sequence[SetFiles]) -> Any | None:
    found = (files.found_in(folder) for folder in _candidates(name, files, data_dir, others))
    return next((one for one in found if one is not None), None)


def _candidates(name: str, files: SetFiles, data_dir: Path | None, others: Sequence[SetFiles]) -> Iterator[Path]:
    for named in (data_dir, remembered_folder(name)):
        if named is not None:
            yield from _named_by_a_person(files, named, others)
    for base in (places.datasets_folder(), places.DEBIAN_DATASETS):
        yield from _below(files, base)


def _named_by_a_person(files: SetFiles, folder: Path, others: Sequence[SetFiles]) -> Iterator[Path]:
    """Sets of one family have the same file names, so the folder itself counts unless it is called like another."""
    yield from _below(files, folder)
    if not any(other.own(folder.resolve()) for other in others):
        yield folder.resolve()


def _below(files: SetFiles, base: Path) -> Iterator[Path]:
    return (base / folder for folder in files.folders)


def _in_plain_words(reason: str) -> str:
    return tr(OFFLINE) if any(sign in reason.lower() for sign in _OFFLINE_SIGNS) else reason.rstrip(".")


def _missing(name: str, files: SetFiles, wanted: Wanted, reason: str, instead: str) -> str:
    named = (wanted.data_dir, remembered_folder(name), places.datasets_folder(), places.DEBIAN_DATASETS)
    searched = ", ".join(str(folder) for folder in named if folder is not None)
    return tr(
        "{name} is not on this computer and cannot be downloaded: {reason}. Put {files} and the files beside it into "
        "{folder} (looked in {searched}), or choose {instead} such as sprites",
        name=name,
        reason=reason,
        files=files.looked_for,
        folder=places.datasets_folder() / files.folders[0],
        searched=searched,
        instead=said(instead),
    )
