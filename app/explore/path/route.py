"""The path through latent space that a person builds from keyframes, and where on it they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.saved_parts import Restore, unchanged
from gan.explore.latent import Latent, Mode
from gan.explore.paths import LONGEST, SHORTEST, Easing, Keyframe, LatentPath, Plan
from gan.json_file import shaped
from gan.session_file import as_point
from gan.words import tr


class Route(QObject):
    """Every change of the plan can be undone; where one is on it moves the session's point."""

    changed = Signal()
    """Other keyframes, durations, or another way of joining them."""
    moved = Signal(float)
    """Seconds from the start of the path."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._plan = Plan()
        self._seconds = 0.0
        session.follow_model(self._take_model)

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

    def add(self, z: Latent, after: int | None = None) -> None:
        """Make ``z`` (z_dim,) a keyframe after another one, or the last."""
        keyframes = list(self._plan.keyframes)
        place = len(keyframes) if after is None else after + 1
        keyframes.insert(place, Keyframe(np.array(z, np.float32)))
        self._push(tr("add keyframe"), keyframes=tuple(keyframes))

    def remove(self, index: int) -> None:
        """Take one out."""
        keyframes = self._plan.keyframes
        self._push(tr("remove keyframe"), keyframes=(*keyframes[:index], *keyframes[index + 1 :]))

    def reorder(self, order: list[int]) -> None:
        """Put the keyframes in another order; ``order`` holds their present places."""
        if order != list(range(len(order))):
            self._push(tr("reorder keyframes"), keyframes=tuple(self._plan.keyframes[index] for index in order))

    def set_seconds(self, index: int, seconds: float) -> None:
        """How long the way from one keyframe to the next takes; kept within limits."""
        keyframes = list(self._plan.keyframes)
        keyframes[index] = replace(keyframes[index], seconds=min(max(seconds, SHORTEST), LONGEST))
        self._push(tr("duration"), merge=f"duration {index}", keyframes=tuple(keyframes))

    def set_mode(self, mode: Mode) -> None:
        """Along great circles or straight lines."""
        self._push(tr("path by {mode}", mode=mode), mode=mode)

    def set_easing(self, easing: Easing) -> None:
        """How the speed changes between keyframes."""
        self._push(tr("easing {easing}", easing=easing), easing=easing)

    def set_closed(self, closed: bool) -> None:
        """Whether the path goes on from the last keyframe to the first."""
        self._push(tr("close the path") if closed else tr("open the path"), closed=closed)

    def go(self, share: float) -> None:
        """Move to the point at ``share`` in [0, 1] of the path's time; nothing happens while there is no path."""
        if self.path is not None:
            self._seconds = share * self.path.duration
            self.moved.emit(self._seconds)
            self._session.set_z(self.path.at(self._seconds), tr("move along the path"), merge="path")

    def go_to_keyframe(self, index: int) -> None:
        """Move to one of the keyframes."""
        if self.path is not None:
            self.go(self.path.starts[index] / self.path.duration)
        else:
            self._session.set_z(self._plan.keyframes[index].z, tr("go to keyframe"))

    def advance(self, seconds: float) -> None:
        """Move on by so much of the path's time; from its end it goes on at the start."""
        if self.path is not None:
            self.go((self._seconds + seconds) % self.path.duration / self.path.duration)

    def show(self, plan: Plan) -> None:
        """Let ``plan`` hold, without a trace on the undo stack."""
        self._plan = plan
        self._seconds = min(self._seconds, plan.path.duration if plan.path else 0.0)
        self.changed.emit()

    def to_json(self) -> dict[str, Any]:
        """The plan."""
        plan = self._plan
        keyframes = [{"z": keyframe.z.tolist(), "seconds": keyframe.seconds} for keyframe in plan.keyframes]
        how = {"mode": plan.mode.value, "easing": plan.easing.value, "closed": plan.closed}
        return {"path": {**how, "keyframes": keyframes}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a path that is null, as in old files, has no keyframes."""
        if "path" not in values:
            return unchanged
        plan = Plan() if values["path"] is None else _plan_from_json(values["path"], z_dim)
        return partial(self.show, plan)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Keyframes of another latent space are given up."""
        if any(len(keyframe.z) != now.config.z_dim for keyframe in self._plan.keyframes):
            self.show(replace(self._plan, keyframes=()))

    def _push(self, text: str, merge: str = "", **changes: object) -> None:
        plan = replace(self._plan, **changes)  # type: ignore[arg-type]
        if plan != self._plan:
            self._session.undo_stack.push(UndoStep(text, self.show, self._plan, plan, merge))


@dataclass(frozen=True)
class _SavedKeyframe:
    """What a session holds of a :class:`Keyframe`."""

    z: list[float]
    seconds: float


@dataclass(frozen=True)
class _Saved:
    """What a session holds of a :class:`Plan`."""

    keyframes: list[_SavedKeyframe]
    mode: Mode
    easing: Easing
    closed: bool


def _plan_from_json(values: Any, z_dim: int) -> Plan:
    saved = shaped(values, _Saved)
    keyframes = tuple(Keyframe(as_point(each.z, z_dim), each.seconds) for each in saved.keyframes)
    return Plan(keyframes, saved.mode, saved.easing, saved.closed)
