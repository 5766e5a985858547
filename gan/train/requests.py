"""What viewers ask of a trainer, in the ``control.json`` of its run."""

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path

from gan.files import write_whole
from gan.json_file import JsonError, read_items

_FAR_FUTURE = 2**62
"""In nanoseconds since the epoch; no request of this program has such an id, which could be followed by none."""

HURRIED = "hurried"
"""The value, whatever it is, by which a stop is one that a scheduler asks for."""


class Action(StrEnum):
    """What a viewer can ask of a trainer."""

    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    """End with everything saved; with :data:`HURRIED` as soon as can be, as a scheduler takes the machine away."""
    SNAPSHOT = "snapshot"
    SET_LR = "set-lr"
    """Change the learning rates to the values ``lr_g`` and ``lr_d``; one of them may be left out."""
    STEP_D = "step-d"
    """Pause, if the run is not paused yet, and let D learn from one batch."""
    STEP_G = "step-g"
    """The same for G, which completes a step."""


@dataclass(frozen=True)
class Request:
    """One thing that a viewer asked; the trainer's answer carries the same ``id``."""

    id: int
    action: Action
    values: Mapping[str, float] = field(default_factory=dict)


def read_requests(path: Path) -> tuple[Request, ...]:
    """What ``path`` asks for, oldest first. What cannot be understood is left out."""
    try:
        return tuple(read_items(path, Request))
    except (OSError, JsonError):
        return ()


def add_request(path: Path, action: Action, values: Mapping[str, float]) -> int:
    """Ask for one thing more in ``path``; returns its id. Raises :class:`FileError`."""
    earlier = read_requests(path)
    request = Request(_free_id({other.id for other in earlier}), action, values)
    write_whole(path, json.dumps([asdict(entry) for entry in (*earlier, request)]).encode())
    return request.id


def _free_id(taken: set[int]) -> int:
    """One that follows on the others. Clocks can stand still between two calls, or be set back."""
    first = max([time.time_ns(), *(id + 1 for id in taken if id < _FAR_FUTURE)])
    return next(id for id in count(first) if id not in taken)
