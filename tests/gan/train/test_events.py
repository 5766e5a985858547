import json
import math
import types
import typing
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.measure.measures import DISTANCE, DIVERSITY
from gan.train import events
from gan.train.events import TrainEvent, from_json, to_json

KINDS: tuple[type[Any], ...] = typing.get_args(TrainEvent)

_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, events.MOST),
    float: st.floats(0, events.MOST),
    str: st.text(),
    bool: st.booleans(),
    types.NoneType: st.none(),
    events.Scores: st.builds(events.Scores, *4 * [st.floats(allow_nan=False, allow_infinity=False)]),
}


def _values_of(hint: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(hint) is typing.Literal:
        return st.sampled_from(typing.get_args(hint))
    if typing.get_origin(hint) is Mapping:
        names = st.sampled_from(["swd", "diversity", "of another version"])
        return st.dictionaries(names, st.floats(allow_nan=False, allow_infinity=False))
    return st.one_of([_VALUES[kind] for kind in typing.get_args(hint) or (hint,)])


def events_of(kind: type[Any]) -> st.SearchStrategy[TrainEvent]:
    """Any event of ``kind``."""
    return st.builds(kind, **{name: _values_of(hint) for name, hint in typing.get_type_hints(kind).items()})


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), time=st.floats(0, 1e10))
def test_json_round_trip(kind: type[Any], data: st.DataObject, time: float) -> None:
    event = data.draw(events_of(kind))
    line = to_json(event, time)
    assert "\n" not in line
    assert line.isascii()
    assert from_json(line) == event


def test_a_line_says_what_and_when() -> None:
    values = json.loads(to_json(events.Paused(7, request=3), 12.34567))
    assert values == {"event": "Paused", "time": 12.346, "step": 7, "request": 3}


@given(st.sampled_from(KINDS).flatmap(events_of), st.integers(0, 10_000))
def test_a_line_that_is_cut_off_is_no_event(event: TrainEvent, length: int) -> None:
    line = to_json(event, 1.0)
    assert from_json(line[: min(length, len(line) - 1)]) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "7",
        "[]",
        '"Paused"',
        "{}",
        '{"event": "Exploded", "step": 1}',
        '{"event": ["Paused"], "step": 1}',
        '{"event": "Paused"}',
        '{"event": "Paused", "step": 1, "mood": "calm"}',
        '{"event": "Measured", "step": 1, "swd": "near"}',
        '{"event": "Measured", "swd": 1.0}',
        '{"event": "Paused", "step": "1"}',
        '{"event": "Paused", "step": true}',
        '{"event": "Paused", "step": 1.5}',
        '{"event": "Paused", "step": Infinity}',
        '{"event": "Paused", "step": 18446744073709551616}',
        '{"event": "Paused", "step": null}',
        '{"event": "Paused", "step": -1}',
        '{"event": "Paused", "step": 1, "time": []}',
        '{"event": "EpochEnded", "epoch": 1, "step": 1, "elapsed": NaN}',
        '{"event": "SamplesReady", "step": 1, "path": ["a"]}',
        '{"event": "Warned", "message": {"a": 1}}',
        '{"event": "Warned", "message": "a", "request": ' + 200_000 * "[",
        '{"event": "StepTaken", "step": 1, "network": "x", "before": 0, "after": 0, "samples_before": 0}',
    ],
)
def test_unknown_lines_are_no_event(line: str) -> None:
    assert from_json(line) is None


def test_steps_logged_by_older_versions_are_understood() -> None:
    old = events.StepLogged(1, 0.5, 0.1, 1.4, 0.7, 0.5, 0.5, 0.4, 80.0)
    values = json.loads(to_json(old, 0))
    del values["grad_d"], values["grad_g"]
    assert from_json(json.dumps(values)) == old


def test_measures_stand_in_the_line_as_they_always_have() -> None:
    line = '{"event": "Measured", "time": 3.5, "step": 24, "swd": 8.6407, "diversity": 0.0267}'
    event = from_json(line)
    assert event == events.Measured(24, {"swd": 8.6407, "diversity": 0.0267})
    assert to_json(event, 3.5) == line


def test_what_was_not_measured_is_no_number() -> None:
    event = events.Measured(1, {"swd": 2.0})
    assert event.value(DISTANCE) == 2.0 and math.isnan(event.value(DIVERSITY))


def test_losses_that_are_no_numbers_can_be_written() -> None:
    line = to_json(events.StepLogged(1, 0.1, 0.2, math.nan, math.inf, 0.5, 0.5, 0.5, 10.0), 0)
    assert '"d_loss": "nan", "g_loss": "inf"' in line
    read = from_json(line)
    assert isinstance(read, events.StepLogged)
    assert math.isnan(read.d_loss) and read.g_loss == math.inf and read.d_real == 0.5


def test_losses_that_older_versions_wrote_as_nan_are_understood() -> None:
    new = to_json(events.StepLogged(1, 0.1, 0.2, math.nan, 1.0, 0.5, 0.5, 0.5, 10.0), 0)
    read = from_json(new.replace('"nan"', "NaN"))
    assert isinstance(read, events.StepLogged)
    assert math.isnan(read.d_loss) and read.g_loss == 1.0
