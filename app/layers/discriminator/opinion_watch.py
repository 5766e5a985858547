"""What the run's discriminator makes of the picture under the sliders."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.session.edits import changes_of
from app.session.open_model import OpenModel
from app.session.render_service import Priority
from app.session.session import Session
from gan.errors import LatentariumError, UsageError, sentence
from gan.layers.opinion import Judge
from gan.model.checkpoint import discriminator_config
from gan.model.config import ModelConfig
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.request import RenderRequest, RenderResult
from gan.words import tr


class OpinionWatch(QObject):
    """Asks for an opinion of each new picture, as long as somebody watches; pictures come first."""

    changed = Signal()
    """Another generator is open: :attr:`config` and :attr:`reason` may be others."""
    arrived = Signal(object)
    """A :class:`RenderResult` with its ``opinion``."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers: tuple[str, ...] | None = None
        self._last: RenderResult | None = None
        self._judge: Judge | None = None
        self.config: ModelConfig | DiscriminatorLayout | None = None
        """What the discriminator is; None if there is none."""
        self.reason = tr("Open a model first.")
        """Why there is nobody to ask; empty if there is."""
        self._slot = session.open_slot(Priority.JUDGEMENT)
        self._slot.rendered.connect(self._take)
        session.rendered.connect(self._take_picture)
        session.follow_model(self._take_model)

    def watch(self, layers: tuple[str, ...] | None) -> None:
        """Ask for opinions with the maps of ``layers``; None ends it."""
        if layers != self._layers:
            self._layers = layers
            self._ask()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Find the discriminator that the generator was trained against; of another kind it has other layers."""
        config, self._last = self.config, None
        try:
            self._judge = _judge_of(now)
            self.config, self.reason = self._judge.config or discriminator_config(self._judge.path), ""
        except LatentariumError as error:
            self._judge, self.config, self.reason = None, None, sentence(error)
        if self.config != config:
            self._layers = None
        self.changed.emit()

    def _take_picture(self, result: RenderResult) -> None:
        self._last = result
        self._ask()

    def _ask(self) -> None:
        if self._layers is None or self._judge is None or self._last is None:
            self._slot.clear()
            return
        asked, judge = self._last.request, replace(self._judge, layers=self._layers)
        plain = RenderRequest(asked.model, asked.z, judge=judge)
        self._slot.submit(changes_of(asked).asked(plain))

    def _take(self, result: RenderResult) -> None:
        """One of another generator, or for nobody, is too late."""
        model = self._session.model
        if self._layers is not None and model is not None and result.request.model == model.source.path:
            self.arrived.emit(result)


def _judge_of(model: OpenModel) -> Judge:
    """Whom to ask. Raises :class:`UsageError` if there is nobody."""
    source = model.source
    if source.run is None and source.discriminator is None:
        raise UsageError(
            tr(
                "this generator is a file on its own: it does not belong to a run that keeps a discriminator, and none "
                "was imported with it"
            )
        )
    return source.judge
