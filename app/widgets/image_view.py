"""A picture, as large as the space allows, with crisp pixels."""

from functools import cache

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QBrush, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.accessible import tell_role
from app.widgets.qimages import for_the_screen, to_qimage
from gan.images import Picture

_CHECK, _LIGHT, _DARK = 8, 200, 154


class ImageView(QWidget):
    """Shows one picture, centred and enlarged without blurring, or a line of text while there is none.

    With ``whole_pixels`` the scale is a whole number where it fits, so that all pixels are equally large;
    without, the picture fills the space.
    """

    clicked = Signal()
    painted = Signal()
    """After a picture is on the screen."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, *, whole_pixels: bool = True) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Graphic)
        self._whole_pixels = whole_pixels
        self._image = self._painted = QImage()
        self._placeholder = placeholder
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def image(self) -> QImage:
        """What is shown; null while there is nothing."""
        return self._image

    def set_picture(self, picture: Picture | None) -> None:
        """Show (H, W, 1, 3 or 4) uint8, or nothing; what is transparent shows a checkerboard."""
        self.set_image(QImage() if picture is None else to_qimage(picture))

    def set_image(self, image: QImage) -> None:
        """Show an image; a null one is nothing."""
        self._image, self._painted = image, for_the_screen(image)
        self.update()

    def set_placeholder(self, text: str) -> None:
        """What to say while there is no picture."""
        self._placeholder = text
        self.update()

    def picture_rect(self) -> QRect:
        """Where the picture is, in this widget's coordinates; empty if there is none."""
        if self._image.isNull():
            return QRect()
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        scale = float(int(scale)) if scale >= 2 and self._whole_pixels else scale
        size = QSize(round(self._image.width() * scale), round(self._image.height() * scale))
        corner = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRect(*corner, size.width(), size.height())

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        if self._image.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._placeholder)
            return
        if self._image.hasAlphaChannel():
            draw_checkerboard(painter, self.picture_rect())
        painter.drawImage(self.picture_rect(), self._painted)
        painter.end()
        self.painted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def draw_checkerboard(painter: QPainter, rect: QRect) -> None:
    """Fill ``rect`` with what stands for transparency."""
    painter.save()
    painter.setBrushOrigin(rect.topLeft())
    painter.fillRect(rect, QBrush(_checks()))
    painter.restore()


@cache
def _checks() -> QImage:
    """Two by two squares."""
    checks = np.array([[_LIGHT, _DARK], [_DARK, _LIGHT]], np.uint8).repeat(_CHECK, axis=0).repeat(_CHECK, axis=1)
    return to_qimage(checks[:, :, None])
