"""Where the robot lives: a home of its own, which nothing that it does leaves, and the files that it finds there."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

NOWHERE = "http://127.0.0.1:9"
"""Nobody answers there."""
LARGEST_SIDE, MOST_MAPS, LARGEST_BATCH = 64, 32, 256
"""What the robot may train, however it has filled in the form."""
KEPT_BYTES = 2**20
"""Up to which generators stay loaded, full at once: those that happen to be there would be taken for growth."""


def move_in(folder: Path) -> None:
    """Have everything below ``folder`` that this process and its children keep, and nothing from any network.

    To be called before Qt is imported.
    """
    home = folder / "home"
    for name in ("Documents", "Pictures", "runtime"):
        (home / name).mkdir(parents=True, exist_ok=True)
    places = {"HOME": "", "USERPROFILE": "", "LATENTARIUM_HOME": "latentarium", "XDG_RUNTIME_DIR": "runtime"}
    places |= {f"XDG_{kind.upper()}_HOME": kind for kind in ("data", "config", "cache", "state")}
    os.environ.update({name: str(home / place) for name, place in places.items()})
    os.environ.update(dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE))
    (home / "runtime").chmod(0o700)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OMP_NUM_THREADS", "1")


def make_files(folder: Path) -> list[Path]:
    """Good and bad ones of every kind that the window opens; the first ones can be looked at for long."""
    from tests.app.judged import make_judged_run
    from tests.app.layouts import CLASSES, save_layout
    from tests.gan import foreign
    from tests.gan.tiny import COLOUR, make_run, save_tiny

    folder.mkdir(parents=True)
    good = [
        save_tiny(folder / "grey.safetensors"),
        save_tiny(folder / "colour.safetensors", COLOUR),
        save_layout(folder, CLASSES),
        make_judged_run(folder / "judged").folder,
        make_run(folder / "unfinished", end=None).folder,
        foreign.save(folder / "foreign.pth", foreign.generator().state_dict()),
        *_pictures(folder / "pictures"),
    ]
    return [*good, *_bad_files(folder, good[0])]


def _pictures(folder: Path) -> Iterator[Path]:
    import numpy as np

    from gan.images import save_png

    for kind in range(2):
        for number in range(12):
            save_png(folder / f"kind {kind}" / f"{number}.png", np.full((30, 40, 3), 20 * number + kind, np.uint8))
    yield folder
    yield folder / "kind 0" / "3.png"


def _bad_files(folder: Path, model: Path) -> Iterator[Path]:
    contents = {
        "cut.safetensors": model.read_bytes()[:900],
        "text.safetensors": b"this is no generator",
        "empty.safetensors": b"",
        "no zip.pth": b"PK\x03\x04 and nothing else",
        "no picture.png": b"\x89PNG\r\n\x1a\n and nothing else",
        "empty.json": b"",
        "hostile.json": b"[" * 5000,
        "other.json": b'{"format": "something else", "z": [1, 2, 3]}',
        "<b>tags & ä.json": b"{}",
        "notes.txt": b"notes",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        yield folder / name
    (folder / "nothing in it").mkdir()
    yield folder / "nothing in it"
    yield folder / "not there.safetensors"


@contextmanager
def kept_at_home(chance: Callable[[], random.Random], files: list[Path], out: Path) -> Iterator[None]:
    """No dialog of the system is shown, no program opened, no trash used, and nothing large trained.

    Questions for files are answered by ``chance``, which may answer that the person changed their mind.
    """
    import pytest

    from gan import render
    from tests.app.trash import pretend_trash

    out.mkdir()
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        _answer_for_files(patch, chance, files, out)
        patch.setattr(render, "KEPT_BYTES", KEPT_BYTES)
        pretend_trash(patch, out.parent / "trash")
        stack.enter_context(_small_trainers(patch))
        yield


def _answer_for_files(patch: Any, chance: Callable[[], random.Random], files: list[Path], out: Path) -> None:
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog

    def a_file(*_: object) -> tuple[str, str]:
        return str(chance().choice([*(path for path in files if not path.is_dir()), ""])), ""

    def a_folder(*_: object) -> str:
        return str(chance().choice([*(path for path in files if path.is_dir()), ""]))

    def a_new_file(_: object, title: str, usual: str, *more: object) -> tuple[str, str]:
        in_the_way = files[0] / "below a file.png"
        return str(chance().choice([out / Path(usual).name, out / "again.json", out / "no suffix", in_the_way, ""])), ""

    patch.setattr(QFileDialog, "getOpenFileName", a_file)
    patch.setattr(QFileDialog, "getExistingDirectory", a_folder)
    patch.setattr(QFileDialog, "getSaveFileName", a_new_file)
    patch.setattr(QDesktopServices, "openUrl", lambda url: True)


@contextmanager
def _small_trainers(patch: Any) -> Iterator[None]:
    """Trainers are real, as long as they are small, and none outlives the robot."""
    from app.runs import forecaster, run_controller
    from app.runs.trainer_process import LaunchError
    from gan.train.run import Run
    from tests.app.trainers import watched_trainers

    with watched_trainers(patch, pretend=False):
        launch, measure = run_controller.launch, forecaster._measure

        def launch_small(arguments: list[str], error_path: Path) -> Any:
            _, _, run, *_ = arguments
            if not _is_small(Run.open(Path(run)).config):
                raise LaunchError("the robot trains small networks only")
            return launch(arguments, error_path)

        def measure_small(job: Any, config: Any) -> str:
            if not _is_small(config):
                raise forecaster.ForecastError("the robot measures small networks only")
            return measure(job, config)

        patch.setattr(run_controller, "launch", launch_small)
        patch.setattr(forecaster, "_measure", measure_small)
        yield


def _is_small(config: Any) -> bool:
    model = config.model
    maps = max(model.ngf, model.ndf)
    return bool(model.image_size <= LARGEST_SIDE and maps <= MOST_MAPS and config.batch_size <= LARGEST_BATCH)
