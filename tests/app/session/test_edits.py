"""Edits of the session: one undo stack, one network for every picture."""

from pathlib import Path

import numpy as np
import pytest

from app.session.edits import Edits
from app.session.session import Session
from app.session.wanted import NOTHING, Wanted
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.layers.catalogue import find_layer
from gan.layers.edits import Edit, Rectangle, parse_edit
from gan.model.config import ModelConfig
from gan.request import BatchStatistics, RenderResult
from tests.gan.generators import save_drawing_generator

MUTED = parse_edit("block2:1=0")
LOUD = parse_edit("block1:3=2")


@pytest.fixture
def edits(session: Session) -> Edits:
    return session.edits


@pytest.fixture
def results(session: Session) -> list[RenderResult]:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    return seen


def test_an_edit_changes_the_picture_and_undo_brings_it_back(
    edits: Edits, session: Session, results: list[RenderResult]
) -> None:
    session.render()
    before = results[-1].images
    edits.add(MUTED)
    assert results[-1].request.edits == (MUTED,)
    assert not np.array_equal(results[-1].images, before)
    session.undo_stack.undo()
    assert edits.current == () and np.array_equal(results[-1].images, before)
    session.undo_stack.redo()
    assert edits.current == (MUTED,)


def test_the_ends_of_the_way_are_edited_too(edits: Edits, session: Session) -> None:
    seen: list[RenderResult] = []
    session.interpolation.rendered.connect(seen.append)
    edits.add(parse_edit("block1:*=0"))
    assert np.array_equal(seen[-1].images[0], seen[-1].images[1])


def test_an_edit_of_the_same_channels_replaces(edits: Edits) -> None:
    edits.add(MUTED)
    edits.add(LOUD)
    edits.add(MUTED.with_gain(0.5))
    assert edits.current == (LOUD, MUTED.with_gain(0.5))
    edits.add(MUTED.within(Rectangle(0, 0, 0.5, 1)))
    assert len(edits.current) == 3


def test_toggling_twice_leaves_nothing(edits: Edits) -> None:
    edits.toggle(MUTED)
    edits.toggle(MUTED)
    assert edits.current == ()


def test_a_drag_of_the_gain_is_undone_at_once(edits: Edits, session: Session) -> None:
    edits.add(MUTED)
    edits.add(LOUD)
    for gain in (1.5, 1.2, 0.7):
        edits.replace(1, LOUD.with_gain(gain))
    edits.replace(0, MUTED.with_gain(0.1))
    session.undo_stack.undo()
    assert edits.current == (MUTED, LOUD.with_gain(0.7))
    session.undo_stack.undo()
    assert edits.current == (MUTED, LOUD)


def test_what_does_not_fit_is_refused(edits: Edits, session: Session) -> None:
    with pytest.raises(UsageError, match="channels 0 to 3"):
        edits.add(parse_edit("block2:4=0"))
    assert edits.current == () and session.undo_stack.count() == 0


def test_without_a_model_there_is_nothing_to_edit(empty_workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="open a model"):
        empty_workspace.session.edits.add(MUTED)


def test_a_batch_is_undone_like_an_edit(edits: Edits, session: Session, results: list[RenderResult]) -> None:
    edits.set_batch(BatchStatistics(4))
    assert results[-1].request.batch == BatchStatistics(4)
    session.undo_stack.undo()
    assert edits.batch is None and results[-1].request.batch is None


def test_another_snapshot_keeps_edits_and_undo(
    edits: Edits, workspace: Workspace, session: Session, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    edits.add(MUTED)
    workspace.open(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
    assert edits.current == (MUTED,)
    session.undo_stack.undo()
    assert edits.current == ()


def test_another_architecture_has_none(edits: Edits, workspace: Workspace, session: Session, tmp_path: Path) -> None:
    edits.add(MUTED)
    config = ModelConfig(28, 1, z_dim=8, ngf=8, ndf=4)
    workspace.open(str(save_drawing_generator(tmp_path / "wider.safetensors", config)))
    assert edits.current == () and not session.undo_stack.canUndo()


def test_they_are_saved_as_texts_and_read_back(edits: Edits, session: Session) -> None:
    edits.add(MUTED)
    edits.add(LOUD.within(Rectangle(0, 0, 0.5, 1)))
    edits.set_batch(BatchStatistics(8))
    saved, before = edits.to_json(), edits.current
    assert saved == {"edits": ["block2:1=0", "block1:3=2@0,0,0.5,1"], "batch": 8}
    edits.clear()
    edits.set_batch(None)
    session.undo_stack.clear()
    edits.from_json({**saved, "edits": [*saved["edits"], "nonsense", "block9:0=0"]}, 8)()
    assert (edits.current, edits.batch) == (before, BatchStatistics(8))
    assert edits.to_json() == saved and not session.undo_stack.canUndo()


def test_reading_changes_nothing_yet(edits: Edits) -> None:
    edits.from_json({"edits": ["block2:1=0"], "batch": 4}, 8)
    assert edits.current == () and edits.batch is None


def test_factors_of_a_layer(edits: Edits, tiny_config: ModelConfig) -> None:
    layer = find_layer(tiny_config, "block2.act")
    assert edits.factors(layer) is None
    edits.add(Edit("block2", (1,), 0.25))
    factors = edits.factors(layer)
    assert factors is not None and factors.ravel().tolist() == [1, 0.25, 1, 1]


def test_without_edits_only_while_somebody_watches(edits: Edits, session: Session, results: list[RenderResult]) -> None:
    edits.add(MUTED)
    assert results[-1].unedited is None
    session.watch("me", Wanted(unedited=True))
    assert results[-1].unedited is not None
    session.watch("me", NOTHING)
    assert results[-1].unedited is None


def test_reset_changes_nothing_any_more_and_can_be_undone(edits: Edits, session: Session) -> None:
    edits.reset()
    assert not session.undo_stack.canUndo()
    edits.add(MUTED)
    edits.set_batch(BatchStatistics(4))
    assert edits.state.text == "1 edit and BatchNorm by a batch of 4"
    edits.reset()
    assert edits.current == () and edits.batch is None and edits.state.text == ""
    session.undo_stack.undo()
    assert edits.current == (MUTED,) and edits.batch == BatchStatistics(4)
