"""When the compared run is shown."""

from pathlib import Path

from app.explore.comparison.tool import COMPARISON
from app.toolkit.workspace import Workspace
from tests.gan.tiny import make_run


def test_it_is_shown_while_something_is_compared(workspace: Workspace, tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []
    workspace.panel_wanted.connect(lambda name: asked.append(("show", name)))
    workspace.panel_unwanted.connect(lambda name: asked.append(("hide", name)))
    COMPARISON.start(workspace)
    workspace.runs.comparison.open(str(make_run(tmp_path / "other").folder))
    workspace.runs.comparison.close()
    assert asked == [("show", "comparison"), ("hide", "comparison")]
