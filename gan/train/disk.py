"""The space on the disk that a run takes, has, and will need."""

import math
import os
import shutil
from pathlib import Path

from gan.train.config import TrainConfig
from gan.train.schedule import SAMPLE_GROWTH, SNAPSHOT_GROWTH, times_due


def folder_size(folder: Path) -> int:
    """Bytes of all files below ``folder``, those with several names once; what vanishes meanwhile is left out."""
    sizes: dict[tuple[int, int], int] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                status = os.lstat(os.path.join(parent, name))
            except OSError:
                continue
            sizes[(status.st_dev, status.st_ino) if status.st_ino else (0, -len(sizes) - 1)] = status.st_size
    return sum(sizes.values())


def free_space(folder: Path) -> int | None:
    """Bytes that are free where ``folder`` is, or would be made; None if that cannot be known."""
    nearest = next((place for place in (folder, *folder.absolute().parents) if place.exists()), None)
    try:
        return None if nearest is None else shutil.disk_usage(nearest).free
    except OSError:
        return None


def expected_size(config: TrainConfig, state: int, generator: int, seconds: float) -> int:
    """Bytes that a run takes at most after ``seconds`` of training, given those of its state and of its generator."""
    states = min(config.kept_states, times_due(config.state_seconds, 0.0, seconds) + 1)
    snapshots = times_due(config.snapshot_seconds, SNAPSHOT_GROWTH, seconds) + 1
    samples = times_due(config.sample_seconds, SAMPLE_GROWTH, seconds) + 1
    grid = config.sample_count * math.prod(config.model.picture_shape)
    newest_and_next = 2
    return (states + newest_and_next) * state + snapshots * generator + samples * grid
