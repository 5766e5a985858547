"""Exporting from the menu."""

from pathlib import Path

import numpy as np
import pytest

from app.explore.export.export_dialog import ExportDialog
from app.explore.export.tool import EXPORT, current_path
from app.explore.path.route import Route
from app.explore.path.tool import PATH
from app.session.interpolation import Endpoint
from app.toolkit.workspace import Workspace
from gan.explore.latent import sample_z


def test_keyframes_go_before_a_and_b(workspace: Workspace) -> None:
    route: Route = PATH.start(workspace)
    assert np.array_equal(current_path(workspace).at(0), workspace.session.interpolation.endpoint(Endpoint.A))
    for z in sample_z(3, 8, 9):
        route.add(z)
    assert len(current_path(workspace).keyframes) == 3


def test_without_a_model_there_is_nothing_to_export(empty_workspace: Workspace) -> None:
    EXPORT.start(empty_workspace)
    assert not empty_workspace.actions["export"].can()


def test_the_action_asks_and_a_failure_is_told(
    prompt_workspace: Workspace, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt_workspace.open(str(tiny_model))
    (tmp_path / "file").write_text("")
    told: list[str] = []
    prompt_workspace.session.failed.connect(told.append)

    def exec_(dialog: ExportDialog) -> int:
        dialog.save(tmp_path / "a.png")
        assert dialog.result() == ExportDialog.DialogCode.Accepted
        dialog.save(tmp_path / "file" / "a.png")
        return dialog.result()

    monkeypatch.setattr(ExportDialog, "exec", exec_)
    EXPORT.start(prompt_workspace)
    prompt_workspace.actions["export"].run()
    assert (tmp_path / "a.png").is_file()
    assert len(told) == 1 and "cannot write" in told[0]
