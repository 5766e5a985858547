"""Films are read back and compared with the frames that went in."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from gan.export import enlarged, film_scale, save_gif, save_mp4
from gan.files import FileError
from gan.images import Picture
from gan.sizes import Size


def moving_block(count: int, side: int, channels: int = 3) -> Picture:
    """(count, side, side, channels): a bright block that moves to the right over a dark ground."""
    frames = np.full((count, side, side, channels), 40, np.uint8)
    for index, frame in enumerate(frames):
        frame[side // 4 : side // 2, index * 4 : index * 4 + side // 4] = 220
    return frames


def read_mp4(path: Path) -> tuple[Picture, float]:
    """All frames (N, H, W, 3) and the frames a second."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        rate = stream.average_rate
        assert rate is not None and stream.codec_context.pix_fmt == "yuv420p"
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]), float(rate)


def read_gif(path: Path) -> tuple[Picture, list[int], int]:
    """All frames (N, H, W, 3), how long each shows in ms, and how often the film repeats (0: for ever)."""
    with Image.open(path) as film:
        frames = [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(film)]
        durations = [frame.info["duration"] for frame in ImageSequence.Iterator(film)]
        return np.stack(frames), durations, film.info["loop"]


def _rolling(count: int) -> Iterator[Picture]:
    """Colour noise of 64 pixels that moves on by a column a frame."""
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    return (np.roll(noise, number, axis=1) for number in range(count))


def _peak(work: Callable[[], None]) -> int:
    """The most bytes that ``work`` held at once."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


class TestMp4:
    def test_frames_come_back_in_order(self, tmp_path: Path) -> None:
        frames = moving_block(9, 64)
        save_mp4(tmp_path / "film.mp4", frames, 12)
        found, rate = read_mp4(tmp_path / "film.mp4")
        assert found.shape == frames.shape and rate == 12
        errors = np.abs(found.astype(int) - frames).mean((1, 2, 3))
        assert errors.max() < 4
        assert np.abs(found[0].astype(int) - frames[8]).mean() > 10

    def test_grey_frames_become_colour_without_a_tint(self, tmp_path: Path) -> None:
        frames = moving_block(3, 32, 1)
        save_mp4(tmp_path / "film.mp4", frames)
        found, rate = read_mp4(tmp_path / "film.mp4")
        assert rate == 25
        assert np.ptp(found.astype(int), axis=3).max() <= 3
        assert np.abs(found.astype(int) - frames).mean() < 4

    def test_odd_sides_are_made_even_by_repeating_the_edge(self, tmp_path: Path) -> None:
        frames = moving_block(2, 33)
        save_mp4(tmp_path / "film.mp4", frames)
        found, _ = read_mp4(tmp_path / "film.mp4")
        assert found.shape == (2, 34, 34, 3)
        assert np.abs(found[:, :33, :33].astype(int) - frames).mean() < 4
        assert np.abs(found[:, 33].astype(int) - found[:, 32]).mean() < 4

    def test_frames_may_come_one_at_a_time(self, tmp_path: Path) -> None:
        frames = moving_block(4, 32)
        save_mp4(tmp_path / "a.mp4", frames)
        save_mp4(tmp_path / "b.mp4", iter(list(frames)))
        assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


class TestGif:
    def test_frames_come_back_in_order(self, tmp_path: Path) -> None:
        frames = moving_block(5, 32)
        save_gif(tmp_path / "film.gif", frames, 20)
        found, durations, loop = read_gif(tmp_path / "film.gif")
        assert np.array_equal(found, frames)
        assert durations == [50] * 5 and loop == 0

    def test_grey_values_survive(self, tmp_path: Path) -> None:
        ramp = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
        save_gif(tmp_path / "film.gif", np.concatenate([ramp, ramp[:, ::-1]]))
        found, durations, _ = read_gif(tmp_path / "film.gif")
        assert np.abs(found[0].astype(int) - ramp[0]).max() <= 2
        assert durations == [40, 40]

    @pytest.mark.parametrize(("fps", "milliseconds"), [(1, 1000), (30, 30), (50, 20), (200, 20)])
    def test_speed_is_rounded_to_hundredths(self, tmp_path: Path, fps: int, milliseconds: int) -> None:
        save_gif(tmp_path / "film.gif", moving_block(2, 16), fps)
        assert read_gif(tmp_path / "film.gif")[1] == [milliseconds] * 2

    def test_what_stands_still_is_stored_once(self, tmp_path: Path) -> None:
        moving = moving_block(2, 32)
        save_gif(tmp_path / "film.gif", np.concatenate([moving[:1], *[moving[1:]] * 40]))
        found, durations, _ = read_gif(tmp_path / "film.gif")
        assert np.array_equal(found, moving) and durations == [40, 1600]

    def test_grey_frames_lose_nothing(self, tmp_path: Path) -> None:
        ramp = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
        save_gif(tmp_path / "film.gif", np.concatenate([ramp, ramp[:, ::-1]]))
        assert np.array_equal(read_gif(tmp_path / "film.gif")[0][..., :1], np.concatenate([ramp, ramp[:, ::-1]]))


@pytest.mark.parametrize("save", [save_gif, save_mp4])
class TestBoth:
    def test_same_frames_same_bytes(self, tmp_path: Path, save: Callable[..., None]) -> None:
        paths = [tmp_path / "a", tmp_path / "b"]
        for path in paths:
            save(path, moving_block(4, 32))
        assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_memory_does_not_grow_with_the_film(self, tmp_path: Path, save: Callable[..., None]) -> None:
        few, many = (_peak(partial(save, tmp_path / "film", _rolling(count))) for count in (20, 400))
        assert many < few + 1_000_000, "400 frames of 64 pixels are 5 MB"

    def test_a_frame_that_fails_leaves_nothing(self, tmp_path: Path, save: Callable[..., None]) -> None:
        (tmp_path / "film").write_text("mine")

        def frames() -> Iterator[Picture]:
            yield from moving_block(3, 32)
            raise ValueError("no more")

        with pytest.raises(ValueError, match="no more"):
            save(tmp_path / "film", frames())
        assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("film", "mine")]

    def test_a_place_that_cannot_be_written(self, tmp_path: Path, save: Callable[..., None]) -> None:
        (tmp_path / "file").write_text("mine")
        with pytest.raises(FileError, match="cannot write"):
            save(tmp_path / "file" / "film", moving_block(2, 32))
        assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(("side", "scale"), [(16, 16), (28, 10), (32, 8), (96, 3), (256, 1), (512, 1)])
def test_films_are_at_least_256_pixels_wide(side: int, scale: int) -> None:
    assert film_scale(Size(side, side)) == film_scale(Size(2 * side, side)) == scale


def test_enlarged_repeats_pixels() -> None:
    frames = moving_block(2, 96)
    found = np.stack(list(enlarged(frames)))
    assert found.shape == (2, 288, 288, 3)
    assert np.array_equal(found[:, 1::3, 2::3], frames)


def test_films_carry_a_comment(tmp_path: Path) -> None:
    save_mp4(tmp_path / "a.mp4", moving_block(3, 32), 25, comment="edit block2:17=0")
    save_gif(tmp_path / "a.gif", moving_block(3, 32), 25, comment="edit block2:17=0")
    with av.open(str(tmp_path / "a.mp4")) as film:
        assert film.metadata["comment"] == "edit block2:17=0"
    with Image.open(tmp_path / "a.gif") as film:
        assert film.info["comment"] == b"edit block2:17=0"
