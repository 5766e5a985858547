"""Small pictures for lists."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap

from app.widgets.qimages import to_qimage
from gan.images import Picture


def picture_icon(picture: Picture, side: int) -> QIcon:
    """(H, W, 1 or 3) uint8 with crisp pixels, ``side`` pixels high."""
    kept, crisp = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    pixmap = QPixmap.fromImage(to_qimage(picture).scaled(side, side, kept, crisp))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else the picture is tinted where it is chosen
    return icon


def blank_icon(side: int) -> QIcon:
    """Keeps the place of a picture that is still to come."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
