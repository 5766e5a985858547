"""Points that were kept: thumbnails with names, and a note on the chosen one."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.explore.favourites.favourites import Favourites
from app.explore.favourites.keys import REMOVE, RENAME
from app.session.session import Session
from app.theme import GAP
from app.toolkit.keys import bind
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.thumbnails import fill_items, fit_items
from gan.images import Picture

THUMBNAIL = 72
_HINT = "Nothing kept yet. Keep this point (Ctrl+D) to come back to it later."


class FavouritesPanel(QWidget):
    """Keep the current point, go back to a kept one, name it and write a note."""

    def __init__(self, session: Session, favourites: Favourites, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._favourites = session, favourites
        self._sheet = session.sheets.open(self)
        self._build_ui()
        self._connect()
        self._show_favourites()

    def _build_ui(self) -> None:
        self.keep_button = push_button("&Keep this point", "Add the current point to the favourites (Ctrl+D)")
        self.remove_button = push_button("Re&move", "Forget the chosen favourite (Delete)")
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
        self.list = QListWidget()
        self.list.setObjectName("favourites")
        self.list.setAccessibleName("Favourites")
        self.list.setToolTip("Click or press Return to go there, F2 to rename, Delete to remove")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSpacing(GAP // 2)
        self.list.setWordWrap(True)
        self.hint = muted(_HINT, wraps=True)
        inside = QVBoxLayout(self.list)
        inside.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        return self.list

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self._favourites.keep)
        self.remove_button.clicked.connect(self._remove)
        self.note.textEdited.connect(self._write_note)
        bind(REMOVE, self.list, self._remove)
        bind(RENAME, self.list, self._edit_name)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(self._show_chosen)
        self._favourites.changed.connect(self._show_favourites)
        self._sheet.rendered.connect(self._show_pictures)

    def _show_favourites(self) -> None:
        self._fit_list()
        self.hint.setVisible(not self._favourites.current)
        self._show_chosen()
        self._sheet.show(self._favourites.points)

    def _fit_list(self) -> None:
        """A place for each, with its name; one that is new is chosen."""
        kept, row = self._favourites.current, self.list.currentRow()
        grown = len(kept) > self.list.count()
        fit_items(self.list, len(kept), THUMBNAIL)
        with QSignalBlocker(self.list):
            for index, favourite in enumerate(kept):
                item = self.list.item(index)
                item.setText(favourite.name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, favourite.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.setCurrentRow(len(kept) - 1 if grown else min(row, len(kept) - 1))

    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        chosen = self._favourites.current[row] if 0 <= row < len(self._favourites.current) else None
        self.remove_button.setEnabled(chosen is not None)
        self.note.setEnabled(chosen is not None)
        if chosen is None or chosen.note != self.note.text():
            self.note.setText("" if chosen is None else chosen.note)

    def _show_pictures(self, pictures: Picture) -> None:
        fill_items(self.list, pictures, THUMBNAIL)

    def _go(self, item: QListWidgetItem) -> None:
        favourite = self._favourites.current[self.list.row(item)]
        self._session.set_z(favourite.z, f"go to {favourite.name}")

    def _edit_name(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        self._favourites.rename(self.list.row(item), item.text())
        self._show_favourites()

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self._favourites.remove(self.list.currentRow())

    def _write_note(self, text: str) -> None:
        self._favourites.set_note(self.list.currentRow(), text)
