"""Where new runs and branches go in the library of runs."""

from datetime import datetime
from pathlib import Path

from gan.places import runs_folder
from gan.train.config import TrainConfig
from gan.train.run import Run


def new_run_folder(config: TrainConfig) -> Path:
    """A folder in the library of runs that is not there yet, named after the pictures and the time."""
    return _free_folder(f"{Path(config.data).name or 'run'}-{datetime.now():%Y-%m-%d-%H%M%S}")


def new_pair_folder(config: TrainConfig) -> Path:
    """The same for two networks, whose runs lie in it."""
    return _free_folder(f"two-networks-{new_run_folder(config).name}")


def branch_folder(run: Run, step: int) -> Path:
    """A folder in the library that is not there yet, for a branch of ``run``."""
    return _free_folder(f"{run.folder.name}-from-{step}")


def _free_folder(name: str) -> Path:
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(runs_folder() / name for name in names if not (runs_folder() / name).exists())
