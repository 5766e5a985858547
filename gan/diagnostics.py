"""What whoever helps with a problem has to know of this computer, and what stands in the program's way on it."""

import importlib.metadata
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gan.places import cache_folder, datasets_folder, runs_folder, state_folder
from gan.program import VERSION
from gan.train.disk import free_space
from gan.train.wording import size_text
from gan.words import tr

LIBRARIES = ("torch", "torchvision", "numpy", "safetensors", "av", "pillow")
LEAST_FREE = 10**9
"""Bytes: what a small run of half an hour fills, with its states and snapshots."""


@dataclass(frozen=True)
class Place:
    """A folder of the program's: what lies there, and what becomes of it if nothing can be written there."""

    name: str
    folder: Callable[[], Path]
    without: str


PLACES = (
    Place("Runs", runs_folder, "no run can be started in it"),
    Place("Data sets", datasets_folder, "no set can be downloaded"),
    Place("Cache", cache_folder, "pictures cannot be packed, and what was measured of them is not kept"),
    Place("Settings and log", state_folder, "settings, the log and unsaved work are not kept"),
)


@dataclass(frozen=True)
class Problem:
    """Something that stands in the way, in one line with what to do; ``name`` stays the same when numbers change."""

    name: str
    text: str


@dataclass(frozen=True)
class Diagnosis:
    """What is known, each fact in words by its name, and what is not as it should be."""

    facts: Mapping[str, str]
    problems: tuple[Problem, ...]


def examine(device: str = "auto") -> Diagnosis:
    """Look at everything. Imports torch, and asks disks and drivers, so this may take seconds."""
    from gan.graphics_card import look_for_card

    card = look_for_card()
    facts = version_facts() | system_facts() | _torch_facts(device, card.built_for, card.driver) | place_facts()
    idle = (Problem("card", card.problem),) if card.problem else ()
    return Diagnosis(facts, (*idle, *place_problems()))


def version_facts(libraries: tuple[str, ...] = LIBRARIES) -> dict[str, str]:
    """Versions of the program, of Python and of installed ``libraries``, which are not imported for that."""
    return {
        "Latentarium": VERSION,
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        **{name: installed_version(name) for name in libraries},
    }


def installed_version(name: str) -> str:
    """Of a package of Python; in words if there is none. A bundle knows it only of what is imported."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return str(getattr(sys.modules.get(name), "__version__", "not installed"))


def system_facts() -> dict[str, str]:
    """The operating system and its processors."""
    cores = os.cpu_count() or 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else cores
    return {"System": platform.platform(), "Processors": f"{usable} of {cores}, {platform.machine()}"}


def place_facts() -> dict[str, str]:
    """Where things lie, and how much room is left there."""
    return {place.name: _place_text(place.folder()) for place in PLACES}


def _place_text(folder: Path) -> str:
    free = _free(folder)
    return shown(folder) if free is None else tr("{folder} ({free} free)", folder=shown(folder), free=size_text(free))


def place_problems() -> tuple[Problem, ...]:
    """Folders that nothing can be written to, and too little room for runs."""
    found = [Problem(place.name, text) for place in PLACES if (text := _unwritable(place))]
    free = _free(runs_folder())
    if free is not None and free < LEAST_FREE:
        text = tr(
            "Only {free} are free for runs in {folder}, which a run soon fills with its "
            "snapshots. Free some space, or have LATENTARIUM_HOME name a folder on another disk.",
            free=size_text(free),
            folder=shown(runs_folder()),
        )
        found.append(Problem("room", text))
    return tuple(found)


def shown(path: Path) -> str:
    """``path`` for people, the home folder as ~."""
    return without_home(str(path))


def without_home(text: str, home: str | None = None) -> str:
    """``text`` with the person's home folder as ~, wherever it is named."""
    home = (os.path.expanduser("~") if home is None else home).rstrip("/\\")
    return re.sub(rf"{re.escape(home)}(?![\w-]|\.\w)", "~", text) if home else text


def _free(folder: Path) -> int | None:
    try:
        return free_space(folder)
    except OSError:  # it is somewhere that may not even be looked at
        return None


def _unwritable(place: Place) -> str:
    """One line if nothing can be written to ``place``, else nothing. No folder is made for that."""
    folder = place.folder()
    try:
        nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        with tempfile.TemporaryFile(dir=nearest):
            return ""
    except OSError as error:
        return tr(
            "Cannot write to {folder} ({problem}): {without}.",
            folder=shown(folder),
            problem=error.strerror or error,
            without=tr(place.without),
        )


def _torch_facts(device: str, built_for: str, driver: str) -> dict[str, str]:
    import torch

    from gan.devices import describe_device, pick_device
    from gan.errors import UsageError

    try:
        used = describe_device(pick_device(device))
    except UsageError as error:
        used = str(error)
    return {
        "torch is built for": f"CUDA {built_for}" if built_for else "the processor only",
        "NVIDIA driver": f"knows CUDA {driver}" if driver else "none",
        "Device": used,
        "Threads": f"{torch.get_num_threads()} for an operation",
    }
