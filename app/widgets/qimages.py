"""numpy pictures as Qt images."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtGui import QImage

from gan.images import Picture

_FORMATS: Mapping[int, QImage.Format] = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}


def to_qimage(picture: Picture) -> QImage:
    """(H, W, 1, 3 or 4) uint8 -> an image that owns its pixels."""
    height, width, channels = picture.shape
    pixels = np.ascontiguousarray(picture)
    return QImage(pixels.data, width, height, width * channels, _FORMATS[channels]).copy()


def for_the_screen(image: QImage) -> QImage:
    """``image`` as Qt paints it fastest: enlarging another format takes several times as long."""
    opaque, clear = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(clear if image.hasAlphaChannel() else opaque)
