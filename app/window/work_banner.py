"""Offers the work of windows that were killed, one after the other, without standing in the way."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from app.widgets.banner import Banner
from app.window.work import Work
from gan.errors import LatentariumError
from gan.session_file import load_session
from gan.words import tr


class WorkBanner(Banner):
    """Whoever dismisses it is asked again at the next start."""

    rescue_wanted = Signal(object)
    """The file of the work that the person wants back."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def offer(self) -> None:
        """Ask about the newest, if there is any."""
        crashed = self._work.crashed()
        if crashed:
            newest = crashed[0]
            question = tr("The window ended unexpectedly. Restore the work of {newest}?", newest=written_at(newest))
            choices = {tr("Restore"): lambda: self._rescue(newest), tr("Start fresh"): lambda: self._put_by(newest)}
            self.ask(question, choices)

    def _rescue(self, crashed: Path) -> None:
        self.rescue_wanted.emit(crashed)
        self.offer()

    def _put_by(self, crashed: Path) -> None:
        self._work.put_by(crashed)
        self.offer()


def written_at(path: Path) -> str:
    """Such as ``25 Nov 2026, 15:08``; the words for a file that is gone meanwhile."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).strftime("%d %b %Y, %H:%M")
    except (OSError, ValueError):
        return tr("an unknown time")


def titled_work(path: Path) -> str:
    """Such as ``Work of 25 Nov 2026, 15:08 · mnist``; without the generator if the file cannot be read."""
    title = tr("Work of {path}", path=written_at(path))
    try:
        return f"{title}  ·  {load_session(path).model.name}"
    except LatentariumError:
        return title
