"""What a person dropped on the window: what can be opened, and in words what is left out."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData

from gan.words import joined, marked, tr

WEB = marked("{} is not a file on this computer: save it first, then drop the file")


def is_wanted(data: QMimeData) -> bool:
    """Whether to take a drop, if only to say why it cannot be opened."""
    return data.hasUrls()


def open_dropped(data: QMimeData, open_target: Callable[[str], bool], tell: Callable[[str], object]) -> None:
    """Open the first of ``data`` that can be, and tell of what is left.

    ``open_target`` says itself why something cannot be opened.
    """
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    elsewhere = [url.toDisplayString() for url in data.urls() if not url.isLocalFile()]
    if not files:
        tell(tr(WEB).format(elsewhere[0] if elsewhere else tr("what you dropped")))
        return
    opened = next((file for file in files if open_target(file)), None)
    left = [*(file for file in files if file != opened), *elsewhere]
    if opened is not None and left:
        tell(
            tr(
                "Opened {opened}; one thing is opened at a time, so left out: {left}",
                opened=_name(opened),
                left=_listed(left),
            )
        )


def _listed(names: list[str], most: int = 3) -> str:
    shown = joined(map(_name, names[:most]))
    return shown if len(names) <= most else tr("{shown} and {count} more", shown=shown, count=len(names) - most)


def _name(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2] or path
