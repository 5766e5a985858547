import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, features

from gan.data import pictures
from gan.data.pictures import Crop, PictureFormat, read_picture, read_pictures
from gan.errors import UsageError

COLOUR = PictureFormat(16, 3)
GREY = PictureFormat(16, 1)


@pytest.mark.parametrize(("size", "channels", "word"), [(0, 3, "picture size"), (32, 2, "channels")])
def test_senseless_forms_are_refused(size: int, channels: int, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        PictureFormat(size, channels)


def saved(folder: Path, image: Image.Image, name: str = "a.png", **options: object) -> str:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]
    return str(path)


def plain(mode: str, colour: object, size: tuple[int, int] = (40, 30)) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("image", "name", "expected"),
    [
        (plain("RGB", (200, 30, 60)), "a.png", (200, 30, 60)),
        (plain("RGB", (200, 30, 60)), "a.bmp", (200, 30, 60)),
        (plain("RGB", (200, 30, 60)), "a.tiff", (200, 30, 60)),
        (plain("RGB", (200, 30, 60)), "a.ppm", (200, 30, 60)),
        (plain("RGB", (200, 30, 60)), "a.tga", (200, 30, 60)),
        (plain("L", 77), "a.pgm", (77, 77, 77)),
        (plain("1", 1), "a.png", (255, 255, 255)),
        (plain("LA", (10, 128)), "a.png", (132, 132, 132)),
        (plain("RGBA", (255, 0, 0, 0)), "a.png", (255, 255, 255)),
        (plain("RGBA", (255, 0, 0, 128)), "a.png", (255, 127, 127)),
        (plain("RGB", (200, 30, 60)).convert("P", palette=Image.Palette.ADAPTIVE), "a.gif", (200, 30, 60)),
        (plain("I;16", 256 * 90 + 17), "a.png", (90, 90, 90)),
        (plain("I;16", 256 * 90 + 17), "a.tiff", (90, 90, 90)),
        (plain("I", 70_000), "a.tiff", (255, 255, 255)),
        (plain("F", 0.5), "a.tiff", (127, 127, 127)),
        (plain("F", 99.0), "a.tiff", (99, 99, 99)),
        (plain("F", float("nan")), "a.tiff", (0, 0, 0)),
        (plain("CMYK", (0, 255, 255, 0)), "a.tiff", (255, 0, 0)),
    ],
    ids=lambda value: getattr(value, "mode", None) or str(value),
)
def test_every_kind_of_pixel(tmp_path: Path, image: Image.Image, name: str, expected: tuple[int, int, int]) -> None:
    pixels = read_picture(saved(tmp_path, image, name), COLOUR)
    assert pixels.shape == (3, 16, 16)
    assert pixels.dtype == np.uint8
    assert np.abs(pixels.reshape(3, -1).astype(int) - np.array(expected)[:, None]).max() <= 1


@pytest.mark.parametrize("name", ["a.jpg", "a.webp", "a.avif"])
def test_lossy_formats(tmp_path: Path, name: str) -> None:
    if name != "a.jpg" and not features.check(name[2:]):
        pytest.skip(f"this Pillow has no {name[2:]}")
    pixels = read_picture(saved(tmp_path, plain("RGB", (200, 30, 60)), name, quality=95), COLOUR)
    assert np.abs(pixels.mean(axis=(1, 2)) - (200, 30, 60)).max() < 5


def test_the_contents_count_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "really-png.jpg"
    buffer = io.BytesIO()
    plain("RGB", (1, 2, 3)).save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())
    assert tuple(read_picture(str(path), COLOUR)[:, 0, 0]) == (1, 2, 3)


def test_cmyk_jpeg(tmp_path: Path) -> None:
    path = saved(tmp_path, plain("CMYK", (0, 255, 255, 0)), "a.jpg", quality=95)
    assert np.abs(read_picture(path, COLOUR).mean(axis=(1, 2)) - (255, 0, 0)).max() < 8


