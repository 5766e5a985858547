"""Points that were kept: thumbnails with names, and a note on the chosen one."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.session.render_service import Slot
from app.session.session import Session
from app.theme import GAP
from app.widgets.thumbnails import blank_icon, picture_icon
from gan.images import Picture

THUMBNAIL = 72
_HINT = "Nothing kept yet. Keep this point (Ctrl+D) to come back to it later."


class FavouritesPanel(QWidget):
    """Keep the current point, go back to a kept one, name it and write a note."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._favourites = session.favourites
        self._build_ui()
        self._connect()
        self._show_favourites()

    def _build_ui(self) -> None:
        self.keep_button = QPushButton("&Keep this point")
        self.keep_button.setToolTip("Add the current point to the favourites (Ctrl+D)")
        self.remove_button = QPushButton("Re&move")
        self.remove_button.setToolTip("Forget the chosen favourite (Delete)")
        self.note = QLineEdit()
        self.note.setPlaceholderText("A note on the chosen point")
        self.note.setAccessibleName("Note")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.keep_button, 1)
        buttons.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(buttons)
        layout.addWidget(self._build_list(), 1)
        layout.addWidget(self.note)

    def _build_list(self) -> QListWidget:
        self.list = _FavouriteList()
        self.list.setObjectName("favourites")
        self.list.setAccessibleName("Favourites")
        self.list.setToolTip("Click or press Return to go there, F2 to rename, Delete to remove")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSpacing(GAP // 2)
        self.list.setWordWrap(True)
        self.hint = QLabel(_HINT)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        inside = QVBoxLayout(self.list)
        inside.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        return self.list

    def _connect(self) -> None:
        self.keep_button.clicked.connect(lambda: self._favourites.add(self._session.z))
        self.remove_button.clicked.connect(self._remove)
        self.note.textEdited.connect(self._write_note)
        self.list.deleted.connect(self._remove)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(self._show_chosen)
        self._favourites.changed.connect(self._show_favourites)
        self._session.sheets.rendered.connect(self._show_pictures)

    def _show_favourites(self) -> None:
        kept, row = self._favourites.current, self.list.currentRow()
        grown = len(kept) > self.list.count()
        with QSignalBlocker(self.list):
            while self.list.count() > len(kept):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(kept):
                self.list.addItem(_item())
            for index, favourite in enumerate(kept):
                self.list.item(index).setText(favourite.name)
            self.list.setCurrentRow(len(kept) - 1 if grown else min(row, len(kept) - 1))
        self.hint.setVisible(not kept)
        self._show_chosen()
        self._session.sheets.show(Slot.FAVOURITES, self._favourites.points())

    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        chosen = self._favourites.current[row] if 0 <= row < len(self._favourites.current) else None
        self.remove_button.setEnabled(chosen is not None)
        self.note.setEnabled(chosen is not None)
        if chosen is None or chosen.note != self.note.text():
            self.note.setText("" if chosen is None else chosen.note)

    def _show_pictures(self, slot: Slot, pictures: Picture) -> None:
        if slot is Slot.FAVOURITES and len(pictures) == self.list.count():
            with QSignalBlocker(self.list):
                for index, picture in enumerate(pictures):
                    self.list.item(index).setIcon(picture_icon(picture, THUMBNAIL))
            self.list.viewport().update()

    def _go(self, item: QListWidgetItem) -> None:
        favourite = self._favourites.current[self.list.row(item)]
        self._session.set_z(favourite.z, f"go to {favourite.name}")

    def _rename(self, item: QListWidgetItem) -> None:
        self._favourites.rename(self.list.row(item), item.text())
        self._show_favourites()

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self._favourites.remove(self.list.currentRow())

    def _write_note(self, text: str) -> None:
        self._favourites.set_note(self.list.currentRow(), text)


class _FavouriteList(QListWidget):
    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.state() != QListWidget.State.EditingState:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


def _item() -> QListWidgetItem:
    item = QListWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
    item.setIcon(blank_icon(THUMBNAIL))
    return item
