"""``python -m tests.fuzz [N]`` throws N hostile JSON files, 5,000 by default, at each reader of this program.

Nothing but an error for people may come of it, and a training that reads them while it runs must not end. The window
gets a tenth as many each, as it draws itself anew after every one.
"""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

COUNT = 5_000


def main(arguments: list[str]) -> int:
    """Throw them all; the first harm that one does is told with the smallest file that does it."""
    count = int(arguments[0]) if arguments else COUNT
    with TemporaryDirectory(prefix="latentarium-fuzz-") as folder:
        os.environ["LATENTARIUM_HOME"] = str(Path(folder) / "home")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _throw_at_core(count)
        _throw_at_training(Path(folder), count)
        _throw_at_window(Path(folder), max(1, count // 10))
    return 0


def _throw_at_core(count: int) -> None:
    from tests.fuzz.readers import READERS

    for reader in READERS:
        _throw(reader, count)


def _throw_at_training(folder: Path, count: int) -> None:
    from gan.train.events import Stopped
    from tests.fuzz.steering import train_through

    began = time.monotonic()
    said = train_through(folder / "run", count)
    assert isinstance(said[-1], Stopped), said[-1]
    print(f"training: {count} files while it ran, obeyed to the end in {time.monotonic() - began:.0f} s", flush=True)


def _throw_at_window(folder: Path, count: int) -> None:
    from PySide6.QtWidgets import QApplication

    from app.window.main_window import MainWindow
    from app.window.preferences import Preferences
    from app.window.rooms import ROOMS
    from tests.app.conftest import make_workspace
    from tests.fuzz.window_readers import window_readers
    from tests.gan.tiny import save_tiny

    application = QApplication([])
    window = MainWindow(make_workspace(), ROOMS, Preferences(remember=False))
    window.show()
    window.workspace.open(str(save_tiny(folder / "tiny.safetensors")))
    application.processEvents()
    for reader in window_readers(window, folder):
        _throw(reader, count)
    window.shut_down()


def _throw(reader, count: int) -> None:  # type: ignore[no-untyped-def]
    from tests.fuzz.throwing import throw_many

    began = time.monotonic()
    throw_many(reader, count)
    print(f"{reader.name}: {count} files in {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
