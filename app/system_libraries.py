"""The system libraries and the display that Qt needs, checked before Qt is loaded.

Qt itself ends with a core dump where a display is missing, and names libxcb-cursor0 whichever library is.
``python -m app.system_libraries [--install]`` checks, and on Debian with root rights installs what is missing.
Standard library only.
"""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gan.program import COMMAND_LINE, WINDOW

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb", ".pcf.gz")
WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
ANSWER_SECONDS = 2.0
COMMAND_LINE_HINT = f"run it as `xvfb-run -a {WINDOW} ...`, or use the command line: `{COMMAND_LINE} --help`"


@dataclass(frozen=True)
class SystemLibrary:
    """A shared library by the name that the loader knows, and the Debian package that holds it."""

    name: str
    package: str


LIBRARIES = tuple(
    SystemLibrary(name, package)
    for name, package in {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxkbcommon.so.0": "libxkbcommon0",
    }.items()
)
FONTS = SystemLibrary("a font", "fonts-dejavu-core")


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[SystemLibrary]:
    """What Qt would not find here; always empty on other systems than Linux."""
    if sys.platform != "linux":
        return []
    missing = [library for library in LIBRARIES if not _loads(library.name, load)]
    return missing if has_fonts() else [*missing, FONTS]


def missing_message(missing: Iterable[SystemLibrary]) -> str:
    """One line that names the libraries and the Debian packages to install."""
    missing = list(missing)
    names = ", ".join(library.name for library in missing)
    packages = " ".join(library.package for library in missing)
    return f"Qt needs {names}, which this system lacks. On Debian or Ubuntu: sudo apt-get install {packages}"


def has_fonts(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether any of ``folders`` holds a font; without one Qt draws boxes for letters."""
    paths = (path for folder in folders for path in Path(folder).expanduser().rglob("*"))
    return any(path.name.lower().endswith(FONT_SUFFIXES) for path in paths)


def prefer_working_display(
    environ: MutableMapping[str, str],
    connects: Callable[[str], bool] | None = None,
    answers: Callable[[Path], bool] | None = None,
) -> None:
    """Have Qt take X11 where ``environ`` names a Wayland display that nobody serves any more, as in old terminals."""
    socket_path = _wayland_socket(environ)
    if sys.platform != "linux" or _platform(environ) or socket_path is None or (answers or can_reach)(socket_path):
        return
    display = environ.get("DISPLAY")
    if display and (connects or can_connect)(display):
        environ["QT_QPA_PLATFORM"] = "xcb"


def display_problem(
    environ: Mapping[str, str],
    connects: Callable[[str], bool] | None = None,
    answers: Callable[[Path], bool] | None = None,
) -> str | None:
    """One line on why no window can be shown, or None if one can."""
    platform = _platform(environ)
    if sys.platform != "linux" or platform in WITHOUT_SCREEN:
        return None
    socket_path = _wayland_socket(environ)
    if platform.startswith("wayland") or (not platform and socket_path is not None):
        return _wayland_problem(socket_path, answers or can_reach)
    return _x11_problem(environ.get("DISPLAY"), connects or can_connect)


def _platform(environ: Mapping[str, str]) -> str:
    """What Qt is told to draw on, such as ``xcb``; empty if it is to choose."""
    return environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]


def _wayland_socket(environ: Mapping[str, str]) -> Path | None:
    """Where the named Wayland display is served; None if none is named."""
    name = environ.get("WAYLAND_DISPLAY")
    return Path(environ.get("XDG_RUNTIME_DIR", "")) / name if name else None


def _wayland_problem(socket_path: Path | None, answers: Callable[[Path], bool]) -> str | None:
    if socket_path is None:
        return f"QT_QPA_PLATFORM asks for Wayland, but WAYLAND_DISPLAY is not set; {COMMAND_LINE_HINT}"
    if not answers(socket_path):
        return f"Latentarium cannot connect to the Wayland display {socket_path}; {COMMAND_LINE_HINT}"
    return None


def _x11_problem(display: str | None, connects: Callable[[str], bool]) -> str | None:
    if not display:
        return f"Latentarium needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set; {COMMAND_LINE_HINT}"
    if not connects(display):
        return f"Latentarium cannot connect to the display {display}; {COMMAND_LINE_HINT}"
    return None


def can_reach(socket_path: Path) -> bool:
    """Whether somebody listens at the socket ``socket_path``."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(ANSWER_SECONDS)
        try:
            client.connect(str(socket_path))
        except OSError:
            return False
    return True


def can_connect(display: str) -> bool:
    """Whether an X server answers at ``display``; True where that cannot be tried."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    connected = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return connected


def can_install() -> bool:
    """Whether packages can be installed without asking: Debian's tools and root rights."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(missing: Iterable[SystemLibrary]) -> None:
    """Install the packages of ``missing``; a failure shows in that they are missing still."""
    packages = sorted({library.package for library in missing})
    print(f"Installing {' '.join(packages)}...", flush=True)
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *command], env=environ, stdout=subprocess.DEVNULL, check=False)


def main(arguments: Sequence[str]) -> int:
    """Status 0 if nothing is missing (any more), else 1 and one line."""
    missing = missing_libraries()
    if missing and "--install" in arguments and can_install():
        install(missing)
        missing = missing_libraries()
    if missing:
        print(missing_message(missing), file=sys.stderr)
    return 1 if missing else 0


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
