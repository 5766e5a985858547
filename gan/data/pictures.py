"""One picture file -> one small square: whatever people keep in their folders.

Runs in worker processes too, so it imports nothing but numpy and Pillow.
"""

import functools
import struct
import warnings
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from gan.data.base import DataError, Images, UnreadablePicture
from gan.errors import UsageError

EXTENSIONS = frozenset(
    (
        *("apng", "avif", "avifs", "bmp", "dib", "gif", "heic", "heif", "jfif", "jp2", "jpe", "jpeg", "jpg"),
        *("pbm", "pgm", "png", "pnm", "ppm", "qoi", "tga", "tif", "tiff", "webp"),
    )
)
"""What counts as a picture by its name. Pillow alone reads no HEIC: those are listed as unreadable."""

FORMATS = (
    "AVIF",
    "BMP",
    "DIB",
    "GIF",
    "HEIF",
    "JPEG",
    "JPEG2000",
    "MPO",
    "PNG",
    "PPM",
    "QOI",
    "TGA",
    "TIFF",
    "WEBP",
)
"""What the contents may be. Others are left out on purpose: opening EPS, for one, starts Ghostscript."""

WHITE = (255, 255, 255)
BACKGROUNDS = {"white": WHITE, "black": (0, 0, 0), "grey": (128, 128, 128)}
"""What transparent parts and margins can show, by name, in sRGB."""
DRAFT_SURPLUS = 2
REASON_LENGTH = 120


class Crop(StrEnum):
    """How a picture that is not square becomes one."""

    MIDDLE = "middle"
    """The largest square in the middle."""
    WHOLE = "whole"
    """All of it, with margins."""
    STRETCH = "stretch"
    """All of it, out of proportion."""


@dataclass(frozen=True)
class PictureFormat:
    """How a picture is brought into shape; transparent parts and margins show ``background`` (sRGB).

    Raises :class:`UsageError` for a size or a number of channels that makes no sense.
    """

    image_size: int
    channels: int
    background: tuple[int, int, int] = WHITE
    crop: Crop = Crop.MIDDLE

    def __post_init__(self) -> None:
        if self.image_size < 1:
            raise UsageError(f"image_size must be at least 1, not {self.image_size}")
        if self.channels not in (1, 3):
            raise UsageError(f"channels must be 1 (grey) or 3 (colour), not {self.channels}")


def read_pictures(folder: str, names: Sequence[str], form: PictureFormat) -> tuple[Images, list[UnreadablePicture]]:
    """The readable ones of these files as uint8 (N, C, S, S) in their order, and the others with a reason."""
    pictures = []
    unreadable = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata and of merely large pictures
        for name in names:
            try:
                pictures.append(read_picture(f"{folder}/{name}", form))
            except Exception as error:
                unreadable.append(UnreadablePicture(_printable(name), _reason(error)))
    shape = (len(pictures), form.channels, form.image_size, form.image_size)
    return np.array(pictures, np.uint8).reshape(shape), unreadable


def read_picture(path: str, form: PictureFormat) -> Images:
    """uint8 (C, S, S): the picture, upright, first frame, on the background, square as ``form.crop`` says.

    Raises what Pillow raises for a file that it cannot read.
    """
    with Image.open(path, formats=_formats()) as image:
        surplus = DRAFT_SURPLUS * form.image_size
        image.draft("L" if form.channels == 1 else "RGB", (surplus, surplus))
        upright = ImageOps.exif_transpose(image)
        small = _resized(_squared(_flattened(upright, form.background), form), form.image_size)
    pixels = np.asarray(small.convert("L" if form.channels == 1 else "RGB"))
    return np.ascontiguousarray(np.atleast_3d(pixels).transpose(2, 0, 1))


def load_picture(path: Path, form: PictureFormat) -> Images:
    """One picture as uint8 (S, S, C). Raises :class:`DataError`, which says why it cannot be read."""
    if not path.is_file():
        raise DataError(f"there is no file {path}")
    images, unreadable = read_pictures(str(path.parent), [path.name], form)
    if unreadable:
        raise DataError(f"{path} cannot be read as a picture: {unreadable[0].reason}")
    return np.ascontiguousarray(images[0].transpose(1, 2, 0))


@functools.cache
def _formats() -> tuple[str, ...]:
    Image.init()
    return tuple(name for name in FORMATS if name in Image.OPEN)


def _squared(image: Image.Image, form: PictureFormat) -> Image.Image:
    """Square, except that what is to be stretched is left to :func:`_resized`."""
    if image.width == image.height or form.crop is Crop.STRETCH:
        return image
    side = min(image.size) if form.crop is Crop.MIDDLE else max(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    if form.crop is Crop.MIDDLE:
        return image.crop((left, top, left + side, top + side))
    square = Image.new("RGB", (side, side), form.background)
    square.paste(image, (-left, -top))
    return square


def _resized(image: Image.Image, size: int) -> Image.Image:
    if image.size == (size, size):
        return image
    return image.resize((size, size), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _flattened(image: Image.Image, background: tuple[int, int, int]) -> Image.Image:
    """``image`` as ``L`` or ``RGB`` without transparency."""
    if image.mode.startswith(("I", "F")):
        return _from_deep(image)
    if image.has_transparency_data:
        opaque = Image.new("RGB", image.size, background)
        seen = image.convert("RGBA")
        opaque.paste(seen, mask=seen.getchannel("A"))
        return opaque
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _from_deep(image: Image.Image) -> Image.Image:
    """Grey with 16 bits or more, or floating point, to ``L``. Floats up to 1 are taken as shares of white."""
    values = np.asarray(image)
    if image.mode == "F":
        values = np.nan_to_num(values, nan=0.0, posinf=255.0, neginf=0.0)
        return Image.fromarray((values * (255 if values.max() <= 1 else 1)).clip(0, 255).astype(np.uint8))
    return Image.fromarray((values.clip(0, 65535) // 256).astype(np.uint8))


def _reason(error: Exception) -> str:
    match error:
        case UnidentifiedImageError():
            return "not a picture that can be read, whatever its name says"
        case Image.DecompressionBombError():
            return f"too large: more than {2 * (Image.MAX_IMAGE_PIXELS or 0) // 10**6} million pixels"
        case OSError() if error.strerror:
            return error.strerror.lower()
        case struct.error() | zlib.error() | SyntaxError() | IndexError() | EOFError():
            return f"damaged ({_one_line(error)})"
        case MemoryError():
            return "not enough memory to decode it"
    return _one_line(error)


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= REASON_LENGTH else text[: REASON_LENGTH - 1] + "…"


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
