"""The job that exports."""

from dataclasses import replace
from pathlib import Path

import av
import pytest
from PIL import Image

from app.work.exports import Export, Look, What, export_job
from gan.explore.latent import sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.images import PNG_COMMENT
from gan.layers.edits import parse_edit
from gan.request import BatchStatistics, RenderRequest

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


@pytest.mark.parametrize("what", [What.PICTURE, What.STRIP])
def test_a_picture_says_which_network_drew_it(tiny_model: Path, tmp_path: Path, what: What, qapp: object) -> None:
    plain = export(what, tmp_path / "a.png", tiny_model)
    changed = replace(plain.request, edits=(parse_edit("block2:1=0"),), batch=BatchStatistics(4))
    for each in (plain, replace(plain, target=tmp_path / "b.png", request=changed)):
        export_job(each).run()
    said = []
    for name in "ab":
        with Image.open(tmp_path / f"{name}.png") as picture:
            said.append(picture.info[PNG_COMMENT])
    assert said == [
        "generator tiny.safetensors, unchanged",
        "generator tiny.safetensors, edit block2:1=0, BatchNorm by a batch of 4",
    ]


def test_a_film_says_so_too(tiny_model: Path, tmp_path: Path, qapp: object) -> None:
    export_job(export(What.FILM, tmp_path / "a.mp4", tiny_model)).run()
    with av.open(str(tmp_path / "a.mp4")) as film:
        assert film.metadata["comment"] == "generator tiny.safetensors, unchanged"
