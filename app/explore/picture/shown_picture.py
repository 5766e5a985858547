"""The picture of the current point, and what can be done with it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from app.session.session import Session
from app.widgets.qimages import to_qimage
from gan.images import PNG_COMMENT
from gan.request import RenderResult
from gan.words import tr


class ShownPicture(QObject):
    """Keeps the newest picture, whether or not it can be seen."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._result: RenderResult | None = None
        session.rendered.connect(self._take)

    @property
    def result(self) -> RenderResult | None:
        """What the session rendered last; None before the first picture."""
        return self._result

    @property
    def image(self) -> QImage:
        """The picture in its own size, which says what drew it; a null image before the first one."""
        if self._result is None:
            return QImage()
        image = to_qimage(self._result.images[0])
        image.setText(PNG_COMMENT, self._result.request.network_text)
        return image

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.image)

    def save(self, path: Path) -> None:
        """Write a PNG file, whose name then ends in ``.png``; whoever looks at the window is told if that fails."""
        target = path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
        if self.image.save(str(target)):
            self._session.written.emit(target)
        else:
            self._session.failed.emit(tr("cannot write {path}; choose another folder", path=path))

    def _take(self, result: RenderResult) -> None:
        self._result = result
        self.changed.emit()
