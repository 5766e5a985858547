"""What a person would do in each step of each lesson, by the session and its runs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from app.learn.lessons.about_convolution import GOAL, PADDED, STRIDDEN
from app.toolkit.workspace import Workspace
from gan.layers.transposed import Geometry
from gan.model.part_specs import Stage
from gan.places import runs_folder
from gan.request import BatchStatistics
from gan.train.config import TrainConfig
from gan.train.twins import make_twins
from tests.gan.tiny import GREY

Deed = Callable[[Workspace], object]


def _random_points(workspace: Workspace) -> None:
    for z in workspace.session.sample(3, 5):
        workspace.session.set_z(z)


def _centre(workspace: Workspace) -> None:
    workspace.session.set_z(np.zeros_like(workspace.session.z))


def _slide(workspace: Workspace) -> None:
    workspace.session.set_component(1, workspace.session.z[1] + 2)


def _start_and_end(workspace: Workspace) -> None:
    workspace.runs.timeline.move_to(0)
    workspace.runs.timeline.move_to_newest()


def _between(workspace: Workspace) -> None:
    for t in (0, 0.4, 0.8):
        workspace.session.interpolation.go(t)


def _choose_block(workspace: Workspace) -> None:
    assert workspace.session.model is not None
    workspace.session.inspection.select_layer(workspace.session.model.config.blocks[-1].operation_name)


def _parts(workspace: Workspace) -> None:
    assert workspace.session.model is not None
    block = workspace.session.model.config.blocks[0]
    for stage in (Stage.NORM, Stage.ACT):
        workspace.session.inspection.select_layer(f"{block.name}.{stage}")


def _batches(workspace: Workspace) -> None:
    batch = BatchStatistics(4)
    for each in (batch, replace(batch, seed=batch.seed + 1)):
        workspace.session.edits.set_batch(each)


def _even_kernel(workspace: Workspace) -> None:
    workspace.session.inspection.choose_toy(replace(PADDED, geometry=Geometry(4, 2, 1)))


def _two_pixels(workspace: Workspace) -> None:
    for pixel in ((3, 4), (20, 21)):
        workspace.session.inspection.choose_pixel(pixel)


def _pair(workspace: Workspace) -> None:
    """One that was made elsewhere, so that nothing is trained."""
    twins = make_twins(runs_folder() / "pair", TrainConfig(data="mnist", epochs=None, minutes=1, model=GREY))
    workspace.open(str(twins.folder))


DEEDS: dict[str, Sequence[Deed]] = {
    "gan": (
        _random_points,
        lambda workspace: workspace.runs.timeline.move_to(0),
        lambda workspace: workspace.runs.timeline.move_to_newest(),
        _random_points,
    ),
    "z": (
        _slide,
        lambda workspace: workspace.session.set_z(workspace.session.sample(1, 7)[0]),
        _centre,
        _between,
    ),
    "convolution": (
        lambda workspace: workspace.session.inspection.choose_toy(STRIDDEN),
        lambda workspace: workspace.session.inspection.choose_toy(PADDED),
        _even_kernel,
        lambda workspace: workspace.session.inspection.choose_toy(GOAL),
        _choose_block,
    ),
    "curves": (
        _start_and_end,
        lambda workspace: workspace.runs.timeline.move_to(0),
        lambda workspace: workspace.runs.timeline.move_to_best(),
    ),
    "batchnorm": (
        _parts,
        _batches,
        lambda workspace: workspace.session.edits.set_batch(BatchStatistics(64)),
        lambda workspace: workspace.session.edits.set_batch(None),
    ),
    "kinds": (
        _two_pixels,
        _choose_block,
        lambda workspace: workspace.session.inspection.choose_pixel((9, 9)),
        _pair,
    ),
}
"""For each lesson, one for each step."""
