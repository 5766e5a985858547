"""What is said of this computer, and of folders that nothing can be written to."""

import json
from pathlib import Path

import pytest

from gan import diagnostics
from gan.diagnostics import Problem, examine, place_problems, version_facts, without_home
from gan.program import VERSION
from tests.gan.tiny import succeed


def names(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.name for problem in problems}


@pytest.fixture(autouse=True)
def room_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """How full the disk is that these tests run on is not the question."""
    monkeypatch.setattr(diagnostics, "LEAST_FREE", 0)


def test_nothing_is_wrong_with_folders_that_are_not_made_yet(latentarium_home: Path) -> None:
    assert place_problems() == ()
    assert not latentarium_home.exists()


def test_a_folder_that_cannot_be_written(latentarium_home: Path) -> None:
    (latentarium_home / "data").mkdir(parents=True)
    (latentarium_home / "cache").write_text("a file where the folder should be")
    (problem,) = place_problems()
    assert problem.name == "Cache"
    assert "cache (Not a directory): pictures cannot be packed" in problem.text


def test_a_disk_that_is_nearly_full(monkeypatch: pytest.MonkeyPatch, latentarium_home: Path) -> None:
    monkeypatch.setattr(diagnostics, "LEAST_FREE", 10**18)
    (problem,) = place_problems()
    assert problem.name == "room" and "free for runs in" in problem.text and str(latentarium_home) in problem.text


def test_everything_is_looked_at() -> None:
    facts = examine("cpu").facts
    assert facts["Latentarium"] == VERSION
    assert facts["Device"].startswith("cpu (")
    assert {"Python", "torch", "System", "Runs", "Cache", "torch is built for"} <= set(facts)


def test_a_device_that_is_not_there_is_said_to_be_none() -> None:
    assert "unknown device" in examine("abacus").facts["Device"]


def test_a_library_that_is_not_installed() -> None:
    assert version_facts(("no-such-package",))["no-such-package"] == "not installed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cannot read /home/ada/runs/a.json: gone", "cannot read ~/runs/a.json: gone"),
        ("'/home/ada'", "'~'"),
        ("/home/adam/runs and /home/ada.old", "/home/adam/runs and /home/ada.old"),
        ("free in /home/ada.", "free in ~."),
        ("nothing", "nothing"),
    ],
)
def test_the_home_folder_is_not_named(text: str, expected: str) -> None:
    assert without_home(text, "/home/ada") == expected
    assert without_home(text, "/") == text


def test_the_command(capsys: pytest.CaptureFixture[str], latentarium_home: Path) -> None:
    latentarium_home.mkdir()
    (latentarium_home / "cache").write_text("a file")
    assert "Cannot write to" in succeed(capsys, "diagnostics", "--device", "cpu").splitlines()[-1]
    told = json.loads(succeed(capsys, "diagnostics", "--device", "cpu", "--json"))
    assert told["facts"]["Latentarium"] == VERSION
    assert [problem["name"] for problem in told["problems"]] == ["Cache"] or len(told["problems"]) == 2
