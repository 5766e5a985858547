"""Films as files, encoded as their frames come. The same frames give the same bytes; a file is whole or not there."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gan.errors import UsageError
from gan.files import whole_file
from gan.formats import Content, format_of
from gan.images import Picture, enlarge, on_white
from gan.sizes import Size
from gan.words import tr

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST_FILM = 256
LARGEST_SCALE = 32
FASTEST = 120
USUAL_FPS = 25
LONGEST_MS = 600_000
GIF_END = b";"


def film_scale(size: Size) -> int:
    """The whole factor that brings pictures to at least 256 pixels a side, as players blur small films."""
    return max(1, -(-SMALLEST_FILM // min(size)))


def check_speed(path: Path, fps: float) -> None:
    """Raises :class:`UsageError` if films of the kind of ``path`` do not show that many frames a second."""
    film = format_of(path, Content.FILM)
    if film.most_fps is not None and fps > film.most_fps:
        name = film.suffix.removeprefix(".").upper()
        raise UsageError(
            tr(
                "a {name} shows at most {most_fps} frames a second; take fewer or write an .mp4",
                name=name,
                most_fps=film.most_fps,
            )
        )


def save_gif(path: Path, frames: Iterable[Picture], fps: float = USUAL_FPS, comment: str = "") -> None:
    """Write (H, W, C) frames as an endless GIF, each with colours of its own; one that stands still is stored once.

    GIF counts hundredths of a second: ``fps`` is rounded to that. ``comment`` is a comment block.
    """
    from PIL import GifImagePlugin

    with whole_file(path) as file:
        for number, (frame, milliseconds) in enumerate(_held(frames, 10 * max(2, round(100 / fps)))):
            image = _with_palette(frame)
            if number == 0:
                file.writelines(GifImagePlugin.getheader(image, info={"loop": 0, "comment": comment.encode()})[0])
            file.writelines(GifImagePlugin.getdata(image, duration=milliseconds, include_color_table=True))
        file.write(GIF_END)


def save_mp4(path: Path, frames: Iterable[Picture], fps: int = USUAL_FPS, comment: str = "") -> None:
    """Write (H, W, C) frames of one size as H.264 in an MP4 file, with ``comment`` in its metadata.

    yuv420p and even sides, as common players want it.
    """
    import av

    # x264's lookahead reads memory beyond the frame, which lets the same frames give other bytes.
    steady = "sync-lookahead=0:rc-lookahead=0:mbtree=0"
    with whole_file(path) as file, av.open(file, "w", format="mp4") as container:
        if comment:
            container.metadata["comment"] = comment
        options = {"crf": "16", "threads": "1", "x264-params": steady}
        stream = container.add_stream("libx264", rate=Fraction(fps), options=options)
        stream.pix_fmt = "yuv420p"
        for index, frame in enumerate(frames):
            frame = _even(_rgb(frame))
            if index == 0:
                stream.height, stream.width = frame.shape[:2]
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())


def enlarged(frames: Iterable[Picture], scale: int | None = None) -> Iterator[Picture]:
    """Each (H, W, C) frame with every pixel a square of ``scale``; without it, at :func:`film_scale`."""
    for frame in frames:
        height, width = frame.shape[:2]
        yield enlarge(frame, scale or film_scale(Size(width, height)))


def _held(frames: Iterable[Picture], milliseconds: int) -> Iterator[tuple[Picture, int]]:
    """Frames that differ from the one before, and how long each stands."""
    shown, standing = None, 0
    for frame in frames:
        if shown is not None and (standing >= LONGEST_MS or not np.array_equal(frame, shown)):
            yield shown, standing
            standing = 0
        shown, standing = frame, standing + milliseconds
    if shown is not None:
        yield shown, standing


def _with_palette(frame: Picture) -> "Image":
    """Grey as it is; colours, on white, by the 256 that come closest."""
    from PIL import Image

    frame = on_white(frame)
    if frame.shape[2] == 1:
        return Image.fromarray(frame[:, :, 0])
    return Image.fromarray(frame).convert("P", palette=Image.Palette.ADAPTIVE)


def _rgb(frame: Picture) -> Picture:
    return frame.repeat(3, axis=2) if frame.shape[2] == 1 else on_white(frame)


def _even(frame: Picture) -> Picture:
    height, width = frame.shape[:2]
    return np.ascontiguousarray(np.pad(frame, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge"))
