"""The log in the user's state folder."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.log_file import log_path, start_log


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        if handler not in before:
            handler.close()
    root.handlers[:] = before
    root.setLevel(level)


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
