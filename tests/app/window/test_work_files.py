"""The files of several windows: which are whose, and what became of the windows that wrote them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.window.work_files import MOST_EARLIER, WorkFiles
from gan.files import FileError, write_whole

KILLED = """
import os, signal, sys
from pathlib import Path
from app.window.work_files import WorkFiles
files = WorkFiles(Path(sys.argv[1]))
files.path.write_text("killed")
os.kill(os.getpid(), signal.SIGKILL)
"""
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work"


def close_a_window(folder: Path, text: str) -> None:
    files = WorkFiles(folder)
    files.path.write_text(text)
    files.release()


def kill_a_window(folder: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], cwd=root, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL


def test_what_was_closed_last_is_taken_back_and_the_rest_is_earlier_work(folder: Path) -> None:
    for age, text in ((200, "first"), (100, "second")):
        close_a_window(folder, text)
        newest = max(folder.glob("work-*.json"), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (time.time() - age,) * 2)
    files = WorkFiles(folder)
    assert files.take_back() and files.path.read_text() == "second"
    assert [path.read_text() for path in files.earlier()] == ["first"]
    assert not files.crashed() and not WorkFiles(folder).take_back()


def test_a_window_that_runs_is_left_alone(folder: Path) -> None:
    running = WorkFiles(folder)
    running.path.write_text("running")
    other = WorkFiles(folder)
    assert other.path != running.path
    assert not other.take_back() and not other.crashed() and not other.earlier()
    assert running.path.read_text() == "running"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_window_that_was_killed_is_offered_until_somebody_says_what_to_do(folder: Path) -> None:
    kill_a_window(folder)
    for _ in range(2):
        files = WorkFiles(folder)
        assert [path.read_text() for path in files.crashed()] == ["killed"] and not files.take_back()
        files.release()
    files = WorkFiles(folder)
    files.path.write_text("since then")
    assert files.take(files.crashed()[0]) and files.path.read_text() == "killed"
    assert [path.read_text() for path in files.earlier()] == ["since then"] and not files.crashed()
    files.give_back()
    assert [path.read_text() for path in files.crashed()] == ["killed"] and not files.path.exists()


def test_work_that_gives_way_stays_until_there_is_newer(folder: Path) -> None:
    """A window that is killed just then has left something all the same."""
    files = WorkFiles(folder)
    files.path.write_text("before")
    files.put_own_by()
    assert files.path.read_text() == "before"
    write_whole(files.path, b"after")
    assert [path.read_text() for path in files.earlier()] == ["before"]


def test_the_oldest_of_much_earlier_work_is_forgotten(folder: Path) -> None:
    files = WorkFiles(folder)
    for number in range(MOST_EARLIER + 2):
        files.path.write_text(str(number))
        os.utime(files.path, (number, number))
        files.put_by(files.path)
    assert [path.read_text() for path in files.earlier()] == [str(n) for n in range(MOST_EARLIER + 1, 1, -1)]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="cannot write"):
        WorkFiles(tmp_path / "file" / "work")
