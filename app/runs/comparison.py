"""A second generator beside the one under the sliders, driven by the same z."""

from PySide6.QtCore import QObject, Signal

from app.runs.timeline import Timeline
from app.session.open_model import OpenModel
from app.session.render_service import Priority
from app.session.session import Session
from gan.errors import LatentariumError, UsageError
from gan.model.architecture import Architecture
from gan.model.checkpoint import Checkpoint, read_checkpoint
from gan.request import RenderRequest, RenderResult
from gan.sources import ModelSource, find_model
from gan.train.run import Snapshot
from gan.words import tr


class Comparison(QObject):
    """``checkpoint`` is None while nothing is compared; ``timeline`` is the second run's, maybe ``linked``."""

    changed = Signal()
    """Another generator, or none any more."""
    rendered = Signal(object)
    """Its :class:`RenderResult` for the current z."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, session: Session, lead: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._lead = session, lead
        self._slot = session.open_slot(Priority.BESIDE)
        self.linked = False
        """Whether the timeline goes to the step that ``lead`` shows, whenever that moves."""
        self.name = ""
        self.checkpoint: Checkpoint | None = None
        self.timeline = Timeline(self)
        self.timeline.moved.connect(self._show_snapshot)
        lead.changed.connect(self._follow_lead)
        self._slot.rendered.connect(self._take)
        session.model_changed.connect(self._take_model)
        session.z_changed.connect(lambda _: self._render())
        session.edits.changed.connect(self._render)

    def open(self, target: str) -> None:
        """Compare the open model with another model or run.

        Raises :class:`LatentariumError` if there is none, or its z has another size.
        """
        if self._session.model is None:
            raise UsageError(tr("open a model before comparing it with another one"))
        source = find_model(target)
        checkpoint, z_dim = read_checkpoint(source.path), self._session.model.config.z_dim
        if checkpoint.config.z_dim != z_dim:
            raise UsageError(
                tr(
                    "{source} takes a z of {z_dim}, the open model one of {z_dim2}; "
                    "only generators with a z of the same size can be compared",
                    source=source.name,
                    z_dim=checkpoint.config.z_dim,
                    z_dim2=z_dim,
                )
            )
        self._show(source, checkpoint)
        self._follow_lead()

    def set_linked(self, linked: bool) -> None:
        """Keep both runs at the same step, or let each have its own."""
        self.linked = linked
        if linked:
            self.timeline.set_playing(False)
            self._follow_lead()

    def close(self) -> None:
        """Compare no longer."""
        if self.checkpoint is not None:
            self.checkpoint = None
            self.timeline.set_playing(False)
            self.changed.emit()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if self.checkpoint is not None and self.checkpoint.config.z_dim != now.config.z_dim:
            self.close()

    def _render(self) -> None:
        z = self._session.z
        if self.checkpoint is not None and self.checkpoint.config.z_dim == len(z):
            number = self._class(self.checkpoint.config)
            self._slot.submit(RenderRequest(self.checkpoint.path, z[None], chosen_class=number))

    def _class(self, other: Architecture) -> int | None:
        """The class that the open model draws, where the other one has it, too: by its name, or else by its number."""
        state = self._session.edits.state
        if state.class_name in other.class_names:
            return other.class_names.index(state.class_name)
        return state.chosen_class if state.chosen_class in range(len(other.class_names)) else None

    def _take(self, result: RenderResult) -> None:
        """A picture of another snapshot is too late."""
        if self.checkpoint is not None and result.request.model == self.checkpoint.path:
            self.rendered.emit(result)

    def _follow_lead(self) -> None:
        if self.linked and self.checkpoint is not None and self._lead.snapshot is not None:
            self.timeline.move_to_step(self._lead.snapshot.step)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        try:
            self._show(ModelSource(self.name, snapshot.path, self.timeline.run), read_checkpoint(snapshot.path))
        except LatentariumError as error:
            self.failed.emit(str(error))

    def _show(self, source: ModelSource, checkpoint: Checkpoint) -> None:
        self.name, self.checkpoint = source.name, checkpoint
        self.timeline.show(source)
        self.changed.emit()
        self._render()
