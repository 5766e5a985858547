"""A menu on the picture of a point: what can be done with that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QListWidget, QMenu

from app.toolkit.actions import Actions
from gan.explore.latent import Latent
from gan.words import tr


def nothing(_: QMenu) -> None:
    """A list adds nothing of its own."""


class PointMenu(QObject):
    """Opens on a right click on one of ``pictures``, and by the menu key on the chosen one.

    ``point(row)`` is what each is the picture of, (z_dim,). After what a click does come the list's ``own`` entries,
    and all of ``actions`` that do something with any point, but the one called ``without``.
    """

    def __init__(
        self,
        pictures: QListWidget,
        point: Callable[[int], Latent],
        actions: Actions,
        own: Callable[[QMenu], object] = nothing,
        *,
        without: str = "",
    ) -> None:
        super().__init__(pictures)
        self._pictures, self._point, self._actions = pictures, point, actions
        self._own, self._without = own, without
        pictures.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pictures.customContextMenuRequested.connect(self._open)

    def menu_at(self, row: int) -> QMenu:
        """The menu of one picture, which is the chosen one from now on."""
        pictures = self._pictures
        pictures.setCurrentRow(row)
        menu = QMenu(pictures)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Go there"), lambda: pictures.itemActivated.emit(pictures.item(row)))
        self._own(menu)
        menu.addSeparator()
        for action in self._actions:
            if action.of_point is not None and action.name != self._without:
                menu.addAction(action.text, partial(action.of_point, self._point(row))).setEnabled(action.can())
        return menu

    def _open(self, place: QPoint) -> None:
        item = self._pictures.itemAt(place)
        if item is not None:
            self.menu_at(self._pictures.row(item)).popup(self._pictures.viewport().mapToGlobal(place))
