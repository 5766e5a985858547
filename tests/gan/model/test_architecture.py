"""What a layout can be, and that nothing else is taken for one."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import LatentariumError, UsageError
from gan.model.architecture import Condition, Join, PixelRange
from gan.model.layout import Layout
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Convolution,
    Enlargement,
    Linear,
    Norm,
    NormKind,
    Part,
    TransposedConvolution,
)
from gan.model.registered import Registered
from tests.gan.layouts import LAYOUTS, TANH

JUNK = [None, "", "wings", -1, 0, 2**17, 2**40, 0.5, 1e300, True, [], {}, [1], {"part": "conv"}, "\0"]
REGISTERED = Registered.from_dict(
    {
        "name": "skipping",
        "z_dim": 4,
        "image_size": 8,
        "channels": 3,
        "layers": [{"path": "a", "kind": "Conv2d", "given": [4, 1, 1], "shape": [3, 8, 8]}],
    }
)


@pytest.mark.parametrize("name", LAYOUTS)
def test_json_round_trip(name: str) -> None:
    assert Layout.from_dict(json.loads(json.dumps(LAYOUTS[name].to_dict()))) == LAYOUTS[name]


def test_json_round_trip_of_a_registered_one() -> None:
    assert Registered.from_dict(json.loads(json.dumps(REGISTERED.to_dict()))) == REGISTERED


def test_names_and_shapes() -> None:
    parts = (
        Enlargement(8),
        Convolution(4, 6, 3, 1, 1),
        Norm(NormKind.BATCH, 6),
        Activation(ActivationKind.RELU),
        Norm(NormKind.PIXEL, 6),
    )
    layout = Layout.of(2, [(Linear(2, (4, 4, 4)),), parts, (TransposedConvolution(6, 1, 2, 2), TANH)])
    block = layout.find_block("block2")
    assert block.layer_names == ("block2.up", "block2.conv", "block2.norm", "block2.act", "block2.norm2")
    assert block.operation_name == "block2.conv" and block.output_name == "block2.norm2"
    assert (block.in_shape, block.operation_input, block.operation_shape) == ((4, 4, 4), (4, 8, 8), (6, 8, 8))
    assert layout.picture_shape == (1, 16, 16) and layout.blocks[0].operation_name == "block1.linear"
    assert layout.bent_layer == "block2.norm2" and layout.has_batch_norm and layout.gives_pixels


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ([], "no layers"),
        ([(Linear(3, (1, 8, 8)),)], "takes 3 numbers"),
        ([(Linear(2, (2, 8, 8)),)], "only 1, 3 or 4"),
        ([(TANH,)], "needs one operation"),
        ([(Linear(2, (4, 4, 4)), Convolution(4, 1, 3))] * 1, "needs one operation"),
        ([(Linear(2, (4, 4, 4)),), (Convolution(3, 1, 3),)], "block2: the convolution takes 3 channels, not 4"),
        ([(Linear(2, (4, 4, 4)),), (Convolution(4, 1, 5),)], "leaves nothing"),
        ([(Linear(2, (1, 4, 4)), Norm(NormKind.BATCH, 2))], "block1: the norm takes 2 channels, not 1"),
        ([(Linear(2, (1, 4, 4)), Activation(ActivationKind.PRELU, slopes=2))], "wrong number of slopes"),
        ([(Linear(2, (1, 2, 2)),), (TransposedConvolution(1, 1, 4, 2, 1, 2),)], "output padding as large"),
        ([(Linear(2, (1, 2, 2)), Enlargement(2048))], "more than 1024 cells"),
        ([(Linear(2, (1, 1, 1)), Enlargement(1024)), (Convolution(1, 9999, 1),)], "which are too many"),
    ],
)
def test_what_cannot_be(blocks: list[tuple[Part, ...]], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        Layout.of(2, blocks)


@pytest.mark.parametrize(
    ("condition", "complaint"),
    [
        (Condition(3, 2, embedded=False), "as wide as there are classes"),
        (Condition(3, 2, join=Join.ADDED), "cannot be added to z of 4"),
    ],
)
def test_classes_that_do_not_fit(condition: Condition, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        Layout.of(4, [(Linear(6, (1, 4, 4)), TANH)], condition=condition)


def test_pixels_of_other_channels() -> None:
    with pytest.raises(UsageError, match="another number of channels"):
        Layout.of(4, [(Linear(4, (3, 4, 4)), TANH)], pixels=PixelRange((1.0, 2.0), (0.0,)))


def places(values: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where in plain values something could stand."""
    entries = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


@given(st.data())
@pytest.mark.parametrize(
    ("whole", "read"),
    [
        (LAYOUTS["classes first"].to_dict(), Layout.from_dict),
        (LAYOUTS["bilinear"].to_dict(), Layout.from_dict),
        (REGISTERED.to_dict(), Registered.from_dict),
    ],
    ids=["layout", "enlarging", "registered"],
)
def test_junk_is_refused_or_read(whole: dict[str, Any], read: Callable[[Any], Any], data: st.DataObject) -> None:
    values = json.loads(json.dumps(whole))
    for _ in range(data.draw(st.integers(1, 3))):
        *path, last = data.draw(st.sampled_from(list(places(values))))
        within = values
        for key in path:
            within = within[key]
        within[last] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))
    try:
        assert read(values).blocks
    except LatentariumError as error:
        assert str(error) and "\n" not in str(error)
