"""The state of a trainer, written at once."""

from pathlib import Path

from gan.train.state import captured, write_state
from gan.train.trainer import Trainer


def save_state(path: Path, trainer: Trainer, elapsed: float) -> None:
    """What the trainer's own thread does in two parts."""
    write_state(path, captured(trainer, elapsed))
