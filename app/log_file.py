"""The log file in the user's state folder, for reports of what went wrong."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from gan.places import state_folder

LARGEST = 1_000_000


def log_path() -> Path:
    """Where the log is."""
    return state_folder() / "latentarium.log"


def start_log() -> None:
    """Send warnings and errors to the file, and to standard error where no file can be written."""
    handler: logging.Handler
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_path(), maxBytes=LARGEST, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
