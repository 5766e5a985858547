"""The window in a process of its own, ended by somebody else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end import killing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def home(latentarium_home: Path) -> Path:
    """Where the windows of one test keep their work."""
    latentarium_home.mkdir()
    return latentarium_home


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_who_asks_the_window_to_end_loses_nothing(home: Path, name: str) -> None:
    """It ends by itself, with status 0, and what was done a moment ago is in the file."""
    assert ask_to_end(name, "SIG_DFL") == 0
    (kept,) = (home / "state" / "work").glob("work-*")
    assert kept.suffix == ".json" and json.loads(kept.read_text("utf-8"))["z"][0] == 1.25


def test_a_window_below_nohup_outlives_its_terminal() -> None:
    assert ask_to_end("SIGHUP", "SIG_IGN") == STILL_THERE


def ask_to_end(name: str, before: str) -> int:
    """The status of a window that gets the signal ``name``, whose handler was ``before`` when it was started."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", ENDED, name, before, str(STILL_THERE)]
    return subprocess.run(command, cwd=ROOT, env=environ, check=False, timeout=120).returncode


def test_what_a_killed_window_has_left_is_offered_and_restored(capsys: pytest.CaptureFixture[str]) -> None:
    assert killing.main(1) == 0
    assert "1 of 1 kills" in capsys.readouterr().out


STILL_THERE = 7
ENDED = """
import os, signal, sys
asked = getattr(signal, sys.argv[1])
signal.signal(asked, getattr(signal, sys.argv[2]))
from PySide6.QtCore import QTimer
from app import application

make_window = application.make_window

def make(args, **how):
    window = make_window(args, **how)
    def act():
        window.session.set_component(0, 1.25)
        os.kill(os.getpid(), asked)
        QTimer.singleShot(2000, lambda: window.close() and os._exit(int(sys.argv[3])))
    QTimer.singleShot(500, act)
    return window

application.make_window = make
sys.exit(application.main(["--device", "cpu"]))
"""
