"""What starts in a bundle: the window or the command line by the program's name, or any module after ``-m``."""

import multiprocessing
import os
import runpy
import sys
from pathlib import Path

PROGRAMS = {"latentarium": "main", "latentarium-gan": "gan"}


def main() -> None:
    """Run what is asked for as ``python -m`` does."""
    multiprocessing.freeze_support()
    restore_library_path()
    if sys.argv[1:2] == ["-m"]:
        module = sys.argv[2]
        del sys.argv[1:3]
    else:
        module = PROGRAMS[Path(sys.executable).stem]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def restore_library_path() -> None:
    """The bundle's libraries are for this process, not for a file manager or browser that it opens."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    main()
