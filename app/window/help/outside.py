"""Shows folders in the system's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_folder(folder: Path) -> None:
    """One that is not there yet is shown by the nearest above it."""
    nearest = next((path for path in (folder, *folder.absolute().parents) if path.is_dir()), folder)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(nearest)))
