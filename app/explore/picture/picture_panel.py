"""The current picture, large and crisp."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.explore.picture.shown_picture import ShownPicture
from app.session.session import Session
from app.toolkit.actions import Actions
from app.widgets.changes_badge import ChangesBadge
from app.widgets.picture_drag import PictureDrag
from app.widgets.pixel_view import PixelView
from gan.words import tr

OF_A_PIXEL = "trace.show"
ABOUT_THE_PICTURE = (
    "picture.copy",
    "picture.save",
    "favourites.keep",
    "interpolation.a",
    "interpolation.b",
    "path.add",
    "nearest.show",
    OF_A_PIXEL,
)
"""Names of actions, whichever tools are there to declare them."""


class PicturePanel(QWidget):
    """Shows the picture and tells the session when it is on the screen.

    A click chooses a pixel, which is marked where it was traced. A menu offers those of ``actions`` that are about the
    picture, and dragged out of the window it is a file.
    """

    def __init__(
        self, session: Session, picture: ShownPicture, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._picture, self._actions = session, picture, actions
        self._generation = 0
        self._build_ui()
        self._connect()
        self._show()
        self._show_changes()

    def _build_ui(self) -> None:
        self.view = PixelView(tr("Loading the generator…"))
        self.view.setObjectName("picture")
        self.view.setAccessibleName(tr("Generated picture"))
        PictureDrag(self.view, lambda: self._picture.image, "picture.png")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        self.badge = ChangesBadge(wraps=True)
        layout.addWidget(self.badge)

    def _connect(self) -> None:
        self._picture.changed.connect(self._show)
        self.view.pixel_chosen.connect(self._session.inspection.choose_pixel)
        self._session.edits.changed.connect(self._show_changes)
        self.badge.reset.clicked.connect(self._session.edits.reset)
        self.view.painted.connect(lambda: self._session.picture_painted(self._generation))

    def menu_at(self, place: QPoint) -> QMenu:
        """What can be done with the picture, and with the pixel at ``place`` of :attr:`view` if there is one."""
        menu, pixel = QMenu(self), self.view.pixel_at(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._actions:
            if action.name in ABOUT_THE_PICTURE:
                entry = menu.addAction(f"{action.text}\t{action.shortcut}", action.run)
                entry.setEnabled(action.can() and (action.name != OF_A_PIXEL or pixel is not None))
                if action.name == OF_A_PIXEL:
                    entry.triggered.connect(lambda: self._session.inspection.choose_pixel(pixel))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_at(self.view.mapFromGlobal(event.globalPos())).popup(event.globalPos())

    def _show_changes(self) -> None:
        self.badge.tell(self._session.edits.state.text)

    def _show(self) -> None:
        result = self._picture.result
        if result is not None:
            self._generation = result.request.generation
            self.view.set_picture(result.images[0])
            self.view.set_mark(result.request.traced)
