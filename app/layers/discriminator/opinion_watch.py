"""What the run's discriminator makes of the picture under the sliders."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gan.layers.opinion import Judge
from gan.request import RenderResult
from gan.sources import ModelSource


class OpinionWatch(QObject):
    """Asks for an opinion of each new picture, as long as somebody watches; pictures come first."""

    changed = Signal()
    """Another generator is open: :attr:`reason` may be another one."""
    arrived = Signal(object)
    """A :class:`RenderResult` with its ``opinion``."""

    def __init__(self, submit: Callable[[RenderResult, Judge], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._submit = submit
        self._layers: tuple[str, ...] | None = None
        self._last: RenderResult | None = None
        self._judge: Judge | None = None
        self.reason = "Open a model first."
        """Why there is nobody to ask; empty if there is."""

    def show(self, source: ModelSource) -> None:
        """A generator is open: find the discriminator that it was trained against."""
        self._judge, self._last, self.reason = None, None, ""
        if source.run is None:
            self.reason = "This generator is a file on its own: it does not belong to a run that keeps a discriminator."
        elif source.run.discriminator_path.is_file():
            self._judge = Judge(source.run.discriminator_path)
        elif source.run.state_path.is_file():
            self._judge = Judge(source.run.state_path, config=source.run.config.model)
        else:
            self.reason = f"The run {source.run.folder.name} has kept no discriminator; runs trained from now on do."
        self.changed.emit()

    def watch(self, layers: tuple[str, ...] | None) -> None:
        """Ask for opinions with the maps of ``layers``; None ends it."""
        if layers != self._layers:
            self._layers = layers
            self._ask()

    def take_picture(self, result: RenderResult) -> None:
        """A new picture is there."""
        self._last = result
        self._ask()

    def _ask(self) -> None:
        if self._layers is not None and self._judge is not None and self._last is not None:
            self._submit(self._last, replace(self._judge, layers=self._layers))
