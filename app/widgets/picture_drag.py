"""Pictures that are dragged out of the window, to a folder or into another program."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

SHOWN = 64
"""Pixels of what hangs on the pointer."""


class PictureDrag(QObject):
    """Lets the picture that ``image()`` returns be dragged off ``view``: as itself, and as a file called ``name``."""

    def __init__(self, view: QWidget, image: Callable[[], QImage], name: str) -> None:
        super().__init__(view)
        self._view, self._image, self._name = view, image, name
        self._pressed_at: QPoint | None = None
        self._folder: TemporaryDirectory[str] | None = None
        view.installEventFilter(self)

    def data(self) -> QMimeData:
        """What is dragged. The file is there until this object goes: nobody tells when a drop has been read."""
        self._folder = self._folder or TemporaryDirectory(prefix="latentarium-", ignore_cleanup_errors=True)
        image, data, target = self._image(), QMimeData(), Path(self._folder.name) / self._name
        data.setImageData(image)
        if image.save(str(target)):
            data.setUrls([QUrl.fromLocalFile(str(target))])
        return data

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            place = event.position().toPoint()
            if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                self._pressed_at = place
            elif event.type() is QEvent.Type.MouseMove and self._is_drag(event, place):
                self._pressed_at = None
                self._drag()
                return True
        return super().eventFilter(watched, event)

    def _is_drag(self, event: QMouseEvent, place: QPoint) -> bool:
        far = QApplication.startDragDistance()
        pressed = self._pressed_at if event.buttons() & Qt.MouseButton.LeftButton else None
        return pressed is not None and (place - pressed).manhattanLength() >= far and not self._image().isNull()

    def _drag(self) -> None:
        drag = QDrag(self._view)
        drag.setMimeData(self.data())
        drag.setPixmap(QPixmap.fromImage(self._image().scaledToHeight(SHOWN)))
        drag.exec(Qt.DropAction.CopyAction)
