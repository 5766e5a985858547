"""What Qt needs from the system is checked before Qt is loaded."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from app import system_libraries
from app.system_libraries import (
    LIBRARIES,
    can_connect,
    can_reach,
    display_problem,
    has_fonts,
    install,
    main,
    missing_libraries,
    missing_message,
    prefer_working_display,
)

MAIN = Path(__file__).parents[2] / "main.py"


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")


def lacking(*names: str):  # type: ignore[no-untyped-def]
    def load(name: str) -> None:
        if name in names:
            raise OSError(f"{name}: cannot open shared object file")

    return load


def test_the_library_that_is_missing_is_named_and_no_other() -> None:
    missing = missing_libraries(lacking("libxcb-icccm.so.4", "libEGL.so.1"))
    assert [library.package for library in missing if "font" not in library.name] == ["libegl1", "libxcb-icccm4"]
    message = missing_message(missing)
    assert "libEGL.so.1, libxcb-icccm.so.4" in message
    assert "sudo apt-get install libegl1 libxcb-icccm4" in message
    assert "cursor" not in message and "\n" not in message


def test_other_systems_bring_what_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")
    assert missing_libraries(lacking(*(library.name for library in LIBRARIES))) == []


def test_fonts(tmp_path: Path) -> None:
    assert not has_fonts([str(tmp_path), str(tmp_path / "nowhere")])
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "Letters.TTF").touch()
    assert has_fonts([str(tmp_path)])


@pytest.mark.parametrize(
    "environ",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "vnc:size=9x9"},
        {"WAYLAND_DISPLAY": "w"},
        {"DISPLAY": ":1"},
    ],
)
def test_there_is_something_to_show_the_window_on(environ: dict[str, str]) -> None:
    served = lambda path: path.name == "w"  # noqa: E731
    assert display_problem(environ, connects=lambda display: display == ":1", answers=served) is None


@pytest.mark.parametrize(
    ("environ", "reason"), [({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"), ({"DISPLAY": ":9"}, "display :9")]
)
def test_or_there_is_not(environ: dict[str, str], reason: str) -> None:
    problem = display_problem(environ, connects=lambda display: False)
    assert problem is not None and reason in problem
    assert "xvfb-run" in problem and "python -m gan" in problem and "\n" not in problem


WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1"}


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        (WAYLAND, "the Wayland display /run/user/1/wayland-0"),
        ({**WAYLAND, "DISPLAY": ":9"}, "the Wayland display /run/user/1/wayland-0"),
        ({**WAYLAND, "DISPLAY": ":1", "QT_QPA_PLATFORM": "wayland"}, "the Wayland display /run/user/1/wayland-0"),
        ({"DISPLAY": ":1", "QT_QPA_PLATFORM": "wayland-egl"}, "WAYLAND_DISPLAY is not set"),
        ({**WAYLAND, "DISPLAY": ":9", "QT_QPA_PLATFORM": "xcb"}, "display :9"),
        ({**WAYLAND, "QT_QPA_PLATFORM": "xcb"}, "neither DISPLAY nor WAYLAND_DISPLAY"),
    ],
)
def test_a_display_that_is_named_and_not_there(environ: dict[str, str], reason: str) -> None:
    environ = dict(environ)
    prefer_working_display(environ, lambda display: display == ":1", lambda path: False)
    problem = display_problem(environ, lambda display: display == ":1", lambda path: False)
    assert problem is not None and reason in problem and "xvfb-run" in problem and "\n" not in problem


def test_where_wayland_is_gone_x11_is_taken() -> None:
    environ = {**WAYLAND, "DISPLAY": ":1"}
    prefer_working_display(environ, lambda display: display == ":1", lambda path: False)
    assert environ["QT_QPA_PLATFORM"] == "xcb"
    assert display_problem(environ, lambda display: display == ":1", lambda path: False) is None


def test_where_wayland_answers_it_is_left_to_qt() -> None:
    environ = {**WAYLAND, "DISPLAY": ":1"}
    prefer_working_display(environ, lambda display: True, lambda path: path == Path("/run/user/1/wayland-0"))
    assert environ == {**WAYLAND, "DISPLAY": ":1"}


def test_a_socket_is_reached_while_somebody_listens(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="w") as folder:  # the path of a socket has 107 characters at most
        path = Path(folder) / "wayland-0"
        assert not can_reach(path)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
            server.listen()
            assert can_reach(path)
        assert not can_reach(path), "the file of a socket outlives it"


def test_the_window_ends_with_one_line_where_wayland_is_gone(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    ended = subprocess.run([sys.executable, str(MAIN)], env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and "cannot connect to the Wayland display" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_display_where_nobody_answers() -> None:
    assert not can_connect(":987")


class TestInstalling:
    """On Debian with root rights, ``--install`` installs what is missing."""

    @pytest.fixture
    def calls(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        calls: list[list[str]] = []

        def run(command: Sequence[str], **_: object) -> "subprocess.CompletedProcess[str]":
            calls.append(list(command))
            return subprocess.CompletedProcess(command, 0)

        monkeypatch.setattr(system_libraries.subprocess, "run", run)
        return calls

    def test_packages_are_installed_once(self, calls: list[list[str]]) -> None:
        install([LIBRARIES[0], LIBRARIES[1], LIBRARIES[0]])
        assert calls[0][-1] == "update"
        assert calls[1][-2:] == [LIBRARIES[0].package, LIBRARIES[1].package]

    @pytest.mark.parametrize("allowed", [True, False])
    def test_only_where_that_is_allowed(
        self, calls: list[list[str]], allowed: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(system_libraries, "can_install", lambda: allowed)
        monkeypatch.setattr(system_libraries, "missing_libraries", lambda: [LIBRARIES[0]])
        assert main(["--install"]) == 1
        assert bool(calls) is allowed
        assert LIBRARIES[0].package in capsys.readouterr().err

    def test_nothing_is_done_when_nothing_is_missing(
        self, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system_libraries, "missing_libraries", list)
        assert main(["--install"]) == 0
        assert calls == []
