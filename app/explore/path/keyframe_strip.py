"""Keyframes side by side: choose, drag to reorder, delete."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.explore.path.keys import REMOVE
from app.toolkit.keys import bind
from app.widgets.labels import muted
from app.widgets.thumbnails import blank_icon, picture_icon
from gan.explore.paths import Keyframe
from gan.images import Picture
from gan.words import marked, tr

THUMBNAIL = 48
_PLACE = Qt.ItemDataRole.UserRole
_HINT = marked("No keyframes yet. Go somewhere and add the point; two make a path.")


class KeyframeStrip(QListWidget):
    """Tells what the person does; what the strip shows is told to it."""

    chosen = Signal(int)
    removed = Signal()
    reordered = Signal(list)
    """The former places of the keyframes, in their new order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyframes")
        self.setAccessibleName(tr("Keyframes"))
        self.setToolTip(tr("Click to go there, drag to reorder, Delete to take one out"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setMovement(QListView.Movement.Snap)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(THUMBNAIL + 32)
        self.hint = muted(tr(_HINT), wraps=True)
        inside = QVBoxLayout(self)
        inside.addWidget(self.hint)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))
        bind(REMOVE, self, self.removed.emit)

    def show_keyframes(self, keyframes: Sequence[Keyframe], closed: bool) -> None:
        """Show these; pictures follow."""
        row, grown = self.currentRow(), len(keyframes) > self.count()
        icons = [self.item(index).icon() for index in range(self.count())] if not grown else []
        with QSignalBlocker(self):
            self.clear()
            for index, keyframe in enumerate(keyframes):
                last = index == len(keyframes) - 1 and not closed
                item = QListWidgetItem(icons[index] if index < len(icons) else blank_icon(THUMBNAIL), "")
                item.setText(tr("end") if last else f"{keyframe.seconds:g} s →")
                item.setData(_PLACE, index)
                self.addItem(item)
            self.setCurrentRow(min(row, len(keyframes) - 1))
        self.hint.setVisible(not keyframes)

    def show_pictures(self, pictures: Picture) -> None:
        """(K, H, W, C)"""
        if len(pictures) == self.count():
            with QSignalBlocker(self):
                for index, picture in enumerate(pictures):
                    self.item(index).setIcon(picture_icon(picture, THUMBNAIL))
            self.viewport().update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A keyframe may be dropped anywhere on the strip, on another one as well."""
        event.setAccepted(event.source() is self)

    def dropEvent(self, event: QDropEvent) -> None:
        """Where the keyframe was dropped decides; the list is filled anew from the route."""
        moved, place = self.currentRow(), event.position().toPoint().x() + self.horizontalOffset()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.move_keyframe(moved, place)

    def move_keyframe(self, moved: int, x: int) -> None:
        """Put the keyframe at ``moved`` where ``x`` is, in pixels from the start of the strip."""
        offset = self.horizontalOffset()
        middles = [self.visualItemRect(self.item(i)).center().x() + offset for i in range(self.count()) if i != moved]
        others = [index for index in range(self.count()) if index != moved]
        place = sum(middle < x for middle in middles)
        self.reordered.emit([*others[:place], moved, *others[place:]])
