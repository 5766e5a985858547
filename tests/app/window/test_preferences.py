"""What is kept between two starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from app.arguments import Page
from app.window.preferences import Preferences


def test_they_are_kept(latentarium_home: Path) -> None:
    preferences = Preferences()
    preferences.set("theme", "dark")
    preferences.set("layout/train", QByteArray(b"\x00\xff"))
    again = Preferences()
    assert again.get("theme") == "dark"
    assert again.get_bytes("layout/train") == QByteArray(b"\x00\xff")
    assert (latentarium_home / "state" / "window.ini").is_file()


def test_what_is_missing_or_of_another_kind_has_its_default(latentarium_home: Path) -> None:
    preferences = Preferences()
    preferences.set("page", QByteArray(b"\x01"))
    preferences.set("geometry", "text")
    assert preferences.get("theme", "system") == "system"
    assert preferences.get("page", "explore") == "explore"
    assert preferences.get_bytes("geometry") is None


@pytest.mark.parametrize("text", ["cellar", "", "@Variant(x)", "@ByteArray(\\0)", "explore\0"])
def test_a_choice_that_is_none_is_the_usual_one(latentarium_home: Path, text: str) -> None:
    Preferences().set("page", text)
    assert Preferences().choice("page", Page.TRAIN) is Page.TRAIN
    Preferences().set("page", "layers")
    assert Preferences().choice("page", Page.TRAIN) is Page.LAYERS


def test_forgotten(latentarium_home: Path) -> None:
    for preferences in (Preferences(), Preferences(remember=False)):
        preferences.set("theme", "dark")
        preferences.remove("theme")
        assert preferences.get("theme") == ""


def test_a_trial_leaves_no_trace(latentarium_home: Path) -> None:
    preferences = Preferences(remember=False)
    preferences.set("theme", "dark")
    assert preferences.get("theme") == "dark"
    assert Preferences(remember=False).get("theme") == ""
    assert not latentarium_home.exists()
