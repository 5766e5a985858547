"""Numbers and layers in words."""

import numpy as np
import pytest

from app.layers.views.wording import block_explanation, block_title, channel_summary, layer_caption, number
from gan.layers.catalogue import find_layer
from gan.model.config import ModelConfig

CONFIG = ModelConfig(28, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-0.2, "−0.2"),
        (3.14159, "3.14"),
        (12345.6, "12,346"),
        (-0.0000123, "−1.23e−05"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


def test_a_channel_in_one_line() -> None:
    channel = np.array([[0.0, 0.0, 0.0, -0.2], [3.1, 0.2, 0.05, 0.05]], np.float32)
    assert channel_summary(17, channel) == "Channel 17: min −0.2, max 3.1, mean 0.4, 38% zeros"


def test_values_that_are_not_finite_are_counted() -> None:
    channel = np.array([[1.0, np.nan], [np.inf, 3.0]], np.float32)
    assert channel_summary(0, channel) == "Channel 0: min 1, max 3, mean 2, 0% zeros, 2 not finite"
    assert channel_summary(0, np.full((2, 2), np.nan, np.float32)) == "Channel 0: no finite value"


def test_a_layer_says_its_shape_and_kind() -> None:
    layer = find_layer(CONFIG, "block2.act")
    assert layer_caption(layer, 14) == "64 × 14 × 14, ReLU"
    assert layer_caption(layer, 28) == "64 × 14 × 14, ReLU, enlarged to 28 × 28"


def test_blocks_are_explained() -> None:
    first, last = CONFIG.blocks[0], CONFIG.blocks[-1]
    assert block_title(first) == "Block 1"
    assert block_title(last) == "Block 3 · picture"
    assert "kernel 7, stride 1, padding 0), then BatchNorm and ReLU" in block_explanation(first)
    assert "64 channels of 14 × 14 become 1 channels of 28 × 28" in block_explanation(last)
