"""Where a run's own pictures lie, and whether they are still those that it was trained on."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from gan.data.fingerprint import Fingerprint, Likeness, fingerprint
from gan.data.imagesets import NAMED_SETS
from gan.errors import UsageError
from gan.files import write_whole
from gan.json_file import JsonError, read_json
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.words import marked, tr

_CHANGES: dict[Likeness | None, str] = {
    Likeness.GROWN: marked(
        "{data} has more pictures than when this run was trained before; it learns from the {count:,} pictures that "
        "are there now"
    ),
    Likeness.CHANGED: marked(
        "{data} has in part other pictures than when this run was trained before; it learns from the {count:,} "
        "pictures that are there now"
    ),
}


def placed(data: str) -> str:
    """``data`` as a run keeps it: a folder or file that is there by its absolute place, anything else as it is."""
    return os.path.abspath(Path(data).expanduser()) if data.strip() and _is_place(data) else data


def likeness(run: Run, data: str) -> Likeness | None:
    """What the pictures of ``data`` are to those that ``run`` learned from; None if the run does not know these."""
    known = _known(run)
    return known.likeness(Path(data)) if known is not None and _is_place(data) else None


def require_same_pictures(run: Run, data: str) -> None:
    """Raises :class:`UsageError` if ``run`` learned from other pictures than those of ``data``, as far as it knows."""
    if likeness(run, data) is Likeness.OTHER:
        raise UsageError(
            tr(
                "the pictures in {data} are not those that {folder} was trained on; if they were moved, "
                "name their new place: --resume --data PLACE; for other pictures make a branch: "
                "--branch-from {folder} --data PLACE",
                data=data,
                folder=run.folder,
            )
        )


def are_gone(run: Run) -> bool:
    """Whether the pictures that ``run`` was trained on are not where they were."""
    data = run.config.data
    return _known(run) is not None and data not in NAMED_SETS and not _is_place(data)


def require_place(run: Run) -> None:
    """Raises :class:`UsageError` if :func:`are_gone`."""
    if are_gone(run):
        raise UsageError(
            tr(
                "the pictures of {folder} are not in {data} any more; name where they are now: --resume --data PLACE",
                folder=run.folder,
                data=run.config.data,
            )
        )


def require_moved(run: Run, data: str) -> None:
    """Raises :class:`UsageError` unless ``data`` is where the pictures of ``run`` have been moved to."""
    if likeness(run, data) is None:
        raise UsageError(
            tr(
                "{folder} was trained on {data}; start a new run or a branch (--branch-from) for other pictures",
                folder=run.folder,
                data=run.config.data,
            )
        )
    require_same_pictures(run, data)


def tell_of_change(run: Run) -> Iterator[TrainEvent]:
    """Says what has become of a folder of pictures since the last sitting, and remembers it as it is now."""
    data = run.config.data
    if not _is_place(data):
        return
    now, before = fingerprint(Path(data)), likeness(run, data)
    if before in _CHANGES:
        yield events.Warned(tr(_CHANGES[before], data=data, count=now.count))
    if before is not Likeness.SAME:
        write_whole(run.pictures_path, json.dumps(now.to_dict()).encode())


def _is_place(data: str) -> bool:
    return data not in NAMED_SETS and Path(data).expanduser().exists()


def _known(run: Run) -> Fingerprint | None:
    try:
        return read_json(run.pictures_path, Fingerprint)
    except (OSError, JsonError):
        return None
