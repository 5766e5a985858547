"""The examples in one basket, side by side."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QMenu

from app.explore.arithmetic.keys import REMOVE
from app.toolkit.keys import bind
from app.widgets.thumbnails import arrange_as_pictures
from gan.words import tr

THUMBNAIL = 40


class ExampleStrip(QListWidget):
    """Tells what the person does; what the strip shows is told to it."""

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tr("Click to go there, Delete to take one out"))
        arrange_as_pictures(self, THUMBNAIL, QSize(THUMBNAIL + 4, THUMBNAIL + 4))
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(THUMBNAIL + 22)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))
        bind(REMOVE, self, self._remove)

    def add_to_menu(self, menu: QMenu) -> None:
        """What can be done with an example alone."""
        menu.addAction(f"{tr(REMOVE.text)}\t{REMOVE.shortcut}", self._remove)

    def _remove(self) -> None:
        if self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
