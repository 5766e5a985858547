"""The look of channels comes back with a session."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.layers.channels.channel_look import ChannelLook, Pin
from app.layers.views.colouring import ColourChoice
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError
from gan.layers.mosaic import Scaling
from gan.layers.ordering import Order
from gan.model.config import ModelConfig
from tests.gan.generators import save_drawing_generator

PINS = (Pin("block1.act", 7), Pin("block2.act", 1))


def written(look: ChannelLook) -> Any:
    return json.loads(json.dumps(look.to_json()))


def chosen(look: ChannelLook) -> tuple[ColourChoice, Order, tuple[Pin, ...]]:
    return look.colours, look.order, look.pins


def test_it_is_written_and_read_back(look: ChannelLook) -> None:
    at_first = written(look)
    look.set_colours(ColourChoice("magma", Scaling.FIXED, (-1.0, 0.3)))
    look.set_order(Order.SPARSITY)
    look.set_pins(PINS)
    before, values = chosen(look), written(look)
    look.from_json(at_first, 8)()
    assert chosen(look) == (ColourChoice(), Order.INDEX, ())
    look.from_json(values, 8)()
    assert chosen(look) == before and written(look) == values


def test_reading_changes_nothing_yet(look: ChannelLook) -> None:
    look.from_json({"channels": {"colours": "magma", "order": "mean"}}, 8)
    assert chosen(look) == (ColourChoice(), Order.INDEX, ())


def test_a_session_without_it_leaves_it(look: ChannelLook) -> None:
    look.set_order(Order.MEAN)
    look.set_pins(PINS)
    look.from_json({"edits": []}, 8)()
    assert (look.order, look.pins) == (Order.MEAN, PINS)


def test_what_is_not_understood_gets_its_default(look: ChannelLook) -> None:
    look.set_order(Order.MEAN)
    pins = [["block1.act", 7], ["block1.act", 8], ["block9.act", 0], ["block1.act", -1], "nonsense"]
    look.from_json({"channels": {"colours": "plaid", "scaling": 3, "order": "taste", "pins": pins}}, 8)()
    assert chosen(look) == (ColourChoice(), Order.INDEX, PINS[:1])


@pytest.mark.parametrize("saved", [5, {"pins": 3}])
def test_what_is_no_look_is_refused(look: ChannelLook, saved: object) -> None:
    with pytest.raises(LatentariumError):
        look.from_json({"channels": saved}, 8)


def test_pins_are_toggled_together(look: ChannelLook) -> None:
    look.toggle_pins(PINS[:1])
    look.toggle_pins(PINS)
    assert look.pins == PINS
    look.toggle_pins(PINS)
    assert look.pins == ()


def test_another_snapshot_keeps_pins(
    look: ChannelLook, workspace: Workspace, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    look.set_pins(PINS)
    workspace.open(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
    assert look.pins == PINS


def test_another_architecture_keeps_those_that_it_has(
    look: ChannelLook, workspace: Workspace, colour_model: Path, tiny_model: Path
) -> None:
    workspace.open(str(colour_model))
    look.set_pins([Pin("block1.act", 31), Pin("block2.act", 1), Pin("block5.act", 2)])
    workspace.open(str(tiny_model))
    assert look.pins == (Pin("block2.act", 1),)
