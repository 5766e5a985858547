"""What has to be there before directions can be scored."""

from pathlib import Path

import numpy as np
import pytest

from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scoring import DirectionScoring
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.directions import Directions
from tests.gan.tiny import save_tiny


def test_directions_are_needed(workspace: Workspace) -> None:
    found = FoundDirections(workspace.session, workspace.background)
    scoring = DirectionScoring(workspace.session, workspace.background, found)
    with pytest.raises(UsageError, match="find directions before"):
        scoring.score()
    assert not scoring.measurement.busy


def test_known_data_is_needed(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"step": 3})
    workspace.open(str(save_tiny(tmp_path / "unknown.safetensors")))
    found = FoundDirections(workspace.session, workspace.background)
    found.show(Directions("axes", np.eye(1, 8, dtype=np.float32), np.ones(1, np.float32), ("one",)))
    scoring = DirectionScoring(workspace.session, workspace.background, found)
    with pytest.raises(UsageError, match="not known what this generator learned"):
        scoring.score()
    assert not scoring.measurement.busy
