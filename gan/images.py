"""Between the networks' tensors and pictures. It calls tensors' own methods, so no torch is imported."""

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gan.files import write_whole

if TYPE_CHECKING:
    from torch import Tensor

Picture = npt.NDArray[np.uint8]

PNG_COMMENT = "Description"
"""The keyword of the text chunk that says what drew a picture; one of those that the PNG standard names."""


def to_uint8(images: "Tensor") -> Picture:
    """(N, C, H, W) in [-1, 1] -> (N, H, W, C) uint8; values outside are clipped, NaN becomes 0."""
    scaled = images.detach().float().add(1).mul(127.5).round().clamp(0, 255).nan_to_num(0.0)
    return scaled.byte().permute(0, 2, 3, 1).contiguous().cpu().numpy()


def from_uint8(images: "Tensor") -> "Tensor":
    """uint8 of any shape -> float32 in [-1, 1], the inverse of :func:`to_uint8`."""
    return images.float().div(127.5).sub(1)


def on_white(pictures: Picture) -> Picture:
    """Pictures with opacity (..., 4) as they look on white (..., 3); others as they are."""
    if pictures.shape[-1] != 4:
        return pictures
    shares = pictures[..., 3:].astype(np.float32) / 255
    seen: Picture = (255 + (pictures[..., :3] - np.float32(255)) * shares).round().astype(np.uint8)
    return seen


GRID_GAP = 2
"""Pixels between the pictures of a grid."""


def grid(images: Picture, columns: int | None = None, gap: int = GRID_GAP, background: int = 255) -> Picture:
    """(N, H, W, C) -> one (rows * H + gaps, columns * W + gaps, C) picture, row by row.

    Without ``columns`` the grid is about square. Free cells and gaps have the value ``background``.
    """
    count, height, width, channels = images.shape
    columns = columns or math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    cells = np.full((rows * columns, height + gap, width + gap, channels), background, np.uint8)
    cells[:count, :height, :width] = images
    sheet = cells.reshape(rows, columns, height + gap, width + gap, channels).swapaxes(1, 2)
    sheet = sheet.reshape(rows * (height + gap), columns * (width + gap), channels)
    return np.ascontiguousarray(sheet[: sheet.shape[0] - gap, : sheet.shape[1] - gap])


def enlarge(image: Picture, factor: int, *, smooth: bool = False) -> Picture:
    """(H, W, C) -> (H * factor, W * factor, C): every pixel a square, or ``smooth`` by Lanczos's filter."""
    if not smooth or factor == 1:
        return image.repeat(factor, axis=0).repeat(factor, axis=1)
    from PIL import Image

    size = (image.shape[1] * factor, image.shape[0] * factor)
    plain = image[:, :, 0] if image.shape[2] == 1 else image
    return np.atleast_3d(np.asarray(Image.fromarray(plain).resize(size, Image.Resampling.LANCZOS)))


def png_bytes(image: Picture, comment: str = "") -> bytes:
    """(H, W, 1, 3 or 4) uint8 -> a PNG file's contents; the same picture and ``comment`` give the same bytes.

    The comment, if there is one, is a text chunk with the keyword :data:`PNG_COMMENT`.
    """
    from PIL import Image, PngImagePlugin

    buffer, texts = io.BytesIO(), PngImagePlugin.PngInfo()
    if comment:
        texts.add_text(PNG_COMMENT, comment)
    Image.fromarray(image[:, :, 0] if image.shape[2] == 1 else image).save(buffer, "PNG", pnginfo=texts)
    return buffer.getvalue()


def save_png(path: Path, image: Picture, comment: str = "") -> None:
    """Write (H, W, 1, 3 or 4) uint8 to ``path``. Raises :class:`gan.files.FileError`."""
    write_whole(path, png_bytes(image, comment))
