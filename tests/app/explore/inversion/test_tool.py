"""A picture that is opened is looked for."""

from pathlib import Path

import numpy as np
import pytest

from app.arguments import Page
from app.explore.inversion.inversion import Inversion
from app.explore.inversion.tool import INVERSION
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.images import save_png


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    save_png(tmp_path / "a.png", np.zeros((28, 28, 1), np.uint8))
    return tmp_path / "a.png"


def test_the_search_is_shown(prompt_workspace: Workspace, tiny_model: Path, picture: Path) -> None:
    asked: list[object] = []
    prompt_workspace.page_wanted.connect(asked.append)
    prompt_workspace.panel_wanted.connect(asked.append)
    inversion: Inversion = INVERSION.start(prompt_workspace)
    prompt_workspace.open(str(tiny_model))
    assert asked == []
    prompt_workspace.open(str(picture))
    assert asked == [Page.EXPLORE, "inversion"] and inversion.target is not None


def test_without_a_model_nothing_is_shown(empty_workspace: Workspace, picture: Path) -> None:
    asked: list[object] = []
    empty_workspace.panel_wanted.connect(asked.append)
    INVERSION.start(empty_workspace)
    with pytest.raises(UsageError, match="open a model"):
        empty_workspace.open(str(picture))
    assert asked == []
