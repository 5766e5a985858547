"""Where things are kept on this computer.

The environment variable ``LATENTARIUM_HOME`` moves everything below one folder, for portable
installations and for tests; otherwise each kind of file goes where the platform wants it.
"""

import os
from pathlib import Path

import platformdirs

from gan import program

APP_NAME = "latentarium"
RESOURCES = program.FOLDER / "resources"
BUNDLED_MODELS = RESOURCES / "models"
ICON = RESOURCES / "icons" / "latentarium.svg"
EXCERPTS = RESOURCES / "data"
DEBIAN_DATASETS = Path("/usr/share/datasets")


def data_folder() -> Path:
    """Downloaded data sets (``datasets/``) and training runs (``runs/``)."""
    return _place("data", platformdirs.user_data_path(APP_NAME, appauthor=False))


def cache_folder() -> Path:
    """Files that can be made again: packed picture folders."""
    return _place("cache", platformdirs.user_cache_path(APP_NAME, appauthor=False))


def state_folder() -> Path:
    """The log file and the window's settings."""
    return _place("state", platformdirs.user_state_path(APP_NAME, appauthor=False))


def datasets_folder() -> Path:
    """The user's own data sets; downloads go here."""
    return data_folder() / "datasets"


def runs_folder() -> Path:
    """The library of training runs that the window starts."""
    return data_folder() / "runs"


def generators_folder() -> Path:
    """Where Python files of one's own lie that register generators (:mod:`gan.model.register`), or one such file.

    The environment variable ``LATENTARIUM_GENERATORS`` names another place.
    """
    own = os.environ.get("LATENTARIUM_GENERATORS")
    config = _place("config", platformdirs.user_config_path(APP_NAME, appauthor=False))
    return Path(own) if own else config / "generators"


def _place(name: str, default: Path) -> Path:
    home = os.environ.get("LATENTARIUM_HOME")
    return Path(home) / name if home else default
