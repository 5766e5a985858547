"""How parts of the program are started, from a clone and from a bundle."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gan import program
from gan.program import FOLDER, module_command, sealed_command, window_command, without_name

START = FOLDER / "resources" / "packaging" / "start.py"


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a bundle whose window this is."""
    monkeypatch.setattr(program, "IS_BUNDLED", True)
    monkeypatch.setattr(program, "WINDOW", "latentarium")
    monkeypatch.setattr(program, "COMMAND_LINE", "latentarium-gan")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "latentarium"))
    yield tmp_path


def test_a_module_runs_as_python_would_run_it() -> None:
    command = module_command("tests.gan.said", "a b", "ä")
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "['a b', 'ä']\n"


def test_the_window_starts_from_its_file() -> None:
    python, file = window_command()
    assert python == sys.executable and Path(file).samefile(FOLDER / "main.py")


def test_what_was_said_goes_without_the_name() -> None:
    assert without_name("python -m gan: no such run") == "no such run"
    assert without_name("Killed") == "Killed"


def test_a_bundle_runs_modules_by_its_command_line(bundle: Path) -> None:
    command_line = str(bundle / "latentarium-gan")
    assert module_command("gan", "info", "mnist") == [command_line, "-m", "gan", "info", "mnist"]
    assert sealed_command("gan.importing.child") == [command_line, "-m", "gan.importing.child"]
    assert window_command() == [str(bundle / "latentarium")]
    assert without_name("latentarium-gan: no such run") == "no such run"


def test_what_starts_in_a_bundle_runs_a_module_as_python_does() -> None:
    command = [sys.executable, str(START), "-m", "tests.gan.said", "a b", "ä"]
    environment = os.environ | {"PYTHONPATH": str(FOLDER), "LD_LIBRARY_PATH_ORIG": "/before"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "['a b', 'ä']\n"


def test_programs_of_a_bundle_keep_the_ending_of_their_names(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(bundle / "latentarium.exe"))
    assert module_command("gan")[0] == str(bundle / "latentarium-gan.exe")
