"""From A to B: the two ends, how they are joined, and where between them one is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.render_service import Priority, RenderService
from app.session.undoing import UndoStack, UndoStep
from gan.explore.latent import Latent, Mode, between, position_between
from gan.explore.paths import Keyframe, LatentPath
from gan.json_file import shaped
from gan.request import RenderRequest, RenderResult
from gan.session_file import as_point
from gan.words import tr


class Endpoint(StrEnum):
    """The two ends of the interpolation."""

    A = "A"
    B = "B"


@dataclass(frozen=True, eq=False)
class Way:
    """A and B, each (z_dim,), and how they are joined."""

    a: Latent
    b: Latent
    mode: Mode = Mode.SLERP

    def end(self, end: Endpoint) -> Latent:
        """One of the two."""
        return self.a if end is Endpoint.A else self.b

    def at(self, t: float) -> Latent:
        """The point at ``t`` in [0, 1], (z_dim,)."""
        return between(self.a, self.b, t, self.mode)


class Interpolation(QObject):
    """A and B are changed on ``undo_stack``; ``make_request(points, layers)`` is how their pictures are asked for."""

    endpoint_changed = Signal(object)
    """The :class:`Endpoint` that has another ``z`` now."""
    moved = Signal(float, object)
    """(t in [0, 1], :class:`Mode`)"""
    point_wanted = Signal(object)
    """The point (z_dim,) between A and B to go to."""
    rendered = Signal(object)
    """The :class:`RenderResult` of A and B, with the maps of the layers that are watched there."""

    def __init__(
        self,
        undo_stack: UndoStack,
        service: RenderService,
        make_request: Callable[[Latent, tuple[str, ...]], RenderRequest | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        nowhere = np.zeros(0, np.float32)
        self._undo_stack, self._make_request = undo_stack, make_request
        self._way = Way(nowhere, nowhere)
        self._z: Latent = nowhere
        self._t = 0.0
        self._layers: tuple[str, ...] = ()
        self._slot = service.open(Priority.ENDPOINTS)
        self._slot.rendered.connect(self._take)

    @property
    def way(self) -> Way:
        """A, B and how they are joined."""
        return self._way

    @property
    def t(self) -> float:
        """The last position between A and B, in [0, 1]; the point may have left the way since."""
        return self._t

    @property
    def position(self) -> float | None:
        """Where the point is between A and B, in [0, 1]; None if it is not on the way."""
        return position_between(self._way.a, self._way.b, self._z, self.mode, self._t)

    @property
    def mode(self) -> Mode:
        """How A and B are joined."""
        return self._way.mode

    @property
    def path(self) -> LatentPath:
        """The way as a path of two keyframes."""
        return LatentPath((Keyframe(self._way.a), Keyframe(self._way.b)), self._way.mode)

    def endpoint(self, end: Endpoint) -> Latent:
        """A or B, shape (z_dim,); a copy."""
        return self._way.end(end).copy()

    def set_endpoint(self, end: Endpoint, z: Latent) -> None:
        """Put A or B at ``z`` (z_dim,)."""
        z = np.array(z, np.float32)
        if np.array_equal(z, self._way.end(end)):
            return
        way = replace(self._way, a=z) if end is Endpoint.A else replace(self._way, b=z)
        self._undo_stack.push(UndoStep(tr("set {end}", end=end), self.show, self._way, way))

    def begin(self, a: Latent, b: Latent) -> None:
        """A generator with another latent space is opened: the ends give way to these, (z_dim,), without a word yet."""
        self._way = Way(a, b, self._way.mode)

    def stand_at(self, z: Latent) -> None:
        """Told by the session where the point (z_dim,) is now."""
        self._z = z
        position = self.position
        self._t = self._t if position is None else position

    def set_mode(self, mode: Mode) -> None:
        """Join A and B in another way; a point that is on the old one goes on the new one, at the same share of it."""
        if mode is not self.mode:
            text, on_way = tr("join A and B by {mode}", mode=mode), self.position is not None
            with self._undo_stack.together(text):
                self._undo_stack.push(UndoStep(text, self.show, self._way, replace(self._way, mode=mode)))
                if on_way:
                    self.go(self._t)

    def go(self, t: float) -> None:
        """Move to the point at ``t``, kept in [0, 1], between A and B."""
        self._t = min(max(t, 0.0), 1.0)
        self.moved.emit(self._t, self.mode)
        self.point_wanted.emit(self._way.at(self._t))

    def show(self, way: Way) -> None:
        """Let ``way`` hold, without a trace on the undo stack; the point under the sliders stays where it is."""
        self._way = way
        self.tell()
        self.moved.emit(self._t, self.mode)
        self.render()

    def tell(self) -> None:
        """Say that both ends may be others."""
        for end in Endpoint:
            self.endpoint_changed.emit(end)

    def watch(self, layers: tuple[str, ...]) -> None:
        """Have the maps of ``layers`` at A and B in every result; () ends it."""
        if layers != self._layers:
            self._layers = layers
            self.render()

    def render(self) -> None:
        """Ask for the pictures of A and B."""
        request = self._make_request(np.stack([self._way.a, self._way.b]), self._layers)
        if request is not None:
            self._slot.submit(request)

    def to_json(self) -> dict[str, Any]:
        """A, B and how they are joined."""
        return {"ends": [self._way.a.tolist(), self._way.b.tolist()], "mode": self.mode.value}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Callable[[], None]:
        """The inverse of :meth:`to_json`; a session without ends leaves them where they are."""
        if values.get("ends") is None:
            return lambda: None
        a, b = (as_point(end, z_dim) for end in shaped(values["ends"], tuple[Any, Any]))
        way = Way(a, b, shaped(values.get("mode", self.mode.value), Mode))
        return lambda: self.show(way)

    def _take(self, result: RenderResult) -> None:
        """A result of another generator is too late."""
        now = self._make_request(result.request.z, ())
        if now is not None and now.model == result.request.model:
            self.rendered.emit(result)
