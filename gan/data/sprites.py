"""The built-in picture set: coloured shapes on a dark ground, drawn from factors that are known.

Because every picture is made from seven independent numbers, a direction found in a generator's
latent space can be scored against them. Shapes are signed distance functions (negative inside)
evaluated on whole batches of pixels; lengths are in half pictures, so the picture, or the square in
the middle of an oblong one, spans [-1, 1] in x (to the right) and y (down).
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.data.base import Images, Progress
from gan.data.conversion import grey
from gan.sizes import Sides, Size, read_size
from gan.words import tr

COUNT = 20_000
IMAGE_SIZE = 32

FACTOR_RANGES: Mapping[str, tuple[float, float]] = {
    "hue": (0.0, 0.85),
    "scale": (0.38, 0.6),
    "rotation": (-0.6, 0.6),
    "x": (-0.34, 0.34),
    "y": (-0.34, 0.34),
    "thickness": (0.35, 1.0),
}
"""Limits of the continuous factors, each drawn uniformly and apart from the others.

``hue`` goes from red to magenta and does not close the circle; ``rotation`` (radians, clockwise)
stays below half of a star's symmetry of 72 degrees: so no two values look the same. ``scale`` is the
radius of the shape in half pictures. ``thickness`` is that of the outline relative to what fills the
shape: 1 is filled, and a hole that would be a mere dot fades away. Every shape stays inside the picture.
"""

GROUND = (0.075, 0.082, 0.125)
VIGNETTE = 0.35
GLOW, GLOW_REACH = 0.2, 0.16
FADING_HOLE = 0.25
LIGHTNESS, CHROMA = 0.74, 0.17
CHUNK_VALUES = 2**18

Array = npt.NDArray[np.floating[Any]]
Factors = Mapping[str, npt.NDArray[Any]]


def make_sprites(
    count: int = COUNT,
    image_size: Sides = IMAGE_SIZE,
    channels: int = 3,
    seed: int = 0,
    report: Progress | None = None,
) -> tuple[Images, dict[str, npt.NDArray[Any]]]:
    """Draw ``count`` pictures, uint8 (count, channels, height, width), and their factors.

    Oblong ones have more ground around the same square. The same arguments give the same pictures; a smaller ``count``
    gives the first ones of a larger.
    """
    factors = draw_factors(count, seed)
    return render_sprites(factors, image_size, channels, report), factors


def draw_factors(count: int, seed: int = 0) -> dict[str, npt.NDArray[Any]]:
    """Random factors, each (count,): ``shape`` int64, the index of a name, the others float32."""
    chances = np.random.default_rng(seed).random((count, 1 + len(FACTOR_RANGES)))
    factors: dict[str, npt.NDArray[Any]] = {"shape": (chances[:, 0] * len(SHAPES)).astype(np.int64)}
    for (name, (low, high)), chance in zip(FACTOR_RANGES.items(), chances.T[1:], strict=True):
        factors[name] = (low + (high - low) * chance).astype(np.float32)
    return factors


def render_sprites(
    factors: Factors, image_size: Sides = IMAGE_SIZE, channels: int = 3, report: Progress | None = None
) -> Images:
    """The pictures of ``factors``, uint8 (N, channels, height, width); grey hardly shows the hue."""
    size = read_size(image_size)
    images = np.empty((len(factors["shape"]), channels, size.height, size.width), np.uint8)
    done = 0
    for index, rows in _chunks(factors["shape"], max(1, CHUNK_VALUES // size.pixels)):
        colour = _render(SHAPES[index], {name: values[rows] for name, values in factors.items()}, size)
        images[rows] = colour if channels == 3 else grey(colour)
        done += len(rows)
        if report is not None:
            report(tr("drawing sprites"), done, len(images))
    return images


def _chunks(shapes: npt.NDArray[Any], step: int) -> Iterator[tuple[int, npt.NDArray[np.intp]]]:
    """Rows with the same shape, ``step`` of them at most, each with the index of that shape."""
    for index in range(len(SHAPES)):
        members = np.flatnonzero(shapes == index)
        yield from ((index, members[start : start + step]) for start in range(0, len(members), step))


def hue_to_rgb(hue: Array) -> Array:
    """(N,) in turns -> (N, 3) sRGB in [0, 1], of about equal lightness for every hue.

    The colour circle is that of Oklab (B. Ottosson 2020, "A perceptual color space for image
    processing"), turned so that 0 is red; what lies outside of sRGB is clipped.
    """
    angle = 2 * np.pi * hue + np.float32(0.45)
    lab = np.stack([np.full_like(angle, LIGHTNESS), CHROMA * np.cos(angle), CHROMA * np.sin(angle)], axis=1)
    linear = (lab @ _LAB_TO_CONES) ** 3 @ _CONES_TO_RGB
    encoded = 1.055 * linear.clip(0.0031308, 1) ** (1 / 2.4) - 0.055
    rgb: Array = np.where(linear <= 0.0031308, 12.92 * linear.clip(0, 1), encoded).astype(np.float32)
    return rgb


_LAB_TO_CONES = np.array(
    [[1, 1, 1], [0.3963377774, -0.1055613458, -0.0894841775], [0.2158037573, -0.0638541728, -1.2914855480]]
)
_CONES_TO_RGB = np.array(
    [
        [4.0767416621, -1.2684380046, -0.0041960863],
        [-3.3077115913, 2.6097574011, -0.7034186147],
        [0.2309699292, -0.3413193965, 1.7076147010],
    ]
)


def _render(shape: "Shape", factors: Factors, size: Size) -> Images:
    """Pictures of one shape: (N, 3, height, width)."""
    columns = {name: values[:, None, None].astype(np.float32) for name, values in factors.items()}
    pixel = np.float32(2 / min(size))
    distance = _distance(shape, columns, size)
    ink = _coverage(distance, pixel) - _hole(distance, columns, shape.depth, pixel)
    glow = GLOW * np.exp(np.minimum(-distance / GLOW_REACH, 0))
    amount = np.maximum(ink, glow)[:, None]
    ground = _ground(size)
    colour = hue_to_rgb(factors["hue"])[:, :, None, None]
    images: Images = ((ground + amount * (colour - ground)) * 255 + 0.5).astype(np.uint8)
    return images


def _distance(shape: "Shape", factors: Factors, size: Size) -> Array:
    """Signed distance of every pixel's centre to the outline: (N, height, width)."""
    x = _centres(size.width, min(size)) - factors["x"]
    y = _centres(size.height, min(size))[:, None] - factors["y"]
    cosine, sine = np.cos(factors["rotation"]), np.sin(factors["rotation"])
    scale = factors["scale"]
    distance: Array = shape.distance((cosine * x + sine * y) / scale, (cosine * y - sine * x) / scale)
    return distance * scale


def _coverage(distance: Array, pixel: np.float32) -> Array:
    """How much of a pixel is inside: 1 to 0 by a smooth step over one pixel."""
    return _smooth_step(np.float32(0.5) - distance / pixel)


def _hole(distance: Array, factors: Factors, depth: float, pixel: np.float32) -> Array:
    """How much of a pixel lies deeper inside than the outline is thick."""
    thickness = factors["thickness"]
    hole = _coverage(distance + thickness * (factors["scale"] * depth + pixel), pixel)
    return hole * _smooth_step((1 - thickness) / FADING_HOLE)


def _smooth_step(value: Array) -> Array:
    """0 to 1 without a kink as ``value`` goes from 0 to 1."""
    value = value.clip(0, 1)
    return value * value * (3 - 2 * value)


def _ground(size: Size) -> Array:
    """(3, height, width) in [0, 1]: a calm dark colour, darker towards the corners."""
    across, down = (_centres(side, side) for side in size)
    radius2 = (across**2 + down[:, None] ** 2) / 2
    return np.array(GROUND, np.float32)[:, None, None] * (1 - np.float32(VIGNETTE) * radius2)


def _centres(side: int, unit: int) -> Array:
    """Where the centres of ``side`` pixels lie, of which the middle ``unit`` reach from -1 to 1."""
    centres: Array = (np.arange(side, dtype=np.float32) + 0.5) * np.float32(2 / unit) - np.float32(side / unit)
    return centres


@dataclass(frozen=True)
class Shape:
    """An outline within the unit circle. ``distance(x, y)`` is signed; ``depth`` is the deepest inside."""

    name: str
    distance: Callable[[Array, Array], Array]
    depth: float


def _pointed(
    points: int, size: float, rounding: float, *, inner: float = 0.0, turn: float = 0.0
) -> tuple[Callable[[Array, Array], Array], float]:
    """A star whose inner corners have ``inner`` times the radius of its points; without it, a polygon.

    All halves of a point are mirror images, so one segment from an outer to an inner corner is
    enough. Corners are rounded; ``turn`` is the angle of the first point from the top.
    """
    half = math.pi / points
    inner = inner or math.cos(half)
    outer_x, inner_x, inner_y = size, size * inner * math.cos(half), size * inner * math.sin(half)
    along_x, along_y = inner_x - outer_x, inner_y
    length2 = along_x**2 + along_y**2

    def distance(x: Array, y: Array) -> Array:
        radius = np.hypot(x, y)
        angle = np.abs((np.arctan2(x, -y) + half - turn) % (2 * half) - half)
        from_x, from_y = radius * np.cos(angle) - outer_x, radius * np.sin(angle)
        share = ((from_x * along_x + from_y * along_y) / length2).clip(0, 1)
        apart = np.hypot(from_x - share * along_x, from_y - share * along_y)
        side = along_x * from_y - along_y * from_x
        return np.where(side > 0, -apart, apart) - np.float32(rounding)

    return distance, size * inner + rounding


def _ellipse(x: Array, y: Array, wide: float = 1.0, high: float = 0.62) -> Array:
    """Nearest point found by going round the centre of curvature, which stands still near the solution."""
    x, y = np.abs(x), np.abs(y)
    along_x = along_y = np.float32(math.sqrt(0.5))
    for _ in range(3):
        centre_x = (wide**2 - high**2) / wide * along_x**3
        centre_y = (high**2 - wide**2) / high * along_y**3
        curvature = np.hypot(wide * along_x - centre_x, high * along_y - centre_y)
        stretch = curvature / np.maximum(np.hypot(x - centre_x, y - centre_y), 1e-6)
        along_x = (((x - centre_x) * stretch + centre_x) / wide).clip(0, 1)
        along_y = (((y - centre_y) * stretch + centre_y) / high).clip(0, 1)
        length = np.maximum(np.hypot(along_x, along_y), 1e-6)
        along_x, along_y = along_x / length, along_y / length
    apart = np.hypot(x - wide * along_x, y - high * along_y)
    signed: Array = np.where((x / wide) ** 2 + (y / high) ** 2 < 1, -apart, apart)
    return signed


def _heart(x: Array, y: Array) -> Array:
    """A square on its corner with half discs on its two upper sides.

    In its own units the tip is (0, 0), the notch (0, 1) and a disc's centre (1/4, 3/4) with radius
    sqrt(1/8). ``middle`` is as far from the tip as from the outermost points of the discs.
    """
    middle = 0.5 / (1.5 - math.sqrt(0.5))
    x, y = np.abs(x) * np.float32(middle), (1 - y) * np.float32(middle)
    disc = np.hypot(x - 0.25, y - 0.75) - np.float32(math.sqrt(0.125))
    nearest = np.maximum(x + y, 0) / 2
    apart = np.minimum(np.hypot(x, y - 1), np.hypot(x - nearest, y - nearest))
    below = np.where(x < y, -apart, apart)
    signed: Array = np.where(x + y > 1, disc, below) / np.float32(middle)
    return signed


_HEART_DEPTH = (math.sqrt(2) - 1) * (1.5 - math.sqrt(0.5)) / 0.5

SHAPES: tuple[Shape, ...] = (
    Shape("square", *_pointed(4, 0.92, 0.08, turn=math.pi / 4)),
    Shape("ellipse", _ellipse, 0.62),
    Shape("triangle", *_pointed(3, 0.9, 0.1)),
    Shape("heart", _heart, _HEART_DEPTH),
    Shape("star", *_pointed(5, 0.92, 0.08, inner=0.5)),
)
SHAPE_NAMES = tuple(shape.name for shape in SHAPES)
