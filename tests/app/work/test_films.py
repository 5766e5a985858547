"""Films as files."""

from pathlib import Path

import av
import numpy as np
import pytest

from app.work.background import Job
from app.work.films import FPS, SECONDS_A_PICTURE, path_film_job, training_film_job
from gan.explore.latent import sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.request import RenderRequest
from gan.timeline import HOLD_SECONDS
from tests.gan.tiny import make_run

PATH = LatentPath(tuple(Keyframe(z, 0.4) for z in sample_z(3, 8, 0)))


@pytest.fixture
def request_(tiny_model: Path, qapp: object) -> RenderRequest:
    return RenderRequest(tiny_model, sample_z(1, 8, 1))


def frames_of(path: Path) -> int:
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        assert stream.average_rate == FPS
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
    assert outcome(path_film_job(tmp_path / "p.mp4", PATH, request_, "cpu")) == ["succeeded"]
    assert frames_of(tmp_path / "p.mp4") == 21


def test_a_training_shows_each_snapshot_and_holds_the_last(request_: RenderRequest, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", snapshots=(10, 20, 120))
    job = training_film_job(tmp_path / "t.mp4", run.snapshots(), request_, "cpu")
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    assert outcome(job) == ["succeeded"]
    assert frames_of(tmp_path / "t.mp4") == 3 * round(SECONDS_A_PICTURE * FPS) + round(HOLD_SECONDS * FPS)
    assert told == sorted(told) and told[0] == (0, 6) and told[-1] == (5, 6)


def test_cancelled_it_leaves_nothing(request_: RenderRequest, tmp_path: Path) -> None:
    job = path_film_job(tmp_path / "p.gif", PATH, request_, "cpu")
    job.progressed.connect(lambda done, _: job.cancel() if done == 3 else None)
    assert outcome(job) == ["cancelled"] and list(tmp_path.glob("*.gif")) == []


def test_the_point_itself_does_not_matter_for_a_path(request_: RenderRequest, tmp_path: Path) -> None:
    other = RenderRequest(request_.model, np.zeros((1, 8), np.float32))
    for name, request in (("a", request_), ("b", other)):
        path_film_job(tmp_path / f"{name}.gif", PATH, request, "cpu").run()
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()
