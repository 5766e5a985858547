"""Which channels matter most: measured beside the window, once for each generator file and layer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from gan.explore.latent import sample_z

if TYPE_CHECKING:
    from gan.layers.effects import Effects

POINTS = 16
"""How many random z a channel's effect is averaged over."""


class EffectRanking(QObject):
    """One measurement at a time; a new one ends the one before."""

    started = Signal(object)
    """The :class:`Job`."""
    measured = Signal(str)
    """The layer whose channels' effects are known now."""
    cancelled = Signal()
    """A person has ended a measurement."""
    busy_changed = Signal(bool)
    failed = Signal(str)
    """One line for people."""

    def __init__(self, background: Background, device: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._device = background, device
        self._known: dict[tuple[Path, str], Effects] = {}
        self._newest: dict[str, Effects] = {}
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being measured."""
        return self._job is not None

    def forget(self) -> None:
        """A generator of another architecture is open."""
        self.cancel()
        self._known.clear()
        self._newest.clear()

    def of(self, layer: str) -> "Effects | None":
        """Shape (C,): what was measured last for ``layer``, perhaps of another snapshot of this architecture."""
        return self._newest.get(layer)

    def is_current(self, model: Path, layer: str) -> bool:
        """Whether :meth:`of` is of exactly this file."""
        known = self._known.get((model, layer))
        return known is not None and known is self._newest.get(layer)

    def measure(self, model: Path, layer: str, z_dim: int) -> None:
        """Have :meth:`of` know the channels of ``layer`` in the file ``model``."""
        if (model, layer) in self._known:
            self._take(model, layer, self._known[model, layer])
            return
        self.cancel()
        job = Job("Ranking channels", _work(model, layer, z_dim, self._device))
        job.succeeded.connect(lambda effects: self._take(model, layer, effects))
        job.failed.connect(self.failed)
        job.cancelled.connect(lambda: self._tell_cancelled(job))
        job.ended.connect(lambda: self._end(job))
        self._job = job
        self.busy_changed.emit(True)
        self.started.emit(job)
        self._background.start(job)

    def cancel(self) -> None:
        """End what is being measured, if anything."""
        if self._job is not None:
            self._job.cancel()

    def _take(self, model: Path, layer: str, effects: "Effects") -> None:
        self._known[model, layer] = self._newest[layer] = effects
        self.measured.emit(layer)

    def _tell_cancelled(self, job: Job) -> None:
        """Not if it made room for another one."""
        if job is self._job:
            self.cancelled.emit()

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.busy_changed.emit(False)


def _work(model: Path, layer: str, z_dim: int, device: str) -> Callable[[Job], "Effects"]:
    def work(job: Job) -> "Effects":
        import torch

        from gan.devices import memory_format, pick_device, set_threads
        from gan.layers.effects import channel_effects
        from gan.model.checkpoint import load_generator

        place = pick_device(device)
        generator = load_generator(model, place).to(memory_format=memory_format(place))
        z = torch.from_numpy(sample_z(POINTS, z_dim, 0)).to(place)
        set_threads(1)  # of this job's thread: the other cores are for the picture under the sliders
        try:
            return channel_effects(generator, layer, z, job.report)
        finally:
            set_threads(0)

    return work
