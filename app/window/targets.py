"""What a person may open: by argument, menu or drop."""

from enum import Enum, auto
from pathlib import Path

from app.session.session import Session
from gan.session_file import SUFFIX
from gan.sources import bundled_models
from gan.train.run import is_run


class Target(Enum):
    """What something turned out to be."""

    MODEL = auto()
    RUN = auto()
    PICTURES = auto()


def is_session(target: str) -> bool:
    """Whether ``target`` names a session file."""
    return Path(target).suffix.lower() == SUFFIX


def open_target(session: Session, target: str) -> Target:
    """Open a model or a run in ``session``; a folder of pictures is only recognised.

    Raises :class:`gan.errors.LatentariumError` for anything else.
    """
    path = Path(target).expanduser()
    if target in bundled_models() or not path.is_dir():
        session.open_path(target)
        return Target.MODEL
    if is_run(path):
        session.open_run(path)
        return Target.RUN
    return Target.PICTURES
