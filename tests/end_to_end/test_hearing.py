"""What a screen reader is told of the window, over the bus on which it asks."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
USED = {"push button", "check box", "combo box", "slider", "spin button", "table", "progress bar", "page tab"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("xvfb-run") and shutil.which("dbus-run-session") and SERVICE.exists()),
        reason="needs xvfb-run, dbus-run-session and at-spi2-core",
    ),
]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every widget of a window on the first page."""
    home = str(tmp_path_factory.mktemp("home"))
    always = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LATENTARIUM_HOME": home}
    command = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, "-m", "tests.end_to_end.hearing", "mnist"]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | always, check=True, timeout=200, capture_output=True, text=True
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def named(heard: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in heard if each["name"] == name)


def test_the_window_and_its_panels_are_told(heard: list[dict[str, Any]]) -> None:
    frame = next(each for each in heard if each["role"] == "frame")
    assert frame["name"].startswith("mnist") and frame["name"].endswith("Latentarium")
    panels = {each["name"] for each in heard if each["role"] == "panel"}
    assert {"Sliders", "Picture", "Between A and B", "Training"} <= panels


def test_whatever_can_be_used_has_a_name(heard: list[dict[str, Any]]) -> None:
    used = [each for each in heard if each["role"] in USED and each["is_shown"]]
    assert len(used) > 20 and [each for each in used if not each["name"].strip()] == []


def test_sliders_tell_their_values(heard: list[dict[str, Any]]) -> None:
    slider = named(heard, "Position between A and B")
    assert slider["role"] == "slider" and slider["value"] == 0
    length = named(heard, "Length of z")
    assert length["role"] == "slider" and 5 < length["value"] < 15 and "typical is 10.0" in length["description"]


def test_what_is_painted_is_told_as_a_picture(heard: list[dict[str, Any]]) -> None:
    assert named(heard, "Generated picture")["role"] == "graphic"


def test_what_can_be_done_with_a_table_is_told(heard: list[dict[str, Any]]) -> None:
    assert "to lock it" in named(heard, "Latent dimensions")["description"]
