"""The window's readers: sessions with all their parts, a run that is followed, what is remembered between starts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from app.arguments import Page
from app.window import session_files
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.recent import Recent
from gan.places import state_folder
from gan.train import events
from gan.train.run import Run
from tests.fuzz.readers import CONFIG, EVENTS, Reader

OLD_SESSION = Path(__file__).parents[1] / "app" / "window" / "sessions" / "version-1.json"
PREFERENCES = {"page": "layers", "theme": "dark", "recent": '["/nowhere/a.json"]', "layout/explore": "a"}


def window_readers(window: MainWindow, folder: Path) -> tuple[Reader, ...]:
    """All of them, of a ``window`` that shows a model; ``folder`` is for the session that is changed."""
    valid = _session(window, folder)
    logged = [json.loads(events.to_json(event, 1.0)) for event in EVENTS]
    return (
        Reader("window's session", [valid], _heard(lambda path, contents: _read_session(window, path, contents))),
        Reader("window's run", logged, _heard(lambda path, contents: _read_run(window, path, contents))),
        Reader("preferences", [PREFERENCES], _heard(_read_preferences)),
    )


def _session(window: MainWindow, folder: Path) -> dict[str, Any]:
    """One with something in every part: what an old one holds, and what has come since."""
    session_files.save(window.workspace, folder / "valid.json", Page.TRAIN)
    now = json.loads((folder / "valid.json").read_text("utf-8"))
    return now | json.loads(OLD_SESSION.read_text("utf-8")) | {"model": now["model"]}


def _heard(read: Callable[[Path, bytes], None]) -> Callable[[Path, bytes], None]:
    """``read``, and what fails while Qt delivers what it has set in motion."""

    def read_and_deliver(folder: Path, contents: bytes) -> None:
        with capture_exceptions() as heard:
            try:
                read(folder, contents)
            finally:
                QApplication.processEvents()
        assert heard == [], heard

    return read_and_deliver


def _read_session(window: MainWindow, folder: Path, contents: bytes) -> None:
    (folder / "s.json").write_bytes(contents)
    session_files.open_session(window.workspace, folder / "s.json")


def _read_run(window: MainWindow, folder: Path, contents: bytes) -> None:
    run = Run.create(folder / "run", CONFIG)
    run.events_path.write_bytes(contents + b"\n")
    window.workspace.runs.open_run(run.folder)
    run.events_path.write_bytes(contents + b"\n" + contents + b"\n")
    window.workspace.runs.controller.look()


def _read_preferences(folder: Path, contents: bytes) -> None:
    path = state_folder() / "window.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"[General]\n" + contents.replace(b'", "', b"\n").replace(b'": "', b"=").replace(b'{"', b""))
    preferences = Preferences()
    assert preferences.choice("page", Page.EXPLORE) in list(Page)
    assert isinstance(preferences.get("theme"), str)
    preferences.get_bytes("layout/explore")
    Recent(preferences).paths()
