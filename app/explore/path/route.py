"""The path through latent space that a person builds from keyframes, and where on it they are."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import Change
from gan.explore.latent import Latent, Mode
from gan.explore.paths import LONGEST, SHORTEST, Easing, Keyframe, LatentPath, Plan


class Route(QObject):
    """Every change of the plan goes on ``undo_stack``; where one is on it does not."""

    changed = Signal()
    """Other keyframes, durations, or another way of joining them."""
    moved = Signal(float)
    """Seconds from the start of the path."""

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._plan = Plan()
        self._seconds = 0.0

    @property
    def plan(self) -> Plan:
        """What there is so far."""
        return self._plan

    @property
    def path(self) -> LatentPath | None:
        """None while there are fewer than two keyframes."""
        return self._plan.path

    @property
    def seconds(self) -> float:
        """Where one is, from the start of the path."""
        return self._seconds

    def points(self) -> Latent:
        """Keyframes as (K, z_dim); (0, 0) if there are none."""
        keyframes = self._plan.keyframes
        return np.stack([keyframe.z for keyframe in keyframes]) if keyframes else np.zeros((0, 0), np.float32)

    def set_z_dim(self, z_dim: int) -> None:
        """Another generator is open; keyframes of another latent space are given up."""
        if self._plan.keyframes and len(self._plan.keyframes[0].z) != z_dim:
            self.show(replace(self._plan, keyframes=()))

    def add(self, z: Latent, after: int | None = None) -> None:
        """Make ``z`` (z_dim,) a keyframe after another one, or the last."""
        keyframes = list(self._plan.keyframes)
        place = len(keyframes) if after is None else after + 1
        keyframes.insert(place, Keyframe(np.array(z, np.float32)))
        self._push("add keyframe", keyframes=tuple(keyframes))

    def remove(self, index: int) -> None:
        """Take one out."""
        keyframes = self._plan.keyframes
        self._push("remove keyframe", keyframes=(*keyframes[:index], *keyframes[index + 1 :]))

    def reorder(self, order: list[int]) -> None:
        """Put the keyframes in another order; ``order`` holds their present places."""
        if order != list(range(len(order))):
            self._push("reorder keyframes", keyframes=tuple(self._plan.keyframes[index] for index in order))

    def set_seconds(self, index: int, seconds: float) -> None:
        """How long the way from one keyframe to the next takes; kept within limits."""
        keyframes = list(self._plan.keyframes)
        keyframes[index] = replace(keyframes[index], seconds=min(max(seconds, SHORTEST), LONGEST))
        self._push("duration", merge=f"duration {index}", keyframes=tuple(keyframes))

    def set_mode(self, mode: Mode) -> None:
        """Along great circles or straight lines."""
        self._push(f"path by {mode}", mode=mode)

    def set_easing(self, easing: Easing) -> None:
        """How the speed changes between keyframes."""
        self._push(f"easing {easing}", easing=easing)

    def set_closed(self, closed: bool) -> None:
        """Whether the path goes on from the last keyframe to the first."""
        self._push("close the path" if closed else "open the path", closed=closed)

    def move_to(self, seconds: float) -> None:
        """Note where one is; the path is left to the session."""
        self._seconds = seconds
        self.moved.emit(seconds)

    def show(self, plan: Plan) -> None:
        """Let ``plan`` hold, without a trace on the undo stack."""
        self._plan = plan
        self._seconds = min(self._seconds, plan.path.duration if plan.path else 0.0)
        self.changed.emit()

    def _push(self, text: str, merge: str = "", **changes: object) -> None:
        plan = replace(self._plan, **changes)  # type: ignore[arg-type]
        if plan != self._plan:
            self._undo_stack.push(Change(text, self.show, self._plan, plan, merge))
