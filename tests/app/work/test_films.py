"""Films as files."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from app.work.background import Job
from app.work.films import SECONDS_A_PICTURE, FilmLook, path_film_job, training_film_job
from gan.explore.latent import sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.export import USUAL_FPS
from gan.filming import PICTURE, WAY
from gan.layers.edits import parse_edit
from gan.model.config import ModelConfig
from gan.request import RenderRequest
from gan.timeline import HOLD_SECONDS
from tests.gan.tiny import make_run

CONFIG = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)
PATH = LatentPath(tuple(Keyframe(z, 0.4) for z in sample_z(3, 8, 0)))


@pytest.fixture
def request_(tiny_model: Path, qapp: object) -> RenderRequest:
    return RenderRequest(tiny_model, sample_z(1, 8, 1))


def frames_of(path: Path, fps: int = USUAL_FPS) -> int:
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        assert stream.average_rate == fps
        return sum(1 for _ in film.decode(stream))


def outcome(job: Job) -> list[str]:
    """How ``job`` ends."""
    ended: list[str] = []
    job.succeeded.connect(lambda _: ended.append("succeeded"))
    job.failed.connect(ended.append)
    job.cancelled.connect(lambda: ended.append("cancelled"))
    job.run()
    return ended


def test_a_path_has_25_frames_a_second(request_: RenderRequest, tmp_path: Path) -> None:
    assert outcome(path_film_job(tmp_path / "p.mp4", PATH, request_, CONFIG, "cpu")) == ["succeeded"]
    assert frames_of(tmp_path / "p.mp4") == 21


def test_a_training_shows_each_snapshot_and_holds_the_last(request_: RenderRequest, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", snapshots=(10, 20, 120))
    job = training_film_job(tmp_path / "t.mp4", run.snapshots(), request_, CONFIG, "cpu")
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    assert outcome(job) == ["succeeded"]
    assert frames_of(tmp_path / "t.mp4") == 3 * round(SECONDS_A_PICTURE * 25) + round(HOLD_SECONDS * 25)
    assert told == sorted(told) and told[0] == (0, 3) and told[-1] == (2, 3)


@pytest.mark.parametrize("kind", ["path", "training"])
def test_size_and_speed_are_as_chosen(request_: RenderRequest, tmp_path: Path, kind: str) -> None:
    look, target = FilmLook(scale=3, fps=10), tmp_path / "film.mp4"
    if kind == "path":
        job = path_film_job(target, PATH, request_, CONFIG, "cpu", look)
    else:
        snapshots = make_run(tmp_path / "run", snapshots=(10, 20)).snapshots()
        job = training_film_job(target, snapshots, request_, CONFIG, "cpu", look)
    assert outcome(job) == ["succeeded"]
    assert frames_of(target, 10) == (9 if kind == "path" else 2 * 4 + 15)
    with av.open(str(target)) as film:
        assert film.streams.video[0].width == 84


def test_a_gif_that_no_player_shows_as_fast_is_refused(request_: RenderRequest, tmp_path: Path) -> None:
    told = outcome(path_film_job(tmp_path / "p.gif", PATH, request_, CONFIG, "cpu", FilmLook(fps=60)))
    assert told == ["a GIF shows at most 50 frames a second; take fewer or write an .mp4"]
    assert list(tmp_path.glob("*.gif")) == []


def test_a_training_is_drawn_while_its_film_is_written(request_: RenderRequest, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", snapshots=(10, 20, 120))
    job = training_film_job(tmp_path / "t.gif", run.snapshots(), request_, CONFIG, "cpu")
    written: list[int] = []
    job.progressed.connect(lambda *_: written.extend(path.stat().st_size for path in tmp_path.glob(".t.gif.*")))
    assert outcome(job) == ["succeeded"] and len(written) == 3


def test_cancelled_it_leaves_nothing(request_: RenderRequest, tmp_path: Path) -> None:
    job = path_film_job(tmp_path / "p.gif", PATH, request_, CONFIG, "cpu")
    job.progressed.connect(lambda done, _: job.cancel() if done == 3 else None)
    assert outcome(job) == ["cancelled"] and list(tmp_path.glob("*.gif")) == []


def test_the_point_itself_does_not_matter_for_a_path(request_: RenderRequest, tmp_path: Path) -> None:
    other = RenderRequest(request_.model, np.zeros((1, 8), np.float32))
    for name, request in (("a", request_), ("b", other)):
        path_film_job(tmp_path / f"{name}.gif", PATH, request, CONFIG, "cpu").run()
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()


@pytest.mark.parametrize(
    ("show", "told"),
    [(PICTURE, ""), (WAY, ", the whole way from z to the picture"), ("block1.act", ", the maps of block1.act")],
)
@pytest.mark.parametrize("kind", ["path", "training"])
def test_a_film_says_which_network_drew_it_and_what_it_shows(
    request_: RenderRequest, tmp_path: Path, kind: str, show: str, told: str
) -> None:
    look = FilmLook(show=show)
    request, target = replace(request_, edits=(parse_edit("block2:1=0"),)), tmp_path / "film.mp4"
    if kind == "path":
        job, drawn = path_film_job(target, PATH, request, CONFIG, "cpu", look), "generator tiny.safetensors"
    else:
        snapshots = make_run(tmp_path / "run", snapshots=(10, 20)).snapshots()
        job, drawn = training_film_job(target, snapshots, request, CONFIG, "cpu", look), "2 snapshots of a run"
    assert outcome(job) == ["succeeded"]
    with av.open(str(target)) as film:
        assert film.metadata["comment"] == f"{drawn}, edit block2:1=0{told}"
