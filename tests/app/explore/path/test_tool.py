"""What the tool offers to others."""

from app.explore.path.route import Route
from app.explore.path.tool import PATH
from app.toolkit.workspace import Workspace
from gan.explore.latent import sample_z


def test_a_path_is_offered_and_saved_once_it_is_one(workspace: Workspace) -> None:
    route: Route = PATH.start(workspace)
    heard: list[str] = []
    workspace.paths.changed.connect(lambda: heard.append("changed"))
    first, second = sample_z(2, 8, 0)
    route.add(first)
    assert workspace.paths.all() == []
    route.add(second)
    assert [len(path.keyframes) for path in workspace.paths.all()] == [2] and heard
    assert len(workspace.parts.to_json()["path"]["keyframes"]) == 2
