"""The shared table of the window: the open model, the point in latent space, A and B, and what is looked at.

Tools change it through its methods and follow it through its signals; they never know each other, and it knows none.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.edits import Edits, EditState
from app.session.inspection import Inspection
from app.session.interpolation import Interpolation
from app.session.latency import Stopwatch
from app.session.open_model import OpenModel, same_space
from app.session.origin import Origin
from app.session.render_service import Priority, RenderService, Slot
from app.session.sheets import Sheets
from app.session.undoing import UndoStack, UndoStep
from app.session.wanted import Wanted, WantedByPanels
from gan.errors import LatentariumError
from gan.explore.latent import Latent, deviation, sample_z
from gan.layers.catalogue import Upsampling
from gan.model.architecture import Architecture, Distribution
from gan.request import RenderRequest, RenderResult
from gan.words import tr

UNDO_LIMIT = 1000


class Session(QObject):
    """See the module. ``z`` has shape (z_dim,); before a model is open it is empty."""

    model_changed = Signal(object, object)
    """(the :class:`OpenModel` before or None, the one that is open now); ``z`` may have another length now."""
    network_changed = Signal()
    """Another generator is open, or it is changed in another way: :attr:`origin` is another."""
    z_changed = Signal(object)
    """The new ``z``, shape (z_dim,)."""
    rendered = Signal(object)
    """The :class:`RenderResult` of the current point: one picture, and all that panels want to know of it."""
    picture_shown = Signal()
    """A picture has been painted."""
    latency_measured = Signal(float)
    """Milliseconds from a change of ``z`` to its painted picture; not for those that had to wait for torch."""
    failed = Signal(str)
    """One line for people."""
    written = Signal(object)
    """The path of a file that a person has asked for: it is there now."""
    device_known = Signal(str)
    """What pictures are made on, once torch is loaded."""

    def __init__(self, service: RenderService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self.undo_stack = UndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        self.edits = Edits(self.undo_stack, self)
        self.inspection = Inspection(self)
        self.interpolation = Interpolation(self.undo_stack, service, self._request, self)
        self.sheets = Sheets(service, self._plain_request, self)
        self._live = service.open(Priority.LIVE)
        self._model: OpenModel | None = None
        self._z: Latent = np.zeros(0, np.float32)
        self._wanted = WantedByPanels()
        self._generation = 0
        self._stopwatch = Stopwatch()
        self._busy_beside: set[str] = set()
        self._threads = 0
        self._connect()

    def _connect(self) -> None:
        self._live.rendered.connect(self._take_result)
        self._service.device_known.connect(self.device_known)
        self._service.failed.connect(self.failed)
        self.edits.changed.connect(self._render_everything)
        self.edits.changed.connect(self.network_changed)
        self.inspection.upsampling_changed.connect(self._render_maps)
        self.inspection.pixel_changed.connect(self._trace_pixel)
        self.interpolation.point_wanted.connect(self._go_between)

    @property
    def model(self) -> OpenModel | None:
        """What is open, if anything is yet."""
        return self._model

    def why_no_model(self) -> str:
        """Why nothing can be done with a generator yet; empty once one is open."""
        return "" if self._model is not None else tr("Open a model first")

    @property
    def z(self) -> Latent:
        """The current point, shape (z_dim,); a copy."""
        return self._z.copy()

    @property
    def device(self) -> str:
        """What pictures are asked to be made on, such as ``auto``."""
        return self._service.device

    @property
    def origin(self) -> Origin | None:
        """What a result that is found now was found on; None before a model is open."""
        model = self._model
        return None if model is None else Origin(model.source.path, model.title, self.edits.state, model.filed_title)

    @property
    def network(self) -> RenderRequest | None:
        """How the pictures of any points are asked for: of the open generator, with its edits; None without one."""
        return self._plain_request(self._z[None])

    def config(self) -> Architecture | None:
        """That of the open generator; None without one."""
        return None if self._model is None else self._model.config

    def open(self, model: OpenModel) -> None:
        """Put a generator under the sliders. ``z``, A and B are kept if its latent space is the same."""
        before, self._model = self._model, model
        config, layer = model.config, self.inspection.layer
        if before is None or before.config != config:
            self._wanted.clear()
            self.interpolation.watch(())
        self.edits.set_config(config)
        self.inspection.set_config(config)
        if before is None or not same_space(before.config, config):
            self._z = self.sample(1, 0)[0]
            self.interpolation.begin(*self.sample(2, 0))
        self.interpolation.stand_at(self._z)
        self.model_changed.emit(before, model)
        self.network_changed.emit()
        if self.inspection.layer != layer:
            self.inspection.layer_changed.emit(self.inspection.layer)
        self.z_changed.emit(self.z)
        self.interpolation.tell()
        self._render_everything()

    @property
    def distribution(self) -> Distribution:
        """What the open generator's z is drawn from."""
        return Distribution.NORMAL if self._model is None else self._model.config.distribution

    @property
    def deviation(self) -> float:
        """The standard deviation of each number of a random point."""
        return deviation(self.distribution)

    def sample(self, count: int, seed: int) -> Latent:
        """``count`` random points of the open generator's latent space, (count, z_dim); (count, 0) without one."""
        z_dim = 0 if self._model is None else self._model.config.z_dim
        return sample_z(count, z_dim, seed, self.distribution)

    def follow_model(self, take: Callable[[OpenModel | None, OpenModel], None]) -> None:
        """Have ``take(before, now)`` called with every model that is opened, at once with the one that is open."""
        self.model_changed.connect(take)
        if self._model is not None:
            take(None, self._model)

    def set_z(self, z: Latent, text: str = "", merge: str = "") -> None:
        """Move to ``z``, shape (z_dim,); ``text`` is what the menu says to undo, ``merge`` as in :class:`UndoStep`.

        Raises :class:`ValueError` for a point of another space, in which nothing that is open could go on.
        """
        z = np.array(z, np.float32)
        if z.shape != self._z.shape:
            raise ValueError(f"a point of {len(z)} numbers in a space of {len(self._z)}")
        if np.array_equal(z, self._z):
            self.render()
        else:
            self.undo_stack.push(UndoStep(text or tr("move in latent space"), self._move, self._z, z, merge))

    def drift(self, z: Latent) -> None:
        """Be at ``z``, shape (z_dim,), by itself rather than by what a person did: nothing that could be undone."""
        self._move(np.array(z, np.float32))

    def go_to(self, z: Latent, changes: EditState | None, text: str) -> None:
        """Move to ``z``, shape (z_dim,), with the network as ``changes`` say, or as it is; undone in one step."""
        with self.undo_stack.together(text):
            if changes is not None:
                self.edits.go_to(changes, text)
            self.set_z(z, text)

    def set_component(self, index: int, value: float) -> None:
        """Move along one dimension."""
        z = self.z
        z[index] = value
        self.set_z(z, tr("dimension {index}", index=index), merge=f"dimension {index}")

    def watch(self, owner: str, wanted: Wanted) -> None:
        """Have what is ``wanted`` in every result, as long as ``owner`` does not say otherwise."""
        if self._wanted.put(owner, wanted):
            self.render()

    @property
    def traces(self) -> bool:
        """Whether somebody wants the chosen pixel traced."""
        return self._wanted.together().traced

    def render(self) -> None:
        """Ask for the picture of the current point."""
        wanted = self._wanted.together()
        self._generation += 1
        request = self._request(self._z[None], wanted.layers)
        if request is not None:
            self._stopwatch.start(self._generation)
            pixel = self.inspection.pixel if wanted.traced else None
            self._live.submit(replace(request, compared=wanted.unedited, probe=wanted.probe, traced=pixel))

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something for a person; whether it could be done, else they are told why not."""
        try:
            action()
        except LatentariumError as error:
            self.failed.emit(str(error))
            return False
        return True

    def open_slot(self, priority: Priority) -> Slot:
        """A slot for pictures that are neither the live one nor a sheet."""
        return self._service.open(priority)

    def picture_painted(self, generation: int) -> None:
        """Told by the picture's widget when the result of ``generation`` is on the screen."""
        if self._stopwatch.is_running(generation):
            milliseconds = self._stopwatch.stop(generation)
            if milliseconds is not None:
                self.latency_measured.emit(milliseconds)
            self.picture_shown.emit()

    def share_cores(self, owner: str, busy: bool) -> None:
        """``owner`` computes beside the window, or no longer: beside it pictures are made fastest by one thread."""
        (self._busy_beside.add if busy else self._busy_beside.discard)(owner)
        self._service.set_threads(1 if self._busy_beside else self._threads)

    def set_threads(self, threads: int) -> None:
        """How many cores make pictures when nothing else computes; 0 is all of them."""
        self._threads = threads
        self._service.set_threads(1 if self._busy_beside else threads)

    def set_device(self, device: str) -> None:
        """Make pictures on another device, those that are shown at once."""
        self._service.set_device(device)
        self._render_everything()

    def shut_down(self) -> None:
        """End the thread that makes pictures."""
        self._service.shut_down()

    def _move(self, z: Latent) -> None:
        """The picture is asked for first: it is being made while the panels are told."""
        self._z = z
        self.render()
        self.interpolation.stand_at(z)
        self.z_changed.emit(self.z)

    def _go_between(self, z: Latent) -> None:
        self.set_z(z, tr("move between A and B"), merge="between A and B")

    def _request(self, points: Latent, layers: tuple[str, ...] = ()) -> RenderRequest | None:
        """None while ``points`` (N, z_dim) are not of the open model's latent space."""
        if self._model is None or points.shape[1] != self._model.config.z_dim:
            return None
        upsampling = self.inspection.upsampling
        return self.edits.state.asked(
            RenderRequest(self._model.source.path, points, layers, upsampling, self._generation)
        )

    def _plain_request(self, points: Latent) -> RenderRequest | None:
        """Without any maps; the same whatever has been rendered meanwhile."""
        request = self._request(points)
        return None if request is None else replace(request, upsampling=Upsampling.NATIVE, generation=0)

    def _render_maps(self) -> None:
        self.render()
        self.interpolation.render()

    def _render_everything(self) -> None:
        self._render_maps()
        self.sheets.render_all()

    def _trace_pixel(self) -> None:
        if self.traces:
            self.render()

    def _take_result(self, result: RenderResult) -> None:
        if self._model is not None and result.request.model == self._model.source.path:
            self._stopwatch.forget_before(result.request.generation)
            self.rendered.emit(result)
