"""Latentarium as it is installed: its packages ``app`` and ``gan`` and its ``resources`` lie in this folder.

They call each other by these names, which are too common to be installed beside other people's packages. Importing
``latentarium`` makes them known, so that ``import latentarium; from gan.render import Renderer`` works anywhere.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


def window() -> int:
    """Open the window, as ``python main.py`` does in a clone; returns the exit status."""
    from app.application import main

    return main()


def command_line() -> int:
    """Run one command, as ``python -m gan`` does in a clone; returns the exit status."""
    from gan.__main__ import run

    return run()
