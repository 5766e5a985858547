"""Undo and redo of everything, to the byte."""

import gc
import weakref
from collections.abc import Callable

import numpy as np
import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arguments import Page
from app.session.interpolation import Endpoint
from app.session.session import Session
from app.session.undoing import MOST_STEPS, UndoStep
from app.toolkit.workspace import Workspace
from app.window.session_files import put_back, snapshot
from gan.explore.latent import Mode, sample_z, with_length
from gan.layers.edits import Edit
from gan.request import RenderResult
from gan.words import speak_by

Action = Callable[[Session], object]


def _component(index: int, value: float) -> Action:
    return lambda session: session.set_component(index, value)


def _random(seed: int) -> Action:
    return lambda session: session.set_z(sample_z(1, 8, seed)[0], f"go to seed {seed}")


def _between(t: float) -> Action:
    return lambda session: session.interpolation.go(t)


def _edit(channel: int, gain: float) -> Action:
    return lambda session: session.edits.add(Edit("block1", (channel,), gain))


def _end(end: Endpoint, seed: int) -> Action:
    return lambda session: session.interpolation.set_endpoint(end, sample_z(1, 8, seed)[0])


def _join(mode: Mode) -> Action:
    return lambda session: session.interpolation.set_mode(mode)


def _scale(length: float) -> Action:
    return lambda session: session.set_z(with_length(session.z, length), "scale z", merge="scale z")


small = st.integers(0, 7)
values = st.floats(-3, 3, width=32)
actions = st.one_of(
    st.builds(_component, small, values),
    st.builds(_random, st.integers(0, 999)),
    st.builds(_between, st.floats(0, 1)),
    st.builds(_edit, st.integers(0, 3), st.sampled_from([0.0, 0.5, 2.0])),
    st.builds(_end, st.sampled_from(Endpoint), small),
    st.builds(_join, st.sampled_from(Mode)),
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
        way = self.session.interpolation.way
        joined = way.a.tobytes(), way.b.tobytes(), way.mode
        return self.picture, self.session.z.tobytes(), self.session.edits.current, joined


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
    session.interpolation.set_endpoint(Endpoint.A, session.z)
    session.interpolation.go(0.0)
    assert session.undo_stack.count() == 0


@pytest.fixture
def heir(prompt_workspace: Workspace) -> Workspace:
    return prompt_workspace


def go_on(workspace: Workspace, heir: Workspace) -> None:
    """As another window does: from what is saved, and then with what is handed over."""
    before = snapshot(workspace, Page.EXPLORE)
    assert before is not None
    put_back(heir, before)
    workspace.hand_over()(heir)


class TestInAnotherWindow:
    def test_every_step_can_be_undone_and_done_again_there(self, workspace: Workspace, heir: Workspace) -> None:
        for act in (
            _component(2, 1.0),
            _edit(1, 0.0),
            _random(3),
            _end(Endpoint.B, 5),
            _between(0.5),
            _join(Mode.LERP),
        ):
            act(workspace.session)
        for _ in range(2):
            workspace.session.undo_stack.undo()
        go_on(workspace, heir)
        stacks = workspace.session.undo_stack, heir.session.undo_stack
        assert [(stack.index(), stack.count()) for stack in stacks] == [(4, 6), (4, 6)]
        here, there = _Watched(workspace.session), _Watched(heir.session)
        for step in (4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6):
            for stack in stacks:
                stack.setIndex(step)
            assert there.state() == here.state()

    def test_nothing_is_changed_by_that(self, workspace: Workspace, heir: Workspace) -> None:
        workspace.session.set_component(2, 1.0)
        go_on(workspace, heir)
        assert np.array_equal(heir.session.z, workspace.session.z) and heir.session.undo_stack.isClean()

    def test_they_are_told_in_the_language_of_that_window(self, workspace: Workspace, heir: Workspace) -> None:
        workspace.session.set_component(2, 1.0)
        speak_by(lambda text: text.replace("dimension", "Dimension"))
        go_on(workspace, heir)
        speak_by(lambda text: text)
        assert heir.session.undo_stack.undoText() == "Dimension 2"

    def test_they_are_left_behind_if_the_network_is_another(self, workspace: Workspace, heir: Workspace) -> None:
        workspace.session.set_component(2, 1.0)
        heir.open("mnist")
        workspace.hand_over()(heir)
        assert heir.session.undo_stack.count() == 0


def test_movements_that_are_undone_together_leave_nothing_behind(session: Session) -> None:
    steps = [UndoStep("move", session._move, session.z, session.z + 1, "slider 1") for _ in range(3)]
    kept = [weakref.ref(step) for step in steps]
    while steps:
        session.undo_stack.push(steps.pop())
    gc.collect()
    assert session.undo_stack.count() == 1 and len([step for step in kept if step() is not None]) == 1


def test_steps_within_a_step_are_undone_in_one(session: Session) -> None:
    done: list[int] = []
    stack = session.undo_stack
    with stack.together("all"):
        for number in (1, 2):
            stack.push(UndoStep(f"{number}", done.append, -number, number))
        with stack.together("within"):
            stack.push(UndoStep("3", done.append, -3, 3))
    assert stack.count() == 1 and stack.undoText() == "all"
    stack.undo()
    stack.redo()
    assert done == [1, 2, 3, -3, -2, -1, 1, 2, 3]


def test_nothing_done_together_is_no_step(session: Session) -> None:
    with session.undo_stack.together("nothing"):
        pass
    assert session.undo_stack.count() == 0


def test_what_fails_on_the_way_leaves_the_stack_in_use(session: Session) -> None:
    with pytest.raises(ValueError, match="a point of 3 numbers"):
        session.go_to(np.zeros(3, np.float32), None, "go")
    session.set_component(2, 1.0)
    assert session.undo_stack.count() == 1


def test_python_has_made_every_step(session: Session) -> None:
    """Of what Qt makes and deletes, Python's side stays, and is taken for whatever comes to lie in the same place."""
    session.interpolation.go(0.5)
    session.interpolation.set_mode(Mode.LERP)
    stack = session.undo_stack
    assert all(shiboken6.createdByPython(stack.command(index)) for index in range(stack.count()))


def test_the_oldest_steps_are_forgotten(session: Session) -> None:
    for number in range(MOST_STEPS + 10):
        session.undo_stack.push(UndoStep(str(number), lambda _: None, 0, 1))
    assert session.undo_stack.count() == MOST_STEPS
    assert session.undo_stack.text(0) == "10"
