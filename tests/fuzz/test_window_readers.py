"""The same of the window: it stays, and says in one line what is wrong."""

from pathlib import Path

from app.window.main_window import MainWindow
from tests.app.conftest import *  # noqa: F403  the fixtures of the window's tests
from tests.fuzz.throwing import throw_many
from tests.fuzz.window_readers import window_readers


def test_whatever_the_window_reads(window: MainWindow, tmp_path: Path) -> None:
    for reader in window_readers(window, tmp_path):
        throw_many(reader, 20)
