"""Pictures with more than 8 bits a value, as the numbers that they hold.

Pillow reads grey ones. Of colour with 16 bits it keeps the upper 8, whatever is in them, so those are read by FFmpeg.
"""

from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from gan.data.value_range import ValueRange, range_for

ORIENTATION = 0x0112
DEMUXERS = {"PNG": "png_pipe", "TIFF": "tiff_pipe"}
"""FFmpeg's names of what Pillow found, so that it does not take the file for anything else."""
Values = npt.NDArray[Any]


def is_deep(image: Image.Image) -> bool:
    """Whether an opened picture holds more than 8 bits a value; nothing is decoded for it."""
    return image.mode.startswith(("I", "F")) or _is_deep_colour(image)


def deep_values(image: Image.Image, file: IO[bytes]) -> Values:
    """(H, W), (H, W, 3) or with alpha (H, W, 4) of a deep picture that was opened from ``file``, as it lies there."""
    return _colour_values(image, file) if _is_deep_colour(image) else np.asarray(image)


def colours_of(values: Values) -> Values:
    """Without alpha."""
    return values[..., :3] if values.ndim == 3 else values


def in_bytes(values: Values, value_range: str, like: Image.Image | None = None) -> Image.Image:
    """``values`` with 8 bits, by what ``value_range`` means; profile and orientation are those of ``like``."""
    colours = colours_of(values)
    small = range_for(colours, value_range).in_bytes(colours)
    if values.ndim == 3 and values.shape[2] == 4:
        white = 1.0 if values.dtype.kind == "f" else float(np.iinfo(values.dtype).max)
        small = np.concatenate([small, ValueRange(0.0, white).in_bytes(values[..., 3:])], axis=-1)
    image = Image.fromarray(small)
    if like is not None:
        image.info["icc_profile"] = like.info.get("icc_profile")
        image.getexif()[ORIENTATION] = like.getexif().get(ORIENTATION, 1)
    return image


def _is_deep_colour(image: Image.Image) -> bool:
    """The raw mode, such as ``RGB;16B``, tells what Pillow is going to cut off."""
    tiles = getattr(image, "tile", [])
    arguments = tiles[0][3] if tiles else ""
    raw = arguments if isinstance(arguments, str) else arguments[0] if arguments else ""
    return isinstance(raw, str) and ";16" in raw and image.mode in ("RGB", "RGBA", "RGBX", "LA")


def _colour_values(image: Image.Image, file: IO[bytes]) -> Values:
    """With 8 bits, scaled to 16, where FFmpeg cannot read the file."""
    import av

    has_alpha = image.mode in ("RGBA", "LA")
    try:
        file.seek(0)
        with av.open(file, mode="r", format=DEMUXERS.get(image.format or "")) as container:
            return next(container.decode(video=0)).to_ndarray(format="rgba64le" if has_alpha else "rgb48le")
    except (av.error.FFmpegError, StopIteration, ValueError):
        return np.asarray(image.convert("RGBA" if has_alpha else "RGB")).astype(np.uint16) * 257
