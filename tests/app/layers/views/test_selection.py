"""Which layer a person means who names only a block."""

import pytest

from app.layers.views.selection import layer_in
from gan.model.config import ModelConfig


@pytest.mark.parametrize(
    ("block", "stage", "layer"),
    [("block2", "norm", "block2.norm"), ("block3", "norm", "block3.act"), ("block3", "conv", "block3.conv")],
)
def test_a_block_without_the_stage_gives_its_activation(block: str, stage: str, layer: str) -> None:
    assert layer_in(ModelConfig(28, 1), block, stage) == layer
