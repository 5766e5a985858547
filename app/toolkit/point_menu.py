"""A menu on the picture of a point, or on its place: what can be done with that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QListWidget, QMenu, QWidget

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
        _offer(menu, self._actions, self._point(row), self._without)
        return menu

    def _open(self, place: QPoint) -> None:
        item = self._pictures.itemAt(place)
        if item is not None:
            self.menu_at(self._pictures.row(item)).popup(self._pictures.viewport().mapToGlobal(place))


class PlaceMenu(QObject):
    """The same for a ``view`` that shows points in a plane; the menu key opens it in the middle.

    ``point(place)`` is what is there, (z_dim,), or None; ``go`` is what a click does with it.
    """

    def __init__(
        self,
        view: QWidget,
        point: Callable[[QPoint], Latent | None],
        go: Callable[[Latent], object],
        actions: Actions,
    ) -> None:
        super().__init__(view)
        self._view, self._point, self._go, self._actions = view, point, go, actions
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)

    def menu_at(self, place: QPoint) -> QMenu | None:
        """The menu of what is at ``place`` of the view."""
        point = self._point(place)
        if point is None:
            return None
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Go there"), partial(self._go, point))
        _offer(menu, self._actions, point)
        return menu

    def _open(self, place: QPoint) -> None:
        menu = self.menu_at(place)
        if menu is not None:
            menu.popup(self._view.mapToGlobal(place))


def _offer(menu: QMenu, actions: Actions, point: Latent, without: str = "") -> None:
    """All of ``actions`` that do something with any point, but the one called ``without``."""
    menu.addSeparator()
    for action in actions:
        if action.of_point is not None and action.name != without:
            menu.addAction(action.text, partial(action.of_point, point)).setEnabled(action.can())
