"""The desktop entry: it is valid, starts the program from wherever it lies, and tells what hinders it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app import desktop_entry
from app.application import main
from app.desktop_entry import entry_text, install_desktop_entry
from gan.errors import LatentariumError
from gan.places import ICON


@pytest.fixture(autouse=True)
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop looks."""
    monkeypatch.setattr(desktop_entry.sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def test_entry_and_icon_lie_where_the_standards_want_them(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--install-desktop"]) == 0
    entry = share / "applications" / "latentarium.desktop"
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / "latentarium.svg"
    assert capsys.readouterr().out.splitlines() == [str(entry), str(icon)]
    assert icon.read_bytes() == ICON.read_bytes()
    lines = entry.read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]" and f"Icon={icon.stem}" in lines
    assert any(line.startswith("Exec=") and line.endswith(" %f") for line in lines)


def test_without_another_place_it_is_below_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert install_desktop_entry()[0] == tmp_path / ".local/share/applications/latentarium.desktop"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils are not installed")
@pytest.mark.parametrize("command", [["/usr/bin/latentarium"], ["/a b/p%thon", '/"ä" $x`\\/main.py']])
def test_the_entry_is_valid(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "latentarium.desktop"
    path.write_text(entry_text(command), "utf-8")
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python", "/usr/bin/python"),
        ("/a b/c", '"/a b/c"'),
        ("/100%", "/100%%"),
        ('/"$`/', r'"/\\"\\$\\`/"'),
        ("/back\\slash", r'"/back\\\\slash"'),
    ],
)
def test_words_are_quoted_as_the_standard_says(word: str, written: str) -> None:
    assert f"Exec={written} %f\n" in entry_text([word])


def test_a_place_that_cannot_be_written(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    share.touch()
    assert main(["--install-desktop"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "cannot write" in said.err


def test_other_systems_have_no_such_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(LatentariumError, match="for Linux"):
        install_desktop_entry()
