"""The current picture, large and crisp."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.explore.picture.shown_picture import ShownPicture
from app.session.session import Session
from app.widgets.changes_badge import ChangesBadge
from app.widgets.pixel_view import PixelView


class PicturePanel(QWidget):
    """Shows the picture and tells the session when it is on the screen.

    A click chooses a pixel, which is marked where it was traced.
    """

    def __init__(self, session: Session, picture: ShownPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._picture = session, picture
        self._generation = 0
        self._build_ui()
        self._connect()
        self._show()
        self._show_changes()

    def _build_ui(self) -> None:
        self.view = PixelView("Loading the generator…")
        self.view.setObjectName("picture")
        self.view.setAccessibleName("Generated picture")
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

    def _show_changes(self) -> None:
        self.badge.tell(self._session.edits.state.text)

    def _show(self) -> None:
        result = self._picture.result
        if result is not None:
            self._generation = result.request.generation
            self.view.set_picture(result.images[0])
            self.view.set_mark(result.request.traced)
