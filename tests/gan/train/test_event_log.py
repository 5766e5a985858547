import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.train import events
from gan.train.event_log import EventTail, lines_of
from gan.train.events import TrainEvent, to_json
from gan.train.run import Run

STARTED = events.Started(0, "cpu", 10, 2, 6, None)
LOGGED = events.StepLogged(1, 0.5, 0.1, 1.4, 0.7, 0.5, 0.5, 0.4, 80.0)


def test_a_tail_gives_each_event_once(run: Run) -> None:
    tail = EventTail(run.events_path)
    assert tail.poll() == []
    run.append(STARTED)
    assert tail.poll() == [STARTED]
    assert tail.poll() == []
    run.append(LOGGED)
    run.append(LOGGED)
    assert tail.poll() == [LOGGED, LOGGED]


def test_a_tail_skips_what_it_does_not_know(run: Run) -> None:
    run.append(STARTED)
    with run.events_path.open("ab") as file:
        file.write(b'{"event": "Exploded"}\n\xff\xfe\n\n')
    run.append(LOGGED)
    assert EventTail(run.events_path).poll() == [STARTED, LOGGED]


@given(cuts=st.lists(st.integers(0, 800), max_size=6))
def test_a_tail_waits_for_the_rest_of_a_line(tmp_path_factory: pytest.TempPathFactory, cuts: list[int]) -> None:
    logged: list[TrainEvent] = [STARTED, LOGGED, events.Warned("ä\nb"), LOGGED, events.Finished(6, 1.0)]
    contents = "".join(to_json(event, 1.0) + "\n" for event in logged).encode()
    path = tmp_path_factory.mktemp("tail") / "events.jsonl"
    tail, seen = EventTail(path), []
    ends = [*sorted(min(cut, len(contents)) for cut in cuts), len(contents)]
    for start, end in zip([0, *ends], ends, strict=False):
        with path.open("ab") as file:
            file.write(contents[start:end])
        seen += tail.poll()
        assert len(seen) == contents[:end].count(b"\n")
    assert seen == logged


def test_a_tail_leaves_out_a_line_that_is_too_long(run: Run) -> None:
    run.append(STARTED)
    with run.events_path.open("ab") as file:
        for _ in range(3):
            file.write(b" " * 2**20)
        file.write(b'{"event": "Paused", "step": 1}\n')
    run.append(LOGGED)
    assert EventTail(run.events_path).poll() == run.events() == [STARTED, LOGGED]
    assert [events.from_json(line) for line in lines_of(run.events_path)] == [STARTED, LOGGED]


def test_of_a_log_of_any_size_only_the_end_is_read(run: Run) -> None:
    with run.events_path.open("wb") as file:
        file.truncate(10**12)  # a hole, which takes no room on the disk
    tail = EventTail(run.events_path)
    assert tail.poll(2**20) == [] and tail.is_behind()
    run.append(LOGGED)
    assert tail.last(2**16) == [LOGGED]
