import json
import time

import pytest

from gan.train.requests import Action
from gan.train.run import Run


def test_requests_are_kept_in_order_with_ids_of_their_own(run: Run) -> None:
    actions = [Action.PAUSE, Action.SNAPSHOT, Action.RESUME, Action.SNAPSHOT, Action.STOP]
    ids = [run.request(action) for action in actions]
    assert [request.action for request in run.requests()] == actions
    assert [request.id for request in run.requests()] == ids
    assert len(set(ids)) == 5


def test_ids_differ_though_the_clock_stands_still_or_goes_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([1000, 1000, 10])
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    ids = [run.request(Action.SNAPSHOT) for _ in range(3)]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    "contents",
    [
        "",
        "[",
        "7",
        "{}",
        '[{"id": 1}]',
        '[{"id": 1, "action": "stop", "values": 3}]',
        '[{"id": null, "action": "stop"}]',
        "[3]",
        '["stop"]',
    ],
)
def test_a_control_file_that_makes_no_sense_asks_nothing(run: Run, contents: str) -> None:
    (run.folder / "control.json").write_text(contents)
    assert run.requests() == ()


def test_an_action_of_a_newer_version_does_not_hide_the_others(run: Run) -> None:
    entries = [{"id": 1, "action": "dance"}, {"id": 2, "action": "stop"}]
    (run.folder / "control.json").write_text(json.dumps(entries))
    assert [request.action for request in run.requests()] == [Action.STOP]


def test_a_request_can_carry_values(run: Run) -> None:
    run.request(Action.SET_LR, lr_g=1e-4)
    run.request(Action.STEP_D)
    assert [(request.action, request.values) for request in run.requests()] == [
        (Action.SET_LR, {"lr_g": 1e-4}),
        (Action.STEP_D, {}),
    ]


def test_requests_can_be_forgotten(run: Run) -> None:
    run.clear_requests()
    run.request(Action.STOP)
    run.clear_requests()
    assert run.requests() == ()


@pytest.mark.parametrize(
    "bad",
    [
        '{"id": Infinity, "action": "stop", "values": {}}',
        '{"id": 1e999, "action": "stop", "values": {}}',
        '{"id": "7", "action": "stop", "values": {}}',
        '{"id": 7, "action": "explode", "values": {}}',
        '{"id": 7, "action": "set-lr", "values": {"lr_g": NaN}}',
        '{"id": 7, "action": "set-lr", "values": {"lr_g": "0.1"}}',
        '{"id": 18446744073709551616, "action": "stop", "values": {}}',
        "[" * 100 + "]" * 100,
        "null",
    ],
)
def test_a_bad_request_hides_no_other(run: Run, bad: str) -> None:
    good = '{"id": 5, "action": "pause", "values": {}}'
    (run.folder / "control.json").write_text(f"[{good}, {bad}, {good.replace('5', '6')}]")
    assert [request.id for request in run.requests()] == [5, 6]
    asked = run.request(Action.STOP)
    assert [request.id for request in run.requests()] == [5, 6, asked]


def test_requests_nested_too_deep_are_no_requests(run: Run) -> None:
    (run.folder / "control.json").write_text("[" * 200_000)
    assert run.requests() == ()
    run.request(Action.STOP)
    assert len(run.requests()) == 1
