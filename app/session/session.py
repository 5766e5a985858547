"""The one shared state of the window: the model, the point in latent space, the way from A to B, what is looked at.

Panels change it through its methods and follow it through its signals; they never know each other.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.explore.arithmetic.baskets import Baskets
from app.explore.corners.corners import Corners
from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scoring import DirectionScoring
from app.explore.favourites.favourites import Favourites
from app.explore.inversion.inversion import Inversion
from app.explore.map.latent_map import LatentMap
from app.explore.nearest.nearest import Memory
from app.explore.path.route import Route
from app.layers.channels.channel_ranking import EffectRanking
from app.layers.discriminator.opinion_watch import OpinionWatch
from app.runs.comparison import Comparison
from app.runs.follower import Follower
from app.runs.run_controller import RunController
from app.runs.run_library import RunLibrary
from app.runs.timeline import Timeline
from app.session.edits import Edits
from app.session.inspection import Inspection
from app.session.open_model import OpenModel, kept_layer, newest_model, same_pictures
from app.session.render_service import RenderService, Slot
from app.session.sheets import Sheets
from app.session.undoing import Change
from app.work.background import Background, Job
from gan.errors import UsageError
from gan.explore.inversion_settings import Guess
from gan.explore.latent import Latent, Mode, between, sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.images import Picture
from gan.layers.catalogue import Upsampling, find_layer
from gan.layers.opinion import Judge
from gan.model.checkpoint import read_checkpoint
from gan.request import RenderRequest, RenderResult
from gan.sources import FIRST_MODEL, ModelSource, find_model
from gan.train.config import TrainConfig
from gan.train.run import Run

UNDO_LIMIT = 1000


class Endpoint(StrEnum):
    """The two ends of the interpolation."""

    A = "A"
    B = "B"


class Session(QObject):
    """See the module. ``z`` has shape (z_dim,); before a model is open it is empty."""

    model_changed = Signal(object)
    """The :class:`OpenModel`; ``z`` may have another length now."""
    z_changed = Signal(object)
    """The new ``z``, shape (z_dim,)."""
    endpoint_changed = Signal(object)
    """The :class:`Endpoint` that has another ``z`` now."""
    interpolation_changed = Signal(float, object)
    """(t in [0, 1], :class:`Mode`)"""
    effects_measured = Signal(object)
    """Grey levels by which a step of 1 along each dimension of z changes a pixel, (z_dim,)."""
    rendered = Signal(object)
    """The :class:`RenderResult` of the current point: one picture, and the maps of all watched layers."""
    endpoints_rendered = Signal(object)
    """Pictures of A and B, uint8 (2, H, W, C)."""
    endpoint_maps_rendered = Signal(object)
    """The :class:`RenderResult` of A and B, with the maps of the layers that are watched there."""
    picture_shown = Signal()
    """A picture has been painted."""
    latency_measured = Signal(float)
    """Milliseconds from a change of ``z`` to its painted picture; not for those that had to wait for torch."""
    failed = Signal(str)
    """One line for people."""
    device_known = Signal(str)
    """What pictures are made on, once torch is loaded."""
    layer_selection_changed = Signal(str)
    """The name of the layer that is looked into, such as ``block2.act``."""

    def __init__(
        self,
        service: RenderService,
        training: RunController,
        background: Background | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.training = training
        self.timeline = Timeline(self)
        self.comparison = Comparison(self.timeline, self)
        self.background = background or Background(parent=self)
        self.follower = Follower(
            training, self.timeline, self.comparison.timeline, self.background, self._replace_model
        )
        self.run_library = RunLibrary(self.background, self)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        self.edits = Edits(self.undo_stack, self)
        self.favourites = Favourites(self.undo_stack, self)
        self.directions = FoundDirections(self.undo_stack, self.background, self)
        self.scoring = DirectionScoring(self.background, self)
        self.route = Route(self.undo_stack, self)
        self.baskets = Baskets(self.undo_stack, self)
        self.corners = Corners(self.undo_stack, self)
        self.inversion = Inversion(self.background, self)
        self.memory = Memory(self.background, self)
        self.map = LatentMap(self.background, self)
        self.sheets = Sheets(service, self._sheet_request, self)
        self.inspection = Inspection(self)
        self.effects = EffectRanking(self.background, service.device, self)
        self.opinion = OpinionWatch(self._submit_judge, self)
        self._service = service
        self._model: OpenModel | None = None
        self._z: Latent = np.zeros(0, np.float32)
        self._endpoints: dict[Endpoint, Latent] = dict.fromkeys(Endpoint, self._z)
        self._t, self._mode = 0.0, Mode.SLERP
        self._watched: dict[str, tuple[str, ...]] = {}
        self._watched_at_endpoints: dict[str, tuple[str, ...]] = {}
        self._comparing: set[str] = set()
        self._selected_layer = ""
        self._upsampling = Upsampling.NATIVE
        self._generation = 0
        self._warm = False
        self._submitted_at: dict[int, float | None] = {}
        self._connect()

    def _connect(self) -> None:
        self._service.rendered.connect(self._take_result)
        self._service.device_known.connect(self.device_known)
        self._service.failed.connect(lambda _, message: self.failed.emit(message))
        self.follower.failed.connect(self.failed)
        self.edits.changed.connect(self._render_everything)
        self.inspection.changed.connect(self.render)
        self.rendered.connect(self.opinion.take_picture)
        self.comparison.changed.connect(self._render_comparison)
        self.comparison.failed.connect(self.failed)
        self.run_library.moved.connect(self._move_run)
        self.training.phase_changed.connect(self._share_cores)
        self.effects.busy_changed.connect(self._share_cores)
        self.effects.failed.connect(self.failed)
        self.directions.failed.connect(self.failed)
        self.inversion.failed.connect(self.failed)
        self.memory.failed.connect(self.failed)
        self.map.failed.connect(self.failed)
        self.inversion.found.connect(self._go_to_found)

    @property
    def model(self) -> OpenModel | None:
        """What is open, if anything is yet."""
        return self._model

    @property
    def z(self) -> Latent:
        """The current point, shape (z_dim,); a copy."""
        return self._z.copy()

    @property
    def t(self) -> float:
        """The last position between A and B."""
        return self._t

    @property
    def mode(self) -> Mode:
        """How A and B are joined."""
        return self._mode

    @property
    def selected_layer(self) -> str:
        """The layer that is looked into; empty before a model is open."""
        return self._selected_layer

    @property
    def upsampling(self) -> Upsampling:
        """How feature maps arrive."""
        return self._upsampling

    @property
    def device(self) -> str:
        """What pictures are asked to be made on, such as ``auto``."""
        return self._service.device

    def open_path(self, name: str) -> None:
        """Open a bundled model, a generator's file, or a run (its newest snapshot, and the run in the Train room).

        Raises :class:`gan.errors.LatentariumError`; what was open before then stays.
        """
        self.open_source(find_model(name))

    def open_run(self, folder: Path) -> None:
        """Follow a run in the Train room, with its newest snapshot, if it has one, under the sliders.

        A run that was followed before goes on by itself. Raises :class:`gan.errors.LatentariumError`.
        """
        run = Run.open(folder)
        model = newest_model(run)
        if self.training.run is None or self.training.run.folder != folder or not self.training.is_busy:
            self.training.attach(run)
        if model is not None:
            self._replace_model(model)

    def start_training(self, config: TrainConfig) -> None:
        """Start a run and follow it. Raises :class:`gan.errors.LatentariumError` if that cannot be done."""
        self.training.start(config)

    def open_source(self, source: ModelSource) -> None:
        """Put a generator under the sliders. ``z``, A and B are kept if its latent space has the same size."""
        model = OpenModel(source, read_checkpoint(source.path))
        if source.run is not None and not self.training.is_busy:
            self.training.attach(source.run)
        self._replace_model(model)

    def endpoint(self, end: Endpoint) -> Latent:
        """A or B, shape (z_dim,)."""
        return self._endpoints[end].copy()

    def set_z(self, z: Latent, text: str = "move in latent space", merge: str = "") -> None:
        """Move to ``z``, shape (z_dim,). ``text`` is what the menu says to undo; see :class:`Change` for ``merge``."""
        z = np.array(z, np.float32)
        if np.array_equal(z, self._z):
            self.render()
        else:
            self.undo_stack.push(Change(text, self._move, self._z, z, merge))

    def _move(self, z: Latent) -> None:
        self._z = z
        self.z_changed.emit(self.z)
        self.render()

    def set_component(self, index: int, value: float) -> None:
        """Move along one dimension."""
        z = self.z
        z[index] = value
        self.set_z(z, f"dimension {index}", merge=f"dimension {index}")

    def set_endpoint(self, end: Endpoint, z: Latent) -> None:
        """Put A or B at ``z``."""
        self._endpoints[end] = np.array(z, np.float32)
        self.endpoint_changed.emit(end)
        self._render_endpoints()

    @property
    def current_path(self) -> LatentPath:
        """The path of keyframes; while there is none, the way from A to B."""
        ends = tuple(Keyframe(self._endpoints[end]) for end in Endpoint)
        return self.route.path or LatentPath(ends, self._mode)

    def show_way(self, ends: Sequence[Latent], mode: Mode) -> None:
        """Put A and B at ``ends`` and join them by ``mode``; the point stays where it is."""
        self._endpoints = dict(zip(Endpoint, (np.array(z, np.float32) for z in ends), strict=True))
        self._mode = mode
        for end in Endpoint:
            self.endpoint_changed.emit(end)
        self.interpolation_changed.emit(self._t, self._mode)
        self._render_endpoints()

    def interpolate(self, t: float, mode: Mode | None = None) -> None:
        """Move to the point at ``t`` in [0, 1] between A and B."""
        self._t, self._mode = min(max(t, 0.0), 1.0), mode or self._mode
        self.interpolation_changed.emit(self._t, self._mode)
        z = between(self._endpoints[Endpoint.A], self._endpoints[Endpoint.B], self._t, self._mode)
        self.set_z(z, "move between A and B", merge="between A and B")

    def measure_effects(self) -> None:
        """Have :attr:`effects_measured` say how strongly each dimension of z acts on the picture around here."""
        model, z = self._model, self.z
        if model is None:
            return
        job = Job("Measuring the effect of each dimension", lambda _: _effects_around(model.source.path, z))
        job.succeeded.connect(lambda effects: self.effects_measured.emit(effects) if self._model is model else None)
        job.failed.connect(self.failed)
        self.background.start(job)

    def score_directions(self) -> None:
        """Have :attr:`scoring` measure what the directions do. Raises :class:`UsageError` if that cannot be done."""
        directions, model = self.directions.current, self._model
        if directions is None or model is None:
            raise UsageError("find directions before scoring them")
        if model.data is None:
            raise UsageError("it is not known what this generator learned from, so there is nothing to score against")
        self.scoring.start(directions, model.source.path, model.config, model.data, self.device)

    @property
    def map_is_outdated(self) -> bool:
        """Whether the generator or its edits have changed since the map was drawn."""
        return self._model is not None and self.map.is_outdated(self._request(self._z[None]))

    def draw_map(self, seed: int) -> None:
        """Have :attr:`map` lay out the random points of ``seed``; nothing happens before a model is open."""
        if self._model is not None:
            self.map.make(self._request(self._z[None]), len(self._z), seed, self.device)

    def find_picture(self, picture: Path | Picture) -> None:
        """Look for the z of a file's picture, or of one of the generator's size, and go there.

        Raises :class:`UsageError` before a model is open.
        """
        if self._model is None:
            raise UsageError("open a model before looking for the z of a picture")
        self.inversion.start(picture, self._model.source.path, self._model.config)

    def _go_to_found(self, guess: Guess) -> None:
        if len(guess.z) == len(self._z):
            self.set_z(guess.z, "go to the z of a picture")

    def follow_route(self, share: float) -> None:
        """Move to the point at ``share`` in [0, 1] of the path's time; nothing happens while there is no path."""
        path = self.route.path
        if path is not None:
            seconds = share * path.duration
            self.route.move_to(seconds)
            self.set_z(path.at(seconds), "move along the path", merge="path")

    def watch(self, owner: str, layers: tuple[str, ...]) -> None:
        """Have the maps of ``layers`` in every result, as long as ``owner`` does not say otherwise; () ends it."""
        if self._watched.get(owner, ()) != layers:
            self._watched[owner] = layers
            self.render()

    def watch_endpoints(self, owner: str, layers: tuple[str, ...]) -> None:
        """The same for A and B."""
        if self._watched_at_endpoints.get(owner, ()) != layers:
            self._watched_at_endpoints[owner] = layers
            self._render_endpoints()

    def watch_unedited(self, owner: str, wanted: bool) -> None:
        """Have the picture without edits in every result, as long as ``owner`` does not say otherwise."""
        if wanted != (owner in self._comparing):
            (self._comparing.add if wanted else self._comparing.discard)(owner)
            self.render()

    def select_layer(self, name: str) -> None:
        """Look into the layer called ``name``. Raises :class:`gan.errors.UsageError` if there is none."""
        if self._model is None:
            raise UsageError("open a model before looking into its layers")
        find_layer(self._model.config, name)
        if name != self._selected_layer:
            self._selected_layer = name
            self.layer_selection_changed.emit(name)

    def set_upsampling(self, upsampling: Upsampling) -> None:
        """Choose how feature maps are enlarged."""
        if upsampling is not self._upsampling:
            self._upsampling = upsampling
            self._render_everything()

    def compare_with(self, target: str) -> None:
        """Show a second model or run beside the open one, with the same z. Raises :class:`LatentariumError`."""
        if self._model is None:
            raise UsageError("open a model before comparing it with another one")
        self.comparison.open(target, self._model.config.z_dim)

    def render(self) -> None:
        """Ask for the picture of the current point."""
        if self._model is None:
            return
        self._generation += 1
        self._submitted_at[self._generation] = time.perf_counter() if self._warm else None
        request = self._request(self._z[None], _all(self._watched))
        probe, traced = self.inspection.probe, self.inspection.traced
        self._service.submit(Slot.LIVE, replace(request, compared=bool(self._comparing), probe=probe, traced=traced))
        self._render_comparison()

    def picture_painted(self, generation: int) -> None:
        """Told by the picture's widget when the result of ``generation`` is on the screen."""
        if generation not in self._submitted_at:
            return
        started = self._submitted_at.pop(generation)
        if started is not None:
            self.latency_measured.emit(1000 * (time.perf_counter() - started))
        self._warm = True
        self.picture_shown.emit()

    def shut_down(self) -> None:
        """End the threads and let go of the run, which goes on."""
        self.background.shut_down()
        self._service.shut_down()
        self.training.detach()

    def _request(self, z: Latent, layers: tuple[str, ...] = ()) -> RenderRequest:
        assert self._model is not None
        edits, batch = self.edits.current, self.edits.batch
        return RenderRequest(self._model.source.path, z, layers, self._upsampling, self._generation, edits, batch)

    def _replace_model(self, model: OpenModel) -> None:
        z_dim = model.config.z_dim
        if self._model is None or self._model.config != model.config:
            self._watched.clear()
            self._watched_at_endpoints.clear()
            self.effects.forget()
        before, self._model = self._model, model
        self.edits.set_config(model.config)
        self.favourites.set_z_dim(z_dim)
        self.directions.set_z_dim(z_dim)
        self.inspection.set_config(model.config)
        self.route.set_z_dim(z_dim)
        self.baskets.set_z_dim(z_dim)
        self.corners.set_z_dim(z_dim)
        if before is None or not same_pictures(before.source, model.source):
            self.memory.forget()
        if before is None or not same_pictures(before.source, model.source) or before.config != model.config:
            self.map.forget()
        self.timeline.show(model.source)
        self.opinion.show(model.source)
        if not self.comparison.accepts(z_dim):
            self.comparison.close()
        previous, self._selected_layer = self._selected_layer, kept_layer(model.config, self._selected_layer)
        if len(self._z) != z_dim:
            self._z = sample_z(1, z_dim, 0)[0]
            self._endpoints = dict(zip(Endpoint, sample_z(2, z_dim, 0), strict=True))
        self.model_changed.emit(model)
        if self._selected_layer != previous:
            self.layer_selection_changed.emit(self._selected_layer)
        self.z_changed.emit(self.z)
        for end in Endpoint:
            self.endpoint_changed.emit(end)
        self._render_everything()

    def _share_cores(self) -> None:
        """Beside a busy process or thread, pictures are made fastest by one thread."""
        self._service.set_threads(1 if self.training.phase.active or self.effects.busy else 0)

    def _render_everything(self) -> None:
        self.render()
        self._render_endpoints()
        self.sheets.render_all()

    def _sheet_request(self, points: Latent) -> RenderRequest | None:
        """None while points are not of the open model's latent space."""
        if self._model is None or points.shape[1] != self._model.config.z_dim:
            return None
        return replace(self._request(points), upsampling=Upsampling.NATIVE)

    def _render_endpoints(self) -> None:
        if self._model is not None:
            ends = np.stack([self._endpoints[end] for end in Endpoint])
            self._service.submit(Slot.ENDPOINTS, self._request(ends, _all(self._watched_at_endpoints)))

    def _submit_judge(self, shown: RenderResult, judge: Judge) -> None:
        asked = shown.request
        request = RenderRequest(asked.model, asked.z, edits=asked.edits, batch=asked.batch, judge=judge)
        self._service.submit(Slot.OPINION, request)

    def _render_comparison(self) -> None:
        checkpoint = self.comparison.checkpoint
        if checkpoint is not None and self.comparison.accepts(len(self._z)):
            self._service.submit(Slot.COMPARISON, RenderRequest(checkpoint.path, self._z[None]))

    def _take_result(self, slot: Slot, result: RenderResult) -> None:
        if slot is Slot.COMPARISON:
            self.comparison.take(result)
            return
        if self._model is None or result.request.model != self._model.source.path:
            return
        if slot is Slot.OPINION:
            self.opinion.arrived.emit(result)
            return
        if slot is Slot.ENDPOINTS:
            self.endpoints_rendered.emit(result.images)
            if result.maps:
                self.endpoint_maps_rendered.emit(result)
            return
        if slot is not Slot.LIVE:
            self.sheets.take(slot, result)
            return
        shown = result.request.generation
        self._submitted_at = {key: value for key, value in self._submitted_at.items() if key >= shown}
        self.rendered.emit(result)

    def _move_run(self, folder: Path, target: Path | None) -> None:
        """A run was renamed, or put into the trash: what is open of it moves along, or is closed."""
        if self.comparison.timeline.run is not None and self.comparison.timeline.run.folder == folder:
            self.comparison.close()
        is_followed = self.training.run is not None and self.training.run.folder == folder
        is_shown = self.timeline.run is not None and self.timeline.run.folder == folder
        if is_followed:
            self.training.forget()
        if target is not None and (is_followed or is_shown):
            self.open_run(target)
        elif is_shown:
            self.open_path(FIRST_MODEL)


def _all(watched: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in watched.values() for name in names))


def _effects_around(model: Path, z: Latent) -> Latent:
    from gan.explore.jacobian import sensitivity
    from gan.model.checkpoint import load_generator

    return sensitivity(load_generator(model), z)
