"""The line across the window, which the log file keeps as well."""

import logging
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.widgets.banner import Banner, Choices
from gan.words import tr

log = logging.getLogger(__name__)


class WindowBanner(Banner):
    """What went wrong anywhere, and which files were written."""

    def tell(self, message: str, choices: Choices | None = None) -> None:
        """Show what went wrong, and keep it in the log file."""
        log.warning("%s", message)
        super().tell(message, choices)

    def tell_of_file(self, path: Path) -> None:
        """Say that a file was written, and where it is."""
        folder = path.absolute().parent
        show = {tr("Show in folder"): lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))}
        self.notice(tr("Saved {path} in {folder}", path=path.name, folder=folder), show)
