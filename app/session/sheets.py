"""Sheets of pictures beside the live one: favourites, keyframes, variations. Each is drawn again when it has to be."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.session.edits import EditState, changes_of
from app.session.render_service import Priority, RenderService
from app.widgets.watch import Watch
from gan.explore.latent import Latent
from gan.request import RenderRequest, RenderResult

MakeRequest = Callable[[Latent], RenderRequest | None]
"""The request for points (N, z_dim); None while there is no generator for them."""


class Sheet(QObject):
    """Pictures of some points, made while ``panel`` can be seen, and anew when the generator or its edits change."""

    rendered = Signal(object)
    """Pictures of the points that were asked for last, uint8 (N, H, W, C)."""

    def __init__(self, panel: QWidget, service: RenderService, request: MakeRequest, priority: Priority) -> None:
        super().__init__(panel)
        self._request = request
        self._slot = service.open(priority)
        self._slot.rendered.connect(self._take)
        self._points: Latent = np.zeros((0, 0), np.float32)
        self._changes: EditState | None = None
        self._outdated = False
        self._seen = Watch(panel, self._wake, False)
        self._seen.want(True)

    def show(self, points: Latent, changes: EditState | None = None) -> None:
        """Have the pictures of ``points`` (N, z_dim); with none, the sheet is given up.

        The network is changed as it is under the sliders, or as ``changes`` say, which must fit it.
        """
        self._points, self._changes = np.array(points, np.float32), changes
        self.render()

    def render(self) -> None:
        """Draw them again, at once or as soon as the panel can be seen."""
        self._outdated = True
        self._wake(self._seen.active)

    def _wake(self, seen: bool) -> None:
        if not seen:
            self._slot.clear()
            return
        request = self._current_request() if self._outdated else None
        if request is not None:
            self._slot.submit(request)

    def _current_request(self) -> RenderRequest | None:
        request = self._request(self._points) if len(self._points) else None
        if request is None or self._changes is None:
            return request
        return self._changes.asked(request)

    def _take(self, result: RenderResult) -> None:
        """Hand on what was rendered, unless other points, or another generator, are wanted by now."""
        now = self._current_request()
        if now is not None and self._is_answer(result.request, now):
            self._outdated = False
            self.rendered.emit(result.images)

    def _is_answer(self, asked: RenderRequest, now: RenderRequest) -> bool:
        """While the edits under the sliders move, pictures of a moment ago are better than none."""
        same = self._changes is None or self._changes == changes_of(asked)
        return same and now.model == asked.model and np.array_equal(asked.z, self._points)


class Sheets(QObject):
    """Opens sheets, and has those that can be seen drawn again."""

    def __init__(self, service: RenderService, request: MakeRequest, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._request = service, request
        self._sheets: set[Sheet] = set()

    def open(self, panel: QWidget, priority: Priority = Priority.SHEET) -> Sheet:
        """A sheet for ``panel``; it sleeps while that is hidden and ends with it."""
        sheet = Sheet(panel, self._service, self._request, priority)
        self._sheets.add(sheet)
        panel.destroyed.connect(lambda: self._sheets.discard(sheet))
        return sheet

    def render_all(self) -> None:
        """Draw every sheet again."""
        for sheet in self._sheets:
            sheet.render()
