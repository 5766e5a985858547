"""The one place where z becomes pictures: for the window, the command line and exports alike."""

import copy
import math
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch

from gan.devices import memory_format, one_thread, pick_device, set_threads
from gan.errors import UsageError
from gan.explore.acceptance import Scores
from gan.explore.choosing import Judging
from gan.explore.latent import Latent, sample_z
from gan.files import changed_at
from gan.images import Picture, from_uint8, to_uint8
from gan.layers.altering import batch_statistics, drawing_class, edited, judging_class
from gan.layers.catalogue import layers_of
from gan.layers.features import capture, upsample
from gan.layers.judging import judge
from gan.layers.mosaic import Maps
from gan.layers.opinion import Judge, Opinion
from gan.layers.probing import kept_inputs, look_into
from gan.layers.traces import Trace
from gan.layers.tracing import constant_statistics, trace_pixel
from gan.layers.transposed import Convolution, NotTransposed
from gan.model.architecture import Distribution
from gan.model.checkpoint import (
    CheckpointError,
    load_discriminator,
    load_generator,
    load_weights,
    read_checkpoint,
    step_of,
)
from gan.model.discriminators import AnyDiscriminator
from gan.model.frozen import Frozen, can_freeze
from gan.model.networks import Generator
from gan.model.part_specs import Shape
from gan.request import BatchStatistics, Probe, RenderRequest, RenderResult
from gan.words import tr

BATCH = 64
KEPT_BYTES = 256 * 2**20
"""Generators stay loaded up to this size, so that a timeline is dragged, or two runs are compared, without the disk."""
MODULE_BYTES = 4096
"""What torch's objects around the weights of a layer take, which is more than the weights of a tiny one."""


