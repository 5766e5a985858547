"""How strongly the picture answers to each dimension, measured beside the window."""

from pathlib import Path

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from app.explore.latent.sensitivity import Measured, Sensitivity
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.explore.jacobian import jacobian
from gan.model.checkpoint import load_generator
from tests.gan.tiny import save_tiny


@pytest.fixture
def sensitivity(workspace: Workspace) -> Sensitivity:
    return Sensitivity(workspace.session, workspace.background)


def test_it_is_that_around_the_point(
    sensitivity: Sensitivity, session: Session, tiny_model: Path, qtbot: QtBot
) -> None:
    session.set_z(np.linspace(-1, 1, 8, dtype=np.float32))
    with qtbot.waitSignal(sensitivity.changed, timeout=20000):
        sensitivity.measure()
    columns = jacobian(load_generator(tiny_model), torch.from_numpy(session.z))
    assert sensitivity.current == pytest.approx(127.5 * columns.pow(2).mean(dim=0).sqrt().numpy(), rel=1e-4)


def test_another_generator_has_another_one(sensitivity: Sensitivity, workspace: Workspace, tmp_path: Path) -> None:
    origin = workspace.session.origin
    assert origin is not None
    sensitivity.show(Measured(np.ones(8, np.float32), workspace.session.z, origin))
    sensitivity.measure()
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
    assert sensitivity.current is None and not sensitivity.job.busy


def test_a_broken_file_is_told(prompt_workspace: Workspace, tiny_model: Path) -> None:
    prompt_workspace.open(str(tiny_model))
    sensitivity = Sensitivity(prompt_workspace.session, prompt_workspace.background)
    told: list[str] = []
    prompt_workspace.session.failed.connect(told.append)
    tiny_model.write_bytes(b"no generator")
    sensitivity.measure()
    assert len(told) == 1 and sensitivity.current is None


def test_before_a_model_is_open_there_is_nothing_to_measure(empty_workspace: Workspace) -> None:
    sensitivity = Sensitivity(empty_workspace.session, empty_workspace.background)
    sensitivity.measure()
    assert not sensitivity.job.busy
