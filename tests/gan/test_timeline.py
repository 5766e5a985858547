"""One z through a run's snapshots, and the films that come of it."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from gan.explore.latent import sample_z
from gan.layers.edits import parse_edit
from gan.model.checkpoint import CheckpointError
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.timeline import BATCH, HOLD_SECONDS, film_frames, pictures_of, pictures_through
from gan.train.run import Run
from tests.gan.tiny import fail, make_run, succeed

Z = sample_z(1, 8, seed=3)[0]
REQUEST = RenderRequest(Path("of no snapshot"), Z[None])


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path / "run", snapshots=(10, 20, 120))


def test_each_snapshot_draws_the_same_z(run: Run) -> None:
    pictures = list(pictures_through(run.snapshots(), REQUEST, Renderer("cpu").render))
    alone = [Renderer("cpu").render(RenderRequest(entry.path, Z[None])).images[0] for entry in run.snapshots()]
    assert len(pictures) == 3
    assert all(np.array_equal(one, other) for one, other in zip(pictures, alone, strict=True))
    assert not np.array_equal(pictures[0], pictures[2])


def test_each_snapshot_is_edited_alike(run: Run) -> None:
    edits = (parse_edit("block1:*=0"),)
    other = sample_z(1, 8, seed=4)[0]
    asked = (replace(REQUEST, z=z[None], edits=edits) for z in (Z, other))
    one, two = (list(pictures_through(run.snapshots(), request, Renderer("cpu").render)) for request in asked)
    assert all(np.array_equal(*pair) for pair in zip(one, two, strict=True)), "nothing of z is left"
    assert not np.array_equal(one[0], one[2])


def test_a_snapshot_that_is_gone(run: Run) -> None:
    snapshots = run.snapshots()
    snapshots[1].path.unlink()
    with pytest.raises(CheckpointError, match="there is no file"):
        list(pictures_through(snapshots, REQUEST, Renderer("cpu").render))


@pytest.mark.parametrize(("seconds", "times"), [(0.4, 10), (0.001, 1)])
def test_a_film_holds_its_end(seconds: float, times: int) -> None:
    pictures = [np.full((2, 2, 1), value, np.uint8) for value in (0, 9)]
    values = [int(frame[0, 0, 0]) for frame in film_frames(pictures, 25, seconds)]
    assert values == [0] * times + [9] * (times + round(25 * HOLD_SECONDS))


def test_frames_come_as_they_are_drawn(tiny_model: Path) -> None:
    asked: list[int] = []

    def render(request: RenderRequest) -> RenderResult:
        asked.append(len(request.z))
        return Renderer("cpu").render(request)

    frames = pictures_of(sample_z(100, 8, 0), RenderRequest(tiny_model, Z[None]), render)
    assert next(frames).shape == (28, 28, 1) and asked == [BATCH]
    assert sum(1 for _ in frames) == 99 and sum(asked) == 100


def test_the_command_takes_size_and_speed(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "film.mp4"
    options = ("--scale", 2, "--fps", 10, "--seconds", 1, "--device", "cpu")
    succeed(capsys, "timeline", run.folder, "--out", out, *options)
    with av.open(str(out)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.average_rate) == (56, 10)
        assert sum(1 for _ in container.decode(stream)) == 3 * 10 + 15
    succeed(capsys, "timeline", run.folder, "--out", tmp_path / "strip.png", *options)
    assert Image.open(tmp_path / "strip.png").size == (3 * 56 + 2 * 2, 56)


def test_a_gif_has_a_fastest_speed(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, line = fail(capsys, tmp_path, "timeline", run.folder, "--out", tmp_path / "a.gif", "--fps", 60)
    assert status == 2 and "a GIF shows at most 50 frames a second" in line


def test_the_command_writes_a_strip(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "strip.png"
    said = succeed(capsys, "timeline", run.folder, "--seed", 3, "--out", out, "--device", "cpu")
    assert said == f"wrote {out}: 3 snapshots of run\n"
    assert Image.open(out).size == (3 * 28 + 2 * 2, 28)


def test_the_command_writes_a_film(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "film.gif"
    succeed(capsys, "timeline", run.folder, "--out", out, "--seconds", 0.04, "--device", "cpu")
    film = Image.open(out)
    assert film.size == (280, 280)


def test_a_generator_without_a_run_has_no_timeline(
    tiny_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, line = fail(capsys, tmp_path, "timeline", tiny_model, "--out", tmp_path / "film.gif")
    assert status == 2 and "belongs to no run, so it has no timeline" in line


@pytest.mark.parametrize("seconds", ["0", "nan", "soon"])
def test_a_wrong_time(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], seconds: str) -> None:
    status, line = fail(capsys, tmp_path, "timeline", run.folder, "--out", "f.gif", "--seconds", seconds)
    assert status == 2 and "is not a number from 0.04 to 60" in line
