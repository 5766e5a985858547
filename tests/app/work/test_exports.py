"""The job that exports."""

from pathlib import Path

import pytest

from app.work.exports import Export, Look, What, export_job
from gan.explore.latent import sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.request import RenderRequest

PATH = LatentPath(tuple(map(Keyframe, sample_z(2, 8, 0))))


def export(what: What, target: Path, model: Path) -> Export:
    return Export(what, target, RenderRequest(model, sample_z(1, 8, 3)), PATH, "cpu", Look(scale=1, frames=20))


@pytest.mark.parametrize("what", [What.PICTURE, What.STRIP])
def test_the_same_session_gives_the_same_bytes(tiny_model: Path, tmp_path: Path, what: What, qapp: object) -> None:
    for name in "ab":
        export_job(export(what, tmp_path / f"{name}.png", tiny_model)).run()
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_a_cancelled_export_leaves_nothing(tiny_model: Path, tmp_path: Path, qapp: object) -> None:
    job = export_job(export(What.FILM, tmp_path / "a.mp4", tiny_model))
    job.progressed.connect(lambda done, _: job.cancel() if done == 5 else None)
    job.run()
    assert not (tmp_path / "a.mp4").exists()
