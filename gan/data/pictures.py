"""One picture file -> one small picture of a given size: whatever people keep in their folders.

Runs in worker processes too, so it imports nothing but numpy and Pillow.
"""

import functools
import importlib.util
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from gan.data.base import DataError, Images, UnreadablePicture
from gan.data.colours import in_srgb
from gan.data.containers import opened
from gan.data.deep import colours_of, deep_values, in_bytes, is_deep
from gan.data.value_range import AUTO, check, sample
from gan.errors import UsageError, reason_of
from gan.sizes import Sides, Size, read_size
from gan.words import Said, tr

EXTENSIONS = frozenset(
    (
        *("apng", "avif", "avifs", "bmp", "dib", "gif", "heic", "heif", "jfif", "jp2", "jpe", "jpeg", "jpg"),
        *("pbm", "pgm", "png", "pnm", "ppm", "qoi", "tga", "tif", "tiff", "webp"),
    )
)
"""What counts as a picture by its name."""

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

HEIF = (".heic", ".heif")
WHITE = (255, 255, 255)
BACKGROUNDS = {"white": WHITE, "black": (0, 0, 0), "grey": (128, 128, 128)}
"""What transparent parts and margins can show, by name, in sRGB."""
TRAINABLE = (1, 3)
"""How many channels the pictures of a set can have."""
_MODES = {1: "L", 3: "RGB", 4: "RGBA"}
DRAFT_SURPLUS = 2
REASON_LENGTH = 120


class Crop(StrEnum):
    """How a picture of other proportions gets those that are wanted."""

    MIDDLE = "middle"
    """The largest part in the middle that has them."""
    WHOLE = "whole"
    """All of it, with margins."""
    STRETCH = "stretch"
    """All of it, out of proportion."""


@dataclass(frozen=True)
class PictureFormat:
    """How a picture is brought into shape; transparent parts and margins show ``background`` (sRGB).

    ``image_size`` is a number for squares, or ``widthxheight``; :attr:`size` is what it stands for.
    With 4 ``channels`` it keeps its opacity, and is cut to its middle.
    ``value_range`` says what becomes black and white in pictures with more than 8 bits (:mod:`gan.data.value_range`).
    Raises :class:`UsageError` for a size, a number of channels or a range that makes no sense.
    """

    image_size: Sides
    channels: int
    background: tuple[int, int, int] = WHITE
    crop: Crop = Crop.MIDDLE
    value_range: str = AUTO

    def __post_init__(self) -> None:
        object.__setattr__(self, "image_size", read_size(self.image_size).sides)
        if self.channels not in _MODES:
            raise UsageError(f"channels must be 1 (grey), 3 (colour) or 4 (with opacity), not {self.channels}")
        check(self.value_range)

    @cached_property
    def size(self) -> Size:
        """That of the pictures."""
        return read_size(self.image_size)


def read_pictures(source: str, names: Sequence[str], form: PictureFormat) -> tuple[Images, list[UnreadablePicture]]:
    """The readable ones of these files as uint8 (N, C, H, W) in their order, and the others with a reason.

    ``source`` is what they lie in: a folder, a .zip or an .npy file (:mod:`gan.data.containers`).
    """
    pictures = []
    unreadable = []
    with _quiet_pillow():
        for name in names:
            try:
                with opened(source, name) as file:
                    pictures.append(_shaped(_as_image(file, form), form))
            except Exception as error:
                unreadable.append(UnreadablePicture(printable(name), _reason(error, name)))
    shape = (len(pictures), form.channels, form.size.height, form.size.width)
    return np.array(pictures, np.uint8).reshape(shape), unreadable


def read_picture(path: str, form: PictureFormat) -> Images:
    """uint8 (C, H, W): the picture, upright, first frame, on the background, shaped as ``form.crop`` says.

    Raises what Pillow raises for a file that it cannot read.
    """
    with open(path, "rb") as file:
        return _shaped(_as_image(file, form), form)


def sample_values(source: str, names: Sequence[str]) -> list[npt.NDArray[Any]]:
    """What :func:`gan.data.value_range.measured` needs of those that have more than 8 bits and can be read."""
    with _quiet_pillow():
        return [values for name in names if (values := _sample(source, name)) is not None]


def _sample(source: str, name: str) -> npt.NDArray[Any] | None:
    try:
        with opened(source, name) as file:
            if isinstance(file, np.ndarray):
                return None if file.dtype == np.uint8 else sample(colours_of(file))
            with Image.open(file, formats=_formats()) as image:
                return sample(colours_of(deep_values(image, file))) if is_deep(image) else None
    except Exception:  # reading it will tell why
        return None


