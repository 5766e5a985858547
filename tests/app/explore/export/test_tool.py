"""Exporting from the menu."""

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from app.explore.export.export_dialog import ExportDialog
from app.explore.export.tool import EXPORT, current_path
from app.explore.path.route import Route
from app.explore.path.tool import PATH
from app.session.interpolation import Endpoint
from app.toolkit.workspace import Workspace
from app.work.exports import What
from gan.explore.latent import sample_z
from gan.layers.edits import Edit


def test_keyframes_go_before_a_and_b(workspace: Workspace) -> None:
    route: Route = PATH.start(workspace)
    assert np.array_equal(current_path(workspace).at(0), workspace.session.interpolation.endpoint(Endpoint.A))
    for z in sample_z(3, 8, 9):
        route.add(z)
    assert len(current_path(workspace).keyframes) == 3


def test_without_a_model_there_is_nothing_to_export(empty_workspace: Workspace) -> None:
    EXPORT.start(empty_workspace)
    assert not empty_workspace.actions["export"].can()


def asked(workspace: Workspace) -> ExportDialog:
    """The dialog that the action opens."""
    workspace.actions["export"].run()
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog) and each.isVisible())
    return dialog


def test_the_window_can_be_used_while_it_asks(prompt_workspace: Workspace, tiny_model: Path, tmp_path: Path) -> None:
    prompt_workspace.open(str(tiny_model))
    EXPORT.start(prompt_workspace)
    dialog = asked(prompt_workspace)
    assert not dialog.isModal()
    prompt_workspace.session.edits.add(Edit("block2", (1,), 0.0))
    assert "1 edit" in dialog.network_label.text()
    dialog.what_box.setCurrentIndex(dialog.what_box.findData(What.Z))
    dialog.save(tmp_path / "z")
    assert np.array_equal(np.load(tmp_path / "z.npy").ravel(), prompt_workspace.session.z)


def test_the_action_asks_and_a_failure_is_told(prompt_workspace: Workspace, tiny_model: Path, tmp_path: Path) -> None:
    prompt_workspace.open(str(tiny_model))
    (tmp_path / "file").write_text("")
    told: list[str] = []
    prompt_workspace.session.failed.connect(told.append)

    EXPORT.start(prompt_workspace)
    for target in (tmp_path / "file" / "a.png", tmp_path / "a.png"):
        dialog = asked(prompt_workspace)
        dialog.save(target)
        assert dialog.isVisible() is (target.parent != tmp_path), "it stays where nothing could be written"
        dialog.close()
    assert (tmp_path / "a.png").is_file()
    assert len(told) == 1 and "cannot write" in told[0]
