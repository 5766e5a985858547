"""What is asked of the renderer and what it answers; needs no torch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gan.explore.latent import Latent
from gan.images import Picture
from gan.layers.catalogue import Upsampling
from gan.layers.edits import Edit
from gan.layers.mosaic import Maps
from gan.layers.opinion import Judge, Opinion
from gan.layers.traces import Trace
from gan.layers.transposed import Cell, Convolution, NotTransposed
from gan.model.classes import class_text

LARGEST_BATCH = 256


@dataclass(frozen=True)
class BatchStatistics:
    """BatchNorm by the statistics of a batch: the z in question and ``size`` - 1 others, drawn from ``seed``."""

    size: int = 16
    seed: int = 0

    @property
    def text(self) -> str:
        """For people: ``BatchNorm by a batch of 16``."""
        return f"BatchNorm by a batch of {self.size}"


@dataclass(frozen=True)
class Probe:
    """Look into the transposed convolution of ``block``, as it makes its output ``channel``.

    Its arithmetic is compared with PyTorch's on that channel, or on all if ``thorough``.
    """

    block: str
    channel: int = 0
    thorough: bool = False


@dataclass(frozen=True)
class RenderRequest:
    """Everything a picture depends on.

    ``model`` is a generator's file, ``z`` has shape (N, z_dim), ``layers`` are names to capture.
    ``generation`` counts requests, so that a stale result can be told from a current one. ``batch`` is None for
    BatchNorm by the running statistics of training. ``chosen_class`` is what a generator with classes draws; None
    is the first one, and all that a generator without any can be asked; ``class_name`` is what people call it. With
    ``compared``, the pictures without ``edits`` are made as well. ``probe`` and ``traced`` (row, column of a pixel)
    look into the making of the first picture, and ``judge`` asks a discriminator for its opinion of that.
    """

    model: Path
    z: Latent
    layers: tuple[str, ...] = ()
    upsampling: Upsampling = Upsampling.NATIVE
    generation: int = 0
    edits: tuple[Edit, ...] = ()
    batch: BatchStatistics | None = None
    chosen_class: int | None = None
    class_name: str = ""
    compared: bool = False
    probe: Probe | None = None
    traced: Cell | None = None
    judge: Judge | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing but pictures of the unchanged generator is asked for, besides what others say of them."""
        return not self.layers and not self.edits and self.batch is None and self.probe is None

    @property
    def network_text(self) -> str:
        """Which network draws, as exports carry it: ``generator mnist.safetensors, unchanged``."""
        return f"generator {self.model.name}, {self.changes_text}"

    @property
    def changes_text(self) -> str:
        """The class, if one is chosen, then edits as ``--edit`` takes them and how BatchNorm normalises."""
        changes = [f"edit {edit}" for edit in self.edits]
        if self.batch is not None:
            changes.append(self.batch.text)
        return ", ".join([*self.class_texts, *(changes or ["unchanged"])])

    @property
    def class_texts(self) -> tuple[str, ...]:
        """``class shirt``, if a class was chosen."""
        return () if self.chosen_class is None else (class_text(self.chosen_class, self.class_name),)


@dataclass(frozen=True)
class RenderResult:
    """Pictures (N, H, W, C) uint8, feature maps by layer (N, C, H, W) float32, ``elapsed`` in seconds.

    ``unedited`` are the pictures without edits, ``convolution``, ``trace`` and ``opinion`` what was looked
    into, if they were asked for.
    """

    request: RenderRequest
    images: Picture
    maps: Mapping[str, Maps] = field(default_factory=dict)
    elapsed: float = 0.0
    unedited: Picture | None = None
    convolution: Convolution | NotTransposed | None = None
    trace: Trace | None = None
    opinion: Opinion | None = None
