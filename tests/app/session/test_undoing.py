"""Undo and redo of everything, to the byte."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.explore.corners.corners import Corner
from app.session.session import Endpoint, Session
from gan.explore.latent import Mode, sample_z, with_length
from gan.layers.edits import Edit
from gan.request import RenderResult

Action = Callable[[Session], object]


def _component(index: int, value: float) -> Action:
    return lambda session: session.set_component(index, value)


def _random(seed: int) -> Action:
    return lambda session: session.set_z(sample_z(1, 8, seed)[0], f"go to seed {seed}")


def _between(t: float) -> Action:
    return lambda session: session.interpolate(t, Mode.SLERP)


def _edit(channel: int, gain: float) -> Action:
    return lambda session: session.edits.add(Edit("block1", (channel,), gain))


def _keep(seed: int) -> Action:
    return lambda session: session.favourites.add(sample_z(1, 8, seed)[0])


def _forget(seed: int) -> Action:
    def act(session: Session) -> None:
        kept = session.favourites.current
        if kept:
            session.favourites.remove(seed % len(kept))

    return act


def _corner(corner: Corner, seed: int) -> Action:
    return lambda session: session.corners.put(corner, sample_z(1, 8, seed)[0])


def _scale(length: float) -> Action:
    return lambda session: session.set_z(with_length(session.z, length), "scale z", merge="scale z")


small = st.integers(0, 7)
values = st.floats(-3, 3, width=32)
actions = st.one_of(
    st.builds(_component, small, values),
    st.builds(_random, st.integers(0, 999)),
    st.builds(_between, st.floats(0, 1)),
    st.builds(_edit, st.integers(0, 3), st.sampled_from([0.0, 0.5, 2.0])),
    st.builds(_keep, small),
    st.builds(_forget, small),
    st.builds(_corner, st.sampled_from(Corner), small),
    st.builds(_scale, st.floats(0.1, 5)),
)


class _Watched:
    """What a person sees."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.picture = b""
        session.rendered.connect(self._take)
        session.render()

    def _take(self, result: RenderResult) -> None:
        self.picture = result.images.tobytes()

    def state(self) -> tuple[object, ...]:
        kept = tuple((each.name, each.note, each.z.tobytes()) for each in self.session.favourites.current)
        corners = tuple(z.tobytes() for z in self.session.corners.points)
        return self.picture, self.session.z.tobytes(), self.session.edits.current, kept, corners


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.large_base_example])
@given(st.lists(actions, min_size=200, max_size=200))
def test_undo_and_redo_bring_back_the_same_bytes(session: Session, walk: list[Action]) -> None:
    stack = session.undo_stack
    stack.clear()
    watched = _Watched(session)
    states = {stack.index(): watched.state()}
    for act in walk:
        act(session)
        states[stack.index()] = watched.state()
    last = stack.index()
    assert 0 < last < 400
    for index in reversed(range(last)):
        stack.undo()
        assert watched.state() == states[index]
    for index in range(1, last + 1):
        stack.redo()
        assert watched.state() == states[index]


def test_movements_of_one_slider_are_one_step(session: Session) -> None:
    before = session.z
    for value in (0.1, 0.2, 0.3):
        session.set_component(2, value)
    session.set_component(5, 1.0)
    assert [session.undo_stack.text(i) for i in range(session.undo_stack.count())] == ["dimension 2", "dimension 5"]
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_a_pause_makes_another_step(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("app.session.undoing.time.monotonic", lambda: clock[0])
    session.set_component(2, 0.1)
    clock[0] = 0.9
    session.set_component(2, 0.2)
    clock[0] = 3.0
    session.set_component(2, 0.3)
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.z[2] == np.float32(0.2)


def test_standing_still_is_no_step(session: Session) -> None:
    session.set_z(session.z)
    session.set_endpoint(Endpoint.A, session.z)
    session.interpolate(0.0)
    assert session.undo_stack.count() == 0
