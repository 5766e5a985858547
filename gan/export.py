"""Films as files. The same frames give the same bytes, and a file is whole or not there."""

import io
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import numpy as np

from gan.files import write_whole
from gan.images import Picture, enlarge

SMALLEST_FILM = 256


def film_scale(image_size: int) -> int:
    """The whole factor that brings pictures to at least 256 pixels a side, as players blur small films."""
    return max(1, -(-SMALLEST_FILM // image_size))


def save_gif(path: Path, frames: Iterable[Picture], fps: float = 25) -> None:
    """Write (H, W, C) frames as an endless GIF. It counts hundredths of a second: ``fps`` is rounded to that."""
    from PIL import Image

    images = [Image.fromarray(_rgb(frame)) for frame in frames]
    buffer = io.BytesIO()
    duration = 10 * max(2, round(100 / fps))
    images[0].save(buffer, "GIF", save_all=True, append_images=images[1:], duration=duration, loop=0)
    write_whole(path, buffer.getvalue())


def save_mp4(path: Path, frames: Iterable[Picture], fps: int = 25) -> None:
    """Write (H, W, C) frames of one size as H.264 in an MP4 file.

    yuv420p and even sides, as common players want it.
    """
    import av

    # x264's lookahead reads memory beyond the frame, which lets the same frames give other bytes.
    steady = "sync-lookahead=0:rc-lookahead=0:mbtree=0"
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        options = {"crf": "16", "threads": "1", "x264-params": steady}
        stream = container.add_stream("libx264", rate=Fraction(fps), options=options)
        stream.pix_fmt = "yuv420p"
        for index, frame in enumerate(frames):
            frame = _even(_rgb(frame))
            if index == 0:
                stream.height, stream.width = frame.shape[:2]
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())
    write_whole(path, buffer.getvalue())


def enlarged(frames: Picture) -> Picture:
    """(N, H, W, C) frames at :func:`film_scale`."""
    scale = film_scale(frames.shape[1])
    return np.stack([enlarge(frame, scale) for frame in frames])


def _rgb(frame: Picture) -> Picture:
    return frame.repeat(3, axis=2) if frame.shape[2] == 1 else frame


def _even(frame: Picture) -> Picture:
    height, width = frame.shape[:2]
    return np.ascontiguousarray(np.pad(frame, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge"))
