"""Points that were kept: thumbnails with names, and a note on the chosen one."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.explore.favourites.favourites import Favourites
from app.explore.favourites.keys import REMOVE, RENAME
from app.explore.favourites.suggestions import Suggestions
from app.session.session import Session
from app.session.sheets import Sheet
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.keys import bind
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.thumbnails import fit_items, picture_icon
from app.widgets.undoable_line import UndoableLine
from gan.images import Picture
from gan.words import marked, tr

THUMBNAIL = 72
ENOUGH = 6
"""So many kept points need no suggestions beside them."""
_HINT = marked("Nothing kept yet. Keep a point (Ctrl+D) to come back to it later.")


class FavouritesPanel(QWidget):
    """Keep the current point, go back to a kept one, name it and write a note."""

    def __init__(
        self, session: Session, favourites: Favourites, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._favourites, self._actions = session, favourites, actions
        self._sheets: list[tuple[Sheet, list[int]]] = []
        self._build_ui()
        self._connect()
        self._show_favourites()

    def _build_ui(self) -> None:
        self.keep_button = push_button(
            tr("&Keep this point"), tr("Add the current point to the favourites (Ctrl+D)"), "favourite"
        )
        self.remove_button = push_button(tr("Re&move"), tr("Forget the chosen favourite (Delete)"))
        self.note = UndoableLine()
        self.note.setPlaceholderText(tr("A note on the chosen point"))
        self.note.setAccessibleName(tr("Note"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.keep_button, 1)
        buttons.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        self.hint = muted(tr(_HINT), wraps=True)
        self.suggestions = Suggestions(self._session, self._actions)
        layout.addLayout(buttons)
        layout.addWidget(self.hint)
        layout.addWidget(self._build_list(), 1)
        layout.addWidget(self.suggestions, 1)
        layout.addWidget(self.note)

    def _build_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setObjectName("favourites")
        self.list.setAccessibleName(tr("Favourites"))
        self.list.setToolTip(tr("Click or press Return to go there, F2 to rename, Delete to remove"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSpacing(GAP // 2)
        self.list.setWordWrap(True)
        self.menu = PointMenu(
            self.list,
            lambda row: self._favourites.current[row].z,
            self._actions,
            self._add_own,
            without="favourites.keep",
        )
        return self.list

    def _add_own(self, menu: QMenu) -> None:
        menu.addAction(f"{tr(RENAME.text)}\t{RENAME.shortcut}", self._edit_name)
        menu.addAction(tr("&Write a note"), self.note.setFocus)
        menu.addAction(f"{tr(REMOVE.text)}\t{REMOVE.shortcut}", self._remove)

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
        self._session.model_changed.connect(self._draw)

    def _show_favourites(self) -> None:
        self._fit_list()
        kept = len(self._favourites.current)
        self.hint.setVisible(kept == 0)
        for widget in (self.list, self.note):
            widget.setVisible(kept > 0)
        self.suggestions.setVisible(kept < ENOUGH)
        self._show_chosen()
        self._draw()

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

    def _draw(self, *_: object) -> None:
        """Each with the changes that it was kept with: a sheet for all that go together."""
        together = self._favourites.by_changes()
        while len(self._sheets) < len(together):
            self._open_sheet()
        points, groups = self._favourites.points, [*together.items()]
        for number, (sheet, places) in enumerate(self._sheets):
            changes, places[:] = groups[number] if number < len(groups) else (None, [])
            sheet.show(points[places], changes)

    def _open_sheet(self) -> None:
        sheet, places = self._session.sheets.open(self), list[int]()
        sheet.rendered.connect(lambda pictures: self._show_pictures(places, pictures))
        self._sheets.append((sheet, places))

    def _show_pictures(self, places: list[int], pictures: Picture) -> None:
        with QSignalBlocker(self.list):
            for place, picture in zip(places, pictures, strict=True):
                self.list.item(place).setIcon(picture_icon(picture, THUMBNAIL))

    def _go(self, item: QListWidgetItem) -> None:
        self._favourites.go_to(self.list.row(item))

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
        """What is typed in a row is one step, what the line itself has undone is another: either can be had again."""
        self._favourites.set_note(self.list.currentRow(), text, typed=not self.note.isRedoAvailable())
