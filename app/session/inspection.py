"""What is looked into: a layer, one of its channels, how its maps are enlarged, a pixel, and what is tried out."""

from PySide6.QtCore import QObject, Signal

from app.session.open_model import kept_layer
from gan.errors import UsageError
from gan.layers.catalogue import Upsampling, find_layer
from gan.layers.toys import Toy
from gan.layers.transposed import Cell
from gan.model.architecture import Architecture
from gan.words import tr


class Inspection(QObject):
    """Belongs to the open generator; another architecture has layers and pixels of its own."""

    layer_changed = Signal(str)
    """The name of the layer that is looked into, such as ``block2.act``."""
    channel_changed = Signal(object)
    """The chosen channel of that layer, or None."""
    pixel_changed = Signal(object)
    """The chosen pixel (row, column), or None."""
    upsampling_changed = Signal(object)
    """How feature maps are enlarged, an :class:`Upsampling`."""

    toy_changed = Signal(object)
    """The :class:`Toy`, a transposed convolution that is tried out apart from any generator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._config: Architecture | None = None
        self._layer = ""
        self._channel: int | None = None
        self._upsampling = Upsampling.NATIVE
        self._pixel: Cell | None = None
        self._toy: Toy | None = None

    @property
    def layer(self) -> str:
        """The layer that is looked into; empty before a model is open."""
        return self._layer

    @property
    def channel(self) -> int | None:
        """The channel that was chosen last, from 0; None before one is."""
        return self._channel

    @property
    def upsampling(self) -> Upsampling:
        """How feature maps arrive."""
        return self._upsampling

    @property
    def pixel(self) -> Cell | None:
        """The chosen pixel of the picture, (row, column), traced or not."""
        return self._pixel

    @property
    def toy(self) -> Toy | None:
        """The sizes of the transposed convolution that is tried out; None before one is chosen."""
        return self._toy

    def set_config(self, config: Architecture) -> None:
        """Told by the session; what was looked into in a generator of another kind is forgotten, without a word."""
        if config != self._config:
            self._config = config
            self._layer = kept_layer(config, self._layer)
            self._channel = None
            self._pixel = None

    def select_layer(self, name: str) -> None:
        """Look into the layer called ``name``. Raises :class:`UsageError` if there is none."""
        if self._config is None:
            raise UsageError(tr("open a model before looking into its layers"))
        before, now = find_layer(self._config, self._layer), find_layer(self._config, name)
        if name != self._layer:
            if (now.block, now.shape[0]) != (before.block, before.shape[0]):
                self._channel = None
            self._layer = name
            self.layer_changed.emit(name)

    def choose_channel(self, channel: int | None) -> None:
        """Choose a channel of the layer, from 0; it stays chosen in other parts of the block of as many channels."""
        if channel != self._channel:
            self._channel = channel
            self.channel_changed.emit(channel)

    def set_upsampling(self, upsampling: Upsampling) -> None:
        """Choose how feature maps are enlarged."""
        if upsampling is not self._upsampling:
            self._upsampling = upsampling
            self.upsampling_changed.emit(upsampling)

    def choose_pixel(self, pixel: Cell | None) -> None:
        """Choose a pixel of the picture, (row, column)."""
        if pixel != self._pixel:
            self._pixel = pixel
            self.pixel_changed.emit(pixel)

    def choose_toy(self, toy: Toy) -> None:
        """Try out a transposed convolution of these sizes."""
        if toy != self._toy:
            self._toy = toy
            self.toy_changed.emit(toy)
