"""The parts of a block, side by side."""

import pytest
from pytestqt.qtbot import QtBot

from app.layers.views.part_choice import PartChoice
from app.layers.views.selection import layer_in, offered_parts
from gan.model.architecture import Architecture
from gan.model.config import ModelConfig
from tests.gan.layouts import LAYOUTS

OURS = ModelConfig(28, 1)


def titles(config: Architecture, block: str) -> list[str]:
    return [offer.title if offer.is_there else f"({offer.title})" for offer in offered_parts(config, block)]


@pytest.mark.parametrize(
    ("config", "block", "expected"),
    [
        (OURS, "block1", ["Convolution", "BatchNorm", "Activation"]),
        (OURS, "block3", ["Convolution", "(BatchNorm)", "Activation"]),
        (LAYOUTS["perceptron"], "block1", ["Linear", "Activation"]),
        (LAYOUTS["nearest"], "block2", ["Enlargement", "Convolution", "BatchNorm", "Activation"]),
        (LAYOUTS["nearest"], "block3", ["Enlargement", "Convolution", "(BatchNorm)", "Activation"]),
        (LAYOUTS["activation first"], "block1", ["Convolution", "Activation", "BatchNorm"]),
        (LAYOUTS["enlarged last"], "block3", ["Convolution", "Activation", "Enlargement"]),
    ],
)
def test_each_block_offers_its_own_parts(config: Architecture, block: str, expected: list[str]) -> None:
    assert titles(config, block) == expected


def test_what_is_missing_says_so() -> None:
    (missing,) = [offer for offer in offered_parts(OURS, "block3") if not offer.is_there]
    assert missing.tip == "The last block has no batch normalisation"


def test_a_block_without_the_part_is_met_at_its_end() -> None:
    assert layer_in(LAYOUTS["activation first"], "block2", "up") == "block2.norm"
    assert layer_in(LAYOUTS["activation first"], "block2", "act") == "block2.act"


def test_buttons_follow_the_block(qtbot: QtBot) -> None:
    choice = PartChoice()
    qtbot.addWidget(choice)
    choice.show_layer(OURS, "block3.act")
    assert choice.current == "act" and not choice.button("norm").isEnabled()
    choice.show_layer(LAYOUTS["nearest"], "block2.up")
    assert choice.current == "up" and choice.button("norm").isEnabled()
    assert choice.button("conv").toolTip() == "After: convolution, kernel 3, stride 1, padding 1"
