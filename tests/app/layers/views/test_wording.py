"""Numbers and layers in words."""

import numpy as np
import pytest

from app.layers.views.wording import (
    block_explanation,
    block_operation,
    block_title,
    card_text,
    channel_summary,
    edit_text,
    layer_caption,
    number,
    part_title,
    shape_text,
)
from gan.layers.catalogue import find_layer
from gan.layers.edits import parse_edit
from gan.model.config import ModelConfig
from gan.sizes import Size
from tests.app.layouts import LAYOUTS as BUILT_ELSEWHERE
from tests.app.layouts import SKIPPING
from tests.gan.layouts import LAYOUTS

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
    assert layer_caption(layer, Size(14, 14)) == "64 × 14 × 14, ReLU"
    assert layer_caption(layer, Size(28, 28)) == "64 × 14 × 14, ReLU, enlarged to 28 × 28"
    assert layer_caption(layer, Size(42, 28)) == "64 × 14 × 14, ReLU, enlarged to 28 × 42"


def test_blocks_are_explained() -> None:
    first, last = CONFIG.blocks[0], CONFIG.blocks[-1]
    assert block_title(first) == "Block 1"
    assert block_title(last) == "Block 3 · picture"
    assert "kernel 7, stride 1, padding 0), then BatchNorm and ReLU" in block_explanation(first)
    assert "64 channels of 14 × 14 become 1 channels of 28 × 28" in block_explanation(last)


def test_blocks_of_any_parts_are_explained() -> None:
    first, second, last = LAYOUTS["nearest"].blocks
    assert block_operation(first) == "linear\nfrom 6 numbers"
    assert block_explanation(first) == "6 numbers become 8 channels of 4 × 4: a linear layer, then ReLU."
    assert block_operation(second) == "conv, enlarged before\nkernel 3 · stride 1"
    assert block_explanation(second) == (
        "8 channels of 4 × 4 become 6 channels of 8 × 8: an enlargement to 8 × 8 (cells repeated), then "
        "a convolution (kernel 3, stride 1, padding 1), BatchNorm and ReLU."
    )
    assert block_title(last) == "Block 3 · picture"
    assert block_operation(LAYOUTS["enlarged last"].blocks[-1]).startswith("conv, enlarged after\n")


@pytest.mark.parametrize(
    ("kind", "block", "text"),
    [
        ("odd kernels", 1, "transposed conv\nkernel 3 · stride 2\noutput padding 1\nBatchNorm, ReLU"),
        ("activation first", 1, "transposed conv\nkernel 4 · stride 2\nleaky ReLU, BatchNorm"),
        ("instance norm", 1, "transposed conv\nkernel 4 · stride 2\nInstanceNorm, GELU"),
        ("pixel norm", 0, "transposed conv\nkernel 4 · stride 1\nPReLU, PixelNorm"),
        ("pixel norm", 2, "transposed conv\nkernel 4 · stride 2\nnothing behind it"),
        ("convolutions between", 2, "convolution\nkernel 3 · stride 1\nBatchNorm, ReLU"),
    ],
)
def test_cards_say_what_follows_in_its_order(kind: str, block: int, text: str) -> None:
    assert card_text(LAYOUTS[kind], LAYOUTS[kind].blocks[block]) == text


def test_cards_of_generators_that_are_trained_here_say_as_much_as_ever() -> None:
    assert card_text(CONFIG, CONFIG.blocks[0]) == "transposed conv\nkernel 7 · stride 1"


def test_what_linear_layers_hand_on_is_counted() -> None:
    assert shape_text((64, 1, 1)) == "64 numbers"
    assert shape_text((1, 1, 1)) == "1 × 1 × 1"


def test_edits_name_the_parts_of_the_generator() -> None:
    assert edit_text(parse_edit("block1.norm:2=0"), LAYOUTS["instance norm"]) == "Block 1, instancenorm: 2 muted"
    assert edit_text(parse_edit("block2.up:*=2"), LAYOUTS["nearest"]) == "Block 2, enlargement: all channels × 2"
    assert edit_text(parse_edit("block2:3=0"), LAYOUTS["nearest"]) == "Block 2: 3 muted"


def test_what_only_code_describes_is_called_as_there() -> None:
    config = BUILT_ELSEWHERE[SKIPPING]
    first = config.blocks[0]
    assert card_text(config, first) == "ConvTranspose2d\nat grow.0\nBatchNorm2d, ReLU"
    assert card_text(config, config.blocks[-1]) == "Conv2d\nat draw"
    assert part_title(first, "norm") == "BatchNorm2d"
    assert block_explanation(first) == (
        "6 channels of 1 × 1 become 8 channels of 4 × 4: ConvTranspose2d, then BatchNorm2d and ReLU."
    )