class Renderer:
    """Keeps the generators that were used last on a device and renders requests with them; belongs to one thread.

    A request for another file loads that; where the config is the same, the network is not built anew.
    """

    def __init__(self, device: str = "auto") -> None:
        self.device = pick_device(device)
        self._kept: OrderedDict[tuple[Path, int], Generator] = OrderedDict()
        self._frozen: Frozen | None = None
        self._judge: tuple[tuple[Path, int], AnyDiscriminator, int | None] | None = None

    def set_threads(self, threads: int) -> None:
        """CPU threads of one forward pass; 0 is one for each core.

        Beside a busy process one thread is fastest: several wait for the slowest of them.
        """
        set_threads(threads)

    def render(self, request: RenderRequest) -> RenderResult:
        """Raises :class:`gan.errors.LatentariumError` for a broken file, a wrong z, layer or edit."""
        started = time.perf_counter()
        generator = self.generator(request.model)
        _check_z(request.z, generator)
        batches = [self._forward(generator, request, rows) for rows in _split(request.z, request.batch)]
        images = np.concatenate([passed.images for passed in batches])
        return RenderResult(
            request,
            images,
            {name: np.concatenate([passed.maps[name] for passed in batches]) for name in request.layers},
            unedited=self._unedited(request, images),
            convolution=_convolution(generator, request.probe, batches[0]),
            trace=self._trace(generator, request),
            opinion=self._opinion(request, images[0]),
            elapsed=time.perf_counter() - started,
        )

    def _unedited(self, request: RenderRequest, images: Picture) -> Picture | None:
        if not request.compared:
            return None
        if not request.edits:
            return images
        plain = RenderRequest(request.model, request.z, batch=request.batch, chosen_class=request.chosen_class)
        return self.render(plain).images

    def _trace(self, generator: Generator, request: RenderRequest) -> Trace | None:
        if request.traced is None:
            return None
        rows = self._rows(generator, request.z[:1], request.batch)
        with _told(generator, request), constant_statistics(generator), edited(generator, request.edits):
            return trace_pixel(generator, rows, request.traced)

    def judging(self, request: RenderRequest, judge: Judge) -> Judging:
        """How any points are drawn as ``request`` says, whose own do not matter, and scored by ``judge``."""

        def judged(z: Latent) -> tuple[Picture, Scores]:
            images = self.render(replace(request, z=z)).images
            return images, self.scores(images, judge, request.chosen_class)

        return judged

    def scores(self, pictures: Picture, judge: Judge, chosen_class: int | None = None) -> Scores:
        """The discriminator's logits (N,) of ``pictures`` (N, H, W, C), as of ``chosen_class`` if it is told classes.

        Raises :class:`gan.errors.LatentariumError`.
        """
        discriminator, _ = self._discriminator(judge)
        _check_judged(pictures, discriminator, judge)
        batches = (self._pixels(pictures[start : start + BATCH]) for start in range(0, len(pictures), BATCH))
        with torch.inference_mode(), judging_class(discriminator, chosen_class):
            return torch.cat([discriminator(batch) for batch in batches]).double().cpu().numpy()

    def judge_step(self, judge: Judge) -> int | None:
        """The training step of the discriminator, if its file says so. Raises :class:`CheckpointError`."""
        return self._discriminator(judge)[1]

    def _pixels(self, pictures: Picture) -> torch.Tensor:
        """(N, H, W, C) in 8 bits, as they are seen -> (N, C, H, W) as real pictures are shown to discriminators."""
        pixels = from_uint8(torch.from_numpy(pictures).permute(0, 3, 1, 2))
        return pixels.to(self.device, memory_format=memory_format(self.device))

    def _opinion(self, request: RenderRequest, picture: Picture) -> Opinion | None:
        if request.judge is None:
            return None
        discriminator, step = self._discriminator(request.judge)
        _check_judged(picture[None], discriminator, request.judge)
        with judging_class(discriminator, request.chosen_class):
            return judge(discriminator, self._pixels(picture[None])[0], request.judge.layers, step)

    def _discriminator(self, judge: Judge) -> tuple[AnyDiscriminator, int | None]:
        """The one that is asked and its training step; loaded only if it is not the last one or has changed."""
        version = (judge.path, changed_at(judge.path))
        if self._judge is None or self._judge[0] != version:
            network = load_discriminator(judge.path, self.device, judge.config)
            self._judge = version, network.to(memory_format=memory_format(self.device)), step_of(judge.path)
        return self._judge[1:]

    def _rows(self, generator: Generator, z: Latent, batch: BatchStatistics | None) -> torch.Tensor:
        rows = _in_batch(z, batch, generator.config.distribution)
        return torch.tensor(rows, dtype=torch.float32, device=self.device)

    def generator(self, path: Path) -> Generator:
        """The generator in ``path`` on this renderer's device, loaded only if it is not among the kept ones."""
        version = (path, changed_at(path))
        if version not in self._kept:
            self._kept[version] = self._load(path)
            self._forget_oldest()
        self._kept.move_to_end(version)
        return self._kept[version]

    def _load(self, path: Path) -> Generator:
        config = read_checkpoint(path).config
        alike = next((kept for kept in self._kept.values() if kept.config == config), None)
        if alike is None:
            return load_generator(path, self.device).to(memory_format=memory_format(self.device))
        generator = copy.deepcopy(alike)  # faster than drawing initial weights that are thrown away
        load_weights(generator, path)
        return generator

    def _forget_oldest(self) -> None:
        while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > KEPT_BYTES:
            self._kept.popitem(last=False)

    @torch.inference_mode()
    def _forward(self, generator: Generator, request: RenderRequest, z: Latent) -> "_Passed":
        rows = self._rows(generator, z, request.batch)
        if len(rows) == 1 and request.is_plain:
            return _Passed(to_uint8(_checked(self._plainly_drawn(generator, request, rows), generator, request, rows)))
        probed = request.probe.block if request.probe else None
        with (
            _told(generator, request),
            edited(generator, request.edits),
            capture(generator, request.layers) as maps,
            kept_inputs(generator, probed) as inputs,
        ):
            images = generator(rows)[: len(z)]
        _checked(images, generator, request, rows)
        size = generator.config.picture_size
        enlarged = {name: upsample(maps[name][: len(z)], size, request.upsampling) for name in request.layers}
        arrays = {name: tensor.contiguous().cpu().numpy() for name, tensor in enlarged.items()}
        return _Passed(to_uint8(images), arrays, inputs)

    def _plainly_drawn(self, generator: Generator, request: RenderRequest, z: torch.Tensor) -> torch.Tensor:
        """One picture (1, C, H, W) of a network that nobody looks into, frozen where that can be done."""
        frozen = self._frozen_of(generator)
        threads = one_thread() if frozen is not None and frozen.is_small else nullcontext()
        with threads, drawing_class(generator, request.chosen_class):
            return (frozen or generator)(z)

    def _frozen_of(self, generator: Generator) -> Frozen | None:
        """None for one that cannot be frozen; the last one is kept."""
        if not can_freeze(generator):
            return None
        if self._frozen is None or self._frozen.generator is not generator:
            self._frozen = Frozen(generator)
        return self._frozen


