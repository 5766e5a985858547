"""Sheets of pictures beside the live one: favourites, keyframes, variations. Each is drawn again when it has to be."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.render_service import RenderService, Slot
from gan.explore.latent import Latent
from gan.request import RenderRequest, RenderResult


class Sheets(QObject):
    """A panel asks for the pictures of some points; they come now, and anew when the model or its edits change."""

    rendered = Signal(Slot, object)
    """(which sheet, pictures uint8 (N, H, W, C))"""

    def __init__(
        self, service: RenderService, request: Callable[[Latent], RenderRequest | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._request = request
        self._points: dict[Slot, Latent] = {}

    def show(self, slot: Slot, points: Latent) -> None:
        """Have the pictures of ``points`` (N, z_dim); with none, the sheet is given up."""
        self._points[slot] = np.array(points, np.float32)
        self._render(slot)

    def render_all(self) -> None:
        """Draw every sheet again."""
        for slot in self._points:
            self._render(slot)

    def take(self, slot: Slot, result: RenderResult) -> None:
        """Hand on what was rendered, unless the sheet is another one by now."""
        if np.array_equal(result.request.z, self._points.get(slot, ())):
            self.rendered.emit(slot, result.images)

    def _render(self, slot: Slot) -> None:
        points = self._points[slot]
        request = self._request(points) if len(points) else None
        if request is not None:
            self._service.submit(slot, request)
