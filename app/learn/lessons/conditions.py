"""What a lesson can wait for, as the session and its runs tell of it."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import SignalInstance

from app.learn.lessons.lesson import Check, Condition
from app.toolkit.workspace import Workspace
from gan.layers.catalogue import find_layer
from gan.layers.toys import Toy
from gan.model.part_specs import Stage, TransposedConvolution
from gan.request import BatchStatistics

FAR = 1.0
"""How far a slider is moved if it is moved at all, in standard deviations."""
MOST_OF_THE_WAY = 0.5
TWO_NETWORKS = "two_networks"
"""What is saved of a session names the pair of runs so that a person follows."""


def slider_moved() -> Condition:
    """One number of z is another by a good deal."""

    def begin(workspace: Workspace) -> Check:
        session, before = workspace.session, workspace.session.z
        far = FAR * session.deviation
        return lambda: len(before) == len(session.z) and bool((np.abs(session.z - before) > far).any())

    return Condition(_z, begin)


def points_visited(count: int) -> Condition:
    """``count`` points that have nothing to do with each other, such as random ones, one after the other."""

    def begin(workspace: Workspace) -> Check:
        session, seen = workspace.session, [workspace.session.z]

        def check() -> bool:
            if len(seen[-1]) != len(session.z) or np.mean(session.z != seen[-1]) > 0.5:
                seen.append(session.z)
            return len(seen) > count

        return check

    return Condition(_z, begin)


def at_seed(seed: int) -> Condition:
    """The point of a seed."""
    return _state(_z, lambda workspace: np.array_equal(workspace.session.z, workspace.session.sample(1, seed)[0]))


def at_centre() -> Condition:
    """z is 0."""
    return _state(_z, lambda workspace: not workspace.session.z.any())


def gone_between() -> Condition:
    """A good part of the way from A to B."""

    def begin(workspace: Workspace) -> Check:
        way, places = workspace.session.interpolation, set[float]()

        def check() -> bool:
            places.add(way.t)
            return max(places) - min(places) > MOST_OF_THE_WAY

        return check

    return Condition(lambda workspace: (workspace.session.interpolation.moved,), begin)


def first_snapshot() -> Condition:
    """The timeline is at its start."""
    return _state(_timeline, lambda workspace: workspace.runs.timeline.index == 0)


def last_snapshot() -> Condition:
    """The timeline is at its end, or at its best."""
    return _state(_timeline, lambda workspace: workspace.runs.timeline.at_end or workspace.runs.timeline.at_best)


def best_snapshot() -> Condition:
    """The timeline is at its best."""
    return _state(_timeline, lambda workspace: workspace.runs.timeline.at_best)


def from_start_to_end() -> Condition:
    """The timeline was at its start, and then at its end."""

    def begin(workspace: Workspace) -> Check:
        timeline, seen = workspace.runs.timeline, list[int]()

        def check() -> bool:
            if timeline.index == 0:
                seen.append(0)
            return bool(seen) and timeline.at_end

        return check

    return Condition(_timeline, begin)


def part_chosen(*stages: Stage) -> Condition:
    """One part of the blocks after the other was looked at."""

    def begin(workspace: Workspace) -> Check:
        session, left = workspace.session, list(stages)

        def check() -> bool:
            assert session.model is not None
            if left and find_layer(session.model.config, session.inspection.layer).stage is left[0]:
                left.pop(0)
            return not left

        return check

    return Condition(_layer, begin)


def last_block_chosen() -> Condition:
    """The block that gives the picture is looked into."""

    def holds(workspace: Workspace) -> bool:
        session = workspace.session
        assert session.model is not None
        return find_layer(session.model.config, session.inspection.layer).block == session.model.config.blocks[-1].name

    return _state(_layer, holds)


def transposed_chosen() -> Condition:
    """Another block is looked into, one with a transposed convolution that enlarges."""

    def begin(workspace: Workspace) -> Check:
        session, before = workspace.session, workspace.session.inspection.layer.partition(".")[0]

        def check() -> bool:
            assert session.model is not None
            block = session.model.config.find_block(session.inspection.layer.partition(".")[0])
            operation = block.operation
            return block.name != before and isinstance(operation, TransposedConvolution) and operation.stride > 1

        return check

    return Condition(_layer, begin)


def pixels_chosen(count: int) -> Condition:
    """``count`` pixels of the picture, none of them that which was chosen before."""

    def begin(workspace: Workspace) -> Check:
        inspection = workspace.session.inspection
        seen = {inspection.pixel, None}
        least = len(seen) + count

        def check() -> bool:
            seen.add(inspection.pixel)
            return len(seen) >= least

        return check

    return Condition(lambda workspace: (workspace.session.inspection.pixel_changed,), begin)


def batch_chosen(least: int, *, different: int = 1) -> Condition:
    """BatchNorm goes by a batch of ``least`` pictures at least, and so many ``different`` ones were tried."""

    def begin(workspace: Workspace) -> Check:
        edits, seen = workspace.session.edits, set[BatchStatistics]()

        def check() -> bool:
            batch = edits.batch
            if batch is not None and batch.size >= least:
                seen.add(batch)
            return len(seen) >= different

        return check

    return Condition(_edits, begin)


def no_batch() -> Condition:
    """BatchNorm goes by its running statistics."""
    return _state(_edits, lambda workspace: workspace.session.edits.batch is None)


def toy_chosen(fits: Callable[[Toy], bool]) -> Condition:
    """The playground shows a transposed convolution that ``fits``."""

    def holds(workspace: Workspace) -> bool:
        toy = workspace.session.inspection.toy
        return toy is not None and fits(toy)

    return _state(lambda workspace: (workspace.session.inspection.toy_changed,), holds)


def pair_followed() -> Condition:
    """Two networks are trained, or were, and can be seen side by side."""
    return _state(
        lambda workspace: (workspace.parts.changed,), lambda workspace: bool(workspace.parts.to_json()[TWO_NETWORKS])
    )


def _state(signals: Callable[[Workspace], tuple[SignalInstance, ...]], holds: Callable[[Workspace], bool]) -> Condition:
    """Something holds, whenever it came about."""
    return Condition(signals, lambda workspace: lambda: holds(workspace))


def _z(workspace: Workspace) -> tuple[SignalInstance, ...]:
    return (workspace.session.z_changed,)


def _layer(workspace: Workspace) -> tuple[SignalInstance, ...]:
    return (workspace.session.inspection.layer_changed,)


def _edits(workspace: Workspace) -> tuple[SignalInstance, ...]:
    return (workspace.session.edits.changed,)


def _timeline(workspace: Workspace) -> tuple[SignalInstance, ...]:
    return (workspace.runs.timeline.changed,)
