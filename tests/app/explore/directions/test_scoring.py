"""What has to be there before directions can be scored."""

from pathlib import Path

import numpy as np
import pytest

from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scoring import DirectionScoring
from app.toolkit.workspace import Workspace
from gan.data.imagesets import ImageSet, Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.errors import UsageError
from gan.explore.directions import Directions
from tests.gan.data.writing import write_picture
from tests.gan.tiny import make_shaped_run, save_tiny


def test_directions_are_needed(workspace: Workspace) -> None:
    found = FoundDirections(workspace.session, workspace.background)
    scoring = DirectionScoring(workspace.session, workspace.background, found)
    with pytest.raises(UsageError, match="find directions before"):
        scoring.score()
    assert not scoring.measurement.busy


def test_pictures_are_those_that_the_networks_saw(
    prompt_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[ImageSet] = []

    def load(data: str, form: PictureFormat, wanted: Wanted) -> ImageSet:
        read.append(load_imageset(data, form, wanted))
        return read[-1]

    monkeypatch.setattr("app.explore.directions.scoring.load_imageset", load)
    write_picture(tmp_path / "tall" / "a.png", (200, 200, 200), (10, 40))
    prompt_workspace.open(str(make_shaped_run(tmp_path / "run", tmp_path / "tall").folder))
    found = FoundDirections(prompt_workspace.session, prompt_workspace.background)
    found.show(Directions("axes", np.eye(1, 8, dtype=np.float32), np.ones(1, np.float32), ("one",)))
    DirectionScoring(prompt_workspace.session, prompt_workspace.background, found).score()
    picture = read[0].images[0, 0]
    assert (picture[14, 0], picture[14, 14]) == (0, 200)


def test_known_data_is_needed(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"step": 3})
    workspace.open(str(save_tiny(tmp_path / "unknown.safetensors")))
    found = FoundDirections(workspace.session, workspace.background)
    found.show(Directions("axes", np.eye(1, 8, dtype=np.float32), np.ones(1, np.float32), ("one",)))
    scoring = DirectionScoring(workspace.session, workspace.background, found)
    with pytest.raises(UsageError, match="not known what this generator learned"):
        scoring.score()
    assert not scoring.measurement.busy
