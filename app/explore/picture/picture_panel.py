"""The current picture, large and crisp."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.session.session import Session
from app.widgets.pixel_view import PixelView
from gan.request import RenderResult


class PicturePanel(QWidget):
    """Shows the session's picture and tells the session when it is on the screen.

    A click chooses a pixel, which is marked while it is traced.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._generation = 0
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.view = PixelView("Loading the generator…")
        self.view.setObjectName("picture")
        self.view.setAccessibleName("Generated picture")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def _connect(self) -> None:
        self._session.rendered.connect(self._show)
        self._session.inspection.changed.connect(self._mark)
        self.view.pixel_chosen.connect(self._session.inspection.choose_pixel)
        self.view.painted.connect(lambda: self._session.picture_painted(self._generation))

    def _mark(self) -> None:
        self.view.set_mark(self._session.inspection.traced)

    def _show(self, result: RenderResult) -> None:
        self._generation = result.request.generation
        self.view.set_picture(result.images[0])
