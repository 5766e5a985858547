"""The generator under the sliders, and where it came from."""

from dataclasses import dataclass
from pathlib import Path

from gan.data.pictures import PictureFormat
from gan.errors import UsageError, sentence
from gan.importing.opening import IMPORTED_FROM, has_useless_statistics
from gan.layers.catalogue import layers_of
from gan.model.architecture import Architecture, Distribution
from gan.model.checkpoint import Checkpoint, read_checkpoint
from gan.model.config import ModelConfig
from gan.sources import ModelSource, newest_of, snapshot_of
from gan.train.loading import seen_format
from gan.train.run import Run
from gan.words import joined, marked, tr

_COLOURS = {1: marked("grey"), 3: marked("colour"), 4: marked("colour with opacity")}


@dataclass(frozen=True)
class OpenModel:
    """The generator under the sliders: where it came from and what its file says of it."""

    source: ModelSource
    checkpoint: Checkpoint

    @property
    def config(self) -> Architecture:
        """The generator's architecture."""
        return self.checkpoint.config

    @property
    def title(self) -> str:
        """For people: the model's name and, where known, the training step."""
        step = self.checkpoint.provenance.get("step")
        return self.source.name if step is None else tr("{name}, step {step:,}", name=self.source.name, step=step)

    @property
    def filed_title(self) -> str:
        """The same as files have it, whatever language is spoken."""
        return self.checkpoint.titled(self.source.name)

    @property
    def description(self) -> str:
        """``28×28 grey, z of 100, learned from mnist``; ``32×32 colour, uniform z of 100, 10 classes, ...``."""
        config = self.config
        uniform = tr("uniform ") if config.distribution is Distribution.UNIFORM else ""
        width, height = config.picture_size
        parts = [
            f"{width}×{height} {tr(_COLOURS[config.channels])}",
            tr("{uniform}z of {z_dim}", uniform=uniform, z_dim=config.z_dim),
            tr("{count} classes", count=len(config.class_names)) if config.class_names else "",
            self._origin_text,
        ]
        return joined(parts)

    @property
    def _origin_text(self) -> str:
        data = self.checkpoint.provenance.get("data")
        if data:
            return tr("learned from {data}", data=data)
        if self.imported_from is not None:
            return tr("read from {imported_from}", imported_from=self.imported_from)
        return "" if isinstance(self.config, ModelConfig) else tr("learned elsewhere")

    @property
    def imported_from(self) -> str | None:
        """The name of the file that others made and that this generator was read from, if it was."""
        name = self.checkpoint.provenance.get(IMPORTED_FROM)
        return None if name is None else str(name)

    @property
    def no_judge(self) -> str:
        """Why there is no discriminator to ask, as a sentence; empty if there is one."""
        try:
            _ = self.source.judge
        except UsageError as error:
            return sentence(error)
        return ""

    @property
    def data(self) -> str | None:
        """What the generator learned from: as its run says, else as its file does."""
        if self.source.run is not None:
            return self.source.run.config.data
        data = self.checkpoint.provenance.get("data")
        return None if data is None else str(data)

    @property
    def has_useless_statistics(self) -> bool:
        """Whether its file says that its BatchNorm's running statistics give no good pictures."""
        return self.config.has_batch_norm and has_useless_statistics(self.checkpoint.provenance)

    @property
    def picture_format(self) -> PictureFormat:
        """How the pictures that it learned from were brought into shape, as far as that is known."""
        return seen_format(self.source.run, self.config)

    @property
    def limit(self) -> int | None:
        """How many of them it learned from at most, None for all, as far as that is known."""
        return None if self.source.run is None else self.source.run.config.limit


def model_at(run: Run, path: Path) -> OpenModel:
    """The snapshot of ``run`` in ``path``. Raises :class:`gan.errors.LatentariumError` if it cannot be read."""
    return OpenModel(ModelSource(run.folder.name, path, run), read_checkpoint(path))


def chosen_model(run: Run) -> OpenModel | None:
    """What ``run`` opens with: the newest snapshot while it is trained, else the best as far as that is known.

    None if it has none. Raises :class:`gan.errors.LatentariumError`.
    """
    if not run.snapshots():
        return None
    return model_at(run, snapshot_of(run, run.folder.name, last=run.is_alive()).path)


def newest_model(run: Run) -> OpenModel | None:
    """The newest snapshot of ``run``, if it has one. Raises :class:`gan.errors.LatentariumError`."""
    return model_at(run, newest_of(run, run.folder.name).path) if run.snapshots() else None


def kept_layer(config: Architecture, name: str) -> str:
    """``name`` where a generator of ``config`` has such a layer, else what its first block hands on."""
    return name if name in {layer.name for layer in layers_of(config)} else config.blocks[0].output_name


def same_space(a: Architecture, b: Architecture) -> bool:
    """Whether points of one are points of the other: as many numbers, drawn from the same distribution."""
    return a.z_dim == b.z_dim and a.distribution is b.distribution


def same_pictures(a: ModelSource, b: ModelSource) -> bool:
    """Whether both belong to one run, and so have learned from the same pictures."""
    return a.run is not None and b.run is not None and a.run.folder == b.run.folder
