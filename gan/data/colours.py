"""Colours as the picture's own ICC profile means them, in sRGB, which screens and networks here take for granted."""

import functools
import io

from PIL import Image, ImageCms

MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Pillow's mode for the colour space that a profile is made for."""
CACHED = 32


def in_srgb(image: Image.Image) -> Image.Image:
    """``image`` (8 bits) by its ICC profile.

    It is the same object if there is no profile, or one that says sRGB, is damaged or fits no such picture.
    """
    profile = image.info.get("icc_profile")
    found = _transform(profile) if profile else None
    if found is None:
        return image
    mode, transform = found
    if not _fits(mode, image.mode):
        return image
    if not image.has_transparency_data:
        return ImageCms.applyTransform(image.convert(mode), transform) or image
    seen = image.convert("RGBA")
    result = ImageCms.applyTransform(seen.convert("RGB").convert(mode), transform) or image
    result.putalpha(seen.getchannel("A"))
    result.info.pop("transparency", None)
    return result


@functools.lru_cache(CACHED)
def _transform(profile: bytes) -> tuple[str, ImageCms.ImageCmsTransform] | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = MODES.get(source.profile.xcolor_space)
        if mode is None or _is_srgb(source.profile.profile_description or ""):
            return None
        return mode, ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _fits(mode: str, mode_of_image: str) -> bool:
    return mode_of_image in {"RGB": ("RGB", "RGBA", "RGBX", "P", "PA"), "L": ("1", "L", "LA"), "CMYK": ("CMYK",)}[mode]


def _is_srgb(description: str) -> bool:
    """What is in sRGB stays as it is, to the last bit."""
    return "srgb" in description.lower() and "linear" not in description.lower()
