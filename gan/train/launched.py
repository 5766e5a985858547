"""What started this process: a person, or ``torchrun`` or SLURM, which start the same command again after a loss."""

import os

REQUEUE_STATUS = 75
"""Of a training that a scheduler has cut: everything is saved, and the same command goes on (EX_TEMPFAIL)."""


def is_launched() -> bool:
    """Whether ``torchrun`` or a job of SLURM started this process, so that the same command may come again."""
    return "TORCHELASTIC_RUN_ID" in os.environ or "SLURM_JOB_ID" in os.environ


def restarts() -> int:
    """How often ``torchrun`` has started this team again because of a loss."""
    return number("TORCHELASTIC_RESTART_COUNT")


def most_restarts() -> int:
    """How often it may."""
    return number("TORCHELASTIC_MAX_RESTARTS")


def is_to_restart() -> bool:
    """Whether ``torchrun`` will start the team again if one of its processes ends now."""
    return restarts() < most_restarts()


def minder() -> int | None:
    """The process of ``torchrun`` that will start this team again after a loss; None if none will."""
    return os.getppid() if is_to_restart() else None


def number(name: str, otherwise: int = 0) -> int:
    """A whole number that the environment holds."""
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else otherwise
