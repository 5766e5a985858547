"""Latentarium among the programs of a Linux desktop: an entry and an icon where the freedesktop standards want them.

https://specifications.freedesktop.org/desktop-entry-spec and icon-theme-spec. Whoever wants to be rid of it deletes the
two files.
"""

import os
import sys
from pathlib import Path

from gan.errors import LatentariumError
from gan.files import write_whole
from gan.places import ICON
from gan.program import window_command

NAME = "latentarium"
"""Of both files; the window tells desktops that it belongs to this entry."""
_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name=Latentarium
GenericName=Laboratory for DCGANs
GenericName[de]=Labor für DCGANs
Comment=Train DCGANs, move through their latent space, look inside layer by layer
Comment[de]=DCGANs trainieren, ihren latenten Raum durchwandern, Schicht für Schicht hineinsehen
Exec={command} %f
TryExec={program}
Icon={name}
Terminal=false
Categories=Science;ArtificialIntelligence;
Keywords=GAN;generator;latent;neural;training;
StartupWMClass={name}
"""
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED = '"`$\\'


def install_desktop_entry() -> list[Path]:
    """Write the entry, which starts this very installation, and the icon; the files.

    Raises :class:`LatentariumError` on other systems than Linux, and if they cannot be written.
    """
    if sys.platform != "linux":
        raise LatentariumError("desktop entries are for Linux; here, make a shortcut to the program yourself")
    share = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    entry = share / "applications" / f"{NAME}.desktop"
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / ICON.name
    write_whole(icon, ICON.read_bytes())
    write_whole(entry, entry_text(window_command()).encode())
    return [entry, icon]


def entry_text(command: list[str]) -> str:
    """The entry of a program that the words of ``command`` start."""
    words = " ".join(map(_quoted, command)).replace("\\", "\\\\")
    return _ENTRY.format(name=NAME, command=words, program=command[0].replace("\\", "\\\\"))


def _quoted(word: str) -> str:
    """As the command line of an entry wants it, before the backslashes of a value are doubled."""
    word = word.replace("%", "%%")
    if not _RESERVED & set(word):
        return word
    return '"' + "".join(f"\\{letter}" if letter in _ESCAPED else letter for letter in word) + '"'