def _checked(images: torch.Tensor, generator: Generator, request: RenderRequest, rows: torch.Tensor) -> torch.Tensor:
    """``images``, all of which are finite numbers. Raises :class:`CheckpointError`."""
    if not math.isfinite(float(images.sum())):  # the quickest way to see it
        raise _overflowed(generator, request, rows)
    return images


def _overflowed(generator: Generator, request: RenderRequest, rows: torch.Tensor) -> CheckpointError:
    """Says which layer is the first whose numbers are not finite."""
    names = [layer.name for layer in layers_of(generator.config)]
    with _told(generator, request), edited(generator, request.edits), capture(generator, names) as maps:
        generator(rows)
    first = next((name for name in names if not maps[name].isfinite().all()), names[-1])
    return CheckpointError(
        f"{request.model} draws what are no numbers: those of {first} have grown beyond what 32 bits hold; "
        "take an earlier snapshot of its run, or smaller gains"
    )


@contextmanager
def _told(generator: Generator, request: RenderRequest) -> Iterator[None]:
    """Within the block, the generator draws the class and normalises by the statistics that ``request`` says."""
    norms = nullcontext() if request.batch is None else batch_statistics(generator)
    with drawing_class(generator, request.chosen_class), norms:
        yield


@dataclass(frozen=True)
class _Passed:
    """What one forward pass left; ``inputs`` holds what the probed convolution was given, if one was."""

    images: Picture
    maps: dict[str, Maps] = field(default_factory=dict)
    inputs: list[torch.Tensor] = field(default_factory=list)


def _convolution(generator: Generator, probe: Probe | None, passed: _Passed) -> Convolution | NotTransposed | None:
    if probe is None:
        return None
    return look_into(generator, probe.block, probe.channel, passed.inputs[0][0], thorough=probe.thorough)


def _check_z(z: Latent, generator: Generator) -> None:
    z_dim = generator.config.z_dim
    if z.ndim != 2 or z.shape[1] != z_dim or len(z) == 0:
        raise UsageError(f"z has shape {z.shape}, but this generator takes (N, {z_dim})")


def _check_judged(pictures: Picture, discriminator: AnyDiscriminator, judge: Judge) -> None:
    """Raises :class:`UsageError` if it does not take ``pictures`` (N, H, W, C)."""
    shape, taken = (pictures.shape[3], *pictures.shape[1:3]), discriminator.config.picture_shape
    if shape != taken:
        raise UsageError(
            tr("{path} judges {taken}, and these are {made}", path=judge.path, taken=_sized(taken), made=_sized(shape))
        )


def _sized(shape: Shape) -> str:
    """``pictures of 28×28 with 1 channel``."""
    channels, height, width = shape
    return f"pictures of {width}×{height} with {channels} channel{'s' if channels > 1 else ''}"


def _split(z: Latent, batch: BatchStatistics | None) -> list[Latent]:
    """With the statistics of a batch each z goes alone: its picture must not depend on the others asked for."""
    size = BATCH if batch is None else 1
    return [z[start : start + size] for start in range(0, len(z), size)]


def _in_batch(z: Latent, batch: BatchStatistics | None, distribution: Distribution) -> Latent:
    """``z`` followed by those that share its batch."""
    if batch is None:
        return z
    return np.concatenate([z, sample_z(batch.size - 1, z.shape[1], batch.seed, distribution)])


def _size(generator: Generator) -> int:
    """In bytes."""
    weights = sum(parameter.nbytes for parameter in generator.parameters())
    return weights + MODULE_BYTES * sum(1 for _ in generator.modules())
