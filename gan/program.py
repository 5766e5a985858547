"""This program itself: its version, its folder, what people call it, and how parts of it start as processes.

It runs out of a clone, out of the installed package ``latentarium``, and out of a bundle (``make bundle``), which has
no interpreter: its command line runs a module as ``python -m`` does. In each of them ``app``, ``gan`` and
``resources`` lie in one folder. Standard library only.
"""

import subprocess
import sys
from pathlib import Path

VERSION = "0.1.0"
FOLDER = Path(__file__).resolve().parent.parent
"""Holds ``app``, ``gan`` and ``resources``. Processes that :func:`module_command` starts have to be started in it."""
IS_BUNDLED = bool(getattr(sys, "frozen", False))
IS_INSTALLED = (FOLDER / "__init__.py").is_file()
_NAMES = "latentarium", "latentarium-gan"
WINDOW, COMMAND_LINE = _NAMES if IS_BUNDLED or IS_INSTALLED else ("python main.py", "python -m gan")
"""What a person types, and what stands before what the program says."""
NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Flags of a process that Windows is to open no console for."""


def window_command() -> list[str]:
    """The words that open the window from any folder."""
    return [_bundled(WINDOW)] if IS_BUNDLED else [sys.executable, str(FOLDER / "main.py")]


def module_command(module: str, *arguments: str) -> list[str]:
    """The words that run ``module`` in a process of its own, in :data:`FOLDER`, as ``python -m`` does."""
    return [*([_bundled(COMMAND_LINE)] if IS_BUNDLED else [sys.executable]), "-m", module, *arguments]


def sealed_command(module: str) -> list[str]:
    """The words that call ``main()`` of ``module`` where nothing can be imported but Python's own library and this."""
    if IS_BUNDLED:
        return module_command(module)
    begin = f"import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"
    return [sys.executable, "-I", "-S", "-c", begin, str(FOLDER)]


def without_name(line: str) -> str:
    """What the command line said, without its name in front."""
    return line.removeprefix(f"{COMMAND_LINE}: ")


def _bundled(name: str) -> str:
    own = Path(sys.executable)
    return str(own.with_name(name + own.suffix))
