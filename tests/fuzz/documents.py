"""Hostile JSON: what a reader expects with things changed in it, and texts that are no JSON at all."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

LONG = 5_000
DEEP = 200_000

_NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([0, -1, 1, 2**31, 2**62, 2**63 - 1, 2**63, 10**400, 1e308, -0.0, float("inf"), float("nan")]),
)
_TEXTS = st.one_of(
    st.text(max_size=8), st.sampled_from(["", "\0", "nan", "../..", "~nobody", "\udcff", "a\nb", "x" * LONG])
)
LEAVES = st.one_of(st.none(), st.booleans(), _NUMBERS, _TEXTS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_TEXTS, inner, max_size=4)),
    max_leaves=8,
)
"""Any JSON value; small numbers and texts are as likely as those that no reader should take."""
_SPECKS = st.sampled_from(
    ["[" * DEEP, '{"a":' * DEEP, "1e999", "9" * LONG, "NaN", "-Infinity", '"\\ud800"', "\0", "\n"]
)


@st.composite
def documents(draw: st.DrawFn, valid: Any) -> bytes:
    """The JSON text ``valid`` stands for with up to three things changed, perhaps cut off or with a speck of dirt."""
    value = deepcopy(valid)
    for _ in range(draw(st.integers(0, 3))):
        value = draw(_changed(value))
    text = json.dumps(value)
    match draw(st.sampled_from(["whole", "whole", "whole", "cut", "speck", "bytes"])):
        case "cut":
            text = text[: draw(st.integers(0, len(text)))]
        case "speck":
            place = draw(st.integers(0, len(text)))
            text = text[:place] + draw(_SPECKS) + text[place + draw(st.integers(0, 3)) :]
        case "bytes":
            return draw(st.binary(max_size=20)) + text.encode()[draw(st.integers(0, 20)) :]
    return text.encode("utf-8", "surrogatepass")


@st.composite
def _changed(draw: st.DrawFn, value: Any) -> Any:
    """``value`` with something in it, however deep, another value, gone, or there once more under another name."""
    names = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not names or draw(st.integers(0, 9)) == 0:
        return draw(VALUES)
    name = draw(st.sampled_from(names))
    match draw(st.sampled_from(["within", "within", "within", "gone", "twice"])):
        case "within":
            value[name] = draw(_changed(value[name]))
        case "gone":
            del value[name]
        case _ if isinstance(value, dict):
            value[draw(_TEXTS)] = deepcopy(value[name])
        case _:
            value.append(deepcopy(value[name]))
    return value
