"""numpy pictures as Qt images."""

import numpy as np
from PySide6.QtGui import QImage

from gan.images import Picture


def to_qimage(picture: Picture) -> QImage:
    """(H, W, 1 or 3) uint8 -> an image that owns its pixels."""
    height, width, channels = picture.shape
    pixels = np.ascontiguousarray(picture)
    kind = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, width * channels, kind).copy()