def test_grey_from_colour_by_luma(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg"):
        pixels = read_picture(saved(tmp_path, plain("RGB", (200, 30, 60)), name), GREY)
        assert pixels.shape == (1, 16, 16)
        assert abs(pixels.mean() - (0.299 * 200 + 0.587 * 30 + 0.114 * 60)) < 2


def test_transparency_shows_the_background(tmp_path: Path) -> None:
    clear = plain("RGBA", (255, 0, 0, 0))
    form = PictureFormat(16, 3, background=(10, 20, 30))
    assert tuple(read_picture(saved(tmp_path, clear), form)[:, 8, 8]) == (10, 20, 30)


def test_transparent_palette_colour(tmp_path: Path) -> None:
    palette = plain("P", 0)
    palette.putpalette([255, 0, 0, 0, 255, 0])
    path = saved(tmp_path, palette, "a.gif", transparency=0)
    assert tuple(read_picture(path, COLOUR)[:, 8, 8]) == (255, 255, 255)


@pytest.mark.parametrize(("size", "kept"), [("16x32", (48, 96)), ("32x16", (64, 32)), ("48x64", (64, 85))])
def test_the_largest_middle_part_of_other_proportions(size: str, kept: tuple[int, int], tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 256, (96, 64, 3), np.uint8)
    form = PictureFormat(size, 3)
    left, top = (64 - kept[0]) // 2, (96 - kept[1]) // 2
    middle = Image.fromarray(values).crop((left, top, left + kept[0], top + kept[1]))
    expected = np.asarray(middle.resize(form.size, Image.Resampling.LANCZOS, reducing_gap=3.0))
    assert np.array_equal(read_picture(saved(tmp_path, Image.fromarray(values)), form).transpose(1, 2, 0), expected)


def test_whole_pictures_get_margins_to_their_proportions(tmp_path: Path) -> None:
    form = PictureFormat("32x16", 3, background=(255, 0, 0), crop=Crop.WHOLE)
    pixels = read_picture(saved(tmp_path, plain("RGB", (0, 0, 255), (32, 32))), form)
    assert pixels.shape == (3, 16, 32)
    red, _, blue = pixels
    assert min(blue[:, 10:22].min(), red[:, :6].min(), red[:, 26:].min()) > 240


def halves() -> Image.Image:
    """Black on the left, white on the right, 64 x 64."""
    image = plain("RGB", "white", (64, 64))
    image.paste("black", (0, 0, 32, 64))
    return image


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_cameras_that_lay_on_their_side(tmp_path: Path, orientation: int, name: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = read_picture(saved(tmp_path, halves(), name, exif=exif), GREY)[0]
    dark = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
    sides = {"left": pixels[:, 0], "right": pixels[:, -1], "top": pixels[0], "bottom": pixels[-1]}
    assert min(sides, key=lambda side: sides[side].mean()) == dark[orientation]


def test_first_frame_of_an_animation(tmp_path: Path) -> None:
    frames = [plain("RGB", colour) for colour in ("red", "lime", "blue")]
    for name in ("a.gif", "a.png", "a.webp"):
        path = saved(tmp_path, frames[0], name, save_all=True, append_images=frames[1:], lossless=True)
        assert tuple(read_picture(path, COLOUR)[:, 8, 8]) == (255, 0, 0), name


def test_the_middle_square_is_kept(tmp_path: Path) -> None:
    wide = plain("RGB", "red", (100, 40))
    wide.paste("blue", (30, 0, 70, 40))
    tall = wide.transpose(Image.Transpose.ROTATE_90)
    for image in (wide, tall):
        pixels = read_picture(saved(tmp_path, image), COLOUR)
        assert (pixels.reshape(3, -1).T == (0, 0, 255)).all()


def test_the_right_size_is_not_touched(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (16, 16, 3), np.uint8)
    pixels = read_picture(saved(tmp_path, Image.fromarray(noise)), COLOUR)
    assert np.array_equal(pixels, noise.transpose(2, 0, 1))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(width=st.integers(1, 300), height=st.integers(1, 300), name=st.sampled_from(["a.png", "a.jpg"]))
def test_any_size(tmp_path: Path, width: int, height: int, name: str) -> None:
    pixels = read_picture(saved(tmp_path, plain("RGB", (90, 90, 90), (width, height)), name), COLOUR)
    assert np.abs(pixels.astype(int) - 90).max() <= 2


def test_a_huge_jpeg_is_decoded_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, plain("RGB", (90, 90, 90), (1600, 1200)), "a.jpg")
    seen: list[tuple[int, int]] = []

    def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
        seen.append(image.size)
        return image.resize(size)

    monkeypatch.setattr(pictures, "_resized", resized)
    read_picture(path, COLOUR)
    assert seen == [(150, 150)], "the middle square of a picture that was decoded at an eighth of its size"


def png_header_of(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    contents = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return contents + struct.pack(">I", 100) + b"IDAT" + bytes(100)


def broken_files(folder: Path) -> dict[str, str]:
    """Files that cannot be read, each with a word that its reason must hold."""
    png, jpg = io.BytesIO(), io.BytesIO()
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 50, 3), np.uint8))
    noise.save(png, "PNG")
    noise.save(jpg, "JPEG")
    bad_crc = bytearray(png.getvalue())
    bad_crc[60] ^= 0xFF
    contents: dict[str, tuple[bytes, str]] = {
        "empty.png": (b"", "not a picture"),
        "text.jpg": (b"hello", "not a picture"),
        "cut.png": (png.getvalue()[:2000], "truncated"),
        "cut.jpg": (jpg.getvalue()[: len(jpg.getvalue()) // 2], "truncated"),
        "crc.png": (bytes(bad_crc), ""),
        "bomb.png": (png_header_of(60_000, 60_000), "too large"),
        "header.gif": (b"GIF89a", "not a picture"),
        "script.png": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n", "not a picture"),
        "photo.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "not a picture"),
    }
    for name, (data, _) in contents.items():
        (folder / name).write_bytes(data)
    return {name: word for name, (_, word) in contents.items()} | {"missing.png": "no such file"}


def test_broken_files_are_listed_with_a_reason(tmp_path: Path) -> None:
    words = broken_files(tmp_path)
    good = saved(tmp_path, plain("RGB", (1, 2, 3)), "good.png")
    pixels, unreadable = read_pictures(str(tmp_path), [*words, Path(good).name], COLOUR)
    assert pixels.shape == (1, 3, 16, 16)
    assert [entry.path for entry in unreadable] == list(words)
    for entry in unreadable:
        assert words[entry.path] in entry.reason
        assert 0 < len(entry.reason) <= 140
        assert "\n" not in entry.reason
        assert str(tmp_path) not in entry.reason


def test_names_that_are_no_unicode_are_reported_readably(tmp_path: Path) -> None:
    _, unreadable = read_pictures(str(tmp_path), ["gr\udcfcn.png"], COLOUR)
    assert unreadable[0].path == "gr�n.png"


def test_none_readable_gives_an_empty_array(tmp_path: Path) -> None:
    pixels, _ = read_pictures(str(tmp_path), ["missing.png"], GREY)
    assert pixels.shape == (0, 1, 16, 16)


def test_what_telephones_write(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    heif.from_pillow(plain("RGB", (200, 30, 60))).save(tmp_path / "a.heic", quality=95)
    pixels = read_picture(str(tmp_path / "a.heic"), COLOUR)
    assert np.abs(pixels.mean(axis=(1, 2)) - (200, 30, 60)).max() < 5


def test_without_its_reader_heic_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "has_heif", lambda: False)
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    _, unreadable = read_pictures(str(tmp_path), ["a.heic"], COLOUR)
    assert unreadable[0].reason == "HEIC needs the package pillow-heif: pip install pillow-heif"
