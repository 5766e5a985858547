"""What is looked into: a transposed convolution, and a pixel traced back through the generator."""

from PySide6.QtCore import QObject, Signal

from gan.layers.transposed import Cell
from gan.model.config import ModelConfig
from gan.request import Probe


class Inspection(QObject):
    """Every render request carries it. Results have nothing to show for what is None here."""

    changed = Signal()
    """Other things are looked into now."""
    pixel_changed = Signal(object)
    """The chosen pixel (row, column), or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._config: ModelConfig | None = None
        self._probe: Probe | None = None
        self._pixel: Cell | None = None
        self._tracing = False

    @property
    def probe(self) -> Probe | None:
        """The convolution that is looked into."""
        return self._probe

    @property
    def pixel(self) -> Cell | None:
        """The chosen pixel of the picture, (row, column), traced or not."""
        return self._pixel

    @property
    def traced(self) -> Cell | None:
        """The chosen pixel, if somebody wants it traced."""
        return self._pixel if self._tracing else None

    @property
    def tracing(self) -> bool:
        """Whether somebody wants the chosen pixel traced."""
        return self._tracing

    def set_config(self, config: ModelConfig) -> None:
        """Told by the session; what was looked into in a generator of another kind is forgotten."""
        if config != self._config:
            self._config, self._probe = config, None
            self._pixel = None
            self.pixel_changed.emit(None)

    def look_into(self, probe: Probe | None) -> None:
        """Have this convolution in every result; None ends it."""
        if probe != self._probe:
            self._probe = probe
            self.changed.emit()

    def set_tracing(self, tracing: bool) -> None:
        """Have the chosen pixel traced in every result, or no longer."""
        before, self._tracing = self.traced, tracing
        if self.traced != before:
            self.changed.emit()

    def choose_pixel(self, pixel: Cell | None) -> None:
        """Choose a pixel of the picture, (row, column)."""
        if pixel != self._pixel:
            self._pixel = pixel
            self.pixel_changed.emit(pixel)
            if self._tracing:
                self.changed.emit()
