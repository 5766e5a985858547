"""Which layer the session looks into."""

from pathlib import Path

import pytest

from app.layers.views.selection import layer_in
from app.session.session import Session
from gan.errors import UsageError
from gan.model.config import ModelConfig
from tests.gan.generators import save_drawing_generator


def test_a_new_model_is_looked_into_at_its_first_block(empty_session: Session, tiny_model: Path) -> None:
    chosen: list[str] = []
    empty_session.layer_selection_changed.connect(chosen.append)
    assert empty_session.selected_layer == ""
    empty_session.open_path(str(tiny_model))
    assert empty_session.selected_layer == "block1.act"
    assert chosen == ["block1.act"]


def test_selecting_is_said_once(session: Session) -> None:
    chosen: list[str] = []
    session.layer_selection_changed.connect(chosen.append)
    session.select_layer("block2.norm")
    session.select_layer("block2.norm")
    assert chosen == ["block2.norm"]


def test_a_layer_that_is_not_there_is_refused(session: Session, empty_session: Session) -> None:
    with pytest.raises(UsageError, match="block9"):
        session.select_layer("block9.act")
    assert session.selected_layer == "block1.act"


def test_without_a_model_there_is_nothing_to_select(empty_session: Session) -> None:
    with pytest.raises(UsageError, match="open a model"):
        empty_session.select_layer("block1.act")


def test_another_model_keeps_the_layer_if_it_has_it(session: Session, colour_model: Path) -> None:
    session.select_layer("block2.conv")
    session.open_path(str(colour_model))
    assert session.selected_layer == "block2.conv"


def test_another_model_without_the_layer_starts_over(session: Session, colour_model: Path, tiny_model: Path) -> None:
    session.open_path(str(colour_model))
    session.select_layer("block5.act")
    session.open_path(str(tiny_model))
    assert session.selected_layer == "block1.act"


def test_panels_find_a_valid_layer_when_the_model_changes(session: Session, colour_model: Path, tmp_path: Path) -> None:
    seen: list[str] = []
    session.open_path(str(colour_model))
    session.select_layer("block5.act")
    session.model_changed.connect(lambda _: seen.append(session.selected_layer))
    session.open_path(str(save_drawing_generator(tmp_path / "other.safetensors", ModelConfig(28, 1, 8, 4, 4))))
    assert seen == ["block1.act"]


@pytest.mark.parametrize(
    ("block", "stage", "layer"),
    [("block2", "norm", "block2.norm"), ("block3", "norm", "block3.act"), ("block3", "conv", "block3.conv")],
)
def test_a_block_without_the_stage_gives_its_activation(block: str, stage: str, layer: str) -> None:
    assert layer_in(ModelConfig(28, 1), block, stage) == layer