def load_picture(path: Path, form: PictureFormat) -> Images:
    """One picture as uint8 (H, W, C). Raises :class:`DataError`, which says why it cannot be read."""
    if not path.is_file():
        raise DataError(tr("there is no file {path}", path=path))
    images, unreadable = read_pictures(str(path.parent), [path.name], form)
    if unreadable:
        raise DataError(tr("{path} cannot be read as a picture: {reason}", path=path, reason=unreadable[0].reason))
    return np.ascontiguousarray(images[0].transpose(1, 2, 0))


@functools.cache
def _formats() -> tuple[str, ...]:
    Image.init()
    if has_heif():
        import pillow_heif

        pillow_heif.register_heif_opener()
    return tuple(name for name in FORMATS if name in Image.OPEN)


def has_heif() -> bool:
    """Whether pillow-heif is there, without which no HEIC can be read."""
    return importlib.util.find_spec("pillow_heif") is not None


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Pillow warns of odd metadata and of merely large pictures."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _as_image(file: IO[bytes] | npt.NDArray[Any], form: PictureFormat) -> Image.Image:
    """With 8 bits, upright, in sRGB, not smaller than it has to be."""
    if isinstance(file, np.ndarray):
        return Image.fromarray(file) if file.dtype == np.uint8 else in_bytes(file, form.value_range)
    with Image.open(file, formats=_formats()) as image:
        if is_deep(image):
            return in_srgb(ImageOps.exif_transpose(in_bytes(deep_values(image, file), form.value_range, image)))
        surplus = DRAFT_SURPLUS * max(form.size)
        grey = form.channels == 1 and not image.info.get("icc_profile")
        image.draft("L" if grey else "RGB", (surplus, surplus))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        return in_srgb(image)


def _shaped(image: Image.Image, form: PictureFormat) -> Images:
    mode = _MODES[form.channels]
    whole = image.convert(mode) if mode == "RGBA" else _flattened(image, form.background)
    pixels = np.asarray(_in_mode(_resized(_proportioned(whole, form), form.size), mode))
    return np.ascontiguousarray(np.atleast_3d(pixels).transpose(2, 0, 1))


def _proportioned(image: Image.Image, form: PictureFormat) -> Image.Image:
    """With the proportions of ``form``, except that what is to be stretched is left to :func:`_resized`."""
    whole = Size(*image.size)
    part = form.size.within(whole) if form.crop is Crop.MIDDLE else form.size.around(whole)
    if part == whole or form.crop is Crop.STRETCH:
        return image
    left, top = (whole.width - part.width) // 2, (whole.height - part.height) // 2
    if form.crop is Crop.MIDDLE:
        return image.crop((left, top, left + part.width, top + part.height))
    framed = Image.new("RGB", part, form.background)
    framed.paste(image, (-left, -top))
    return framed


def _resized(image: Image.Image, size: Size) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _flattened(image: Image.Image, background: tuple[int, int, int]) -> Image.Image:
    """``image`` as ``L`` or ``RGB`` without transparency."""
    if image.has_transparency_data:
        opaque = Image.new("RGB", image.size, background)
        seen = image.convert("RGBA")
        opaque.paste(seen, mask=seen.getchannel("A"))
        return opaque
    return _in_mode(image, "L" if image.mode in ("1", "L") else "RGB")


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    """``image`` itself if it has that mode, of which Pillow would make a copy."""
    return image if image.mode == mode else image.convert(mode)


def _reason(error: Exception, name: str) -> str:
    match error:
        case UnidentifiedImageError() if name.lower().endswith(HEIF) and not has_heif():
            return tr("HEIC needs the package pillow-heif: pip install pillow-heif")
        case UnidentifiedImageError():
            return tr("not a picture that can be read, whatever its name says")
        case Image.DecompressionBombError():
            most = 2 * (Image.MAX_IMAGE_PIXELS or 0) // 10**6
            return tr("too large: more than {most} million pixels", most=most)
        case FileNotFoundError():
            return tr("no such file or directory")
        case PermissionError():
            return tr("permission denied")
        case OSError() if error.strerror:
            return reason_of(error).lower()
        case struct.error() | zlib.error() | SyntaxError() | IndexError() | EOFError():
            return tr("damaged ({error})", error=_one_line(error))
        case MemoryError():
            return tr("not enough memory to decode it")
    return _one_line(error)


def _one_line(error: Exception) -> str:
    if error.args and isinstance(error.args[0], Said):
        return error.args[0]
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= REASON_LENGTH else text[: REASON_LENGTH - 1] + "…"


def printable(name: str) -> str:
    """``name`` without what is no Unicode."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
