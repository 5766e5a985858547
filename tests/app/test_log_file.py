"""The log in the user's state folder."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.log_file import LARGEST, fault_path, log_entries, log_path, start_log


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    for handler in root.handlers:
        if handler not in before:
            handler.close()
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def test_what_is_told_is_kept(latentarium_home: Path) -> None:
    start_log()
    logging.getLogger("app").warning("the %s is full", "disk")
    assert latentarium_home in log_path().parents
    assert log_path().read_text("utf-8").rstrip().endswith("WARNING app: the disk is full")


def test_without_a_folder_it_goes_to_standard_error(latentarium_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    latentarium_home.write_text("a file where the folder should be")
    start_log()
    logging.getLogger("app").warning("the disk is full")
    assert "the disk is full" in capsys.readouterr().err
    assert log_entries() == []


def test_entries_have_all_of_their_lines() -> None:
    start_log()
    logging.getLogger("app").info("begun")
    try:
        raise ValueError("what went wrong")
    except ValueError:
        logging.getLogger("app").exception("a job failed")
    first, second = log_entries()
    assert first.level == "INFO" and first.text.endswith("begun")
    assert second.level == "ERROR" and second.severity > first.severity
    assert second.text.splitlines()[-1] == "ValueError: what went wrong"


def test_only_the_end_of_a_long_log_is_read_through_older_files() -> None:
    start_log()
    for number in range(3):
        logging.getLogger("app").info("%d%s", number, "x" * (LARGEST // 2 - 100))
    assert Path(f"{log_path()}.1").is_file()
    assert [entry.text[-1] for entry in log_entries()] == ["x", "x"], "the oldest is cut off, and not shown by halves"
    assert len(log_entries(most=100)) == 0


def test_what_a_thread_does_not_catch_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    start_log()

    def fail() -> None:
        raise RuntimeError("nobody catches this")

    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    (entry,) = log_entries()
    assert "unexpected error in worker" in entry.text and entry.text.endswith("RuntimeError: nobody catches this")
    assert "nobody catches this" in capsys.readouterr().err


FAULT = """
from app.log_file import start_log, watch_for_faults
start_log()
watch_for_faults()
import sys
if "crash" in sys.argv:
    import faulthandler
    faulthandler._sigsegv()
"""


def test_the_trace_of_a_crash_is_in_the_log_at_the_next_start(latentarium_home: Path) -> None:
    for words in (["crash"], []):
        done = subprocess.run([sys.executable, "-c", FAULT, *words], capture_output=True, timeout=100)
        assert (done.returncode == 0) is not bool(words)
    (entry,) = log_entries()
    assert entry.level == "CRITICAL" and "Segmentation fault" in entry.text
    assert fault_path().read_text() == "", "told once"
