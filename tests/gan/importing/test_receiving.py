"""An answer is checked as if a stranger had sent it."""

import io
import json
from typing import Any

import numpy as np
import pytest

from gan.importing.errors import ForeignFileError
from gan.importing.receiving import receive

ABOUT = {"dtype": "float32", "big_endian": False, "shape": [2], "strides": [1], "length": 8}
NUMBERS = np.array([1, 2], "<f4").tobytes()


def received(header: Any, rest: bytes = NUMBERS) -> dict[str, Any]:
    text = json.dumps(header).encode()
    return receive(io.BytesIO(len(text).to_bytes(8, "little") + text + rest))[1]


def entries(*pairs: Any) -> dict[str, Any]:
    return {"kind": "PyTorch zip", "entries": list(pairs)}


def test_a_good_answer() -> None:
    tree = received(entries([["a", "b"], ABOUT], [["a", "c"], 3], [["d"], "text"]))
    np.testing.assert_array_equal(tree["a"]["b"], [1, 2])
    assert tree["a"]["c"] == 3 and tree["d"] == "text"


@pytest.mark.parametrize(
    "change",
    [
        {"dtype": "object"},
        {"dtype": "O"},
        {"shape": [3]},
        {"shape": [-2]},
        {"shape": [2**62, 2**62]},
        {"shape": [1] * 9, "strides": [1] * 9},
        {"strides": [2]},
        {"strides": [-1]},
        {"strides": [0]},
        {"strides": []},
        {"length": 2**40},
        {"length": -8},
        {"length": 7},
        {"length": 16},
        {"shape": [1], "strides": [2**62], "length": 4},
        {"shape": [0, 2**62, 2**62], "strides": [0, 0, 0], "length": 0},
        {"shape": "22"},
        {"big_endian": "no"},
    ],
)
def test_lies_about_an_array(change: dict[str, Any]) -> None:
    with pytest.raises(ForeignFileError):
        received(entries([["a"], ABOUT | change]))


@pytest.mark.parametrize(
    "header",
    [
        entries([["a"], ABOUT], [["a"], ABOUT]),
        entries([["a"], 1], [["a", "b"], ABOUT]),
        entries([[], ABOUT]),
        entries([["a"] * 40, ABOUT]),
        entries([["a\n"], ABOUT]),
        entries([["\ud800"], ABOUT]),
        entries([["a" * 1000], ABOUT]),
        entries([["a"], "b" * 1000]),
        entries([["a"], "\x1b[31m"]),
        entries([["a"], [1]]),
        entries([["a"], None]),
        entries([["a"], float("nan")]),
        entries([["a"], 2**70]),
        entries([3, ABOUT]),
        entries(*([[str(place)], ABOUT | {"shape": [2**26], "length": 2**28}] for place in range(3))),
        entries(*([[str(place)], 1] for place in range(100_001))),
        {"kind": "else", "entries": []},
        [],
        {"error": 3},
    ],
)
def test_lies_about_all(header: Any) -> None:
    with pytest.raises(ForeignFileError):
        received(header)


@pytest.mark.parametrize("answer", [b"", b"\1", b"\xff" * 8, bytes(8), b"\5" + bytes(7) + b"{"])
def test_no_answer(answer: bytes) -> None:
    with pytest.raises(ForeignFileError):
        receive(io.BytesIO(answer))


def test_fewer_numbers_than_said() -> None:
    with pytest.raises(ForeignFileError, match="to its end"):
        received(entries([["a"], ABOUT]), NUMBERS[:7])


def test_a_reason_is_one_line() -> None:
    with pytest.raises(ForeignFileError) as caught:
        received({"error": {"text": "it is\n{how}", "values": {"how": "\x1b[31mbad" + "!" * 1000}}})
    assert str(caught.value).isprintable() and len(str(caught.value)) < 520


def test_a_reason_has_few_parts() -> None:
    nested: Any = "bad"
    for _ in range(10):
        nested = {"text": "{a}", "values": {"a": nested}}
    with pytest.raises(ForeignFileError, match="cut off or damaged"):
        received({"error": nested})
