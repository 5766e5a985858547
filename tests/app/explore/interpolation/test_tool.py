"""What the tool offers to others."""

import numpy as np

from app.explore.interpolation.tool import INTERPOLATION
from app.session.interpolation import Endpoint
from app.toolkit.workspace import Workspace


def test_a_and_b_are_offered_once_there_is_a_model(empty_workspace: Workspace) -> None:
    INTERPOLATION.start(empty_workspace)
    assert empty_workspace.points.all() == []


def test_a_and_b_are_offered_as_points(workspace: Workspace) -> None:
    INTERPOLATION.start(workspace)
    heard: list[str] = []
    workspace.points.changed.connect(lambda: heard.append("changed"))
    workspace.session.interpolation.set_endpoint(Endpoint.B, np.ones(8, np.float32))
    a, b = workspace.points.all()
    assert (a.name, b.name) == ("A", "B") and np.array_equal(b.vector, np.ones(8)) and heard
